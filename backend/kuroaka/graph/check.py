"""The gradient check: the red number beside the slope that a nudge gives, for ever smaller nudges.

The error of a central difference falls with h^2 until rounding takes over and it grows with 1/h: a valley whose
floor lies near h = 1e-5. A wrong gradient has no valley. Neither has a kink or a jump, where the slopes to both sides
stay apart however small the nudge; a central difference between them may hit the convention by chance, so there the
error is that of the side that is further off.
"""

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from kuroaka.graph.evaluate import Evaluation, evaluate
from kuroaka.graph.graph import Graph
from kuroaka.graph.passes import Passes, passes
from kuroaka.operations.floats import divide

if TYPE_CHECKING:
    from kuroaka.operations.arrays import Array

NUDGES = tuple(10.0**-exponent for exponent in range(1, 13))
_BLOCK = 40  # names at once
_VISIBLE = 4  # times what rounding may do: a difference that is really there
_STEADY = 1.5  # times itself: a number that stays while the nudge shrinks tenfold


@dataclass(frozen=True)
class Nudge:
    """One row: the output at x + h and x - h, the slope between them, and how far that is from the gradient.

    The error is relative to the gradient, unless the gradient is so small that no nudge could tell it from 0.
    """

    h: float
    up: float
    down: float
    slope: float
    error: float


@dataclass(frozen=True)
class Check:
    """The gradient of one leaf, a row for each nudge, and whether the leaf stands ``at_kink``: at a kink or a jump of
    the output, where there is no one slope and the gradient is a convention."""

    gradient: float
    nudges: tuple[Nudge, ...]
    at_kink: bool


@dataclass(frozen=True)
class _Sides:
    """The two halves of a nudge: the slope to each side, and what rounding may have done."""

    h: float
    up: float
    down: float
    slope: float
    right: float
    left: float
    rounding: float  # of the output

    @property
    def bend(self) -> float:
        """How far the slopes to both sides are apart."""
        return abs(self.right - self.left)

    @property
    def rise(self) -> float:
        """How far the output lies from the end that is further away."""
        return max(abs(self.right), abs(self.left)) * self.h


def check(graph: Graph, values: Mapping[str, float] | None = None) -> dict[str, Check]:
    """For every variable and named constant its gradient beside central differences: of the output, of several of
    their sum.

    >>> from kuroaka.graph import build
    >>> rows = check(build("x^3"), {"x": 2})["x"]
    >>> rows.gradient, min(nudge.error for nudge in rows.nudges) < 1e-9, rows.at_kink
    (12.0, True, False)
    >>> rows = check(build("abs(x)"), {"x": 0})["x"]
    >>> rows.gradient, rows.nudges[3].slope, rows.nudges[3].error, rows.at_kink
    (0.0, 0.0, 1.0, True)
    """
    middle = evaluate(graph, values)
    names = list(middle.gradients)
    checks: dict[str, Check] = {}
    for name, sides in chain(*(_nudged(middle, names[at : at + _BLOCK]) for at in range(0, len(names), _BLOCK))):
        gradient = middle.gradients[name]
        at_kink = math.isfinite(gradient) and (
            _lasts([(side.bend, side.rounding / side.h) for side in sides])  # a kink: two slopes
            or _lasts([(side.rise, side.rounding) for side in sides])  # a jump: two values
        )
        resolution = min(side.rounding / side.h for side in sides)
        scale = abs(gradient) if math.isfinite(gradient) and abs(gradient) > resolution else 1.0
        nudges = []
        for side in sides:
            slopes = (side.left, side.right) if at_kink else (side.slope,)
            error = max(abs(slope - gradient) for slope in slopes) / scale
            nudges.append(Nudge(side.h, side.up, side.down, side.slope, error))
        checks[name] = Check(gradient, tuple(nudges), at_kink)
    return checks


def _nudged(middle: Evaluation, names: Sequence[str]) -> Iterator[tuple[str, list[_Sides]]]:
    """The nudges of some names, all of them computed at once; the first column of all is the point itself."""
    import numpy as np  # noqa: PLC0415

    from kuroaka.operations.arrays import ARRAYS, Array  # noqa: PLC0415

    graph, count = middle.graph, 2 * len(NUDGES)
    width = 1 + count * len(names)
    moving: dict[int, Array] = {}
    for row, name in enumerate(names):
        moving[graph.leaves[name]] = xs = np.full(width, middle.point[name])
        xs[1 + row * count : 1 + (row + 1) * count] += [*NUDGES, *(-h for h in NUDGES)]

    def leaf(node: int) -> Array:
        name, number = graph.names[node], graph.numbers[node]
        return moving[node] if node in moving else np.asarray(middle.point[name] if name else number, dtype=np.float64)

    with np.errstate(all="ignore"):
        found = passes(graph, leaf, [np.ones(width)] * len(graph.outputs), ARRAYS)
        totals = np.broadcast_to(ARRAYS.total([found.values[output] for output in graph.outputs]), width)
        roundings = np.broadcast_to(_rounding(graph, found), width)
    still, *ends = totals.tolist()
    unsure, *doubts = roundings.tolist()
    for row, name in enumerate(names):
        up, down = (slice(row * count + side * len(NUDGES), row * count + (side + 1) * len(NUDGES)) for side in (0, 1))
        x = middle.point[name]
        rows = zip(NUDGES, ends[up], ends[down], doubts[up], doubts[down], strict=True)
        yield name, [_sides(x, h, (still, above, below), max(unsure, *doubt)) for h, above, below, *doubt in rows]


def _sides(x: float, h: float, outputs: tuple[float, float, float], rounding: float) -> _Sides:
    still, up, down = outputs
    above, below = (x + h) - x, x - (x - h)  # the nudges that were really made; 0 where x is too large for them
    return _Sides(
        h,
        up,
        down,
        divide(up - down, above + below),
        divide(up - still, above),
        divide(still - down, below),
        2 * rounding,
    )


def _rounding(graph: Graph, found: "Passes[Array]") -> "Array":
    """How far rounding may put the output off, to first order: every operation by its last digit, as far as that
    reaches the output."""
    import numpy as np  # noqa: PLC0415

    total = np.zeros(())
    for kind, value, adjoint in zip(graph.kinds, found.values, found.adjoints, strict=True):
        if kind == "operation" and adjoint is not None:
            reach = np.abs(value * adjoint)
            total = total + np.where(np.isfinite(reach), reach, 0.0)
    return sys.float_info.epsilon * total


def _lasts(differences: Sequence[tuple[float, float]]) -> bool:
    """Whether a difference stays as the nudge shrinks; each comes with what rounding may do to it, the largest nudge
    first. The three smallest nudges at which rounding leaves it to be seen decide.
    """
    rising = [(size, rounding) for size, rounding in reversed(differences) if math.isfinite(size)]
    seen = next((place for place, (size, rounding) in enumerate(rising) if size > _VISIBLE * rounding), None)
    if seen is None or len(rising) < seen + 3:
        return False
    if any(rising[seen][0] > _VISIBLE * rounding for _, rounding in rising[:seen]):
        return False  # it would have been seen there too, and it was gone
    sizes = [size for size, _ in rising[seen : seen + 3]]
    return all(one < _STEADY * other and other < _STEADY * one for one, other in pairwise(sizes))
