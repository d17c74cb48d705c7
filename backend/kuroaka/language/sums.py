r"""Sums and products written out: ``\sum_{i=1}^{3} w_i x_i`` and ``sum(w_i*x_i, i, 1, 3)`` are three terms.

The index is put in as a number, also where it stands in the index of a name. The bounds are numbers.
"""

import re
from collections.abc import Callable

from kuroaka.language.names import indexed, is_name
from kuroaka.language.pieces import Piece
from kuroaka.language.problems import LimitProblem, SyntaxProblem
from kuroaka.language.reading import Frame, Reading
from kuroaka.language.tokens import Token, depths

SIGNS = {"sum": "+", "prod": "*"}


def sum_sign(reading: Reading, piece: Piece, word: str) -> None:
    r"""``\sum_{i=1}^{3}``: what follows up to a plus, a minus or the end of a group is the summand."""
    if not (reading.takes("_") and reading.takes("{")):
        raise _open(reading, piece)
    name, equals, low = reading.next(), reading.next(), _bound(reading)
    if name.kind != "word" or equals.word != "=" or low is None or not reading.takes("}") or not reading.takes("^"):
        raise _open(reading, piece)
    braces = reading.takes("{")
    high = _bound(reading)
    if high is None or (braces and not reading.takes("}")):
        raise _open(reading, piece)
    reading.write("bracket", "(", piece)
    finish = _written_out(reading, piece, word, name.word, low, high)
    reading.frames.append(Frame("", (")",), piece, len(reading.found), finish, loose=True))


def sum_call(reading: Reading, piece: Piece, word: str) -> None:
    """``sum(w_i*x_i, i, 1, 3)``: the term, its index, and the numbers it goes from and to."""

    def finish(tokens: list[Token]) -> list[Token]:
        parts = _at_commas(tokens)
        low, high = (_whole(part) for part in parts[2:4]) if len(parts) == 4 else (None, None)
        if low is None or high is None or len(parts[1]) != 1 or parts[1][0].kind != "name":
            raise _open(reading, piece)
        return _written_out(reading, piece, word, parts[1][0].word, low, high)(parts[0])

    opened = reading.next()
    reading.write("bracket", "(", piece)
    reading.frames.append(Frame(")", (")",), opened, len(reading.found), finish))


def _open(reading: Reading, piece: Piece) -> SyntaxProblem:
    return reading.refuse("open-sum", piece, example=example(reading, reading.typed(piece)))


def example(reading: Reading, typed: str) -> str:
    """A sum or product as it can be typed."""
    word = "prod" if typed.strip("\\").lower().startswith(("prod", "∏")) else "sum"
    return rf"\{word}_{{i=1}}^{{3}} x_i" if reading.latex else f"{word}(x_i, i, 1, 3)"


def _bound(reading: Reading) -> int | None:
    """A whole number."""
    sign = -1 if reading.takes("-") else 1
    return sign * int(reading.next().word) if re.fullmatch("[0-9]{1,9}", reading.here.word) else None


def _whole(tokens: list[Token]) -> int | None:
    words = [token.word for token in tokens]
    sign = -1 if words[:1] == ["-"] else 1
    rest = words[sign < 0 :]
    return sign * int(rest[0]) if len(rest) == 1 and re.fullmatch("[0-9]{1,9}", rest[0]) else None


def _at_commas(tokens: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token, depth in depths(tokens):
        if token.word == "," and depth == 0:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _written_out(
    reading: Reading, piece: Piece, word: str, index: str, low: int, high: int
) -> Callable[[list[Token]], list[Token]]:
    def finish(term: list[Token]) -> list[Token]:
        if high < low:
            raise reading.refuse("empty-sum", piece, low=low, high=high)
        if not term:
            raise _open(reading, piece)
        if (high - low + 1) * len(term) > reading.limits.tokens:
            raise LimitProblem("too-many-tokens", (piece.start, piece.stop), limit=reading.limits.tokens)
        at = term[0].start
        tokens: list[Token] = []
        for value in range(low, high + 1):
            if tokens:
                tokens.append(Token("operator", SIGNS[word], at, at))
            tokens.append(Token("bracket", "(", at, at))
            for token in term:
                tokens += _put_in(reading, token, index, value)
            tokens.append(Token("bracket", ")", term[-1].stop, term[-1].stop))
        return tokens

    return finish


def _put_in(reading: Reading, token: Token, index: str, value: int) -> list[Token]:
    if token.kind != "name":
        return [token]
    if token.word != index:
        word = indexed(token.word, index, value)
        if not is_name(word):
            raise reading.refuse("bad-index", Piece("word", word, token.start, token.stop), name=token.word)
        return [token._replace(word=word)]
    number = token._replace(kind="number", word=str(abs(value)))
    if value >= 0:
        return [number]
    bracket, minus = token._replace(kind="bracket", word="("), token._replace(kind="operator", word="-")
    return [bracket, minus, number, bracket._replace(word=")")]
