"""Numbers as the figure prints them, and the atlas of their characters.

What enters: a float. What leaves: its printed form, at most 4 significant digits unless it is a short whole
number, and glyphs for it, all digits equally wide, so that a number can change while nothing moves.
The browser prints and sets the same characters (``frontend/src/typeset/numerals.js``); tests/contract/numerals.json
binds both.
"""

import math
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from kuroaka.figure.typeset import Typeset, upright

DIGITS = 4
WIDEST = "−8.888e−308"
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

_rounding = Context(prec=DIGITS, rounding=ROUND_HALF_UP)


def print_number(value: float) -> str:
    """A number as the figure shows it: 4 significant digits, rounded half up on the exact binary value.

    >>> print_number(0.6224593312), print_number(-2.0), print_number(6.02214e23), print_number(-0.0)
    ('0.6225', '−2', '6.022e23', '−0')
    """
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == int(value) and abs(value) < 1e5:
        digits = str(abs(int(value)))
    else:
        digits = _four_digits(Decimal(abs(value)))
    return ("−" if math.copysign(1, value) < 0 else "") + digits


def _four_digits(magnitude: Decimal) -> str:
    rounded = _rounding.plus(magnitude)
    exponent = rounded.adjusted()
    if magnitude >= Decimal("0.001") and magnitude < 100_000:
        places = max(DIGITS - 1 - exponent, 0)
        return f"{rounded:.{places}f}"
    mantissa = f"{rounded.scaleb(-exponent):.{DIGITS - 1}f}"
    return f"{mantissa}e{exponent}".replace("-", "−")


@cache
def character(name: str) -> tuple[Typeset, int]:
    """The glyph of one character of a printed number, and its advance (thousandths of the type size)."""
    return upright(name)


def width(printed: str) -> int:
    """How wide a printed number stands, in thousandths of the type size."""
    return sum(character(name)[1] for name in printed)
