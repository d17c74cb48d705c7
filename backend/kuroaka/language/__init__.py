"""Text in, syntax out: spelling and precedence only. No operation is known here."""

from kuroaka.language.applied import BARE
from kuroaka.language.limits import LIMITS, UNLIMITED, Limits
from kuroaka.language.names import is_name
from kuroaka.language.notice import Notice
from kuroaka.language.parse import Spelling, parse
from kuroaka.language.problems import ExpressionProblem, LimitProblem, NameProblem, Span, SyntaxProblem
from kuroaka.language.syntax import Binding, Syntax
from kuroaka.language.write import write

__all__ = [
    "BARE",
    "LIMITS",
    "UNLIMITED",
    "Binding",
    "ExpressionProblem",
    "LimitProblem",
    "Limits",
    "NameProblem",
    "Notice",
    "Span",
    "Spelling",
    "Syntax",
    "SyntaxProblem",
    "is_name",
    "parse",
    "write",
]
