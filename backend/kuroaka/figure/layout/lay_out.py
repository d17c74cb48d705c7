"""Graph and sizes in, geometry out: where every node, run and label stands. No glyphs, no colours.

What enters: the room each node and each line's label needs. What leaves: a `Layout` in the figure's pixels, its
upper left corner at (0, 0). `tracks` says what is level with what, `order` what stands above what, `heights` how
high, `stations` how far to the right.
"""

from collections.abc import Sequence

from kuroaka.figure.layout.heights import Extent, space_tracks
from kuroaka.figure.layout.order import arrange
from kuroaka.figure.layout.stations import Widths
from kuroaka.figure.layout.tracks import Tracks
from kuroaka.figure.type.geometry import Layout, LineSize, NodeSize
from kuroaka.figure.type.measures import FORK, OFFSET, ROW_GAP, STROKE
from kuroaka.graph.graph import Graph

PASSING = Extent(OFFSET + STROKE, OFFSET + STROKE)


def lay_out(graph: Graph, nodes: Sequence[NodeSize], lines: Sequence[LineSize], end: NodeSize) -> Layout:
    """Place a graph. ``lines`` has one entry an edge and one for the output line; ``end`` is the name at its end."""
    tracks, order = arrange(graph)
    heights = _heights(tracks, order, nodes, lines, end)
    return Widths(graph, tracks, heights, nodes, lines, end).layout()


def _heights(
    tracks: Tracks, order: Sequence[int], nodes: Sequence[NodeSize], lines: Sequence[LineSize], end: NodeSize
) -> list[float]:
    extents: list[dict[int, Extent]] = [{} for _ in range(len(tracks))]
    for node, station in enumerate(tracks.station):
        if station >= 0:
            extents[tracks.of_node[node]][station] = Extent(nodes[node].above, nodes[node].below)
    for line, track in enumerate(tracks.of_line):
        if track >= 0:
            extents[track][tracks.label[line]] = Extent(lines[line].above, lines[line].below)
    last = tracks.of_line[-1]
    extents[last][tracks.stations - 1] = Extent(end.above, end.below)
    return space_tracks(tracks, order, extents, gap=ROW_GAP, passing=PASSING, fork=FORK)
