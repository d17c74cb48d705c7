"""A scene in, sentences out."""

from kuroaka.narration.clauses import Piece, Slot, clauses
from kuroaka.narration.sentences import sentence

__all__ = ["Piece", "Slot", "clauses", "sentence"]
