"""A scene in, sentences out."""

from kuroaka.narration.sentences import sentence

__all__ = ["sentence"]
