r"""Numbers, names and calls: what a word or a letter is, and what a bracket behind it means.

In plain text a word is a name, and a bracket calls it. In LaTeX a letter is a name (``wx`` is a product) and a bracket
behind it a factor, unless only arguments can stand in it; several letters are a word where they are known to be one.
"""

import re
from functools import partial

from kuroaka.language.applied import BARE, argument_goes_on, call, looks_like_a_call
from kuroaka.language.glued import derivative_at, glued
from kuroaka.language.names import GENERAL, canonical_name
from kuroaka.language.pieces import Piece
from kuroaka.language.problems import SyntaxProblem
from kuroaka.language.reading import PAIRS, Frame, Reading
from kuroaka.language.refused import CALLED
from kuroaka.language.refused import WORDS as REFUSED
from kuroaka.language.scripts import WORDS, argument, index, power_before_index, prime
from kuroaka.language.spelling import CONSTANTS
from kuroaka.language.sums import SIGNS as SUMS
from kuroaka.language.sums import example, sum_call
from kuroaka.language.tokens import Token, check_number

_SUSPECT = "dΣ"  # letters that begin what is no name: d/dx, Σ x_i
_BASED = re.compile(r"log_([0-9]+|[^\W\d_]\w*'*)")


def number(reading: Reading, piece: Piece) -> None:
    """A number; digits in groups, hexadecimal and decimal commas are refused with the number to type."""
    if reading.frames:
        argument_goes_on(reading, piece)
    word = piece.word
    if "{,}" in word:
        thousands = re.fullmatch(r"[0-9]{1,3}(?:\{,\}[0-9]{3})+", word)
        word = word.replace("{,}", "" if thousands else ".")
    here = reading.here
    if word == "0" and not here.spaced and here.kind == "word" and re.match("[xXbB][0-9a-fA-F]+$", here.word):
        raise reading.refuse("hexadecimal", piece, here)
    before = reading.found[-1] if reading.found else None
    if before is not None and before.kind == "number" and re.fullmatch("[0-9]{3}", word):
        raise SyntaxProblem("thousands", (before.start, piece.stop), number=before.word + word)
    word = word.removesuffix(".")  # which before a sign would be read with it
    check_number(word, piece.start, piece.stop, reading.limits)
    reading.write("number", word, piece)


def word(reading: Reading, piece: Piece) -> None:
    """A word of plain text: a function, a name, or something that is no expression."""
    word = canonical_name(piece.word)
    based = _BASED.fullmatch(word) if word.startswith("log_") else None
    if (
        based
        and word not in reading.values
        and word not in reading.functions
        and based[1] not in reading.functions
        and based[1] not in REFUSED
        and not re.match("π.", based[1])
        and "log" in reading.functions
        and _starts_argument(reading)
    ):
        kind = "number" if based[1].isdigit() else "name"
        if kind == "number":
            check_number(based[1], piece.start, piece.stop, reading.limits)
        call(reading, piece, "log", (Token(kind, based[1], piece.start + 3, piece.stop),))  # type: ignore[arg-type]
        return
    if word == "mod" and reading.here.word != "(" and word not in reading.values:
        raise reading.refuse("modulo", piece)
    if word in reading.functions and word not in reading.values and (word != "σ" or reading.here.word == "("):
        if word in BARE or _starts_argument(reading):
            function(reading, piece, word)
            return
        example = f"`{word}({reading.arguments(word)})`"
        reading.notice("own-name", (piece.start, piece.stop), name=word, instead=example)
    if word in SUMS and word not in reading.own and reading.here.word == "(":
        sum_call(reading, piece, word)
        return
    if word not in reading.values and (len(word) > 1 or word in _SUSPECT):
        _refuse_word(reading, piece, word)
        word = CONSTANTS.get(word, word)
        if word[0] == "π" and word[1:2].isalpha():  # πr is a product: π is a number
            reading.put_back(piece._replace(word=piece.word[1:], start=piece.start + 1))
            word, piece = "π", piece._replace(stop=piece.start + 1)
    named(reading, piece, word)


def _starts_argument(reading: Reading) -> bool:
    """Whether what stands here can only be the argument of the function in front of it."""
    here = reading.here
    if here.word == "^" and reading.pieces[reading.place + 1].kind == "number":
        here = reading.pieces[reading.place + 2]  # step^2*x, but step^2(x)
    return here.word in ("(", "|", "^", "[", "{") or here.kind in ("number", "word", "command", "raised")


def _refuse_word(reading: Reading, piece: Piece, word: str) -> None:
    """What is no name of plain text, however it looks."""
    if word in REFUSED:
        raise reading.refuse(REFUSED[word], piece, name=word)
    derivative_at(reading, piece)
    glued(reading, piece, word)
    if word == "Σ" and reading.here.kind in ("word", "number"):
        raise reading.refuse("open-sum", piece, example=example(reading, "sum"))


