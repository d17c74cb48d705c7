"""What both printers share: a formula taken apart into a sign, a numerator and a denominator."""

from fractions import Fraction
from typing import NamedTuple

from kuroaka.formulas.formula import Base, Call, Formula, Name, Number, Sum
from kuroaka.operations import OPERATIONS


class Fractional(NamedTuple):
    """``sign`` (-1 or 1), then numbers (None for a 1 that need not be printed) and powers, above and below."""

    sign: int
    above: Number | None
    numerator: list[tuple[Base, Number]]
    below: Number | None
    denominator: list[tuple[Base, Number]]


def fractional(formula: Formula) -> Fractional:
    """A formula as a fraction; exponents come out positive; names come first."""
    ordered = sorted(formula.factors.items(), key=lambda item: _rank(item[0]))
    numerator = [(base, exponent) for base, exponent in ordered if exponent > 0]
    denominator = [(base, -exponent) for base, exponent in ordered if exponent < 0]
    size: Number = -formula.coefficient if formula.coefficient < 0 else formula.coefficient
    above: Number | None = size
    below: Number | None = None
    if isinstance(size, Fraction) and size.denominator > 1:
        above, below = Fraction(size.numerator), Fraction(size.denominator)
    if above == 1 and numerator:
        above = None
    return Fractional(-1 if formula.coefficient < 0 else 1, above, numerator, below, denominator)


def _rank(base: Base) -> int:
    """``σ(x) (1 - σ(x))``, but ``(1 + x) log x``: what comes after ``log x`` would seem to belong to it."""
    if isinstance(base, Call):
        return 1 if OPERATIONS[base.operation].applied == "bracketed" else 3
    return 0 if isinstance(base, Name) else 2


def printed(value: Number) -> str:
    """A number that is not negative, as it is typed.

    >>> printed(Fraction(3)), printed(0.1 * 3), printed(1e-7)
    ('3', '0.3', '1e-07')
    """
    return str(value.numerator) if isinstance(value, Fraction) else f"{value:.15g}"


def exponential(base: Base, exponent: Number) -> tuple[Base, Number]:
    """A whole power of an exponential is an exponential: (e^x)^2 is e^(2x)."""
    if isinstance(base, Call) and base.operation == "exp" and exponent != 1:
        argument = base.arguments[0]
        if not any(isinstance(inner, Sum) for inner in argument.factors):
            return Call("exp", (Formula(argument.coefficient * exponent, argument.factors),)), Fraction(1)
    return base, exponent
