"""The words in which sizes and places are told: what `layout` takes and what it gives."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


class NodeSize(NamedTuple):
    """The room a node needs around its point: a circle's and a dot's is its centre, a leaf's its right end."""

    left: float
    right: float
    above: float
    below: float


class LineSize(NamedTuple):
    """The room the labels of a line need: reach above and below the axis of the run, and the width there."""

    above: float
    below: float
    width_above: float
    width_below: float

    @property
    def width(self) -> float:
        return max(self.width_above, self.width_below)


class LinePath(NamedTuple):
    """The axis of one line, from the centre of its source to that of its target, corners sharp.

    ``label`` is the middle of its labels on the run, which is the level part of the axis. ``landing`` is the distance
    from a dot's centre at which the red head ends (more than the dot's radius where many lines meet). A line without a
    run has its red label elsewhere, at ``back``.
    """

    axis: tuple[Point, ...]
    label: Point
    landing: float
    back: Point | None = None

    def middle(self, *, is_forward: bool) -> Point:
        """Where the black label stands, or the red one: the point of a run above or below which it would be."""
        return self.label if is_forward or self.back is None else self.back


class Layout(NamedTuple):
    """``nodes[i]`` and ``lines[i]`` are None for what is not drawn (an exponent written in its circle). Of a large
    network ``faint`` lines have no labels but those of a chosen node, and ``dots`` stand for nodes that are left out.
    """

    width: float
    height: float
    nodes: tuple[Point | None, ...]
    lines: tuple[LinePath | None, ...]
    faint: frozenset[int] = frozenset()
    dots: tuple[Point, ...] = ()


def times_crossed(first: Sequence[Point], second: Sequence[Point]) -> int:
    """How often two polylines cross."""
    return sum([_cross(a, b, c, d) for a, b in pairwise(first) for c, d in pairwise(second)])


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
    if (cy <= ay and cy <= by and dy <= ay and dy <= by) or (cy >= ay and cy >= by and dy >= ay and dy >= by):
        return False  # one lies wholly above the other, as most do
    if ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) * ((bx - ax) * (dy - ay) - (by - ay) * (dx - ax)) >= 0:
        return False
    return ((dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)) * ((dx - cx) * (by - cy) - (dy - cy) * (bx - cx)) < 0
