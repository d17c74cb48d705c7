"""What most of a text is: names, numbers, operators and brackets that mean what they look like, and calls of functions.

Their pieces are tokens as they stand, and a run of them is read in one loop. Whatever else stands in a text, and
whatever stands in an argument without brackets, is left to the rules, which would read the same here, only slower.
"""

from functools import lru_cache

from kuroaka.language.glued import may_be_glued
from kuroaka.language.names import canonical_name
from kuroaka.language.pieces import Piece
from kuroaka.language.reading import Frame, Reading
from kuroaka.language.refused import WORDS as REFUSED
from kuroaka.language.spelling import CONSTANTS
from kuroaka.language.sums import SIGNS as SUMS
from kuroaka.language.tokens import Token

_OPERATORS = frozenset("+-*/")
_BEHIND_NAME = frozenset("+-*/),}")  # a name before one of these is what it looks like
_SUSPECT = frozenset("dΣπσ")  # letters that may begin what is no name: d/dx, Σ x_i, πr, σ(x)
_OPENED = (")",)  # what closes a bracket that was opened here; no other is closed here
_new = tuple.__new__  # an instance in half the time that a call of its class takes


def read_ordinary(reading: Reading) -> None:
    """Read on to the first piece that needs a rule."""
    frames = reading.frames
    if frames and not frames[-1].closer:
        return
    pieces, found, names, functions = reading.pieces, reading.found, reading.names, reading.functions
    latex = reading.latex
    place = reading.place
    while True:
        piece = pieces[place]
        kind, word, start, stop, _ = piece
        if kind == "sign":
            if word in _OPERATORS:
                found.append(_new(Token, ("operator", word, start, stop)))
            elif word == "(":
                found.append(_new(Token, ("bracket", word, start, stop)))
                frames.append(_new(Frame, (")", _OPENED, piece, len(found), None, False, False)))
            elif word == ")" and frames and frames[-1].behind is _OPENED:
                found.append(_new(Token, ("bracket", word, start, stop)))
                frames.pop()
                if frames and not frames[-1].closer:
                    place += 1
                    break
            elif word == "^" and not latex and pieces[place + 1].kind == "number":
                found.append(_new(Token, ("operator", word, start, stop)))
            else:
                break
        elif kind == "word":
            if latex and len(word) > 1:
                break
            last = _last_of_letter(pieces, place) if latex else place
            behind = pieces[last + 1]
            sign = behind.word if behind.kind == "sign" else ""
            if sign == "(" and word in functions and not latex and word not in reading.values and word != "σ":
                found.append(_new(Token, ("call", word, start, stop)))
                found.append(_new(Token, ("bracket", sign, start, stop)))
                frames.append(_new(Frame, (")", _OPENED, behind, len(found), None, False, False)))
                place += 2
                continue
            if word in functions or not _means_itself(word):
                break
            if sign and sign not in _BEHIND_NAME and (latex or not _is_power(pieces, last + 1)):
                break
            if last > place:
                word = f"{word}_{pieces[last].word}"
                piece = _new(Piece, (kind, word, start, pieces[last].stop, False))
                place = last
            spelled = names.get(word)
            if spelled is None:
                reading.name(word, piece)
            else:
                found.append(_new(Token, ("name", spelled, start, piece.stop)))
        elif kind == "number" and len(word) < 3 and word.isdigit() and pieces[place + 1].kind != "word":
            found.append(_new(Token, ("number", word, start, stop)))
        else:
            break
        place += 1
    reading.place = place


def _last_of_letter(pieces: list[Piece], place: int) -> int:
    """Where the name ends that begins with a letter of LaTeX: behind its index, if that is a number."""
    if pieces[place + 1].word == "_" and pieces[place + 2].kind == "number" and pieces[place + 2].word.isdigit():
        return place + 2
    return place


def _is_power(pieces: list[Piece], place: int) -> bool:
    """Whether a number stands above what is in front: ``x^2``, but ``x^2_i`` is a name with its index behind."""
    return pieces[place].word == "^" and pieces[place + 1].kind == "number" and pieces[place + 2].word != "_"


@lru_cache(4096)
def _means_itself(word: str) -> bool:
    """Whether a word that is no function is a name wherever it stands; many rules could say that it is not."""
    special = word in REFUSED or word in SUMS or word in CONSTANTS or word == "mod" or word.startswith("log_")
    return not special and word[0] not in _SUSPECT and canonical_name(word) == word and not may_be_glued(word)
