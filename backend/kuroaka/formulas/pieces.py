"""What both printers share."""

import math
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from kuroaka.formulas.formula import HALF, ONE, Base, Call, Formula, Number, Sum

P = TypeVar("P")
Q = ParamSpec("Q")
V = TypeVar("V")


def once(printer: Callable[Concatenate[P, Q], V]) -> Callable[Concatenate[P, Q], V]:
    """A printer that prints a part but once, as labels hold each other's parts. The print is kept with the part, as
    its cached properties are: parts that are equal may have another order.
    """

    @wraps(printer)
    def found(part: P, /, *given: Q.args, **named: Q.kwargs) -> V:
        assert not named, "by position"
        key, known = (printer, *given), cast("dict[object, V]", vars(part))
        if key not in known:
            known[key] = printer(part, *given, **named)
        return known[key]

    return found


def printed(value: Number) -> str:
    """A number that is not negative, as it is typed.

    >>> printed(3), printed(0.1 * 3), printed(1e-7)
    ('3', '0.3', '1e-07')
    """
    if not isinstance(value, float):
        return str(value.numerator)
    short = f"{value:.15g}"
    return short if math.isfinite(float(short)) else repr(value)  # the largest would be rounded past all numbers


def exponential(base: Base, exponent: Number) -> tuple[Base, Number]:
    """A power of a power is a power: (e^x)^2 is e^(2x). Roots stay."""
    if isinstance(base, Call) and base.operation in ("exp", "pow") and exponent not in (1, HALF.coefficient):
        *root, above = base.arguments
        if not any(isinstance(inner, Sum) for inner in above.factors):
            return Call(base.operation, (*root, Formula(above.coefficient * exponent, above.factors))), 1
    return base, exponent


def radicand(base: Base) -> Formula:
    """What a power or a root is taken of."""
    if isinstance(base, Sum) and len(base.terms) == 1:
        return base.terms[0]
    return Formula(ONE.coefficient, {base: ONE.coefficient})
