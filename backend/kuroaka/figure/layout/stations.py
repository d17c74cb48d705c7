"""Heights in, the whole geometry out: from left to right, the x of every station, bend and label.

A gap grows with the slants in it, so no line is ever steep; slants into circles are parallel within a gap.
"""

from collections.abc import Sequence

from kuroaka.figure.layout.fans import crossings, landing, spread
from kuroaka.figure.layout.labels import Run, place_labels
from kuroaka.figure.layout.tracks import Tracks
from kuroaka.figure.type.geometry import Layout, LinePath, LineSize, NodeSize, Point
from kuroaka.figure.type.measures import DOT, HEAD_ROOM, MARGIN, RADIUS, RUN_PAD, SLANT_PAD
from kuroaka.graph.graph import Graph


class Widths:
    """From left to right, the x of every station, then of every bend and label."""

    def __init__(
        self,
        graph: Graph,
        tracks: Tracks,
        heights: Sequence[float],
        nodes: Sequence[NodeSize],
        lines: Sequence[LineSize],
        end: NodeSize,
    ) -> None:
        self.graph, self.tracks, self.heights = graph, tracks, heights
        self.nodes, self.lines, self.end = nodes, lines, end
        self.here: list[list[int]] = [[] for _ in range(tracks.stations)]  # the nodes of each station
        for node, station in enumerate(tracks.station):
            if station >= 0:
                self.here[station].append(node)
        self.labels: list[list[int]] = [[] for _ in range(tracks.stations)]  # the lines labelled in each station
        for line, station in enumerate(tracks.label):
            if station >= 0:
                self.labels[station].append(line)
        self.drops_in: list[list[tuple[float, float]]] = [[] for _ in range(tracks.stations)]
        self.drops_out: list[list[float]] = [[] for _ in range(tracks.stations)]
        for line, edge in enumerate(graph.edges):
            if tracks.of_line[line] < 0:
                continue
            run = heights[tracks.of_line[line]]
            into = run - heights[tracks.of_node[edge.target]]
            if into:
                self.drops_in[tracks.station[edge.target]].append((abs(into), self._core(edge.target)))
            out = run - heights[tracks.of_node[edge.source]]
            if out:
                self.drops_out[tracks.station[edge.source]].append(abs(out))

    def _stations(self) -> tuple[list[float], list[float], list[float]]:
        """The x of each station (for circles and dots their centre, for labels the left end), the steepness of the
        slants that end there, and where the slants that begin there end."""
        count = self.tracks.stations
        x, steepness, slant_end = [0.0] * count, [1.0] * count, [0.0] * count
        edge = 0.0
        for station in range(count):
            if self._is_late(station):
                left = max([self.nodes[node].left for node in self.here[station]], default=-SLANT_PAD)
                x[station] = edge = edge + SLANT_PAD + left
            elif station in self.tracks.circles:
                left = max([self._left(node) for node in self.here[station]], default=0.0)
                right = max([self._right(node) for node in self.here[station]], default=0.0)
                steepness[station] = _steepness([drop for drop, _ in self.drops_in[station]])
                room = [drop / steepness[station] + core + SLANT_PAD for drop, core in self.drops_in[station]]
                x[station] = max([edge + left + (HEAD_ROOM if station else 0.0), *(edge + need for need in room)])
                edge = x[station] + right
            elif station in self.tracks.dots:
                x[station] = edge + HEAD_ROOM + DOT
                steep = _steepness(self.drops_out[station])
                edge = x[station] + max([2 * HEAD_ROOM, *(drop / steep for drop in self.drops_out[station])])
                slant_end[station] = edge
            else:
                x[station] = edge + (SLANT_PAD if self._is_late(station - 1) else RUN_PAD)
                edge = x[station] + max((self.lines[line].width for line in self.labels[station]), default=0.0)
        return x, steepness, slant_end

    def _is_late(self, station: int) -> bool:
        """Whether it is a station of late leaves, right behind dots."""
        return station - 1 in self.tracks.dots

    def _reach(self, node: int) -> float:
        """How far right of its station's x a node's point is: leaves among circles end where the circles do."""
        is_leaf = self.graph.kinds[node] in ("variable", "constant")
        return RADIUS if is_leaf and not self._is_late(self.tracks.station[node]) else 0.0

    def _left(self, node: int) -> float:
        return self.nodes[node].left - self._reach(node)

    def _right(self, node: int) -> float:
        return self.nodes[node].right + self._reach(node)

    def _core(self, node: int) -> float:
        """From the middle of a node to the centres of its rounded ends, where lines aim: 0 for a circle."""
        return self.nodes[node].right - RADIUS if self.graph.kinds[node] == "operation" else 0.0

    def layout(self) -> Layout:
        tracks, graph = self.tracks, self.graph
        x, steepness, slant_end = self._stations()
        points: list[Point | None] = [
            None if station < 0 else (x[station] + self._reach(node), self.heights[tracks.of_node[node]])
            for node, station in enumerate(tracks.station)
        ]
        axes: list[list[Point]] = []
        for line, track in enumerate(tracks.of_line):
            if track < 0:
                axes.append([])
                continue
            run = self.heights[track]
            source = self._source(line)
            begin = _point(points, source)
            axis = [(begin[0] + self._core(source), begin[1])]
            if begin[1] != run:
                axis.append((slant_end[tracks.station[source]], run))
            if line == len(graph.edges):
                axis.append((x[-1], run))
            else:
                target = graph.edges[line].target
                end = _point(points, target)
                end = (end[0] - self._core(target), end[1])
                if end[1] != run:
                    axis.append((end[0] - abs(end[1] - run) / steepness[tracks.station[target]], run))
                axis.append(end)
            axes.append(axis)
        landings = self._spread_fans(axes)
        middles = self._label_middles(points, axes, x)
        return self._shifted(points, axes, middles, landings)

    def _spread_fans(self, axes: list[list[Point]]) -> list[float]:
        """Part the lines of every dot (in place) where that crosses nothing new; how far off their red heads end."""
        landings = [DOT] * len(axes)
        at_station: list[list[list[int]]] = [[] for _ in range(self.tracks.stations)]
        for node, kind in enumerate(self.graph.kinds):
            fan = [line for line in self.graph.consumers[node] if len(axes[line]) > 1]
            if kind == "branch" and len(fan) > 1:
                at_station[self.tracks.station[node]].append(fan)
        for dots in at_station:
            for fan in dots:
                others = [axes[line][:3] for other in dots if other is not fan for line in other]
                dot = axes[fan[0]][0]
                old = [axes[line][1] for line in fan]
                new = spread(dot, old)
                ends = [axes[line][2] if len(axes[line]) > 2 else axes[line][1] for line in fan]
                if _crossings(dot, new, ends, others) <= _crossings(dot, old, ends, others):
                    for line, bend in zip(fan, new, strict=True):
                        axes[line][1] = bend
                off = landing(dot, [axes[line][1] for line in fan])
                for line in fan:
                    landings[line] = off
        return landings

    def _label_middles(
        self, points: Sequence[Point | None], axes: Sequence[Sequence[Point]], x: Sequence[float]
    ) -> list[float]:
        runs: list[Run] = []
        for line, axis in enumerate(axes):
            size = self.lines[line]
            if not axis:
                runs.append(Run((), 0.0, 0.0, 0.0, *size, 0.0, 0.0))
                continue
            y = self.heights[self.tracks.of_line[line]]
            level = [point[0] for point in axis if point[1] == y]
            source, station = self._source(line), self.tracks.label[line]
            begin, end = level[0], level[-1]
            begin += self.nodes[source].right - self._core(source) if axis[0][1] == y else 0.0
            if axis[-1][1] == y and line < len(self.graph.edges):
                target = self.graph.edges[line].target
                end -= self.nodes[target].left - self._core(target)
            kept = max(self.lines[other].width for other in self.labels[station])
            runs.append(Run(axis, begin, end, y, *size, x[station], x[station] + kept))
        boxes = [
            (point[0] - size.left, point[1] - size.above, point[0] + size.right, point[1] + size.below)
            for point, size in zip(points, self.nodes, strict=True)
            if point
        ]
        return place_labels(runs, boxes)

    def _source(self, line: int) -> int:
        return self.graph.output if line == len(self.graph.edges) else self.graph.edges[line].source

    def _shifted(
        self,
        points: Sequence[Point | None],
        axes: Sequence[Sequence[Point]],
        middles: Sequence[float],
        landings: Sequence[float],
    ) -> Layout:
        """The same, moved so that everything lies within (0, 0) and (width, height)."""
        boxes = [
            (point[0] - size.left, point[1] - size.above, point[0] + size.right, point[1] + size.below)
            for point, size in zip((*points, axes[-1][-1]), (*self.nodes, self.end), strict=True)
            if point
        ]
        runs = [self.heights[track] if track >= 0 else 0.0 for track in self.tracks.of_line]
        for axis, middle, room, run in zip(axes, middles, self.lines, runs, strict=True):
            if axis:
                boxes.append((middle - room.width / 2, run - room.above, middle + room.width / 2, run + room.below))
        dx = MARGIN - min(box[0] for box in boxes)
        dy = MARGIN - min(box[1] for box in boxes)
        return Layout(
            width=max(box[2] for box in boxes) + dx + MARGIN,
            height=max(box[3] for box in boxes) + dy + MARGIN,
            nodes=tuple((point[0] + dx, point[1] + dy) if point else None for point in points),
            lines=tuple(
                LinePath(tuple((px + dx, py + dy) for px, py in axis), (middle + dx, run + dy), off) if axis else None
                for axis, middle, run, off in zip(axes, middles, runs, landings, strict=True)
            ),
        )


def _steepness(drops: Sequence[float]) -> float:
    """Height to width of the slants of one gap: 45 degrees where they are short, up to 60 where they are high."""
    return min(max(max(drops, default=0.0) / 60.0, 1.0), 1.73)


def _point(points: Sequence[Point | None], node: int) -> Point:
    point = points[node]
    assert point is not None
    return point


def _crossings(dot: Point, bends: Sequence[Point], ends: Sequence[Point], others: Sequence[Sequence[Point]]) -> int:
    return sum(crossings((dot, bend, end), other) for bend, end in zip(bends, ends, strict=True) for other in others)
