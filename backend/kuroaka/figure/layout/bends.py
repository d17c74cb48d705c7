"""Stations in, the axis of every line out: where it begins, bends and ends."""

from collections.abc import Sequence

from kuroaka.figure.layout.fans import landing, spread
from kuroaka.figure.layout.stations import Rows, Stations
from kuroaka.figure.type.geometry import Point, times_crossed
from kuroaka.figure.type.measures import DOT
from kuroaka.graph.graph import OUTSIDE, Graph

Axis = list[Point]  # corners sharp; empty for a line that is not drawn


def bend_lines(rows: Rows, stations: Stations, points: Sequence[Point | None]) -> list[Axis]:
    """The axis of each line: a run at the height of its track, and a slant wherever its ends are not level with it.
    Slants into a node of two inputs are parallel to others; those into a node of many begin below each other, so that
    they come in like the ribs of a fan.
    """
    graph, tracks = rows.graph, rows.tracks
    drops = _drops(rows, points)
    axes: list[Axis] = []
    for line, track in enumerate(tracks.of_line):
        if track < 0:
            axes.append([])
            continue
        run = rows.heights[track]
        source = rows.source(line)
        begin = _point(points, source)
        axis = [(begin[0] + rows.core(source), begin[1])]
        if begin[1] != run:
            axis.append((stations.slant_end[tracks.station[source]], run))
        target = graph.lines[line].target
        if target == OUTSIDE:
            axis.append((stations.x[-1], run))
        else:
            end = _point(points, target)
            end = (end[0] - rows.core(target), end[1])
            if end[1] != run:
                drop = max(map(abs, drops[target])) if len(drops[target]) > 2 else abs(end[1] - run)
                axis.append((end[0] - drop / stations.steepness[tracks.station[target]], run))
            axis.append(end)
        axes.append(axis)
    return axes


def _drops(rows: Rows, points: Sequence[Point | None]) -> list[list[float]]:
    """For each node how far below it the runs are that end in it."""
    drops: list[list[float]] = [[] for _ in points]
    for line, edge in enumerate(rows.graph.edges):
        track = rows.tracks.of_line[line]
        if track >= 0:
            drops[edge.target].append(rows.heights[track] - _point(points, edge.target)[1])
    return drops


def spread_fans(rows: Rows, axes: list[Axis]) -> list[float]:
    """Part the lines of every dot (in place) where that crosses nothing new; how far off their red heads end."""
    landings = [DOT] * len(axes)
    for dots in _fans(rows.graph, rows.tracks.station, rows.tracks.stations, axes):
        for fan in dots:
            others = [axes[line][:3] for other in dots if other is not fan for line in other]
            dot = axes[fan[0]][0]
            old = [axes[line][1] for line in fan]
            new = spread(dot, old)
            ends = [axes[line][:3][-1] for line in fan]
            moves = [move for move in zip(old, new, ends, strict=True) if move[0] != move[1]]
            before = [(dot, bend, end) for bend, _, end in moves]
            after = [(dot, bend, end) for _, bend, end in moves]
            if moves and _crossings(after, others) <= _crossings(before, others):
                for line, bend in zip(fan, new, strict=True):
                    axes[line][1] = bend
            off = landing(dot, [axes[line][1] for line in fan])
            for line in fan:
                landings[line] = off
    return landings


def _fans(graph: Graph, station: Sequence[int], stations: int, axes: Sequence[Axis]) -> list[list[list[int]]]:
    """For each station the dots in it that more than one line leaves, each as these lines."""
    at_station: list[list[list[int]]] = [[] for _ in range(stations)]
    for node, kind in enumerate(graph.kinds):
        fan = [line for line in graph.consumers[node] if len(axes[line]) > 1]
        if kind == "branch" and len(fan) > 1:
            at_station[station[node]].append(fan)
    return at_station


def _crossings(paths: Sequence[Sequence[Point]], others: Sequence[Sequence[Point]]) -> int:
    return sum(times_crossed(path, other) for path in paths for other in others)


def _point(points: Sequence[Point | None], node: int) -> Point:
    point = points[node]
    assert point is not None
    return point
