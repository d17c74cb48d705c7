"""Floats at kinks and jumps: signs, the larger and the smaller, whole numbers, comparisons. NaN stays NaN."""

import math
from collections.abc import Callable


def sign(x: float) -> float:
    """-1, 0 or 1; 0 at both zeros.

    >>> sign(-2.0), sign(0.0), sign(3.0)
    (-1.0, 0.0, 1.0)
    """
    return float((x > 0) - (x < 0)) if x == x else x  # noqa: PLR0124


def step(x: float) -> float:
    """1 above 0, else 0.

    >>> step(-2.0), step(0.0), step(3.0)
    (0.0, 0.0, 1.0)
    """
    return float(x > 0) if x == x else x  # noqa: PLR0124


def maximum(x: float, y: float) -> float:
    """The larger value; NaN if either is NaN.

    >>> maximum(1.0, 2.0), maximum(float("nan"), 1.0), maximum(1.0, float("nan"))
    (2.0, nan, nan)
    """
    return x if x > y or x != x else y  # noqa: PLR0124


def minimum(x: float, y: float) -> float:
    """The smaller value; NaN if either is NaN.

    >>> minimum(1.0, 2.0), minimum(1.0, float("nan"))
    (1.0, nan)
    """
    return x if x < y or x != x else y  # noqa: PLR0124


def whole(rounded: Callable[[float], float]) -> Callable[[float], float]:
    """A way of rounding to whole numbers, for all floats: infinities stay, and a zero keeps the sign.

    >>> whole(round)(2.5), whole(math.ceil)(-0.5), whole(math.floor)(-math.inf)
    (2.0, -0.0, -inf)
    """
    return lambda x: math.copysign(rounded(x), x) if math.isfinite(x) else x


def modulo(x: float, y: float) -> float:
    """x - y * floor(x / y) with all digits; it has the sign of y. NaN for y = 0.

    >>> modulo(-7.0, 3.0), modulo(7.0, -3.0), modulo(1.0, 0.0)
    (2.0, -2.0, nan)
    """
    return x % y if y else math.nan


def compared(holds: Callable[[float, float], bool]) -> Callable[[float, float], float]:
    """A comparison as a number: 1 where it holds, else 0.

    >>> import operator
    >>> compared(operator.ge)(2.0, 2.0), compared(operator.ne)(math.nan, 2.0)
    (1.0, nan)
    """
    return lambda x, y: math.nan if math.isnan(x) or math.isnan(y) else float(holds(x, y))


def where(c: float, x: float, y: float) -> float:
    """x where c is not 0, else y.

    >>> where(1.0, 2.0, 3.0), where(-0.0, 2.0, 3.0), where(math.nan, 2.0, 3.0)
    (2.0, 3.0, nan)
    """
    return c if math.isnan(c) else x if c else y
