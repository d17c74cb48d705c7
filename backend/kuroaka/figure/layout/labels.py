"""Runs and everything else in, the middle of each label out: on the middle of its run wherever it is free.

Every label has a place of its own beside its source, where nothing can touch it. From there it moves to the
middle of its run if nothing stands in the way; on very long runs it stays near the source, where the eye looks.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from kuroaka.figure.layout.stations import Rows
from kuroaka.figure.type.geometry import Box, Point

CLEAR = 5.0
CELL = 120.0
MOST = 1200  # runs; of a larger figure every label keeps its own place
LONG = 640.0  # of a longer run only this much, from its source on, counts


class Run(NamedTuple):
    """The level part of a line (``begin`` to ``end``, free of what stands at its ends), its whole axis, and the
    room of its label, which may stand anywhere between ``kept_left`` and ``kept_right``."""

    axis: Sequence[Point]
    begin: float
    end: float
    y: float
    above: float
    below: float
    width_above: float
    width_below: float
    kept_left: float
    kept_right: float

    @property
    def width(self) -> float:
        return max(self.width_above, self.width_below)

    def boxes(self, middle: float) -> list[Box]:
        """Where the black and the red label lie, if there are any."""
        above, below = self.width_above / 2, self.width_below / 2
        upper = (middle - above, self.y - self.above, middle + above, self.y)
        lower = (middle - below, self.y, middle + below, self.y + self.below)
        return [box for box, half in ((upper, above), (lower, below)) if half]


def label_runs(rows: Rows, x: Sequence[float], axes: Sequence[Sequence[Point]]) -> list[Run]:
    """The run of each line, in which its label may stand; ``x`` is that of the stations."""
    widths = rows.label_widths()
    runs: list[Run] = []
    for line, axis in enumerate(axes):
        size = rows.lines[line]
        if not axis:
            runs.append(Run((), 0.0, 0.0, 0.0, *size, 0.0, 0.0))
            continue
        y = rows.heights[rows.tracks.of_line[line]]
        level = [point[0] for point in axis if point[1] == y]
        source, station = rows.source(line), rows.tracks.label[line]
        begin, end = level[0], level[-1]
        begin += rows.nodes[source].right - rows.core(source) if axis[0][1] == y else 0.0
        if axis[-1][1] == y and line < len(rows.graph.edges):
            target = rows.graph.edges[line].target
            end -= rows.nodes[target].left - rows.core(target)
        runs.append(Run(axis, begin, end, y, *size, x[station], x[station] + widths[station]))
    return runs


def label_middles(runs: Sequence[Run], nodes: Iterable[Box]) -> list[float]:
    """The middle of each label; ``nodes`` are the boxes of what else stands in the way."""
    if len(runs) > MOST:
        return [_kept(run) for run in runs]
    obstacles = _Obstacles()
    for box in nodes:
        obstacles.add_box(box, -1)
    middles: list[float] = []
    for number, run in enumerate(runs):
        for a, b in zip(run.axis, run.axis[1:], strict=False):
            obstacles.add_segment(a, b, number)
        middles.append(_kept(run))
        for box in run.boxes(middles[-1]):
            obstacles.add_box(box, number)
    for number, run in enumerate(runs):
        wanted = _wanted(run)
        if run.width and wanted != middles[number]:
            boxes = run.boxes(wanted)
            if all(obstacles.is_free(box, number) for box in boxes):
                middles[number] = wanted
                for box in boxes:  # where it stood before stays closed to others: simple, and seldom missed
                    obstacles.add_box(box, number)
    return middles


def _wanted(run: Run) -> float:
    return (run.begin + min(run.end, run.begin + LONG)) / 2


def _kept(run: Run) -> float:
    """As near to the middle of the run as the label's own place allows."""
    return min(max(_wanted(run), run.kept_left + run.width / 2), run.kept_right - run.width / 2)


class _Obstacles:
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
        left, top, right, bottom = wide = (box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR)
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
