r"""``\begin{cases} x & (x > 0) \\ 0 & (x \le 0) \end{cases}``: the same as ``where(x > 0, x, 0)``.

The last row is what remains; that it does, its condition need not say.
"""

from typing import NamedTuple

from kuroaka.language.pieces import Piece
from kuroaka.language.reading import Frame, Reading
from kuroaka.language.scripts import WORDS
from kuroaka.language.spelling import COMPARISON, INFIX
from kuroaka.language.tokens import Token, depths

_COMPARED = {sign for sign, infix in INFIX.items() if infix.precedence == COMPARISON}
_OPPOSITE = {">": "<=", "<": ">=", ">=": "<", "<=": ">", "==": "!=", "!=": "=="}
_MIRRORED = {">": "<", "<": ">", ">=": "<=", "<=": ">=", "==": "==", "!=": "!="}
_ELSE = frozenset("otherwise else その他 それ以外 otherwise. else.".split())
_FILLING = frozenset("if for when where and のとき とき の場合".split())


class _Row(NamedTuple):
    value: list[Token]
    condition: list[Token]  # empty for what remains
    last: Piece


def cases(reading: Reading, begin: Piece) -> None:
    r"""Everything up to ``\end{cases}``, which is taken."""
    rows: list[_Row] = []
    while True:
        value = _part(reading, begin)
        condition: list[Token] = []
        if reading.takes("&"):
            condition = _condition(reading, begin)
        if value:
            rows.append(_Row(value, condition, reading.here))
        if reading.here.word == "\\":
            reading.next()
        elif reading.here.word == "end":
            break
        else:
            raise reading.refuse("bad-cases", begin, reading.here)
    if len(rows) < 2 or not all(row.condition for row in rows[:-1]):
        raise reading.refuse("bad-cases", begin, reading.here)
    _say_what_remains(reading, begin, rows)
    for row in rows[:-1]:
        reading.write("call", "where", begin)
        reading.write("bracket", "(", begin)
        reading.found += row.condition
        reading.write("bracket", ",", begin)
        reading.found += row.value
        reading.write("bracket", ",", begin)
    reading.found += rows[-1].value
    for _ in rows[:-1]:
        reading.write("bracket", ")", reading.here)


def _part(reading: Reading, begin: Piece) -> list[Token]:
    """The tokens up to the end of the cell."""
    frame = Frame("&", (), begin, len(reading.found))
    reading.frames.append(frame)
    while not (reading.frames[-1] is frame or not reading.frames[-1].closer) or not _ends(reading):
        if reading.here.kind == "end" and not reading.here.word:
            raise reading.refuse("bad-cases", begin, reading.here)
        if reading.here.word == "," and _ends(reading, 1):
            reading.next()
        else:
            reading.step()
    reading.close_bare()
    reading.frames.pop()
    tokens = reading.found[frame.begins :]
    del reading.found[frame.begins :]
    return tokens


def _ends(reading: Reading, ahead: int = 0) -> bool:
    piece = reading.pieces[min(reading.place + ahead, len(reading.pieces) - 1)]
    return (piece.kind == "sign" and piece.word == "&") or (piece.kind == "command" and piece.word in ("\\", "end"))


def _condition(reading: Reading, begin: Piece) -> list[Token]:
    """The condition of a row, empty for what remains. A chain of comparisons is the product of its links."""
    while True:
        words, after = _words(reading)
        if not words:
            break
        reading.place = after
        if any(word in _ELSE for word in words):
            return []
        if not all(word in _FILLING for word in words):
            raise reading.refuse("bad-cases", reading.here)
    tokens = _part(reading, begin)
    if tokens[:1] and tokens[0].word == "(" and tokens[-1].word == ")" and _closes_last(tokens):
        tokens = tokens[1:-1]
    parts: list[list[Token]] = [[]]
    signs: list[Token] = []
    for token, depth in depths(tokens):
        if depth == 0 and token.kind == "operator" and token.word in _COMPARED:
            signs.append(token)
            parts.append([])
        else:
            parts[-1].append(token)
    if not signs or not all(parts):
        raise reading.refuse("bad-cases", begin, reading.here)
    links = [[*left, sign, *right] for left, sign, right in zip(parts, signs, parts[1:], strict=False)]
    if len(links) == 1:
        return links[0]
    at = tokens[0]._replace(stop=tokens[0].start)
    chained: list[Token] = []
    for link in links:
        chained += [at._replace(kind="operator", word="*")] if chained else []
        chained += [at._replace(kind="bracket", word="("), *link, at._replace(kind="bracket", word=")")]
    return chained


def _closes_last(tokens: list[Token]) -> bool:
    """Whether the bracket that the tokens begin with is closed by the last of them."""
    return all(depth for _, depth in list(depths(tokens))[:-1])


def _words(reading: Reading) -> tuple[list[str], int]:
    r"""Words such as ``\text{if}``, and where they end."""
    pieces, place = reading.pieces, reading.place
    first = pieces[place]
    if first.kind == "word" and (first.word in _FILLING or first.word in _ELSE):
        return [first.word], place + 1
    if first.kind == "command" and first.word in WORDS and pieces[place + 1].word == "{":
        end = place + 2
        while pieces[end].kind != "end" and pieces[end].word != "}":
            end += 1
        if pieces[end].kind == "end":
            return [first.word], place
        inside = reading.text[pieces[place + 1].stop : pieces[end].start].replace("~", " ").split()
        return [word.strip(",:").lower() for word in inside], end + 1
    return [], place


def _say_what_remains(reading: Reading, begin: Piece, rows: list[_Row]) -> None:
    """A notice if the last condition is not plainly the opposite of the only other one."""
    first, last = rows[0].condition, rows[-1].condition
    if not last or (len(rows) == 2 and _signs(last) in _opposites(_signs(first))):
        return
    reading.notice("last-case", (begin.start, rows[-1].last.stop))


def _signs(tokens: list[Token]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens)


def _opposites(condition: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A comparison denied: as it stands, and with its sides exchanged."""
    places = [place for place, word in enumerate(condition) if word in _COMPARED]
    if len(places) != 1:
        return []
    left, sign, right = condition[: places[0]], condition[places[0]], condition[places[0] + 1 :]
    opposite = _OPPOSITE[sign]
    return [(*left, opposite, *right), (*right, _MIRRORED[opposite], *left)]
