"""Numbers as a reader sees them, everywhere the same: in the figure, in sentences, in other programs' drawings.

What enters: a float. What leaves: its printed form. A number of at most 4 significant digits prints with these, as it
was typed, a whole number below 10⁵ with all; any other with 4, the zeros at the end too, for they were computed. What
differs from a short number by less than a computation knows is that number: 0.1 + 0.2 prints 0.3. Zero has no sign.
The browser prints the same characters (frontend/src/typeset/numerals.js); tests/contract/numerals.json binds both.
"""

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from kuroaka.operations import Math

DIGITS = 4
_KNOWN = 1e-12  # of a number: what a computation of some hundred steps knows of it
_RAISED = str.maketrans("0123456789−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")

_rounding = Context(prec=DIGITS, rounding=ROUND_HALF_UP)
_exact = Context(prec=1100, rounding=ROUND_HALF_UP)  # a float has fewer digits


class PrintedSum(NamedTuple):
    """Addends and their sum, and the sign between: ``≈`` where what is printed does not add up."""

    addends: list[str]
    sign: str
    total: str


def print_number(value: float) -> str:
    """A number in a text.

    >>> print_number(0.6224593312), print_number(-1.1), print_number(6.02214e23), print_number(1e-7), print_number(-0.0)
    ('0.6225', '−1.1', '6.022·10²³', '10⁻⁷', '0')
    """
    return _spelled(figure_number(value))


def figure_number(value: float) -> str:
    """A number as the figure sets it, whose glyphs do not rise: 4 significant digits, rounded half up on the exact
    binary value.

    >>> figure_number(0.6224593312), figure_number(-2.0), figure_number(6.02214e-23)
    ('0.6225', '−2', '6.022e−23')
    """
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return "−" * (value < 0) + _digits(abs(value))


def print_sum(addends: Sequence[float], total: float) -> PrintedSum:
    """Addends and their sum, so that a reader can add them: as they are where each has few digits, else all to the
    decimal place of the largest, up to two places finer where only that adds up. A number that would vanish there
    prints as it is.

    >>> print_sum([1.0, -0.25], 0.75)
    PrintedSum(addends=['1', '−0.25'], sign='=', total='0.75')
    >>> print_sum([-1.24501, 0.77494, -0.11748], -0.58755)
    PrintedSum(addends=['−1.2450', '0.7749', '−0.1175'], sign='=', total='−0.5876')
    """
    numbers = [*addends, total]
    printed, sign = [print_number(value) for value in numbers], "="
    if all(map(math.isfinite, numbers)) and not all(_is_short(abs(value)) for value in numbers):
        top = max(Decimal(abs(value)).adjusted() for value in numbers if value)
        coarsest = top - DIGITS + 1 if _is_scaled(top) else min(top - DIGITS + 1, 0)
        place = next((place for place in range(coarsest, coarsest - 3, -1) if _adds_up(numbers, place)), None)
        sign = "≈" if place is None else "="
        place = coarsest if place is None else place
        units = [_units(value, place) for value in numbers]
        printed = [_in_units(unit, place, top) if unit else short for unit, short in zip(units, printed, strict=True)]
    return PrintedSum(printed[:-1], sign, printed[-1])


def numeral_math(printed: str) -> Math:
    """A number as the figure prints it, with its power of ten, as it is set elsewhere.

    >>> numeral_math("6.022e23"), numeral_math("−1e−7")
    (('times', '6.022', '⋅', ('sup', '10', '23')), ('row', '−', ('sup', '10', ('row', '−', '7'))))
    """
    if printed.startswith("−"):
        return ("row", "−", numeral_math(printed[1:]))
    mantissa, _, exponent = printed.partition("e")
    if not exponent:
        return mantissa
    power: Math = ("sup", "10", numeral_math(exponent))
    return power if mantissa == "1" else ("times", mantissa, "⋅", power)


def raised(printed: str) -> str:
    """A whole number as an exponent in a text.

    >>> raised("−12")
    '⁻¹²'
    """
    return printed.translate(_RAISED)


def _digits(size: float) -> str:
    """A finite number without its sign."""
    if _is_whole(size):
        return str(round(size))
    is_short, rounded = _is_short(size), _rounding.plus(Decimal(size))
    magnitude, exponent = rounded if is_short else Decimal(size), rounded.adjusted()
    if Decimal("0.001") <= magnitude < 100_000:
        return _trimmed(f"{rounded:.{max(DIGITS - 1 - exponent, 0)}f}", is_short)
    mantissa = _trimmed(f"{rounded.scaleb(-exponent):.{DIGITS - 1}f}", is_short)
    return f"{mantissa}e{exponent}".replace("-", "−")


def _is_whole(size: float) -> bool:
    return round(size) < 100_000 and abs(size - round(size)) <= _KNOWN * size


def _is_short(size: float) -> bool:
    """Whether it is a number of few digits, for all that is known."""
    return _is_whole(size) or abs(size - float(_rounding.plus(Decimal(size)))) <= _KNOWN * size


def _trimmed(digits: str, is_short: bool) -> str:
    return digits.rstrip("0").rstrip(".") if is_short and "." in digits else digits


def _spelled(printed: str) -> str:
    """With its power of ten as people write it."""
    mantissa, _, exponent = printed.partition("e")
    if not exponent:
        return mantissa
    power = "10" + raised(exponent)
    return mantissa[:-1] + power if mantissa in ("1", "−1") else f"{mantissa}·{power}"


def _is_scaled(exponent: int) -> bool:
    return not -3 <= exponent < 5


def _units(value: float, place: int) -> int:
    """How often 10**place is in a number, rounded."""
    unit = Decimal((0, (1,), place))
    count = int(_exact.divide(_exact.quantize(Decimal(abs(value)), unit), unit))
    return -count if value < 0 else count


def _adds_up(numbers: Sequence[float], place: int) -> bool:
    units = [_units(value, place) for value in numbers]
    return sum(units[:-1]) == units[-1] and all(unit or not value for unit, value in zip(units, numbers, strict=True))


def _in_units(count: int, place: int, top: int) -> str:
    """So many units of a decimal place, for a reader."""
    exponent = top if _is_scaled(top) else 0
    digits = f"{Decimal(abs(count)).scaleb(place - exponent):f}"
    return _spelled("−" * (count < 0) + digits + (f"e{exponent}".replace("-", "−") if exponent else ""))
