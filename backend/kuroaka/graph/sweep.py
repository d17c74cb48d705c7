"""A curve and its slope: the output of a graph, and its derivative, while one name runs over a range.

numpy is loaded by the first curve: it takes as long as all of this package, and most who draw a figure need none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroaka.graph.evaluate import evaluate
from kuroaka.graph.graph import Graph
from kuroaka.graph.passes import passes

if TYPE_CHECKING:
    from kuroaka.operations.arrays import Array

_BLOCK = 8192  # points at once, so that the arrays of a graph stay in the cache


@dataclass(frozen=True)
class Sweep:
    """Three columns of one length: the points, the value at each, the derivative at each; NaN where there is none."""

    points: "Array"
    values: "Array"
    derivatives: "Array"


def sweep(
    graph: Graph, name: str, start: float, stop: float, points: int = 500, values: Mapping[str, float] | None = None
) -> Sweep:
    """The curve of the output over ``name`` from ``start`` to ``stop``, both included; all else is held. Of several
    outputs it is the curve of their sum.

    Raises NameProblem for a name that neither the graph nor its text has.

    >>> from kuroaka.graph import build
    >>> curve = sweep(build("x^2"), "x", -1, 1, points=3)
    >>> curve.values.tolist(), curve.derivatives.tolist()
    ([1.0, 0.0, 1.0], [-2.0, 0.0, 2.0])
    """
    import numpy as np  # noqa: PLC0415

    point = evaluate(graph, {**(values or {}), name: start}).point
    moving = graph.leaves.get(name)  # None for one that leads nowhere
    xs = np.linspace(start, stop, points)
    columns = [_block(graph, moving, point, xs[first : first + _BLOCK]) for first in range(0, points, _BLOCK)]
    return Sweep(xs, np.concatenate([value for value, _ in columns]), np.concatenate([slope for _, slope in columns]))


def _block(graph: Graph, moving: int | None, point: Mapping[str, float], xs: "Array") -> tuple["Array", "Array"]:
    import numpy as np  # noqa: PLC0415

    from kuroaka.operations.arrays import ARRAYS  # noqa: PLC0415

    def leaf(node: int) -> "Array":
        if node == moving:
            return xs
        number = graph.numbers[node]
        return np.asarray(point[graph.names[node]] if graph.names[node] else number, dtype=np.float64)

    with np.errstate(all="ignore"):
        result = passes(graph, leaf, [np.ones_like(xs)] * len(graph.outputs), ARRAYS)
        value = ARRAYS.total([result.values[output] for output in graph.outputs])
    slope = None if moving is None else result.adjoints[moving]
    return np.broadcast_to(value, xs.shape), np.zeros_like(xs) if slope is None else slope
