"""Operators, brackets, bars and commas; and the signs that mean something else than an expression."""

import re
import unicodedata
from collections.abc import Callable

from kuroaka.language.applied import ambiguous_argument, argument_goes_on, call
from kuroaka.language.letters import LETTERS
from kuroaka.language.pieces import Piece
from kuroaka.language.problems import SyntaxProblem
from kuroaka.language.reading import PAIRS, Frame, Reading
from kuroaka.language.refused import SIGNS as REFUSED
from kuroaka.language.scripts import power
from kuroaka.language.sums import example
from kuroaka.language.values import named

_COMPARED = {"≥": ">=", "≦": "<=", "≧": ">=", "≤": "<=", "≠": "!="}
_ROUNDED = {"⌊": ("⌋", "floor"), "⌈": ("⌉", "ceil")}
_ROOTS = {"√": "sqrt", "∛": "cbrt"}


def _plus(reading: Reading, piece: Piece) -> None:
    if reading.frames:
        reading.close_bare()
    reading.write("operator", piece.word, piece)


def _times(reading: Reading, piece: Piece) -> None:
    if reading.frames:
        _divide_argument(reading, piece)
        reading.close_bare(loose=False)
    reading.write("operator", piece.word, piece)


def _stars(reading: Reading, piece: Piece) -> None:
    reading.write("operator", "^", piece)


def _open(reading: Reading, piece: Piece) -> None:
    if piece.word != "{" or not _braced_name(reading):
        if reading.frames:
            argument_goes_on(reading, piece)
        reading.open(PAIRS[piece.word], piece)


def _close(reading: Reading, piece: Piece) -> None:
    reading.close(piece)


def _equals(reading: Reading, piece: Piece) -> None:
    """An equals sign that binds no name is the condition that a label prints in brackets, or misplaced."""
    if not (reading.latex and piece.word == "=" and reading.inside() in (")", "]")):
        raise reading.refuse("misplaced-equals", piece)
    reading.close_bare()
    reading.write("operator", "==", piece)


def _round(reading: Reading, piece: Piece) -> None:
    _enclosed(reading, piece, *_ROUNDED[piece.word])


def _divide_argument(reading: Reading, piece: Piece) -> None:
    """``sin x/2`` may be read in two ways, ``sin x / 2`` in one."""
    frame = reading.frames[-1] if reading.frames else None
    if reading.latex or frame is None or frame.closer or frame.loose:
        return
    if not (piece.spaced and reading.here.spaced):
        raise ambiguous_argument(reading, frame, reading.here)


def _compare(reading: Reading, piece: Piece) -> None:
    reading.close_bare()
    word = _COMPARED.get(piece.word, piece.word)
    tokens = reading.found[reading.line :]
    if word == "==" and len(tokens) == 1 and tokens[0].kind == "name" and tokens[0].word not in reading.values:
        raise reading.refuse("equality", piece, name=tokens[0].word)
    reading.write("operator", word, piece)


def _braced_name(reading: Reading) -> bool:
    r"""``{g}_k``: braces around a letter that has an index."""
    if reading.place + 3 > len(reading.pieces):
        return False
    letter, brace, following = reading.pieces[reading.place : reading.place + 3]
    single = (letter.kind == "word" and len(letter.word) == 1) or (letter.kind == "command" and letter.word in LETTERS)
    if not (single and brace.word == "}" and following.word in ("_", "'")):
        return False
    reading.place += 2
    named(reading, letter, LETTERS.get(letter.word, letter.word) if letter.kind == "command" else letter.word)
    return True


def _enclosed(reading: Reading, piece: Piece, closer: str, function: str) -> None:
    argument_goes_on(reading, piece)
    reading.write("call", function, piece)
    reading.write("bracket", "(", piece)
    reading.frames.append(Frame(closer, (")",), piece, len(reading.found)))


