"""The syntax of an expression: flat columns, one entry a term, the inputs of a term before the term."""

from dataclasses import dataclass, field
from typing import NamedTuple

from kuroaka.language.notice import Notice
from kuroaka.language.problems import Span


class Binding(NamedTuple):
    """``name = term``; the name is "" on a line that only states a value. With ``arguments`` it is a function of them:
    ``name(arguments) = term``."""

    name: str
    term: int
    span: Span  # of the name; of the line where there is none
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Syntax:
    """What was typed, without a meaning yet.

    A term with inputs is a call and its word the called name (infix operators have the names of
    ``kuroaka.language.spelling``). A term without inputs is a number (its word starts with a digit or a
    point) or a name.

    >>> from kuroaka.language import parse
    >>> syntax = parse("2x + y")
    >>> list(zip(syntax.words, syntax.inputs))
    [('2', ()), ('x', ()), ('mul', (0, 1)), ('y', ()), ('add', (2, 3))]
    """

    text: str
    words: tuple[str, ...]
    inputs: tuple[tuple[int, ...], ...]
    spans: tuple[Span, ...]
    bindings: tuple[Binding, ...]
    notices: tuple[Notice, ...] = ()  # what was understood, but perhaps not meant
    bracketed: frozenset[int] = field(default=frozenset(), compare=False)  # sums in brackets, needed or not

    def __len__(self) -> int:
        return len(self.words)

    def number(self, term: int) -> float | None:
        """The value of a number; None for a name or a call."""
        return float(self.words[term]) if self.words[term][0] in "0123456789." else None
