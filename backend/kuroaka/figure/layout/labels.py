"""Runs and everything else in, the middle of each label out: on the middle of its run wherever it is free.

Every label has a place of its own beside its source, where nothing can touch it. From there it moves to the
middle of its run if nothing stands in the way; on very long runs it stays near the source, where the eye looks.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kuroaka.figure.layout.obstacles import Obstacles
from kuroaka.figure.layout.stations import Rows
from kuroaka.figure.type.geometry import Box, Point

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
    obstacles = Obstacles()
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
