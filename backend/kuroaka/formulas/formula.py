"""Formulas as sums of products: a number times factors, each a base with an exponent, a base perhaps a sum of formulas.

``algebra`` keeps them short as they are made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from kuroaka.operations import OPERATIONS

Number = int | Fraction | float  # exact as long as everything in it was a whole number
LARGE = 10**15  # numerators and denominators beyond this go on as floats


@dataclass(frozen=True)
class Name:
    """A variable, a constant with a symbol, the upstream gradient, or a node that stands for its long label."""

    word: str
    size = 1
    depth = 0


@dataclass(frozen=True)
class Call:
    """An operation that stays as it is, such as exp(-x), or x^y with a symbol in the exponent."""

    operation: str
    arguments: "tuple[Formula, ...]"

    @cached_property
    def size(self) -> int:
        return 1 + sum(argument.size for argument in self.arguments)

    @cached_property
    def depth(self) -> int:
        return 1 + max(argument.depth for argument in self.arguments)

    @cached_property
    def _hash(self) -> int:
        return hash((self.operation, self.arguments))

    def __hash__(self) -> int:
        return self._hash


@dataclass(frozen=True, eq=False)
class Sum:
    """Two or more terms; equal whatever their order. One term alone is what a root or a power is taken of as a whole,
    such as 2 x in the root of 2 x; its exponent is never a whole number.
    """

    terms: "tuple[Formula, ...]"

    @cached_property
    def size(self) -> int:
        return sum(term.size for term in self.terms)

    @cached_property
    def depth(self) -> int:
        return 1 + max(term.depth for term in self.terms)

    @cached_property
    def _key(self) -> "frozenset[Formula]":
        return frozenset(self.terms)

    @cached_property
    def _hash(self) -> int:
        return hash(self._key)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sum) and self._key == other._key


Base = Name | Call | Sum


class Fractional(NamedTuple):
    """``sign`` (-1 or 1), then numbers (None for a 1 that need not be printed) and powers, above and below."""

    sign: int
    above: Number | None
    numerator: list[tuple[Base, Number]]
    below: Number | None
    denominator: list[tuple[Base, Number]]


@dataclass(frozen=True, eq=False)
class Formula:
    """``coefficient`` times the product of ``base ** exponent``; equal whatever the order of the factors."""

    coefficient: Number
    factors: Mapping[Base, Number]

    @cached_property
    def size(self) -> int:
        """How many names, numbers and calls it prints, about."""
        return (abs(self.coefficient) != 1 or not self.factors) + sum(base.size for base in self.factors)

    @cached_property
    def depth(self) -> int:
        """How deep brackets, fractions and exponents stand within each other."""
        return max((base.depth for base in self.factors), default=0)

    @cached_property
    def product(self) -> frozenset[tuple[Base, Number]]:
        return frozenset(self.factors.items())

    @cached_property
    def _hash(self) -> int:
        return hash((self.coefficient, self.product))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Formula) and self.coefficient == other.coefficient and self.product == other.product

    @cached_property
    def fractional(self) -> Fractional:
        """The formula as a fraction; exponents come out positive; names come first."""
        numerator: list[tuple[Base, Number]] = []
        denominator: list[tuple[Base, Number]] = []
        for power in sorted(self.factors.items(), key=_rank) if len(self.factors) > 1 else self.factors.items():
            if power[1] > 0:
                numerator.append(power)
            else:
                denominator.append((power[0], -power[1]))
        is_negative = self.coefficient < 0
        size: Number = -self.coefficient if is_negative else self.coefficient
        if denominator and isinstance(size, float) and size < LARGE and (8 * size).is_integer():
            size = Fraction(size)  # x/(2 y), not 0.5 x/y
        above: Number | None = size
        below: Number | None = None
        if isinstance(size, Fraction) and size.denominator > 1:
            above, below = size.numerator, size.denominator
        if above == 1 and numerator:
            above = None
        return Fractional(-1 if is_negative else 1, above, numerator, below, denominator)

    @property
    def number(self) -> Number | None:
        """The number it is, None if there is a symbol in it."""
        return None if self.factors else self.coefficient

    @property
    def lone(self) -> Base | None:
        """The base it is, None if it is more than one, a power, or has a number in front."""
        if len(self.factors) == 1 and self.coefficient == 1:
            base, exponent = next(iter(self.factors.items()))
            return base if exponent == 1 else None
        return None


def _rank(power: tuple[Base, Number]) -> int:
    """``σ(x) (1 - σ(x))``, but ``(1 + x) e^x log x``: what comes after ``log x`` would seem to belong to it."""
    base, exponent = power
    if isinstance(base, Sum):
        return 2 if base.terms[0].factors or len(base.terms) > 1 else -1  # a root of a number is a number
    if isinstance(base, Name):
        return 0
    match OPERATIONS[base.operation].applied:
        case _ if base.operation == "pow":
            return 1
        case "bracketed":
            return 1
        case "beside" if exponent == int(exponent):
            return 4
        case _:
            return 3


def number(value: float) -> Formula:
    """A number as a formula; whole numbers stay exact."""
    return Formula(int(value) if float(value).is_integer() and abs(value) < LARGE else float(value), {})


def name(word: str) -> Formula:
    """A name as a formula."""
    return Formula(ONE.coefficient, {Name(word): 1})


def call(operation: str, *arguments: Formula) -> Formula:
    """An operation on formulas that stays as it is."""
    return Formula(ONE.coefficient, {Call(operation, arguments): 1})


ONE = number(1)
ZERO = number(0)
HALF = Formula(Fraction(1, 2), {})
