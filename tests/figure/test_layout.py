"""The layout keeps its promises on every graph: checked by geometry, not by how it was found."""

import random
from functools import cache
from itertools import combinations, pairwise
from math import hypot

import pytest

from kuroaka.figure.layout.crossings import Zones
from kuroaka.figure.layout.heights import Extent, heights
from kuroaka.figure.layout.obstacles import overlap, touches
from kuroaka.figure.layout.order import arrange
from kuroaka.figure.type.geometry import Box, Layout, LinePath, Point
from kuroaka.figure.type.measures import RADIUS
from kuroaka.graph import Graph, build, fold
from kuroaka.language import UNLIMITED
from tests.each import each
from tests.figure.drawings import ARTICLE, PARTIAL, laid_out, random_graph

GRAPHS = {
    **{name: build(text) for name, text in ARTICLE.items()},
    **{f"random {n}": random_graph(n) for n in (*range(60), 181)},  # in 181 lines slant past wide circles
}
GRAPHS |= {f"folded {n}": fold(random_graph(n), ("m", "n")).graph for n in range(1, 40, 2)}
GRAPHS["partial"] = build(PARTIAL)


@cache
def boxes(graph: Graph, seed: int = 0) -> dict[str, Box]:
    """Where nodes and labels lie, by name; a line's two labels are named after it."""
    layout, nodes, lines = laid_out(graph, seed)
    found: dict[str, Box] = {}
    for node, (point, size) in enumerate(zip(layout.nodes, nodes, strict=True)):
        if point:
            x, y = point
            found[f"n{node}"] = (x - size.left, y - size.above + 3, x + size.right, y + size.below - 3)
    for line, (path, room) in enumerate(zip(layout.lines, lines, strict=True)):
        if path:
            x, y = path.label
            found[f"e{line} black"] = (x - room.width_above / 2, y - room.above, x + room.width_above / 2, y - 4)
            found[f"e{line} red"] = (x - room.width_below / 2, y + 4, x + room.width_below / 2, y + room.below)
    return found


def paths(layout: Layout) -> list[tuple[int, LinePath]]:
    return [(line, path) for line, path in enumerate(layout.lines) if path]


@each(GRAPHS.values())
def test_nothing_lies_on_anything_else(graph: Graph) -> None:
    for (one, first), (other, second) in combinations(boxes(graph).items(), 2):
        assert not overlap(first, second), (one, other)


@each(GRAPHS.values())
def test_no_line_runs_through_a_label_or_a_node(graph: Graph) -> None:
    layout, _, _ = laid_out(graph)
    places = boxes(graph)
    for line, path in paths(layout):
        ends = {f"n{graph.output}"} if line == len(graph.edges) else {f"n{node}" for node in graph.edges[line][:2]}
        for name, box in places.items():
            if name in ends or name.startswith(f"e{line} "):
                continue
            assert not any(touches(a, b, box) for a, b in pairwise(path.axis)), (line, name)


@each(GRAPHS.values())
def test_every_line_has_one_level_run_with_its_label_on_it(graph: Graph) -> None:
    layout, _, lines = laid_out(graph)
    for line, path in paths(layout):
        level = [(a, b) for a, b in pairwise(path.axis) if a[1] == b[1]]
        assert len(level) == 1, line
        (left, y), (right, _) = level[0]
        assert left < right
        assert path.label[1] == y
        assert left <= path.label[0] - lines[line].width / 2, line
        assert path.label[0] + lines[line].width / 2 <= right + 1, line


@each(GRAPHS.values())
def test_lines_slant_only_out_of_dots_and_into_circles_of_several_operands(graph: Graph) -> None:
    layout, _, _ = laid_out(graph)
    for line, path in paths(layout):
        if path.axis[0][1] != path.label[1]:
            assert graph.kinds[graph.edges[line].source] == "branch"
        if path.axis[-1][1] != path.label[1]:
            target = graph.edges[line].target
            assert sum(source not in graph.exponents for source in graph.inputs[target]) > 1


@each(GRAPHS.values())
def test_lines_run_to_the_right_and_are_never_steep(graph: Graph) -> None:
    layout, _, _ = laid_out(graph)
    for line, path in paths(layout):
        for (x, y), (next_x, next_y) in pairwise(path.axis):
            assert x < next_x, line
            assert abs(next_y - y) <= 2.5 * (next_x - x), line  # 68 degrees, and only where many lines leave a dot


@each(GRAPHS.values())
def test_the_left_operand_arrives_above_the_right_one(graph: Graph) -> None:
    layout, _, _ = laid_out(graph)
    for node, arriving in enumerate(graph.arrivals):
        heights = [path.label[1] for line in arriving if (path := layout.lines[line])]
        assert heights == sorted(heights)
        point = layout.nodes[node]
        if len(heights) > 1 and point:
            assert heights[0] < point[1] < heights[-1]


