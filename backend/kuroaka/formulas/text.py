"""Formulas as text in our own language; what is printed parses back to the same value."""

from fractions import Fraction

from kuroaka.formulas.formula import HALF, Base, Call, Formula, Name, Number, Sum
from kuroaka.formulas.pieces import exponential, once, printed, radicand
from kuroaka.language.spelling import INFIX
from kuroaka.operations import OPERATIONS

_INFIX = {infix.word: sign for sign, infix in INFIX.items() if sign != "**"}


@once
def text(formula: Formula) -> str:
    """The formula as it could be typed.

    >>> from kuroaka.formulas import formula_of
    >>> text(formula_of("n/(n + exp(-x)) - 2*x^-3"))
    'n/(n + exp(-x)) - 2/x^3'
    """
    lone = formula.lone
    if isinstance(lone, Sum):
        return _terms(lone)
    parts = formula.fractional
    above = [] if parts.above is None else [printed(parts.above)]
    above += [_power(base, exponent) for base, exponent in parts.numerator]
    below = [] if parts.below is None else [printed(parts.below)]
    below += [_power(base, exponent) for base, exponent in parts.denominator]
    written = "*".join(above)
    if below:
        written += "/" + (below[0] if len(below) == 1 else f"({'*'.join(below)})")
    return "-" * (parts.sign < 0) + written


@once
def _terms(base: Sum) -> str:
    written = text(base.terms[0])
    for term in base.terms[1:]:
        one = text(term)
        written += f" - {one[1:]}" if one.startswith("-") else f" + {one}"
    return written


def _power(base: Base, exponent: Number) -> str:
    base, exponent = exponential(base, exponent)
    written = _base(base)
    if exponent == 1:
        return written
    if exponent == HALF.coefficient:
        return f"sqrt({text(radicand(base))})"
    if isinstance(base, Call) and base.operation in _INFIX:
        written = f"({_call(base)})"
    if isinstance(exponent, Fraction) and exponent.denominator > 1:
        return f"{written}^({exponent.numerator}/{exponent.denominator})"
    return f"{written}^{printed(exponent)}"


def _base(base: Base) -> str:
    if isinstance(base, Name):
        return base.word
    if isinstance(base, Sum):
        return _operand(radicand(base))
    return f"({_call(base)})" if base.operation in _INFIX and base.operation != "pow" else _call(base)


@once
def _call(base: Call) -> str:
    if base.operation in _INFIX:
        left, right = (_operand(argument) for argument in base.arguments)
        return f"{left}{_INFIX[base.operation]}{right}"
    if base.operation == "slope":  # of a function that nobody defined: to be read, not typed
        above, below = (text(argument) for argument in base.arguments)
        return f"∂{above}/∂{below}"
    word = (OPERATIONS[base.operation].spellings or (base.operation,))[0]
    return f"{word}({', '.join(text(argument) for argument in base.arguments)})"


def _operand(argument: Formula) -> str:
    written = text(argument)
    return written if _atomic(argument) else f"({written})"


def _atomic(argument: Formula) -> bool:
    """Whether it needs no brackets next to an operator: one name or call, or a plain number."""
    if not argument.factors:
        return argument.coefficient >= 0 and (
            isinstance(argument.coefficient, float) or argument.coefficient.denominator == 1
        )
    base, exponent = next(iter(argument.factors.items()))
    plain = isinstance(base, Name) or (isinstance(base, Call) and base.operation not in _INFIX)
    return len(argument.factors) == 1 and argument.coefficient == 1 and exponent == 1 and plain