def letters(reading: Reading, piece: Piece) -> None:
    """A run of letters in LaTeX: a word where it is known to be one, else one letter after the other."""
    run = canonical_name(piece.word)
    if len(piece.word) > 1 and piece.word.isascii():
        if run in reading.bases:
            named(reading, piece, run)
            return
        before_bracket = reading.here.word == "("
        if run in reading.functions:
            function(reading, piece, run)
            return
        if run in REFUSED or run in ("PI", "Pi"):
            raise reading.refuse(REFUSED.get(run, "letters-apart"), piece, name=run)
        glued(reading, piece, run)
        if before_bracket and len(run) > 2:
            if run in CALLED:
                raise reading.refuse(CALLED[run], piece, example=example(reading, run))
            _call_own(reading, piece, run)  # whoever knows the functions says that there is none
            return
        if len(run) > 2 or before_bracket:
            reading.notice("letters-apart", (piece.start, piece.stop), name=run, product=r" \cdot ".join(run))
        for place, letter in enumerate(run[:-1], piece.start):
            named_letter = piece._replace(word=letter, start=place, stop=place + 1)
            argument_goes_on(reading, named_letter)
            reading.name(letter, named_letter)
        run, piece = run[-1], piece._replace(word=run[-1], start=piece.stop - 1)
    named(reading, piece, run)


def named(reading: Reading, piece: Piece, word: str) -> None:
    """A name with its index, primes and a power that stands before its index; and what brackets behind it mean."""
    begins = reading.place
    primes = "'" * (len(word) - len(word.rstrip("'")))
    word = word.rstrip("'")
    before: tuple[Token, ...] = ()
    while True:
        if more := prime(reading):
            primes += more
        elif reading.takes("_"):
            word += index(reading, piece)
        elif not before and power_before_index(reading):
            sign = reading.next()
            before = reading.aside(partial(argument, reading, sign))
            if len(before) != 3 or before[1].kind != "number":
                raise reading.refuse("index-above", piece, reading.pieces[reading.place - 1], name=word)
        else:
            break
    word += primes
    if word[0] == "π" and word[1:2].isalpha():
        raise reading.refuse("not-a-name", piece, reading.pieces[reading.place - 1], name=word)
    at = piece if reading.place == begins else piece._replace(stop=reading.pieces[reading.place - 1].stop)
    if reading.here.kind == "sign" and not before and _calls(reading, at, word):
        return
    argument_goes_on(reading, piece)
    if word == "σ" and any(token.word == "σ" and token.kind == "call" for token in reading.found):
        raise reading.refuse("two-meanings", at)
    reading.name(word, at)
    if before:
        reading.found += [Token("operator", "^", at.stop, at.stop), *before]


def _calls(reading: Reading, at: Piece, word: str) -> bool:
    """Whether the bracket behind a name holds its arguments; if so the call has been begun."""
    sign = reading.here.word
    if sign == "[" and not reading.latex and word.lower() in reading.functions:
        lower = word.lower()
        raise reading.refuse("square-brackets", at, reading.here, name=lower, arguments=reading.arguments(lower))
    if sign == "[" and not reading.here.spaced and not reading.latex:
        raise reading.refuse("index-in-brackets", at, reading.here, name=word, index=_index_in_brackets(reading))
    if sign == "." and not reading.here.spaced and not reading.latex:
        following = reading.pieces[reading.place + 1]
        raise reading.refuse("attribute", at, following, name=f"{word}_{following.word}")
    if sign != "(" and not (reading.latex and word == "σ" and sign in PAIRS):
        return False
    if word in reading.own:
        _call_own(reading, at, word)
        return True
    if word in reading.values:
        return False
    plain = word.rstrip("'")
    if plain != word and (plain in reading.functions or plain in reading.own or GENERAL.fullmatch(plain)):
        raise reading.refuse("derivative", at, reading.here)
    if word in reading.functions:
        function(reading, at, word)
    elif GENERAL.fullmatch(word):
        _call_own(reading, at, word)
    elif not reading.latex or (len(word) > 1 and reading.typed(at).lstrip("\\").startswith(tuple(WORDS))):
        if word in CALLED:
            raise reading.refuse(CALLED[word], at, example=example(reading, word))
        _call_own(reading, at, word)
    elif looks_like_a_call(reading) or word == "Γ":
        raise reading.refuse("not-a-function", at, name=word, typed=reading.typed(at))
    else:
        return False
    return True


def _index_in_brackets(reading: Reading) -> str:
    following = reading.pieces[reading.place + 1]
    return following.word if following.kind in ("number", "word") and following.word.isalnum() else "1"


def _call_own(reading: Reading, piece: Piece, word: str) -> None:
    """A call of a function that the table does not have."""
    reading.write("call", word, piece)
    opened = reading.next()
    reading.write("bracket", "(", opened)
    reading.frames.append(Frame(")", (")",), opened, len(reading.found)))


def function(reading: Reading, piece: Piece, word: str) -> None:
    """A word that calls what follows it."""
    if word == "σ" and any(token.word == "σ" and token.kind == "name" for token in reading.found):
        raise reading.refuse("two-meanings", piece)
    call(reading, piece, word)
