r"""Functions and what they are applied to: with brackets, with an exponent of their own, and without brackets where
mathematics agrees on how far the argument goes (``\sin 2x \cos y``, ``ln x``).
"""

from kuroaka.language.letters import LETTERS
from kuroaka.language.pieces import Piece
from kuroaka.language.problems import SyntaxProblem
from kuroaka.language.reading import PAIRS, Frame, Reading, Written
from kuroaka.language.scripts import argument, exponent
from kuroaka.language.spelling import RAISED
from kuroaka.language.tokens import Token, check_number

# What mathematicians write without brackets, and what LaTeX has a command for.
BARE = frozenset(
    "exp ln log lg sin cos tan sec csc cot sinh cosh tanh coth arcsin arccos arctan asin acos atan arsinh arcosh "
    "artanh sgn sqrt erf".split()
)
_INVERSES = {
    **{word: f"a{word}" for word in "sin cos tan sinh cosh tanh".split()},
    "exp": "ln",
    "ln": "exp",
    "log": "exp",
}


def call(reading: Reading, piece: Piece, word: str, base: tuple[Token, ...] = ()) -> None:
    """A function: perhaps a base or an exponent of its own, then its argument."""
    bare = bool(reading.frames) and not reading.frames[-1].closer
    if bare and reading.after_value and not reading.frames[-1].loose:
        reading.close_bare(loose=False)  # sin x cos y
    if word == "log" and not base and reading.takes("_"):
        base = reading.aside(lambda: _base(reading, piece))
    behind = (")", *_own_exponent(reading, piece, word))
    reading.write("call", word, piece)
    reading.write("bracket", "(", piece)
    reading.found += base
    if base:
        reading.write("bracket", ",", piece)
    here = reading.here
    if here.kind == "sign" and here.word in (PAIRS if reading.latex else ("(",)):
        reading.frames.append(Frame(PAIRS[here.word], behind, reading.next(), len(reading.found)))
    elif not reading.latex and here.kind == "sign" and here.word == "[":
        raise reading.refuse("square-brackets", piece, here, name=word, arguments=reading.arguments(word))
    elif word not in BARE and not (reading.latex and piece.kind == "command"):
        raise reading.needs_argument(word, piece)
    else:
        is_over = here.kind == "end" or (here.kind == "sign" and here.word in "+-*/=),^}")
        if is_over and not (reading.latex and here.word in ("", ";", "-")):
            raise reading.needs_argument(word, piece)
        reading.frames.append(Frame("", behind, piece, len(reading.found), single=word == "sqrt"))


def _base(reading: Reading, piece: Piece) -> None:
    if reading.latex:
        argument(reading, piece)
    elif reading.here.word == "{":
        reading.open("}", reading.next())
        reading.group()
    else:
        raise reading.needs_argument("log", piece)


def _own_exponent(reading: Reading, piece: Piece, word: str) -> tuple[Written, ...]:
    """``sin^2 x`` is the square of ``sin x``; an exponent -1 may mean two things."""
    here = reading.here
    if here.kind == "raised":
        reading.next()
        if here.word.startswith("⁻"):
            raise _inverse(reading, piece, here, word)
        if here.word.strip("⁰¹²³⁴⁵⁶⁷⁸⁹"):
            raise reading.needs_argument(word, piece)
        digits = "".join(map(RAISED.__getitem__, here.word))
        check_number(digits, here.start, here.stop, reading.limits)
        return ("^", Token("number", digits, here.start, here.stop))
    if not reading.takes("^"):
        return ()
    if not reading.latex:
        found = reading.next()
        if found.word == "-" or (found.word in ("(", "{") and reading.here.word == "-"):
            raise _inverse(reading, piece, found, word)
        if found.kind == "number":
            check_number(found.word, found.start, found.stop, reading.limits)
            return ("^", Token("number", found.word, found.start, found.stop))
        if found.word != "{":
            raise reading.needs_argument(word, piece)
        reading.place -= 1
    tokens = reading.aside(lambda: exponent(reading, here))
    if len(tokens) > 2 and tokens[1].word == "-":
        raise _inverse(reading, piece, here, word)
    return ("^", *tokens)


def _inverse(reading: Reading, piece: Piece, last: Piece, word: str) -> SyntaxProblem:
    opposite = _INVERSES.get(word, "")
    if reading.latex:
        name = f"\\{word}" if word in BARE else rf"\operatorname{{{word}}}"
        return reading.refuse(
            "inverse-function" if opposite else "no-inverse",
            piece,
            last,
            inverse=rf"\operatorname{{{opposite}}}(x)",
            one=rf"\frac{{1}}{{{name}(x)}}",
        )
    return reading.refuse(
        "inverse-function" if opposite else "no-inverse", piece, last, inverse=f"{opposite}(x)", one=f"1/{word}(x)"
    )


def argument_goes_on(reading: Reading, piece: Piece) -> None:
    r"""A value stands behind the argument of a function without brackets: LaTeX reads on (``\cos \omega t``); in plain
    text only a number may stand in front of one name (``sin 2x``)."""
    frame = reading.frames[-1] if reading.frames else None
    if frame is None or frame.closer or frame.loose or not reading.after_value:
        return
    inside = reading.found[frame.begins :]
    if reading.latex and not frame.single:
        return
    if not frame.single and len(inside) == 1 and inside[0].kind == "number" and piece.kind != "sign":
        return
    raise ambiguous_argument(reading, frame, piece)


def ambiguous_argument(reading: Reading, frame: Frame, last: Piece) -> SyntaxProblem:
    """Readers disagree about where the argument ends that has no brackets."""
    word = reading.typed(frame.opened)
    function = "sqrt" if word == "√" else word.lstrip("\\")
    return reading.refuse("ambiguous-argument", frame.opened, last, word=word, function=function)


def looks_like_a_call(reading: Reading) -> bool:
    """Whether brackets follow that hold what only arguments look like: one name or number, or several with commas or
    bars between (``p(y|x)``)."""
    pieces, place = reading.pieces, reading.place + 1
    atoms = separators = 0
    while pieces[place].word != ")":
        piece = pieces[place]
        following = pieces[place + 1] if place + 1 < len(pieces) else piece
        if piece.word in (",", "|", "‖", ";") and atoms == separators + 1:
            separators += 1
        elif piece.word == "'" and atoms:
            pass
        elif piece.word == "_" and atoms and (following.kind in ("word", "number", "command")):
            place += 1
        elif piece.kind == "number" or (piece.kind == "command" and piece.word in LETTERS):
            atoms += 1
        elif piece.kind == "word":
            atoms += len(piece.word)
        else:
            return False
        place += 1
    return atoms == separators + 1
