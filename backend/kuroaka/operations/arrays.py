"""The arithmetic of numpy arrays: the same results as that of floats, for many points at once."""

import math
import operator
from collections.abc import Callable
from functools import reduce, wraps

import numpy as np
from numpy.typing import NDArray

from kuroaka.operations.arithmetic import Arithmetic

Array = NDArray[np.float64]


def _quiet(function: Callable[..., Array]) -> Callable[..., Array]:
    """Infinities and NaN are results here, not warnings."""

    @wraps(function)
    def quiet(*inputs: Array) -> Array:
        with np.errstate(all="ignore"):
            return function(*inputs)

    return quiet


def _sigmoid(x: Array) -> Array:
    small: Array = np.exp(-np.abs(x))
    above: Array = np.where(x < 0, small, 1.0)
    return np.divide(above, 1 + small)


def _softplus(x: Array) -> Array:
    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))


_erf = np.vectorize(math.erf, otypes=[np.float64])  # numpy has none
_erfc = np.vectorize(math.erfc, otypes=[np.float64])


def _gelu(x: Array) -> Array:
    below: Array = _erfc(-x / math.sqrt(2))
    return x / 2 * below


def _logit(x: Array) -> Array:
    return np.where((x > 0.25) & (x < 0.75), 2 * np.arctanh(2 * x - 1), np.log(x / (1 - x)))


def _sinc(x: Array) -> Array:
    return np.where(x == 0, 1.0, np.sin(x) / x)


def _sinc_slope(x: Array) -> Array:
    near = np.clip(x, -2, 2)
    series = np.ones_like(x)
    for term in range(12, 0, -1):
        series = 1 - near * near / (2 * term * (2 * term + 3)) * series
    return np.where(np.abs(x) < 2, -near / 3 * series, (np.cos(x) - _sinc(x)) / x)


def _step(x: Array) -> Array:
    return np.heaviside(x, 0.0)


def _compared(holds: Callable[..., NDArray[np.bool_]]) -> Callable[..., Array]:
    return lambda x, y: np.where(np.isnan(x) | np.isnan(y), np.nan, holds(x, y))


def _where(c: Array, x: Array, y: Array) -> Array:
    return np.where(np.isnan(c), np.nan, np.where(c != 0, x, y))


def _power_base(x: Array, y: Array) -> Array:
    return np.where(y == 0, 0.0, y * np.power(x, y - 1))


def _power_exponent(x: Array, y: Array) -> Array:
    return np.where((x == 0) & (y >= 0), 0.0, np.power(x, y) * np.log(x))


_FUNCTIONS: dict[str, Callable[..., Array]] = {
    "add": np.add,
    "sub": np.subtract,
    "mul": np.multiply,
    "div": np.divide,
    "pow": np.power,
    "neg": np.negative,
    "exp": np.exp,
    "expm1": np.expm1,
    "ln": np.log,
    "log2": np.log2,
    "log10": np.log10,
    "log1p": np.log1p,
    "sqrt": np.sqrt,
    "cbrt": np.cbrt,
    "hypot": np.hypot,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "asin": np.arcsin,
    "acos": np.arccos,
    "atan": np.arctan,
    "atan2": np.arctan2,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "asinh": np.arcsinh,
    "acosh": np.arccosh,
    "atanh": np.arctanh,
    "erf": _erf,
    "erfc": _erfc,
    "sinc": _sinc,
    "sigmoid": _sigmoid,
    "logit": _logit,
    "softplus": _softplus,
    "gelu": _gelu,
    "abs": np.abs,
    "sign": np.sign,
    "step": _step,
    "max": np.maximum,
    "min": np.minimum,
    "floor": np.floor,
    "ceil": np.ceil,
    "round": np.rint,
    "trunc": np.trunc,
    "mod": np.mod,
    "gt": _compared(np.greater),
    "lt": _compared(np.less),
    "ge": _compared(np.greater_equal),
    "le": _compared(np.less_equal),
    "eq": _compared(np.equal),
    "ne": _compared(np.not_equal),
    "where": _where,
    "power_base": _power_base,
    "power_exponent": _power_exponent,
    "slope": lambda _, x: np.full_like(x, np.nan),
    "sinc_slope": _sinc_slope,
}


def _defined(flowing: Array, value: Array, inputs: tuple[Array, ...]) -> Array:
    begins = np.isnan(value) & ~np.logical_or.reduce(np.broadcast_arrays(*map(np.isnan, inputs)))
    return np.where(begins, value, flowing)


ARRAYS: Arithmetic[Array] = Arithmetic(
    number=lambda value: np.asarray(float(value)),
    primitives={name: _quiet(function) for name, function in _FUNCTIONS.items()},
    total=lambda values: reduce(operator.add, values),
    defined=_defined,
    general=lambda _, *inputs: np.full_like(inputs[0], np.nan),
)
