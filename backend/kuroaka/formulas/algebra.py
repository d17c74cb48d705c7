"""All the algebra there is: products merge equal bases, sums merge like terms, and what all terms share comes out in
front. No search, no simplifier: it prints the article's own forms.
"""

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from kuroaka.formulas.formula import LARGE, ONE, ZERO, Base, Call, Formula, Number, Sum, call

_LONG = 12  # characters of a float that somebody typed; a longer one came out of a division


def _tame(value: Number) -> Number | None:
    """The number if it is finite, as a float once it grows large; None if it is not a number to print."""
    if isinstance(value, Fraction):
        if max(abs(value.numerator), value.denominator) <= LARGE:
            return value
        try:
            value = float(value)
        except OverflowError:
            return None
    elif math.isfinite(value) and len(repr(value)) > _LONG:
        simple = Fraction(value).limit_denominator(1000)
        if simple and abs(value - simple) <= 4e-16 * abs(value):
            return simple  # 2.5/3 is 5/6, not 0.8333333333333334
    return value if math.isfinite(value) else None


def multiply(left: Formula, right: Formula) -> Formula:
    """The product: numbers multiply, equal bases add their exponents."""
    coefficient = _tame(left.coefficient * right.coefficient)
    if coefficient is None:
        return call("mul", left, right)
    if not coefficient:
        return ZERO
    factors: dict[Base, Number] = dict(left.factors)
    for base, exponent in right.factors.items():
        together = factors.get(base, Fraction(0)) + exponent
        if together:
            factors[base] = together
        else:
            del factors[base]
    return Formula(coefficient, factors)


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
    if value is not None:
        if value == int(value) and -LARGE < value < LARGE:
            whole = _whole_power(base, int(value))
            if whole is not None:
                return whole
        elif base.coefficient == 1 and list(base.factors.values()) == [1]:
            return Formula(ONE.coefficient, dict.fromkeys(base.factors, value))
    return call("pow", base, exponent)


def _whole_power(base: Formula, exponent: int) -> Formula | None:
    """None where the number in front has no such power."""
    if exponent == 0:
        return ONE
    if not base.coefficient:
        return ZERO if exponent > 0 else None
    if abs(exponent) > 64 and abs(base.coefficient) != 1:
        return None
    coefficient = _tame(base.coefficient**exponent)
    if not coefficient:  # too large, or too small
        return None
    return Formula(coefficient, {factor: own * exponent for factor, own in base.factors.items()})


def add(terms: Iterable[Formula]) -> Formula:
    """The sum as it was typed: terms keep their order, like terms merge, sums within sums open."""
    merged: dict[frozenset[tuple[Base, Number]], Formula] = {}
    for term in _opened(terms):
        key = term.product
        earlier = merged.get(key)
        if earlier is not None:
            coefficient = _tame(earlier.coefficient + term.coefficient)
            if coefficient is None:
                merged[frozenset({(Call("add", (earlier, term)), Fraction(1))})] = call("add", earlier, term)
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
    return Formula(ONE.coefficient, {Sum(tuple(terms)): Fraction(1)})


def _opened(terms: Iterable[Formula]) -> Iterator[Formula]:
    """The terms, with those that are a plain sum (times a number) replaced by its terms."""
    for term in terms:
        base = next(iter(term.factors), None)
        if isinstance(base, Sum) and len(term.factors) == 1 and term.factors[base] == 1:
            inside = [multiply(Formula(term.coefficient, {}), inner) for inner in base.terms]
            yield from inside
        else:
            yield term


def total(terms: Iterable[Formula]) -> Formula:
    """The sum at a branch, short: what all terms share comes out in front, numbers come last.

    >>> from kuroaka.formulas.formula import name, number
    >>> from kuroaka.formulas.text import text
    >>> E, x, y = name("E"), name("x"), name("y")
    >>> text(total([multiply(E, x), multiply(E, number(2))]))
    'E*(x + 2)'
    """
    together = add(terms)
    base = next(iter(together.factors), None)
    if not isinstance(base, Sum) or len(together.factors) > 1:
        return together
    common = _common(base.terms)
    rest = add(multiply(term, _inverse(common)) for term in base.terms)
    sign = Formula(together.coefficient, {})
    inner = next(iter(rest.factors), None)
    if isinstance(inner, Sum) and len(rest.factors) == 1:
        ordered = sorted(inner.terms, key=lambda term: (not term.factors, term.coefficient < 0))
        rest = Formula(rest.coefficient, {Sum(tuple(ordered)): Fraction(1)})
    return multiply(multiply(sign, common), rest)


def _common(terms: tuple[Formula, ...]) -> Formula:
    """What all terms share: factors in all of them with their smallest exponent, and a whole number."""
    shared = dict(terms[0].factors)
    for term in terms[1:]:
        both = {base: (exponent, term.factors[base]) for base, exponent in shared.items() if base in term.factors}
        # the smaller power; x and 1/x share nothing that would make their sum shorter
        shared = {base: min(one, other) for base, (one, other) in both.items() if one * other > 0}
    coefficients = [term.coefficient for term in terms]
    divisor = 1
    if all(isinstance(value, Fraction) and value.denominator == 1 for value in coefficients):
        divisor = math.gcd(*(int(value) for value in coefficients))
    return Formula(Fraction(divisor), shared)


def _inverse(formula: Formula) -> Formula:
    return Formula(1 / formula.coefficient, {base: -exponent for base, exponent in formula.factors.items()})
