"""Text in, syntax out: spelling and precedence only. No operation is known here."""

from kuroaka.language.limits import LIMITS, UNLIMITED, Limits
from kuroaka.language.parse import parse
from kuroaka.language.problems import ExpressionProblem, LimitProblem, NameProblem, Span, SyntaxProblem
from kuroaka.language.syntax import Binding, Syntax

__all__ = [
    "LIMITS",
    "UNLIMITED",
    "Binding",
    "ExpressionProblem",
    "LimitProblem",
    "Limits",
    "NameProblem",
    "Span",
    "Syntax",
    "SyntaxProblem",
    "parse",
]
