"""The arithmetic of floats as IEEE 754 has it: infinities and NaN, never an exception or a complex number.

Python raises where C returns: ``1/0``, ``log(0)``, ``exp(1000)``, ``sin(inf)``; this file decides once what
comes out instead. ``frontend/src/engine/arithmetic.js`` is its twin.
"""

import math
import operator
from collections.abc import Callable
from functools import reduce

from kuroaka.operations.arithmetic import Arithmetic
from kuroaka.operations.jumps import compared, maximum, minimum, modulo, sign, step, where, whole

_INF, _NAN = math.inf, math.nan


def divide(x: float, y: float) -> float:
    """x / y; a zero divisor gives a signed infinity, or NaN for 0/0.

    >>> divide(-1.0, 0.0), divide(1.0, -0.0)
    (-inf, -inf)
    """
    if y:
        return x / y
    return _NAN if not x or math.isnan(x) else math.copysign(_INF, x) * math.copysign(1.0, y)


def power(x: float, y: float) -> float:
    """x ** y as C's pow: 1 for y = 0 even at x = 0; NaN for a negative x and a fractional y.

    >>> power(0.0, 0.0), power(0.0, -1.0), power(-8.0, 1 / 3), power(10.0, 400.0)
    (1.0, inf, nan, inf)
    """
    try:
        return math.pow(x, y)
    except OverflowError:
        return -_INF if x < 0 and y % 2 == 1 else _INF
    except ValueError:
        if x:
            return _NAN
        return math.copysign(_INF, x) if y % 2 == 1 else _INF


def logarithm(x: float, function: Callable[[float], float] = math.log) -> float:
    """The natural logarithm, or another; -inf at 0 and NaN below.

    >>> logarithm(0.0), logarithm(-1.0), logarithm(8.0, math.log2)
    (-inf, nan, 3.0)
    """
    if x > 0:
        return function(x)
    return -_INF if x == 0 else _NAN


def logarithm1p(x: float) -> float:
    """ln(1 + x) with all digits near 0.

    >>> logarithm1p(1e-20), logarithm1p(-1.0), logarithm1p(-2.0)
    (1e-20, -inf, nan)
    """
    return math.log1p(x) if x > -1 else logarithm(1 + x)


def arctangent(x: float) -> float:
    """The inverse of tanh; infinite at -1 and 1, NaN beyond.

    >>> arctangent(1.0), arctangent(2.0)
    (inf, nan)
    """
    return math.atanh(x) if abs(x) < 1 else math.copysign(_INF, x) if abs(x) == 1 else _NAN


def sigmoid(x: float) -> float:
    """1 / (1 + exp(-x)), exact to the last digits far out on both sides.

    >>> sigmoid(-745.0)
    5e-324
    """
    if x < 0:
        small = math.exp(x)
        return small / (1 + small)
    return 1 / (1 + math.exp(-x))


def softplus(x: float) -> float:
    """ln(1 + exp(x)) without overflow: x itself far to the right.

    >>> softplus(1000.0), softplus(-745.0)
    (1000.0, 5e-324)
    """
    return max(x, 0.0) + math.log1p(math.exp(-abs(x))) if x == x else x  # noqa: PLR0124  (NaN stays NaN)


def gelu(x: float) -> float:
    """x/2 * (1 + erf(x / sqrt(2))), without the 1 that takes all digits far to the left.

    >>> gelu(1.0), gelu(-9.0)
    (0.8413447460685429, -1.015729565358458e-18)
    """
    return x / 2 * math.erfc(-x / math.sqrt(2))


def logit(x: float) -> float:
    """ln(x / (1 - x)), in the middle by a function that is exact near its zero.

    >>> logit(0.5), logit(0.0), logit(1.0), logit(2.0)
    (0.0, -inf, inf, nan)
    """
    return 2 * math.atanh(2 * x - 1) if 0.25 < x < 0.75 else logarithm(divide(x, 1 - x))


def sinc(x: float) -> float:
    """sin(x) / x, and 1 at 0.

    >>> sinc(0.0), sinc(math.pi / 2)
    (1.0, 0.6366197723675814)
    """
    return _ieee(math.sin)(x) / x if x else 1.0


