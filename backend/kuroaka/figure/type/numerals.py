"""The atlas of the characters of printed numbers, all digits equally wide, and a room that is the same for all: so a
number can change while nothing moves.

What enters: a printed number. What leaves: glyphs for it. The browser sets the same characters
(``frontend/src/typeset/numerals.js``); tests/contract/numerals.json binds both.
"""

from functools import cache

from kuroaka.figure.type.glyphs import Typeset
from kuroaka.figure.type.typeset import upright

ROOM = "−0.08888"  # what is wider is seldom, and set smaller
NAMES = {
    **{str(digit): str(digit) for digit in range(10)},
    "−": "minus",
    "+": "plus",
    ".": "point",
    "e": "e",
    "∞": "infinity",
    "N": "N",
    "a": "a",
}


@cache
def character(name: str) -> tuple[Typeset, int]:
    """The glyph of one character of a printed number, and its advance (thousandths of the type size)."""
    return upright(name)


def width(printed: str) -> int:
    """How wide a printed number stands, in thousandths of the type size."""
    return sum(character(name)[1] for name in printed)


def shrunk(printed: str) -> float:
    """How much smaller a printed number is set so that it fits its room.

    >>> shrunk("−0.5"), round(shrunk("−8.888e−308"), 2)
    (1.0, 0.7)
    """
    return min(1.0, width(ROOM) / max(width(printed), 1))
