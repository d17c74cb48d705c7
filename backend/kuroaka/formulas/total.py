"""The sum of what comes back to a branch, as a textbook prints it."""

import math
from collections.abc import Iterable

from kuroaka.formulas.algebra import add, divided, multiply, scale
from kuroaka.formulas.formula import Base, Formula, Name, Number, Sum


def total(terms: Iterable[Formula]) -> Formula:
    """The sum, short: what all terms share comes out in front. Terms come in from the latest to the first that was
    typed.

    >>> from kuroaka.formulas.formula import name, number
    >>> from kuroaka.formulas.text import text
    >>> E, x, y = name("E"), name("x"), name("y")
    >>> text(total([multiply(E, number(2)), multiply(E, multiply(number(-3), x))]))
    'E*(2 - 3*x)'
    """
    together = add(reversed([*terms]))
    base = next(iter(together.factors), None)
    if not isinstance(base, Sum) or len(together.factors) > 1 or together.factors[base] != 1:
        return together
    common = _common(base.terms)
    rest = add(multiply(term, _inverse(common)) for term in base.terms)
    front = Formula(together.coefficient * rest.coefficient, {})
    rest = Formula(1, rest.factors)
    if isinstance(rest.lone, Sum):
        front, common, rest = _neat(front, common, list(rest.lone.terms))
    return multiply(multiply(front, common), rest)


def _neat(front: Formula, common: Formula, terms: list[Formula]) -> tuple[Formula, Formula, Formula]:
    """The same product: a polynomial keeps its powers, and no minus stands in front of a sum that has another."""
    variable = _variable(terms)
    if variable and all(isinstance(factor, Name) for factor in common.factors):
        exponent = common.factors.get(variable, 0)
        own = Formula(common.coefficient, {variable: exponent} if exponent > 0 else {})
        common, terms = multiply(common, _inverse(own)), [multiply(own, term) for term in terms]
    if front.coefficient < 0 and any(term.coefficient < 0 for term in terms):
        front, terms = scale(front, -1), [scale(term, -1) for term in terms]
    return front, common, Formula(1, {Sum(tuple(_ordered(terms))): 1})


def _common(terms: tuple[Formula, ...]) -> Formula:
    """What all terms share: factors in all of them with their smallest exponent, and a number that leaves whole ones
    behind.
    """
    shared = dict(terms[0].factors)
    for term in terms[1:]:
        both = {base: (exponent, term.factors[base]) for base, exponent in shared.items() if base in term.factors}
        # the smaller power; x and 1/x share nothing that would make their sum shorter
        shared = {base: min(one, other) for base, (one, other) in both.items() if one * other > 0}
    exact = [term.coefficient for term in terms if not isinstance(term.coefficient, float)]
    number: Number = 1
    if len(exact) == len(terms) and len({value.denominator for value in exact}) == 1:
        number = divided(math.gcd(*(value.numerator for value in exact)), exact[0].denominator)
    return Formula(number, shared)


def _inverse(formula: Formula) -> Formula:
    return Formula(divided(1, formula.coefficient), {base: -exponent for base, exponent in formula.factors.items()})


def _variable(terms: Iterable[Formula]) -> Base | None:
    """The name of which they are powers, each with a number in front; None where there is more, or nothing."""
    powers = [power for term in terms for power in term.factors.items()]
    variables = {base for base, _ in powers}
    is_polynomial = len(variables) == 1 and all(isinstance(base, Name) and exponent > 0 for base, exponent in powers)
    return variables.pop() if is_polynomial else None


def _ordered(terms: list[Formula]) -> list[Formula]:
    """Powers of one name descend; a number stands behind names and in front of functions; no sum begins with a minus
    that a positive term could begin.
    """
    if _variable(terms):
        terms.sort(key=lambda term: -sum(term.factors.values()))
    else:
        is_last = all(isinstance(base, Name) for term in terms for base in term.factors)
        terms.sort(key=lambda term: (not term.factors) == is_last)
    if terms[0].coefficient < 0 < terms[-1].coefficient:
        terms.reverse()
    first = next((place for place, term in enumerate(terms) if term.coefficient > 0), 0)
    return [terms[first], *terms[:first], *terms[first + 1 :]]
