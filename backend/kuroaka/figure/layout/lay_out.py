"""Graph and sizes in, geometry out: where every node, run and label stands. No glyphs, no colours.

What enters: the room each node and each line's label needs. What leaves: a `Layout` in the figure's pixels, its
upper left corner at (0, 0). `tracks` says what is level with what, `order` what stands above what, `heights` how
high, `stations` how far to the right; then `bends` has the way of each line, and `labels` where its label stands.
"""

from collections.abc import Sequence

from kuroaka.figure.layout.bends import bend_lines, spread_fans
from kuroaka.figure.layout.heights import Extent, heights
from kuroaka.figure.layout.labels import label_middles, label_runs
from kuroaka.figure.layout.stations import Rows, node_points, place_stations
from kuroaka.figure.layout.tracks import Tracks
from kuroaka.figure.type.geometry import Box, Layout, LinePath, LineSize, NodeSize, Point
from kuroaka.figure.type.measures import FORK, MARGIN, OFFSET, ROW_GAP, STROKE
from kuroaka.graph.graph import Graph

PASSING = Extent(OFFSET + STROKE, OFFSET + STROKE)


def lay_out(graph: Graph, nodes: Sequence[NodeSize], lines: Sequence[LineSize], ends: Sequence[NodeSize]) -> Layout:
    """Place a graph. ``lines`` has one entry a line, ``ends`` the name at the end of each that leaves the graph."""
    from kuroaka.figure.layout.order import arrange  # noqa: PLC0415  (numpy: only to draw)

    tracks, order = arrange(graph)
    extents = _extents(tracks, nodes, lines, ends)
    rows = Rows(graph, tracks, heights(tracks, order, extents, gap=ROW_GAP, passing=PASSING, fork=FORK), nodes, lines)
    stations = place_stations(rows)
    points = node_points(rows, stations.x)
    axes = bend_lines(rows, stations, points)
    landings = spread_fans(rows, axes)
    middles = label_middles(label_runs(rows, stations.x, axes), _boxes(points, nodes))
    return _shifted(rows, points, axes, middles, landings, ends)


def _extents(
    tracks: Tracks, nodes: Sequence[NodeSize], lines: Sequence[LineSize], ends: Sequence[NodeSize]
) -> list[dict[int, Extent]]:
    """For each track the room it needs in its stations."""
    extents: list[dict[int, Extent]] = [{} for _ in range(len(tracks))]
    for node, station in enumerate(tracks.station):
        if station >= 0:
            extents[tracks.of_node[node]][station] = Extent(nodes[node].above, nodes[node].below)
    for line, track in enumerate(tracks.of_line):
        if track >= 0:
            extents[track][tracks.label[line]] = Extent(lines[line].above, lines[line].below)
    for track, end in zip(tracks.of_line[-len(ends) :], ends, strict=True):
        extents[track][tracks.stations - 1] = Extent(end.above, end.below)
    return extents


def _boxes(points: Sequence[Point | None], sizes: Sequence[NodeSize]) -> list[Box]:
    return [
        (point[0] - size.left, point[1] - size.above, point[0] + size.right, point[1] + size.below)
        for point, size in zip(points, sizes, strict=True)
        if point
    ]


def _shifted(
    rows: Rows,
    points: Sequence[Point | None],
    axes: Sequence[Sequence[Point]],
    middles: Sequence[float],
    landings: Sequence[float],
    ends: Sequence[NodeSize],
) -> Layout:
    """Everything moved so that it lies within (0, 0) and (width, height)."""
    boxes = _boxes((*points, *(axis[-1] for axis in axes[-len(ends) :])), (*rows.nodes, *ends))
    runs = [rows.heights[track] if track >= 0 else 0.0 for track in rows.tracks.of_line]
    for axis, middle, room, run in zip(axes, middles, rows.lines, runs, strict=True):
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
