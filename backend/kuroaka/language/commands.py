r"""The commands of LaTeX: fractions, roots, functions, words, accents. A fixed subset; there are no macros."""

from kuroaka.language.applied import argument_goes_on, call
from kuroaka.language.cases import cases
from kuroaka.language.glued import fraction_is_derivative
from kuroaka.language.heads import ACCENTS, accent_of
from kuroaka.language.letters import LETTERS
from kuroaka.language.pieces import Piece
from kuroaka.language.reading import Frame, Reading
from kuroaka.language.refused import CALLED, COMMANDS
from kuroaka.language.refused import WORDS as REFUSED
from kuroaka.language.scripts import WORDS, argument, first_letter, index, word_of
from kuroaka.language.spelling import CONSTANTS
from kuroaka.language.sums import example, sum_sign
from kuroaka.language.tokens import Token
from kuroaka.language.values import function, named

FUNCTIONS = {
    **{word: word for word in "exp ln log lg sin cos tan sec csc cot sinh cosh tanh coth max min".split()},
    "arcsin": "asin",
    "arccos": "acos",
    "arctan": "atan",
}
_FRACTIONS = frozenset("frac cfrac dfrac tfrac sfrac nicefrac".split())


def command(reading: Reading, piece: Piece) -> None:
    """Whatever begins with a backslash."""
    word = piece.word
    if not reading.latex:
        raise reading.refuse("latex-in-text", piece, character="\\")
    if word in LETTERS:
        named(reading, piece, LETTERS[word])
    elif word in ("sqrt", "cbrt"):
        _root(reading, piece)
    elif (name := FUNCTIONS.get(word, word)) in reading.functions or word in FUNCTIONS:
        if name in ("max", "min") and reading.here.word == "_":
            raise reading.refuse("limit", piece, reading.here)
        call(reading, piece, name)
    elif word in _FRACTIONS:
        _fraction(reading, piece)
    elif word in WORDS:
        _spelled(reading, piece)
    elif word in ACCENTS:
        _accented(reading, piece)
    elif word in ("sum", "prod"):
        sum_sign(reading, piece, word)
    elif word == "cases":
        argument_goes_on(reading, piece)
        cases(reading, piece)
        reading.next()
    elif word == "\\":
        reading.end(piece)
    elif word == "over":
        _over(reading, piece)
    elif word in ("bmod", "mod", "pmod"):
        raise reading.refuse("modulo", piece)
    elif word in CONSTANTS:
        reading.name(CONSTANTS[word], piece)
    else:
        if word in COMMANDS:
            raise reading.refuse(COMMANDS[word], piece, example=example(reading, word))
        raise reading.refuse("unknown-command", piece, command=reading.typed(piece))


def _spelled(reading: Reading, command: Piece) -> None:
    r"""``\mathrm{loss}``: a name of several letters, or a function by its name."""
    word = word_of(reading, command)
    at = command._replace(stop=reading.pieces[reading.place - 1].stop)
    if word in reading.functions and word not in reading.values:
        function(reading, at, word)
    elif command.word == "operatorname" and not {word} & {*reading.values, *reading.own} and word not in CALLED:
        raise reading.refuse("unknown-operator", at, name=word)
    elif word in REFUSED and word not in reading.values:
        raise reading.refuse(REFUSED[word], at, name=word)
    else:
        named(reading, at, word)


def _accented(reading: Reading, command: Piece) -> None:
    r"""``\hat{y}``: the name ``y_hat``."""
    braces = reading.takes("{")
    piece = reading.next()
    if piece.kind == "word":
        letter = first_letter(reading, piece)
    elif piece.kind == "command" and piece.word in LETTERS:
        letter = LETTERS[piece.word]
    elif piece.kind == "command" and piece.word in WORDS:
        letter = word_of(reading, piece)
    else:
        raise reading.refuse("latex-argument", piece, command=reading.typed(command))
    inner = ""
    while braces and reading.takes("_"):
        inner += index(reading, piece)
    if braces and not reading.takes("}"):
        raise reading.refuse("latex-argument", piece, command=reading.typed(command))
    at = command._replace(stop=reading.pieces[reading.place - 1].stop)
    named(reading, at, letter + accent_of(command) + inner)


def _fraction(reading: Reading, piece: Piece) -> None:
    fraction_is_derivative(reading, piece)
    argument_goes_on(reading, piece)
    reading.write("bracket", "(", piece)
    argument(reading, piece, ("/",))
    argument(reading, piece, (")",))


def _root(reading: Reading, piece: Piece) -> None:
    argument_goes_on(reading, piece)
    degree: tuple[Token, ...] = ()
    if reading.takes("["):
        opened = reading.pieces[reading.place - 1]
        begins = len(reading.found)
        reading.write("bracket", "(", opened)
        reading.frames.append(Frame("]", (")",), opened, len(reading.found)))
        reading.group()
        degree = tuple(reading.found[begins:])
        del reading.found[begins:]
    order = "".join(token.word for token in degree).strip("()")
    if order in ("", "2", "3") and not (order == "3" and "cbrt" not in reading.functions):
        reading.write("call", "cbrt" if order == "3" or piece.word == "cbrt" else "sqrt", piece)
        argument(reading, piece)
    else:
        reading.write("bracket", "(", piece)
        argument(reading, piece, ("^", "(", "1", "/", *degree, ")", ")"))


def _over(reading: Reading, piece: Piece) -> None:
    r"""``{a \over b}``: all that stands in the group so far is above the line."""
    reading.close_bare()
    frame = reading.frames[-1] if reading.frames else None
    if frame is None or frame.closer != "}":
        raise reading.refuse("unknown-command", piece, command=reading.typed(piece))
    at = Token("bracket", "(", frame.opened.start, frame.opened.start)
    reading.found.insert(frame.begins, at)
    reading.frames[-1] = frame._replace(behind=(")", *frame.behind))
    reading.write_words((")", "/", "("), piece)
