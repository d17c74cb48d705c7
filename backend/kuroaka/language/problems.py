"""What can be wrong with an expression: a code, a place in the text, and words for it in two languages.

Every problem carries a span in code points of the text as it was typed, so that any front end can draw a
caret. The sentences live in ``kuroaka.words``; ``str(problem)`` is the English one.
"""

from typing import NamedTuple

from kuroaka.words.problem import Problem

Span = tuple[int, int]


class ExpressionProblem(Problem):
    """An expression that cannot be used. ``code`` is stable; ``parts`` fill the sentence.

    >>> print(SyntaxProblem("expected-value-after", (4, 5), after="+"))
    Expected a value after '+'.
    """

    def __init__(self, code: str, span: Span, **parts: object) -> None:
        super().__init__(code, span, parts)
        self.code, self.span, self.parts = code, span, parts


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
