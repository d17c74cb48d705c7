"""Numbers that know how far they may be off: the arithmetic of floats with a running error estimate beside each.

Where two implementations of exp differ in a last digit, and a difference of two such numbers is taken, the digits that
are left mean little. How little is known for each number by itself: it is run at both ends of what its inputs may be.
"""

import math
from collections.abc import Callable
from functools import reduce
from itertools import product
from typing import NamedTuple

from kuroaka.operations import FLOATS, Arithmetic

LAST_DIGITS = 8  # units in the last place by which one function may differ between two libraries
ROUNDED_ALIKE = set(  # by IEEE 754
    "add sub mul div sqrt neg abs sign step max min floor ceil round trunc mod gt lt ge le eq ne where".split()
)


class Near(NamedTuple):
    """A number, and how far another honest computation of it may be away."""

    value: float
    slack: float = 0.0

    def allows(self, other: float) -> bool:
        """Whether ``other`` may be the same number."""
        if not math.isfinite(self.value):
            return self.value == other or (math.isnan(self.value) and math.isnan(other))
        return abs(self.value - other) <= self.slack

    @property
    def known(self) -> bool:
        """Whether anything could be refused: at a pole or the edge of a domain the slack has no end."""
        return math.isfinite(self.slack)


def near(name: str) -> Callable[..., Near]:
    """The primitive of numbers that may be off."""
    function = FLOATS.primitives[name]

    def computed(*inputs: Near) -> Near:
        value = function(*(given.value for given in inputs))
        if name in ROUNDED_ALIKE and not any(given.slack for given in inputs):
            return Near(value)
        moved = [function(*ends) for ends in product(*map(_ends, inputs))]
        if not math.isfinite(value):
            same = all(other == value or (math.isnan(other) and math.isnan(value)) for other in moved)
            return Near(value, 0.0 if same else math.inf)
        apart = [abs(other - value) if math.isfinite(other) else math.inf for other in moved]
        return Near(value, max(apart) + LAST_DIGITS * math.ulp(value))

    return computed


def _ends(given: Near) -> tuple[float, ...]:
    value, slack = given
    if not slack:
        return (value,)
    if not math.isfinite(slack):
        return (math.nan,)
    ends = value - slack, value + slack
    return (*ends, 0.0) if ends[0] < 0 < ends[1] else ends  # poles and kinks stand at 0


NEAR: Arithmetic[Near] = Arithmetic(
    number=lambda number: Near(float(number)),
    primitives={name: near(name) for name in FLOATS.primitives},
    total=lambda values: reduce(near("add"), values),
    defined=lambda flowing, value, inputs: (
        value if math.isnan(value.value) and not any(math.isnan(one.value) for one in inputs) else flowing
    ),
)
