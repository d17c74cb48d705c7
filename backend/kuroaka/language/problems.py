"""What can be wrong with an expression: a code, a place in the text, and words for it in two languages.

Every problem carries a span in code points of the text as it was typed, so that any front end can draw a
caret. The sentences live in ``kuroaka.words``; ``str(problem)`` is the English one.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kuroaka.words import Language, say

Span = tuple[int, int]


class ExpressionProblem(ValueError):
    """An expression that cannot be used. ``code`` is stable; ``parts`` fill the sentence.

    >>> print(SyntaxProblem("expected-value-after", (4, 5), after="+"))
    Expected a value after '+'.
    """

    def __init__(self, code: str, span: Span, **parts: object) -> None:
        super().__init__(code, span, parts)
        self.code = code
        self.span = span
        self.parts: Mapping[str, object] = parts

    def detail(self, language: Language = "en") -> str:
        """What is wrong, in one sentence."""
        return say(f"problem.{self.code}", language, **self.parts)

    def hint(self, language: Language = "en") -> str:
        """What to type instead."""
        return say(f"hint.{self.code}", language, **self.parts)

    def __str__(self) -> str:
        return self.detail()


class SyntaxProblem(ExpressionProblem):
    """The text does not follow the grammar."""


class NameProblem(ExpressionProblem):
    """A name that means nothing, or not what it is used for."""


class LimitProblem(ExpressionProblem):
    """The text is well formed but larger than this service draws."""


class Place(NamedTuple):
    """Where a span stands: ``line`` and ``column`` count from 1; ``caret`` is two lines of plain text."""

    line: int
    column: int
    caret: str


def locate(text: str, span: Span) -> Place:
    """The place of a span in a text, with the line cut to 80 characters around it.

    >>> print(locate("x + * 2", (4, 5)).caret)
    x + * 2
        ^
    """
    start = min(span[0], len(text))
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    line = text[first : last if last >= 0 else len(text)]
    column = start - first
    left = max(0, column - 40)
    shown = "".join(character if character.isprintable() else "\ufffd" for character in line[left : left + 80])
    width = max(1, min(span[1] - start, len(shown) - (column - left)))
    return Place(text.count("\n", 0, first) + 1, column + 1, f"{shown}\n{' ' * (column - left)}{'^' * width}")