def sinc_slope(x: float) -> float:
    """The derivative of sinc; a series around 0, where its two terms cancel.

    >>> sinc_slope(0.0), sinc_slope(3e-9), sinc_slope(math.pi)
    (-0.0, -1e-09, -0.3183098861837907)
    """
    if not abs(x) < 2:
        return (_ieee(math.cos)(x) - sinc(x)) / x
    series = 1.0
    for term in range(12, 0, -1):
        series = 1 - x * x / (2 * term * (2 * term + 3)) * series
    return -x / 3 * series


def power_base(x: float, y: float) -> float:
    """The derivative of x^y to its base, y * x^(y-1): 0 where y = 0, also at x = 0.

    >>> power_base(3.0, 2.0), power_base(0.0, 0.0)
    (6.0, 0.0)
    """
    return y * power(x, y - 1) if y else 0.0


def power_exponent(x: float, y: float) -> float:
    """The derivative of x^y to its exponent, x^y * ln(x): 0 at x = 0 for y >= 0, where 0^y is flat.

    >>> power_exponent(0.0, 2.0), power_exponent(1.0, 5.0)
    (0.0, 0.0)
    """
    return 0.0 if x == 0 and y >= 0 else power(x, y) * logarithm(x)


def _ieee(function: Callable[[float], float], overflow: Callable[[float], float] = abs) -> Callable[[float], float]:
    """``function`` with NaN outside its domain, and an infinity signed by ``overflow`` past the largest float."""

    def guarded(x: float) -> float:
        try:
            return function(x)
        except ValueError:
            return _NAN
        except OverflowError:
            return math.copysign(_INF, overflow(x))

    return guarded


def defined(flowing: float, value: float, inputs: tuple[float, ...]) -> float:
    """What flows back; NaN where an operation has no value: there it has no slope either.

    >>> defined(-1.0, logarithm(-1.0), (-1.0,)), defined(2.0, float("nan"), (float("nan"), 1.0))
    (nan, 2.0)
    """
    return value if math.isnan(value) and not any(map(math.isnan, inputs)) else flowing


FLOATS: Arithmetic[float] = Arithmetic(
    number=float,
    primitives={
        "add": operator.add,
        "sub": operator.sub,
        "mul": operator.mul,
        "div": divide,
        "pow": power,
        "neg": operator.neg,
        "exp": _ieee(math.exp),
        "expm1": _ieee(math.expm1),
        "ln": logarithm,
        "log2": lambda x: logarithm(x, math.log2),
        "log10": lambda x: logarithm(x, math.log10),
        "log1p": logarithm1p,
        "sqrt": _ieee(math.sqrt),
        "cbrt": math.cbrt,
        "hypot": math.hypot,
        "sin": _ieee(math.sin),
        "cos": _ieee(math.cos),
        "tan": _ieee(math.tan),
        "asin": _ieee(math.asin),
        "acos": _ieee(math.acos),
        "atan": _ieee(math.atan),
        "atan2": math.atan2,
        "sinh": _ieee(math.sinh, overflow=float),
        "cosh": _ieee(math.cosh),
        "tanh": math.tanh,
        "asinh": math.asinh,
        "acosh": _ieee(math.acosh),
        "atanh": arctangent,
        "erf": math.erf,
        "erfc": math.erfc,
        "sinc": sinc,
        "sigmoid": sigmoid,
        "logit": logit,
        "softplus": softplus,
        "gelu": gelu,
        "abs": abs,
        "sign": sign,
        "step": step,
        "max": maximum,
        "min": minimum,
        "floor": whole(math.floor),
        "ceil": whole(math.ceil),
        "round": whole(round),
        "trunc": whole(math.trunc),
        "mod": modulo,
        "gt": compared(operator.gt),
        "lt": compared(operator.lt),
        "ge": compared(operator.ge),
        "le": compared(operator.le),
        "eq": compared(operator.eq),
        "ne": compared(operator.ne),
        "where": where,
        "power_base": power_base,
        "power_exponent": power_exponent,
        "slope": lambda *_: _NAN,
        "sinc_slope": sinc_slope,
    },
    total=lambda values: reduce(operator.add, values),  # first to last, so that every implementation rounds alike
    defined=defined,
    general=lambda *_: _NAN,
)