def _bar(reading: Reading, piece: Piece) -> None:
    """A bar opens where a value may begin, and closes behind one."""
    kind, side = piece.word[0], piece.word[1:]
    if side == ")" and reading.inside() != kind:
        raise reading.refuse("evaluation-bar", piece)
    if side == ")" or (not side and reading.inside() == kind and reading.after_value):
        reading.close(piece._replace(word=kind))
        if reading.here.word == "_":
            raise reading.refuse("vectors", piece, reading.here)
    else:
        _enclosed(reading, piece, kind, "abs")


def _comma(reading: Reading, piece: Piece) -> None:
    reading.close_bare()
    if not any(frame.closer for frame in reading.frames):
        before, after = reading.found[-1] if reading.found else None, reading.here
        if before is not None and before.kind == "number" and after.kind == "number":
            if re.fullmatch("[0-9]{1,3}", before.word) and re.fullmatch("[0-9]{3}", after.word):
                rest = re.match(r"(?:,?[0-9]{3})+", reading.text[piece.start :])
                number = before.word + (rest[0].replace(",", "") if rest else after.word)
                stop = piece.start + len(rest[0]) if rest else after.stop
                raise SyntaxProblem("thousands", (before.start, stop), number=number)
            raise SyntaxProblem("decimal-comma", (before.start, after.stop), number=f"{before.word}.{after.word}")
        if after.kind == "word" and reading.pieces[reading.place + 1].word in ("=", ":="):
            raise reading.refuse("values-behind", piece, reading.pieces[reading.place + 1], name=after.word)
    reading.write("bracket", ",", piece)


def _root_sign(reading: Reading, piece: Piece) -> None:
    """``√x`` and ``√(x+1)``."""
    argument_goes_on(reading, piece)
    if reading.here.word == "(":
        call(reading, piece, _ROOTS[piece.word])
    else:
        reading.write("call", _ROOTS[piece.word], piece)
        reading.write("bracket", "(", piece)
        reading.frames.append(Frame("", (")",), piece, len(reading.found), single=True))


def stray(reading: Reading, piece: Piece) -> None:
    """A sign that has no meaning where it stands."""
    word = piece.word
    before = reading.found[-1] if reading.found else None
    if word == "_":
        if before is not None and before.kind == "number" and before.stop == piece.start:
            grouped = re.match("[0-9_]+", reading.text[before.start :])
            number = (grouped[0] if grouped else before.word).replace("_", "")
            raise SyntaxProblem(
                "thousands",
                (before.start, before.start + len(grouped[0]) if grouped else piece.stop),
                number=number,
            )
        raise reading.refuse("name-starts-with-underscore", piece, character=word)
    if word in REFUSED:
        raise reading.refuse(REFUSED[word], piece, example=example(reading, "prod" if word == "∏" else "sum"))
    character = reading.typed(piece)
    if unicodedata.category(character[:1] or " ") in ("Cc", "Cf", "Cs", "Co", "Cn"):
        raise reading.refuse("invisible-character", piece, point=f"U+{ord(character):04X}")
    raise reading.refuse("unexpected-character", piece, character=character)


SIGNS: dict[str, Callable[[Reading, Piece], None]] = {
    **dict.fromkeys("+-", _plus),
    **dict.fromkeys("*/", _times),
    "^": power,
    "**": _stars,
    **dict.fromkeys(("<", ">", "<=", ">=", "==", "!=", *_COMPARED), _compare),
    **dict.fromkeys(PAIRS, _open),
    **dict.fromkeys(PAIRS.values(), _close),
    **dict.fromkeys(_ROUNDED, _round),
    **dict.fromkeys((closer for closer, _ in _ROUNDED.values()), _close),
    **dict.fromkeys(("|", "|(", "|)", "‖", "‖(", "‖)"), _bar),
    ",": _comma,
    **dict.fromkeys(_ROOTS, _root_sign),
    **dict.fromkeys(("=", ":="), _equals),
}
