"""Graph in, tracks out: what stands where from left to right, and what shares one height.

The figure is cut into *stations* from left to right: for every column of operations one station for the
circles (and for leaves whose first consumer stands in the next column), then one for the labels of the lines
that come out of them; then, where values branch, one for the dots, one for leaves that had better begin right of
the slants out of these dots (*late* leaves), and one for the labels of the lines from both. The last station holds
the ends of the lines out of the outputs.

A *line* has one horizontal run; it slants only out of a dot and into a circle of several operands. What is
level with each other therefore forms a *track*: an operation, leaf or line out of a dot, and everything that
follows it straight on. A track has one height; ordering and spacing deal with tracks alone.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kuroaka.graph.graph import OUTSIDE, Graph
from kuroaka.graph.steps import columns


@dataclass(frozen=True)
class Tracks:
    """Nodes and lines are indices as in the graph.

    ``station`` of an undrawn node (an exponent written in its circle) is -1, as is ``of_line`` of its line.
    """

    station: tuple[int, ...]  # of each node
    stations: int
    dots: frozenset[int]  # the stations of dots
    circles: frozenset[
        int
    ]  # the stations of circles and leaves; the last one is the end of the lines out of the outputs
    label: tuple[int, ...]  # the station of each line's label
    of_node: tuple[int, ...]  # the track of each node
    of_line: tuple[int, ...]  # the track of each line
    start: tuple[int, ...]  # the first station of each track
    end: tuple[int, ...]  # its last station
    into: tuple[tuple[int, int], ...]  # for each track: (track of the circle it slants into, operand) or (-1, 0)
    operands: tuple[tuple[int, ...], ...]  # for each track: the tracks that slant into the circle it starts with
    fans: tuple[tuple[int, ...], ...]  # for each track: the tracks that slant out of the dot it ends in

    def __len__(self) -> int:
        return len(self.start)

    def chain(self, circle: int) -> tuple[int, ...]:
        """The circle of a track among its operands, from top to bottom; nothing where none slant into it."""
        operands = self.operands[circle]
        half = (len(operands) + 1) // 2
        return (*operands[:half], circle, *operands[half:]) if operands else ()


def lay_tracks(graph: Graph, late: Collection[int] = ()) -> Tracks:
    """The stations and tracks of a graph; ``late`` leaves begin behind the first dots of their gap."""
    drawn = [node not in graph.exponents for node in range(len(graph))]
    column = _node_columns(graph)
    depth = _depths(graph, late)
    base, stations = _station_numbers(graph, column, depth, drawn)
    station = tuple(
        base[column[node]] + _place(graph, node, depth[node]) if drawn[node] else -1 for node in range(len(graph))
    )
    lines = graph.lines
    straight_in = [sum(drawn[source] for source in graph.inputs[node]) == 1 for node in range(len(graph))]
    of_node = [-1] * len(graph)
    of_line = [-1] * len(lines)
    start: list[int] = []
    end: list[int] = []
    into: list[tuple[int, int]] = []
    operands: list[list[int]] = []
    fans: list[list[int]] = []

    def open_track(at: int) -> int:
        start.append(at)
        end.append(at)
        into.append((-1, 0))
        operands.append([])
        fans.append([])
        return len(start) - 1

    for node in range(len(graph)):  # inputs stand before their consumers
        if not drawn[node]:
            continue
        arriving = [line for line in graph.arrivals[node] if drawn[graph.edges[line].source]]
        if straight_in[node]:
            track = of_line[arriving[0]]
        else:
            track = open_track(station[node])
            for operand, line in enumerate(arriving):
                into[of_line[line]] = (track, operand)
                operands[track].append(of_line[line])
        of_node[node] = track
        end[track] = station[node]
        leaves = graph.consumers[node]
        for line in leaves:
            if graph.kinds[node] == "branch" and len(leaves) > 1:
                of_line[line] = open_track(station[node] + 1)
                fans[track].append(of_line[line])
            else:
                of_line[line] = track
            target = lines[line].target
            end[of_line[line]] = (station[target] if target != OUTSIDE else stations) - 1

    return Tracks(
        station=station,
        stations=stations,
        dots=frozenset(station[node] for node, kind in enumerate(graph.kinds) if kind == "branch"),
        circles=frozenset(base),
        label=tuple(
            station[source] + (2 if graph.kinds[source] == "branch" else 1) if drawn[source] else -1
            for source, _, _ in lines
        ),
        of_node=tuple(of_node),
        of_line=tuple(of_line),
        start=tuple(start),
        end=tuple(end),
        into=tuple(into),
        operands=tuple(map(tuple, operands)),
        fans=tuple(map(tuple, fans)),
    )


def _node_columns(graph: Graph) -> list[int]:
    """Operations as the steps have them; a leaf one before its first consumer, a dot with its source."""
    column = list(columns(graph))
    last = max(column, default=0)
    first_use = [last + 1] * len(graph)
    for node in reversed(range(len(graph))):
        needed = first_use[node] if graph.kinds[node] == "branch" else column[node]
        for source in graph.inputs[node]:
            first_use[source] = min(first_use[source], needed)
    for node, kind in enumerate(graph.kinds):
        if kind in ("variable", "constant"):
            column[node] = first_use[node] - 1
        elif kind == "branch":
            column[node] = column[graph.inputs[node][0]]
    return column


def late_candidates(graph: Graph) -> list[int]:
    """The leaves in whose gap stand dots of others: begun later, they might be crossed less."""
    column = _node_columns(graph)
    dots = {(column[node], graph.inputs[node][0]) for node, kind in enumerate(graph.kinds) if kind == "branch"}
    own = {source for _, source in dots}
    gaps = [gap for gap, _ in dots]
    return [
        node
        for node, kind in enumerate(graph.kinds)
        if kind in ("variable", "constant") and node not in graph.exponents and gaps.count(column[node]) > (node in own)
    ]


def _place(graph: Graph, node: int, depth: int) -> int:
    """How many stations a node stands behind the circles of its column."""
    if not depth:
        return 0
    return 3 * depth - 1 if graph.kinds[node] == "branch" else 3 * depth


def _depths(graph: Graph, late: Collection[int]) -> list[int]:
    """How many dots stand one after the other up to each dot, or in front of a late leaf."""
    depth = [int(node in late) for node in range(len(graph))]
    for node, kind in enumerate(graph.kinds):
        if kind == "branch":
            depth[node] = depth[graph.inputs[node][0]] + 1
    return depth


def _station_numbers(
    graph: Graph, column: Sequence[int], depth: Sequence[int], drawn: Sequence[bool]
) -> tuple[list[int], int]:
    """The station of the circles of each column (and of the end, last), and the number of stations."""
    last = max((column[node] for node in range(len(graph)) if drawn[node]), default=0)
    deepest = [0] * (last + 1)
    for node in range(len(graph)):
        if drawn[node]:
            deepest[column[node]] = max(deepest[column[node]], depth[node])
    base = [0]
    for dots in deepest:
        base.append(base[-1] + 2 + 3 * dots)
    return base, base[-1] + 1


def neighbours(tracks: Tracks, order: Sequence[int]) -> list[list[int]]:
    """For each station the tracks that pass it or stand there, in the given order from top to bottom."""
    present: list[list[int]] = [[] for _ in range(tracks.stations)]
    for track in order:
        for station in range(tracks.start[track], tracks.end[track] + 1):
            present[station].append(track)
    return present
