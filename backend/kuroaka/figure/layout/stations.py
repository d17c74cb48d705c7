"""Heights in, the x of every station out, from left to right.

A gap grows with the slants in it, so no line is ever steep; slants into circles are parallel within a gap.
"""

from collections import defaultdict
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from kuroaka.figure.layout.tracks import Tracks
from kuroaka.figure.type.geometry import LineSize, NodeSize, Point
from kuroaka.figure.type.measures import DOT, HEAD_ROOM, RADIUS, RUN_PAD, SLANT_PAD
from kuroaka.graph.graph import Graph


class Rows(NamedTuple):
    """What stands how high, and the room it needs: all that the way from left to right follows from."""

    graph: Graph
    tracks: Tracks
    heights: Sequence[float]
    nodes: Sequence[NodeSize]
    lines: Sequence[LineSize]

    def source(self, line: int) -> int:
        """The node that a line leaves."""
        return self.graph.lines[line].source

    def core(self, node: int) -> float:
        """From the middle of a node to the centres of its rounded ends, where lines aim: 0 for a circle."""
        return self.nodes[node].right - RADIUS if self.graph.kinds[node] == "operation" else 0.0

    def is_late(self, station: int) -> bool:
        """Whether it is a station of late leaves, right behind dots."""
        return station - 1 in self.tracks.dots

    def reach(self, node: int) -> float:
        """How far right of its station's x a node's point is: leaves among circles end where the circles do."""
        is_leaf = self.graph.kinds[node] in ("variable", "constant")
        return RADIUS if is_leaf and not self.is_late(self.tracks.station[node]) else 0.0

    def label_widths(self) -> list[float]:
        """For each station the room of the widest label in it."""
        widths = [0.0] * self.tracks.stations
        for line, station in enumerate(self.tracks.label):
            if station >= 0:
                widths[station] = max(widths[station], self.lines[line].width)
        return widths


class Stations(NamedTuple):
    """The ``x`` of each station (for circles and dots their centre, for labels the left end), the ``steepness`` of the
    slants that end there, and where the slants that begin there end."""

    x: Sequence[float]
    steepness: Sequence[float]
    slant_end: Sequence[float]


def place_stations(rows: Rows) -> Stations:
    """Each station as near to the one before as what stands and slants between them allows."""
    tracks, sizes = rows.tracks, rows.nodes
    count = tracks.stations
    here: list[list[int]] = [[] for _ in range(count)]  # the nodes of each station
    for node, station in enumerate(tracks.station):
        if station >= 0:
            here[station].append(node)
    widths = rows.label_widths()
    drops_in, drops_out = _drops(rows)
    clear = _clear(rows)
    x, steepness, slant_end = [0.0] * count, [1.0] * count, [0.0] * count
    edge = 0.0
    for station in range(count):
        if rows.is_late(station):
            left = max([sizes[node].left for node in here[station]], default=-SLANT_PAD)
            x[station] = edge = edge + SLANT_PAD + left
        elif station in tracks.circles:
            left = max([sizes[node].left - rows.reach(node) for node in here[station]], default=0.0)
            right = max([sizes[node].right + rows.reach(node) for node in here[station]], default=0.0)
            steepness[station] = min(_steepness([drop for drop, _ in drops_in[station]]), clear[station])
            room = [drop / steepness[station] + core + SLANT_PAD for drop, core in drops_in[station]]
            x[station] = max([edge + left + (HEAD_ROOM if station else 0.0), *(edge + need for need in room)])
            edge = x[station] + right
        elif station in tracks.dots:
            x[station] = edge + HEAD_ROOM + DOT
            steep = _steepness(drops_out[station])
            edge = x[station] + max([2 * HEAD_ROOM, *(drop / steep for drop in drops_out[station])])
            slant_end[station] = edge
        else:
            x[station] = edge + (SLANT_PAD if rows.is_late(station - 1) else RUN_PAD)
            edge = x[station] + widths[station]
    return Stations(x, steepness, slant_end)


def node_points(rows: Rows, x: Sequence[float]) -> list[Point | None]:
    """Where each node is; None for one that is not drawn."""
    return [
        None if station < 0 else (x[station] + rows.reach(node), rows.heights[rows.tracks.of_node[node]])
        for node, station in enumerate(rows.tracks.station)
    ]


def _drops(rows: Rows) -> tuple[list[list[tuple[float, float]]], list[list[float]]]:
    """For each station the heights of the slants that end there, each with the core of what it ends at, and the
    heights of those that begin there."""
    graph, tracks = rows.graph, rows.tracks
    drops_in: list[list[tuple[float, float]]] = [[] for _ in range(tracks.stations)]
    drops_out: list[list[float]] = [[] for _ in range(tracks.stations)]
    for line, edge in enumerate(graph.edges):
        if tracks.of_line[line] < 0:
            continue
        run = rows.heights[tracks.of_line[line]]
        into = run - rows.heights[tracks.of_node[edge.target]]
        if into:
            drops_in[tracks.station[edge.target]].append((abs(into), rows.core(edge.target)))
        out = run - rows.heights[tracks.of_node[edge.source]]
        if out:
            drops_out[tracks.station[edge.source]].append(abs(out))
    return drops_in, drops_out


def _clear(rows: Rows) -> list[float]:
    """For each station how steep slants may be that end there and pass another node on the way, if it is a wide one."""
    graph, tracks = rows.graph, rows.tracks
    steepest = [inf] * tracks.stations
    wide: dict[int, list[tuple[float, NodeSize]]] = defaultdict(list)  # by station, with their heights
    for node, station in enumerate(tracks.station):
        if station >= 0 and rows.core(node):
            wide[station].append((rows.heights[tracks.of_node[node]], rows.nodes[node]))
    for line, edge in enumerate(graph.edges):
        station = tracks.station[edge.target]
        if station not in wide or tracks.of_line[line] < 0:
            continue
        end, core = rows.heights[tracks.of_node[edge.target]], rows.core(edge.target)
        drop = rows.heights[tracks.of_line[line]] - end
        for height, size in wide[station]:
            rise = (height - end if drop > 0 else end - height) - size.above
            if 0 < rise < abs(drop) and size.left > core:
                steepest[station] = min(steepest[station], rise / (size.left - core))
    return steepest


def _steepness(drops: Sequence[float]) -> float:
    """Height to width of the slants of one gap: 45 degrees where they are short, up to 60 where they are high."""
    return min(max(max(drops, default=0.0) / 60.0, 1.0), 1.73)
