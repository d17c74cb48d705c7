r"""What stands above and below: powers, indices, primes and accents, typed with signs, braces or small characters.

Indices become part of a name. What is above is a power, unless it is a prime - or an index that only looks like one
(``w^{(2)}``, ``x^{\mathrm{T}}``), which is refused.
"""

import re

from kuroaka.language.letters import LETTERS
from kuroaka.language.names import INDEX, index_of
from kuroaka.language.pieces import Piece, PieceKind
from kuroaka.language.problems import SyntaxProblem
from kuroaka.language.reading import PAIRS, Reading
from kuroaka.language.spelling import RAISED
from kuroaka.language.tokens import Token, check_number

WORDS = frozenset("mathrm operatorname text textrm mathit mathsf mathbf boldsymbol bm mathcal textbf textit".split())
_TRANSPOSED = re.compile(r"\s*\{?\s*(?:\\(?:top|intercal|transpose)\b|\\(?:mathrm|mathsf|text)\s*\{?\s*T\b)")
_NUMBERED = re.compile(r"\s*\{\s*(?:\\left\s*)?\(\s*(?:\w|\\\w+)(?:\s*[+-]\s*\w+)?\s*(?:\\right\s*)?\)\s*\}")
_INDEXED = re.compile(r"_\{\w+\}")
_STAR = re.compile(r"\s*(?:\{\s*)?(?:\*|\\ast\b|\\star\b|\\dagger\b)")
_PRIME = re.compile(r"\s*\{?\s*((?:\\prime\b\s*)+)\}?")
_DEGREES = re.compile(r"\s*\{?\s*\\circ\b")


def word_of(reading: Reading, command: Piece) -> str:
    r"""The letters of ``\mathrm{loss}``."""
    opened = reading.here
    if reading.takes("{"):
        parts = ""
        while not reading.takes("}"):
            piece = reading.next()
            if piece.kind == "command" and piece.word in LETTERS:
                parts += LETTERS[piece.word]
            elif piece.kind in ("word", "number") and piece.word.isalnum():
                parts += piece.word
            elif piece.word == "_" and parts:  # \_ in a word
                parts += "_"
            elif piece.kind == "end" or piece.word not in ("-", " "):
                raise reading.refuse("latex-argument", opened, command=reading.typed(command))
        if parts and not parts[0].isdigit():
            return parts
    elif reading.here.kind == "word":
        return first_letter(reading, reading.next())
    raise reading.refuse("latex-argument", opened, command=reading.typed(command))


def first_letter(reading: Reading, piece: Piece) -> str:
    """One letter of a run; the others are still to come."""
    if len(piece.word) > 1:
        reading.put_back(piece._replace(word=piece.word[1:], start=piece.start + 1))
    return piece.word[0]


def index(reading: Reading, named: Piece) -> str:
    """What stands behind ``_``, as a part of the name."""
    first = reading.next()
    if first.kind == "word":
        return index_of(first.word if not reading.latex else first_letter(reading, first))
    if first.kind == "number" and first.word[0].isdigit():
        if len(first.word) > 1 and reading.latex and first.word.isdigit():
            return index_of(first.word)
        digits = re.match("[0-9]+", first.word)
        assert digits is not None
        if len(digits[0]) < len(first.word):
            rest = first.word[len(digits[0]) :]
            if rest[0] in "eE":  # w_1E5: a number only by its looks
                raise reading.refuse("bad-index", first, name=reading.typed(named))
            kind: PieceKind = "sign" if rest == "." else "number"
            reading.put_back(first._replace(kind=kind, word=rest, start=first.start + len(digits[0])))
        return index_of(digits[0])
    if first.kind == "command":
        below = _index_word(reading, first)
        if below:
            return index_of(below)
    if first.word == "{":
        below = ""
        while not reading.takes("}"):
            piece = reading.next()
            if piece.kind == "command" and (word := _index_word(reading, piece)):
                below += word
            elif piece.kind in ("word", "number") and re.fullmatch(f"(?:{INDEX}|_)+", piece.word):
                below += piece.word.replace("_", ",")
            elif piece.word in (",", "+", "-"):
                below += piece.word
            elif piece.word not in ("(", ")", "[", "]"):
                raise reading.refuse("bad-index", first, piece, name=reading.typed(named))
        written = index_of(below)
        if written:
            return written
    raise reading.refuse("bad-index", first, name=reading.typed(named))


def _index_word(reading: Reading, command: Piece) -> str:
    r"""A command in an index: a Greek letter, ``\max``, ``\text{in}``."""
    if command.word in LETTERS:
        return LETTERS[command.word]
    if command.word in WORDS:
        return word_of(reading, command)
    return command.word if command.word in reading.functions else ""


def prime(reading: Reading) -> str:
    r"""The primes behind a name, also as ``^\prime`` and ``^{\prime\prime}``; "" for none."""
    if reading.takes("'"):
        return "'"
    if reading.latex and reading.here.word == "^":
        match = _PRIME.match(reading.plain, reading.here.stop)
        if match:
            while reading.here.start < match.end() and reading.here.kind != "end":
                reading.next()
            return "'" * match[1].count("prime")
    return ""


