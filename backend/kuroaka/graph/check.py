"""The gradient check: the red number beside the slope that a nudge gives, for ever smaller nudges.

The error of a central difference falls with h^2 until rounding takes over and it grows with 1/h: a valley whose
floor lies near h = 1e-5. A wrong gradient has no valley. Neither has a kink or a jump, where the slopes to both sides
stay apart however small the nudge; a central difference between them may hit the convention by chance, so there the
error is that of the side that is further off.
"""

import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kuroaka.graph.evaluate import Evaluation, evaluate
from kuroaka.graph.graph import Graph
from kuroaka.operations.floats import divide

NUDGES = tuple(10.0**-exponent for exponent in range(1, 13))
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
    checks: dict[str, Check] = {}
    for name, gradient in middle.gradients.items():
        sides = [_nudge(middle, name, h) for h in NUDGES]
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


def _nudge(middle: Evaluation, name: str, h: float) -> _Sides:
    x = middle.point[name]
    up, down = (evaluate(middle.graph, {**middle.point, name: x + nudge}) for nudge in (h, -h))
    above, below = (x + h) - x, x - (x - h)  # the nudges that were really made; 0 where x is too large for them
    return _Sides(
        h,
        up.total,
        down.total,
        divide(up.total - down.total, above + below),
        divide(up.total - middle.total, above),
        divide(middle.total - down.total, below),
        2 * max(map(_rounding, (up, middle, down))),
    )


def _rounding(evaluation: Evaluation) -> float:
    """How far rounding may put the output off, to first order: every operation by its last digit, as far as that
    reaches the output."""
    reach = [
        abs(value * adjoint)
        for kind, value, adjoint in zip(
            evaluation.graph.kinds, evaluation.passes.values, evaluation.passes.adjoints, strict=True
        )
        if kind == "operation" and adjoint is not None
    ]
    return sys.float_info.epsilon * sum(filter(math.isfinite, reach))


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
