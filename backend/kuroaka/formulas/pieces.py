"""What both printers share."""

from fractions import Fraction

from kuroaka.formulas.formula import HALF, ONE, Base, Call, Formula, Number, Sum


def printed(value: Number) -> str:
    """A number that is not negative, as it is typed.

    >>> printed(Fraction(3)), printed(0.1 * 3), printed(1e-7)
    ('3', '0.3', '1e-07')
    """
    return str(value.numerator) if isinstance(value, Fraction) else f"{value:.15g}"


def exponential(base: Base, exponent: Number) -> tuple[Base, Number]:
    """A power of a power is a power: (e^x)^2 is e^(2x). Roots stay."""
    if isinstance(base, Call) and base.operation in ("exp", "pow") and exponent not in (1, HALF.coefficient):
        *root, above = base.arguments
        if not any(isinstance(inner, Sum) for inner in above.factors):
            return Call(base.operation, (*root, Formula(above.coefficient * exponent, above.factors))), Fraction(1)
    return base, exponent


def radicand(base: Base) -> Formula:
    """What a power or a root is taken of."""
    if isinstance(base, Sum) and len(base.terms) == 1:
        return base.terms[0]
    return Formula(ONE.coefficient, {base: ONE.coefficient})