def power_before_index(reading: Reading) -> bool:
    """Whether ``^`` and its exponent stand before an index, as in ``x^2_i``."""
    pieces, place = reading.pieces, reading.place
    if pieces[place].word != "^":
        return False
    place += 1
    if pieces[place].word == "{":
        depth = 1
        while depth and pieces[place].kind != "end":
            place += 1
            depth += {"{": 1, "}": -1}.get(pieces[place].word, 0)
    elif pieces[place].kind != "number":
        return False
    return pieces[place].kind != "end" and pieces[place + 1].word == "_"


def power(reading: Reading, sign: Piece) -> None:
    """What stands behind ``^``, as an exponent. A name in front of it is a token already."""
    at = sign.stop
    based = reading.found[-1] if reading.after_value else None
    if _STAR.match(reading.plain, at):
        raise reading.refuse("starred-name", sign, reading.next())
    if _TRANSPOSED.match(reading.plain, at):
        raise reading.refuse("vectors", sign, reading.next())
    if _DEGREES.match(reading.plain, at):
        raise reading.refuse("degrees", sign, reading.next())
    is_named = based is not None and based.kind == "name" and based.word != "e"
    if based is not None and is_named and (match := _NUMBERED.match(reading.plain, at)):
        number = re.sub(r"[^\w]|left|right", "", match[0])
        raise SyntaxProblem("numbered-above", (sign.start, match.end()), name=based.word, number=number)
    reading.write("operator", "^", sign)
    if reading.latex:
        exponent(reading, sign)
    elif reading.here.word == "{":
        reading.open("}", reading.next())
    elif reading.here.kind == "word" and _INDEXED.match(reading.plain, reading.here.stop):
        raise reading.refuse("index-above", sign, reading.here, name=based.word if based else "x")


def exponent(reading: Reading, command: Piece) -> None:
    """An exponent in LaTeX: a group, one sign, or what people type instead."""
    if reading.here.word == "-" and reading.here.kind == "sign":
        minus = reading.next()
        reading.write("bracket", "(", minus)
        reading.write("operator", "-", minus)
        argument(reading, command, behind=(")",))
    elif reading.here.word in ("(", "["):
        opened = reading.next()
        reading.open(PAIRS[opened.word], opened)
        reading.group()
    else:
        argument(reading, command)


def argument(reading: Reading, command: Piece, behind: tuple[Token | str, ...] = ()) -> None:
    """The next piece or group, in brackets; ``behind`` is written after it."""
    piece = reading.next()
    if piece.word == "{" and piece.kind == "sign":
        reading.open("}", piece, behind)
        reading.group()
    elif piece.kind == "number":
        if len(piece.word) > 1 and (command.word == "^" or not piece.word.isdigit()):
            # TeX takes one digit, so x^23 is x^2 3, which nobody means
            raise reading.refuse(
                "long-exponent" if command.word == "^" else "latex-argument",
                piece,
                command=reading.typed(command),
                number=piece.word,
            )
        if len(piece.word) > 1:  # \frac12
            reading.put_back(piece._replace(word=piece.word[1:], start=piece.start + 1))
        reading.write("bracket", "(", piece)
        reading.write("number", piece.word[0], piece)
        reading.write_words((")", *behind), piece)
    elif piece.kind == "word" or (piece.kind == "command" and piece.word in LETTERS):
        letter = LETTERS[piece.word] if piece.kind == "command" else first_letter(reading, piece)
        at = piece._replace(stop=piece.stop if piece.kind == "command" else piece.start + 1)
        reading.write("bracket", "(", at)
        reading.name(letter, at)
        reading.write_words((")", *behind), at)
    elif piece.kind == "command" and piece.word != "end":
        reading.place -= 1
        reading.write("bracket", "(", piece)
        reading.step()
        reading.write_words((")", *behind), piece)
    else:
        raise reading.refuse("latex-argument", piece, command=reading.typed(command))


def raised(reading: Reading, piece: Piece) -> None:
    """A run of small characters above the line: ``x²`` is ``x^2``, ``e⁻ˣ`` is ``e^(-x)``."""
    if "ᵀ" in piece.word:
        raise reading.refuse("vectors", piece)
    if not reading.after_value:
        raise reading.refuse("expected-value-before", piece, before=reading.typed(piece))
    line = "".join(map(RAISED.__getitem__, piece.word))
    reading.write("operator", "^", piece._replace(stop=piece.start))
    reading.found += _raised_tokens(reading, line, piece)


def _raised_tokens(reading: Reading, line: str, piece: Piece) -> list[Token]:
    if re.fullmatch("[0-9]+", line):
        check_number(line, piece.start, piece.stop, reading.limits)
        return [Token("number", line, piece.start, piece.stop)]
    tokens = [Token("bracket", "(", piece.start, piece.start)]
    for match in re.finditer(r"(?P<number>[0-9]+)|(?P<name>[a-zA-Z])|(?P<operator>[+-])|(?P<bracket>[()])|.", line):
        if match.lastgroup == "number":
            check_number(match[0], piece.start, piece.stop, reading.limits)
        if match.lastgroup is None:
            raise reading.refuse("unexpected-character", piece, character=piece.word)
        tokens.append(Token(match.lastgroup, match[0], piece.start + match.start(), piece.start + match.end()))  # type: ignore[arg-type]
    return [*tokens, Token("bracket", ")", piece.stop, piece.stop)]
