"""The axis of a line in, its black and red strokes and arrow heads out.

Both strokes run parallel to the axis, corners rounded by concentric arcs, so their distance never changes.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot, sqrt
from typing import NamedTuple

from kuroaka.figure.type.geometry import Point
from kuroaka.figure.type.measures import CORNER, HEAD_LENGTH, HEAD_NOTCH, HEAD_WIDTH


class Arc(NamedTuple):
    """A rounded corner from ``begin`` to ``finish``; ``turns_right`` as seen along the line."""

    begin: Point
    finish: Point
    radius: float
    turns_right: bool


class Parallel(NamedTuple):
    """One stroke beside an axis: begin, rounded corners, and the tip of its arrow head."""

    begin: Point
    corners: tuple[Arc, ...]
    tip: Point


def parallel(axis: Sequence[Point], offset: float, source: float, target: float) -> Parallel:
    """The stroke ``offset`` to the left of the axis (above it, on a run to the right).

    ``source`` and ``target`` are the radii of what stands at the ends; the stroke stops on their borders.
    """
    steps = [_unit(a, b) for a, b in pairwise(axis)]
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(axis)]
    free = list(lengths)
    free[0] -= source + HEAD_LENGTH
    free[-1] -= target + HEAD_LENGTH
    share = [length / (2 if 0 < place < len(free) - 1 else 1) for place, length in enumerate(free)]
    corners: list[Arc] = []
    for place, (corner, before, after) in enumerate(zip(axis[1:], steps, steps[1:], strict=False)):
        turn = before[0] * after[1] - before[1] * after[0]
        along = before[0] * after[0] + before[1] * after[1]
        half_tangent = abs(turn) / (1 + along)
        if half_tangent < 1e-6:
            continue
        radius = max(min(CORNER, min(share[place], share[place + 1]) / half_tangent), abs(offset) + 0.5)
        cut = radius * half_tangent
        corners.append(
            Arc(
                _beside(corner, before, -cut, offset),
                _beside(corner, after, cut, offset),
                radius + (offset if turn > 0 else -offset),
                turn > 0,
            )
        )
    return Parallel(
        _beside(axis[0], steps[0], _on_border(source, offset), offset),
        tuple(corners),
        _beside(axis[-1], steps[-1], -_on_border(target, offset), offset),
    )


def stroke_path(stroke: Parallel) -> str:
    """Path data of the stroke, up to the notch of its head."""
    data = f"M{_pair(stroke.begin)}"
    for corner in stroke.corners:
        sweep = 1 if corner.turns_right else 0
        data += (
            f"L{_pair(corner.begin)}A{number(corner.radius)} {number(corner.radius)} 0 0 {sweep} {_pair(corner.finish)}"
        )
    last = stroke.corners[-1].finish if stroke.corners else stroke.begin
    step = _unit(last, stroke.tip)
    return f"{data}L{_pair(_beside(stroke.tip, step, -HEAD_NOTCH + 0.5, 0))}"


def head_path(stroke: Parallel) -> str:
    """Path data of the arrow head: slender, with a notch, its tip on the border of what the line runs into."""
    last = stroke.corners[-1].finish if stroke.corners else stroke.begin
    step = _unit(last, stroke.tip)
    ways = ((-HEAD_LENGTH, HEAD_WIDTH / 2), (-HEAD_NOTCH, 0.0), (-HEAD_LENGTH, -HEAD_WIDTH / 2))
    points = [(0.0, 0.0), *(_beside((0.0, 0.0), step, along, left) for along, left in ways)]
    edges = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]  # short, where places have many digits
    return f"M{fine(stroke.tip)}{''.join(f'l{fine(edge)}' for edge in edges)}z"


def number(value: float, digits: int = 1) -> str:
    """A coordinate, as short as it can be written."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def fine(point: Point) -> str:
    """A point to a hundredth of a pixel, for shapes as small as an arrow head."""
    return f"{number(point[0], 2)} {number(point[1], 2)}"


def _unit(a: Point, b: Point) -> Point:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return ((b[0] - a[0]) / length, (b[1] - a[1]) / length)


def _beside(point: Point, step: Point, along: float, left: float) -> Point:
    """From a point, ``along`` the direction and to its ``left`` (y points down)."""
    return (point[0] + step[0] * along + step[1] * left, point[1] + step[1] * along - step[0] * left)


def _on_border(radius: float, offset: float) -> float:
    return sqrt(max(radius * radius - offset * offset, 0.0))