@each(GRAPHS.values())
def test_an_exponent_in_its_circle_is_not_drawn(graph: Graph) -> None:
    layout, _, _ = laid_out(graph)
    for node, point in enumerate(layout.nodes):
        assert (point is None) == (node in graph.exponents)
    for line, edge in enumerate(graph.edges):
        assert (layout.lines[line] is None) == (edge.source in graph.exponents)


@each(GRAPHS.values())
def test_everything_lies_on_the_page(graph: Graph) -> None:
    layout, _, _ = laid_out(graph)
    for left, top, right, bottom in boxes(graph).values():
        assert left >= 0
        assert top >= 0
        assert right <= layout.width
        assert bottom <= layout.height


def crossing_lines(layout: Layout) -> list[tuple[int, int]]:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
        return side(a, b, c) * side(a, b, d) < -1e-6 and side(c, d, a) * side(c, d, b) < -1e-6

    return [
        (one, other)
        for (one, first), (other, second) in combinations(paths(layout), 2)
        for a, b in pairwise(first.axis)
        for c, d in pairwise(second.axis)
        if cross(a, b, c, d)
    ]


@pytest.mark.parametrize("text", ARTICLE.values(), ids=ARTICLE.keys())
def test_no_lines_cross_in_the_articles_figures(text: str) -> None:
    layout, _, _ = laid_out(build(text))
    assert crossing_lines(layout) == []


def test_the_partial_derivatives_figure_crosses_twice_at_most() -> None:
    layout, _, _ = laid_out(build(PARTIAL))
    assert len(crossing_lines(layout)) <= 2


@each(range(40))
def test_the_drawing_has_no_more_crossings_than_its_order(seed: int) -> None:
    graph = random_graph(seed)
    tracks, order = arrange(graph)
    layout, _, _ = laid_out(graph)
    assert len(crossing_lines(layout)) <= Zones(tracks).crossings(order)


def test_operations_of_one_frame_stand_in_one_column() -> None:
    graph = build(ARTICLE["sigmoid"])
    layout, _, _ = laid_out(graph)
    x = {
        graph.operations[node]: point[0] for node, point in enumerate(layout.nodes) if point and graph.operations[node]
    }
    assert x["mul"] < x["pow"] == x["exp"] < x["add"] < x["div"]


def test_a_fork_of_equal_labels_is_even() -> None:
    graph = build("x*y")
    layout, _, _ = laid_out(graph)
    (x, y), middle = (layout.nodes[node] for node in graph.inputs[graph.output]), layout.nodes[graph.output]
    assert x
    assert y
    assert middle
    assert middle[1] - x[1] == pytest.approx(y[1] - middle[1], abs=0.05)
    assert y[1] - x[1] >= 2 * RADIUS


def test_spacing_keeps_everyone_apart_and_comes_close_to_the_best() -> None:
    graph = random_graph(21)
    tracks, order = arrange(graph)
    rng = random.Random(2)
    extents = [
        {station: Extent(rng.uniform(5, 30), rng.uniform(5, 30)) for station in range(tracks.stations)}
        for _ in range(len(tracks))
    ]
    placed = heights(tracks, order, extents, gap=7.0, passing=Extent(3, 3), fork=15.0)
    for place, upper in enumerate(order):
        for lower in order[place + 1 :]:
            for station in range(tracks.stations):
                if all(tracks.start[track] <= station <= tracks.end[track] for track in (upper, lower)):
                    room = extents[upper][station].below + 7.0 + extents[lower][station].above
                    assert placed[lower] - placed[upper] >= room - 1e-6


def test_lines_of_a_dot_leave_at_clear_angles() -> None:
    graph = build("x*x*x + x")
    layout, _, _ = laid_out(graph)
    leaving = [path for line in graph.consumers[1] if (path := layout.lines[line])]
    directions = []
    for path in leaving:
        (x, y), (next_x, next_y) = path.axis[:2]
        length = hypot(next_x - x, next_y - y)
        directions.append(((next_x - x) / length, (next_y - y) / length))
    for (ux, uy), (vx, vy) in combinations(directions, 2):
        assert ux * vx + uy * vy < 0.93  # more than 21 degrees


def test_five_hundred_nodes_are_quick_and_five_thousand_possible() -> None:
    names = [f"t_{n}" for n in range(260)]
    lines = ["t_0 = x*y"] + [f"{b} = {a}*x + exp(y)" for a, b in pairwise(names)]
    graph = build("; ".join([*lines, names[-1]]), limits=UNLIMITED)
    assert len(graph) > 500
    layout, _, _ = laid_out(graph)
    assert layout.width > layout.height
