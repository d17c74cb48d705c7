"""What the reader writes and the parser takes: values, calls, operators and brackets, each with its place."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kuroaka.language.limits import Limits
from kuroaka.language.problems import LimitProblem, SyntaxProblem

TokenKind = Literal["number", "name", "call", "bind", "operator", "bracket", "end"]


class Token(NamedTuple):
    """A token and where it stands. ``call`` is a name whose arguments follow in brackets; ``bind`` is ``name =`` or
    ``f(x, y) =``, its word the names with spaces between; ``end`` closes a line."""

    kind: TokenKind
    word: str
    start: int
    stop: int


def depths(tokens: Iterable[Token]) -> Iterator[tuple[Token, int]]:
    """Each token with the number of brackets that are open behind it."""
    depth = 0
    for token in tokens:
        if token.kind == "bracket":
            depth += {"(": 1, ")": -1}.get(token.word, 0)
        yield token, depth


def check_number(word: str, start: int, stop: int, limits: Limits) -> None:
    """Refuse a number that is too long to be meant or too large to be held."""
    if len(word) > limits.number_characters or float(word) == float("inf"):
        raise LimitProblem("bad-number", (start, stop), limit=limits.number_characters)


def missing_value(text: str, before: Token | None, token: Token) -> SyntaxProblem:
    """What is wrong where a value should stand and ``token`` stands, behind ``before``."""
    span = (token.start, token.stop)
    if before is None:
        return SyntaxProblem("expected-value-before", span, before=text[token.start : token.stop])
    return SyntaxProblem("expected-value-after", span, after=text[before.start : before.stop])
