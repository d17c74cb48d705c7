"""All the algebra there is: products merge equal bases, sums merge like terms, roots are powers. No search, no
simplifier: it prints the article's own forms.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from kuroaka.formulas.formula import LARGE, ONE, ZERO, Base, Call, Formula, Number, Sum, call

_LONG = 12  # characters of a float that somebody typed; a longer one came out of a division
Factors = Mapping[Base, Number]


def _tame(value: Number) -> Number | None:
    """The number if it is finite, as a float once it grows large; None if it is not a number to print."""
    if not isinstance(value, float):
        if max(abs(value.numerator), value.denominator) <= LARGE:
            return value.numerator if value.denominator == 1 else value
        try:
            value = float(value)
        except OverflowError:
            return None
    elif math.isfinite(value) and len(repr(value)) > _LONG:
        simple = Fraction(value).limit_denominator(1000)
        if 0 < abs(simple.numerator) <= LARGE and abs(value - simple) <= 4e-16 * abs(value):
            return simple  # 2.5/3 is 5/6, not 0.8333333333333334
    return value if math.isfinite(value) else None


def _raised(value: Number, exponent: int) -> Number:
    return value**exponent if exponent > 0 or isinstance(value, float) else Fraction(1, value**-exponent)


def divided(above: Number, below: Number) -> Number:
    """A quotient, exact if both are."""
    return above / below if isinstance(above, float) or isinstance(below, float) else Fraction(above, below)


def multiply(left: Formula, right: Formula) -> Formula:
    """The product: numbers multiply, equal bases add their exponents."""
    coefficient = _tame(left.coefficient * right.coefficient)
    if coefficient is None:
        return call("mul", left, right)
    if not coefficient:
        return ZERO
    factors: dict[Base, Number] = dict(left.factors)
    for base, exponent in right.factors.items():
        earlier = factors.get(base)
        together = exponent if earlier is None else earlier + exponent
        if not -LARGE < together < LARGE:
            return call("mul", left, right)
        if together:
            factors[base] = together
        else:
            del factors[base]
    return _product(coefficient, factors)


def scale(formula: Formula, factor: int) -> Formula:
    """A formula times a whole number that is not 0."""
    return Formula(formula.coefficient * factor, formula.factors)


def divide(left: Formula, right: Formula) -> Formula:
    """The quotient; a division by zero stays as it is."""
    inverse = _whole_power(right, -1)
    return call("div", left, right) if inverse is None else multiply(left, inverse)


def power(base: Formula, exponent: Formula) -> Formula:
    """The power; whole exponents go to every factor, all others stay with the base as a whole."""
    value = exponent.number
    if value is None:
        return call("pow", base, exponent)
    if isinstance(value, float) and (2 * value).is_integer():
        value = Fraction(value)  # x^0.5 is a root
    if value == int(value):
        whole = _whole_power(base, int(value)) if -LARGE < value < LARGE else None
        return call("pow", base, exponent) if whole is None else whole
    return Formula(ONE.coefficient, {base.lone or Sum((base,)): value})


def _whole_power(base: Formula, exponent: int) -> Formula | None:
    """None where the number in front has no such power."""
    if exponent == 0:
        return ONE
    if not base.coefficient:
        return ZERO if exponent > 0 else None
    if abs(exponent) > 64 and abs(base.coefficient) != 1:
        return None
    try:
        coefficient = _tame(_raised(base.coefficient, exponent))
    except OverflowError:
        return None
    factors = {factor: own * exponent for factor, own in base.factors.items()}
    if not coefficient or not all(-LARGE < own < LARGE for own in factors.values()):  # too large, or too small
        return None
    return _product(coefficient, factors)


def _product(coefficient: Number, factors: Factors) -> Formula:
    """The product of powers. What is no root any more opens, and powers of one base with symbols above are one."""
    for base, exponent in factors.items():
        if isinstance(base, Sum):
            if len(base.terms) == 1 and exponent == int(exponent):
                whole = _whole_power(base.terms[0], int(exponent))
                rest = Formula(coefficient, _without(factors, {base}))
                return multiply(rest, whole or call("pow", base.terms[0], Formula(exponent, {})))
        elif isinstance(base, Call) and base.operation == "pow" and len(factors) > 1:
            joined = _joined(base.arguments[0], factors)
            if joined is not None:
                power_, merged = joined
                return multiply(_product(coefficient, _without(factors, merged)), power_)
    return Formula(coefficient, factors)


def _joined(root: Formula, factors: Factors) -> tuple[Formula, set[Base]] | None:
    """x * x^(x - 1) is x^x: all powers of a root as one, and which they are; None if that would be no shorter."""
    exponents: dict[Base, Formula] = {
        base: multiply(base.arguments[1], Formula(exponent, {}))
        for base, exponent in factors.items()
        if isinstance(base, Call) and base.operation == "pow" and base.arguments[0] == root
    }
    if (lone := root.lone) in factors and lone is not None:
        exponents[lone] = Formula(factors[lone], {})
    exponent = add(sorted(exponents.values(), key=lambda term: term.coefficient < 0))
    joined = divide(ONE, power(root, scale(exponent, -1))) if exponent.coefficient < 0 else power(root, exponent)
    is_longer = joined.size > sum(base.size for base in exponents)
    return None if len(exponents) == 1 or is_longer else (joined, set(exponents))


def _without(factors: Factors, gone: set[Base]) -> Factors:
    return {base: exponent for base, exponent in factors.items() if base not in gone}


def add(terms: Iterable[Formula]) -> Formula:
    """The sum as it was typed: terms keep their order, like terms merge, sums within sums open."""
    merged: dict[frozenset[tuple[Base, Number]], Formula] = {}
    for term in _opened(terms):
        key = term.product
        earlier = merged.get(key)
        if earlier is not None:
            coefficient = _tame(earlier.coefficient + term.coefficient)
            if coefficient is None:
                merged[frozenset({(Call("add", (earlier, term)), 1)})] = call("add", earlier, term)
                continue
            merged[key] = Formula(coefficient, earlier.factors)
        else:
            merged[key] = term
    left = [term for term in merged.values() if term.coefficient]
    if len(left) < 2:
        return left[0] if left else ZERO
    if all(term.coefficient < 0 for term in left):
        return scale(_sum(scale(term, -1) for term in left), -1)
    return _sum(left)


def _sum(terms: Iterable[Formula]) -> Formula:
    return Formula(ONE.coefficient, {Sum(tuple(terms)): 1})


def _opened(terms: Iterable[Formula]) -> Iterator[Formula]:
    """The terms, with those that are a plain sum (times a number) replaced by its terms."""
    for term in terms:
        base = next(iter(term.factors), None)
        if isinstance(base, Sum) and len(term.factors) == 1 and term.factors[base] == 1:
            if term.coefficient == 1:
                yield from base.terms
            else:
                yield from (multiply(Formula(term.coefficient, {}), inner) for inner in base.terms)
        else:
            yield term
