"""Formulas as LaTeX that a textbook would print."""

from fractions import Fraction

from kuroaka.formulas.formula import Base, Call, Formula, Name, Number, Sum
from kuroaka.formulas.names import name_latex
from kuroaka.formulas.pieces import exponential, fractional, printed
from kuroaka.operations import CONSTANTS, OPERATIONS


def latex(formula: Formula, outside: str = "") -> str:
    r"""The formula in LaTeX. The name ``outside`` (the upstream gradient) stands in front of a fraction rather
    than in it, unless nothing else is left above the line.

    >>> from kuroaka.formulas import formula_of
    >>> latex(formula_of("E*x*exp(-x)/(1 + exp(-x))^2"), outside="E")
    'E\\frac{x e^{-x}}{\\left(1+e^{-x}\\right)^{2}}'
    """
    parts = fractional(formula)
    numerator = parts.numerator
    line = bool(parts.denominator) or parts.below is not None
    front: list[str] = []
    inside: list[str] = []
    kept = [item for item in numerator if item != (Name(outside), Fraction(1))]
    if line and kept and len(kept) < len(numerator):
        front, numerator = [name_latex(outside)], kept
    if parts.above is not None and (parts.above != 1 or not numerator):
        (front if front and parts.below is None else inside).insert(0, _number(parts.above))
    below = [_number(parts.below)] if parts.below is not None else []
    alone = line or parts.sign > 0
    inside += _factors(numerator, outside, bare=alone and not inside)
    below += _factors(parts.denominator, outside, bare=not below)
    written = _joined(inside)
    if below:
        written = f"\\frac{{{written}}}{{{_joined(below)}}}"
    return "-" * (parts.sign < 0) + _joined(front) + written


def _factors(factors: list[tuple[Base, Number]], outside: str, bare: bool) -> list[str]:
    """Each power; a sum that stands alone needs no brackets."""
    if bare and len(factors) == 1 and isinstance(factors[0][0], Sum) and factors[0][1] == 1:
        return [_terms(factors[0][0], outside)]
    return [_power(base, exponent, outside) for base, exponent in factors]


def _joined(factors: list[str]) -> str:
    """Factors side by side; a dot only where two numbers would run together."""
    written = ""
    for factor in factors:
        if written:
            written += r" \cdot " if factor[0].isdigit() else "" if factor.startswith(r"\left") else " "
        written += factor
    return written


def _terms(base: Sum, outside: str) -> str:
    written = latex(base.terms[0], outside)
    for term in base.terms[1:]:
        one = latex(term, outside)
        written += one if one.startswith("-") else f"+{one}"
    return written


def _number(value: Number) -> str:
    """A number; powers of ten as powers of ten."""
    written = printed(value)
    mantissa, _, exponent = written.partition("e")
    return rf"{mantissa} \cdot 10^{{{int(exponent)}}}" if exponent else mantissa


def _power(base: Base, exponent: Number, outside: str) -> str:
    base, exponent = exponential(base, exponent)
    if isinstance(base, Sum):
        written = rf"\left({_terms(base, outside)}\right)"
    elif isinstance(base, Name):
        written = CONSTANTS[base.word][1] if base.word in CONSTANTS else name_latex(base.word)
    else:
        applied = OPERATIONS[base.operation].applied
        if applied == "beside" and exponent > 1 and exponent == int(exponent):  # sin^2 x
            return _call(base, outside, f"^{{{_exponent(exponent)}}}")
        written = _call(base, outside)
        if exponent != 1 and applied != "fence":
            written = rf"\left({written}\right)"
    if exponent == 1:
        return written
    return (
        f"{{{written}}}^{{{_exponent(exponent)}}}" if written.endswith("'") else f"{written}^{{{_exponent(exponent)}}}"
    )


def _exponent(exponent: Number) -> str:
    if isinstance(exponent, Fraction) and exponent.denominator > 1:
        return f"{exponent.numerator}/{exponent.denominator}"
    return _number(exponent)


def _call(base: Call, outside: str, power: str = "") -> str:
    """A call; a ``power`` stands at the word that the last argument is beside."""
    operation = OPERATIONS[base.operation]
    arguments = {
        argument: _Argument(formula, outside)
        for argument, formula in zip(operation.arguments, base.arguments, strict=True)
    }
    if not power:
        return operation.latex.format_map(arguments)
    word, _, last = operation.latex.rpartition(" ")
    return f"{word.format_map(arguments)}{power} {last.format_map(arguments)}"


class _Argument:
    """An argument in a template of the table: ``{x}`` as it is, ``{x:p}`` in brackets unless it is one symbol."""

    def __init__(self, formula: Formula, outside: str) -> None:
        self.formula, self.outside = formula, outside

    def __format__(self, spec: str) -> str:
        written = latex(self.formula, self.outside)
        return rf"\left({written}\right)" if spec == "p" and not self._single() else written

    def _single(self) -> bool:
        factors = self.formula.factors
        if not factors:
            return self.formula.coefficient >= 0
        base, exponent = next(iter(factors.items()))
        return len(factors) == 1 and self.formula.coefficient == 1 and exponent == 1 and isinstance(base, Name)
