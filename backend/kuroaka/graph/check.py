"""The gradient check: the red number beside the slope that a nudge gives, for ever smaller nudges.

The error of a central difference falls with h^2 until rounding takes over and it grows with 1/h: a valley whose
floor lies near h = 1e-5. A wrong gradient has no valley.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from kuroaka.graph.evaluate import evaluate
from kuroaka.graph.graph import Graph

NUDGES = tuple(10.0**-exponent for exponent in range(1, 13))


@dataclass(frozen=True)
class Nudge:
    """One row: the output at x + h and x - h, the slope between them, and its error relative to the gradient."""

    h: float
    up: float
    down: float
    slope: float
    error: float


@dataclass(frozen=True)
class Check:
    """The gradient of one leaf, and a row for each nudge."""

    gradient: float
    nudges: tuple[Nudge, ...]


def check(graph: Graph, values: Mapping[str, float] | None = None) -> dict[str, Check]:
    """For every variable and named constant its gradient beside central differences.

    >>> from kuroaka.graph import build
    >>> rows = check(build("x^3"), {"x": 2})["x"]
    >>> rows.gradient, min(nudge.error for nudge in rows.nudges) < 1e-9
    (12.0, True)
    """
    result = evaluate(graph, values)
    checks: dict[str, Check] = {}
    for name, gradient in result.gradients.items():
        rows = []
        for h in NUDGES:
            x = result.point[name]
            up, down = (evaluate(graph, {**result.point, name: x + nudge}).value for nudge in (h, -h))
            slope = (up - down) / ((x + h) - (x - h))  # the nudge that was really made
            rows.append(Nudge(h, up, down, slope, _relative(slope, gradient)))
        checks[name] = Check(gradient, tuple(rows))
    return checks


def _relative(slope: float, gradient: float) -> float:
    difference = abs(slope - gradient)
    return difference / abs(gradient) if gradient and math.isfinite(gradient) else difference
