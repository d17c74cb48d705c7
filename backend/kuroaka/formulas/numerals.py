"""Numbers as a reader sees them, everywhere the same: in the figure, in sentences, in other programs' drawings.

What enters: a float. What leaves: its printed form, at most 4 significant digits unless it is a short whole number.
The browser prints the same characters (frontend/src/typeset/numerals.js); tests/contract/numerals.json binds both.
"""

import math
from decimal import ROUND_HALF_UP, Context, Decimal

DIGITS = 4

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
