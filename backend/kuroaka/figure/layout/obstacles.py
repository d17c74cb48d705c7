"""Boxes and lines that stand in the way in, whether a place is free out."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from kuroaka.figure.type.geometry import Box, Point

CLEAR = 5.0
CELL = 120.0


class Obstacles:
    """Boxes, found by the cells of the page they lie in, and segments, by the columns. Each knows its line; -1 is a
    node."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, int], list[tuple[Box, int]]] = defaultdict(list)
        self._segments: dict[int, list[tuple[Point, Point, int]]] = defaultdict(list)

    def add_box(self, box: Box, line: int) -> None:
        for cell in _cells(box):
            self._boxes[cell].append((box, line))

    def add_segment(self, a: Point, b: Point, line: int) -> None:
        for column in _across(a[0], b[0]):
            self._segments[column].append((a, b, line))

    def is_free(self, box: Box, line: int) -> bool:
        """Whether nothing of other lines, and no node, comes near the box."""
        left, top, right, bottom = wide = wider(box, CLEAR)
        for cell in _cells(wide):
            if any(owner != line and overlap(wide, other) for other, owner in self._boxes.get(cell, ())):
                return False
        for column in _across(left, right):
            for a, b, owner in self._segments.get(column, ()):
                if (a[1] <= top and b[1] <= top) or (a[1] >= bottom and b[1] >= bottom) or owner == line:
                    continue  # most stand wholly above or below
                if touches(a, b, wide):
                    return False
        return True


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    return product(_across(box[0], box[2]), _across(box[1], box[3]))


def _across(low: float, high: float) -> range:
    return range(int(low // CELL), int(high // CELL) + 1)


def wider(box: Box, clear: float, sides: float | None = None) -> Box:
    """A box with so much white around it; perhaps with more on its sides."""
    beside = clear if sides is None else sides
    return box[0] - beside, box[1] - clear, box[2] + beside, box[3] + clear


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share more than a border."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def touches(a: Point, b: Point, box: Box) -> bool:
    """Whether the segment from a to b enters the box."""
    enter, leave = 0.0, 1.0
    for origin, step, low, high in ((a[0], b[0] - a[0], box[0], box[2]), (a[1], b[1] - a[1], box[1], box[3])):
        if not step:
            if not low < origin < high:
                return False
            continue
        first, second = sorted(((low - origin) / step, (high - origin) / step))
        enter, leave = max(enter, first), min(leave, second)
    return enter < leave
