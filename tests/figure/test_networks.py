"""A network as one: nothing lies on anything else, all within what a page has, and every label is there."""

from functools import cache
from itertools import combinations, pairwise

import pytest

from kuroaka.asked import Asked
from kuroaka.asked.kinds import Show
from kuroaka.figure.drawing.compose import figure, picture
from kuroaka.figure.drawing.picture import Picture
from kuroaka.figure.files.raster import size
from kuroaka.figure.layout.obstacles import overlap, touches
from kuroaka.figure.type.geometry import Box
from kuroaka.figure.type.measures import RADIUS
from kuroaka.scene import Scene
from tests.networks import CROSS_ENTROPY, HALVED, LARGE, MAZUR, SOFTMAX, THREE_THREE_TWO, random_network

TEXTS = {
    "3-3-2": THREE_THREE_TWO,
    "Mazur": MAZUR,
    "halved": HALVED,
    "softmax": SOFTMAX,
    "cross-entropy": CROSS_ENTROPY,
    "4-8-8-1": LARGE,
    **{str(seed): random_network(seed) for seed in (*range(14), 20, 23, 104)},  # these have lanes beside wide stubs
}
SHOWN: dict[str, tuple[Show, ...]] = {"formulas": ("formulas",), "numbers": ("numbers",)}


@cache  # two tests ask for the same ones
def placed(text: str, show: tuple[Show, ...] = ("formulas",)) -> Picture:
    return picture(Scene(Asked(expression=text, view="network", show=show)))


def labels(drawn: Picture) -> dict[tuple[int, str], Box]:
    """The boxes of all labels that are seen at once."""
    found: dict[tuple[int, str], Box] = {}
    for line, (path, room) in enumerate(zip(drawn.layout.lines, drawn.rooms, strict=True)):
        if path is None or line in drawn.layout.faint:
            continue
        x, y = path.label
        if room.width_above:
            found[line, "black"] = (x - room.width_above / 2, y - room.above, x + room.width_above / 2, y - 7)
        if room.width_below:
            x, y = path.middle(is_forward=False)
            found[line, "red"] = (x - room.width_below / 2, y + 7, x + room.width_below / 2, y + room.below)
    return found


def circles(drawn: Picture) -> dict[int, Box]:
    graph = drawn.drawn.graph
    return {
        node: (point[0] - symbol.half, point[1] - RADIUS, point[0] + symbol.half, point[1] + RADIUS)
        for node, (point, symbol) in enumerate(zip(drawn.layout.nodes, drawn.fitted, strict=True))
        if point and graph.kinds[node] == "operation"
    }


@pytest.mark.parametrize("show", SHOWN)
@pytest.mark.parametrize("name", TEXTS)
def test_no_label_lies_on_anything(name: str, show: str) -> None:
    drawn = placed(TEXTS[name], SHOWN[show])
    boxes = labels(drawn)
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not overlap(first, second), (one, other)
    for label, box in boxes.items():
        for node, circle in circles(drawn).items():
            assert not overlap(box, circle), (label, node)
        for line, path in enumerate(drawn.layout.lines):
            if path and line != label[0]:
                assert not any(touches(a, b, box) for a, b in pairwise(path.axis)), (label, line)
        left, top, right, bottom = box
        assert min(left, top) >= 0
        assert right <= drawn.layout.width
        assert bottom <= drawn.layout.height


@pytest.mark.parametrize("name", TEXTS)
def test_no_circle_lies_on_another_or_on_a_line(name: str) -> None:
    drawn = placed(TEXTS[name])
    boxes, graph = circles(drawn), drawn.drawn.graph
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not overlap(first, second), (one, other)
    for line, path in enumerate(drawn.layout.lines):
        ends = {drawn.source(line)} | ({graph.edges[line].target} if line < len(graph.edges) else set())
        for node, box in boxes.items():
            if path and node not in ends:
                assert not any(touches(a, b, box) for a, b in pairwise(path.axis)), (line, node)


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "4-8-8-1"])
def test_up_to_four_a_layer_all_labels_are_seen(name: str) -> None:
    assert not placed(TEXTS[name]).layout.faint
    assert not placed(TEXTS[name], ("numbers",)).layout.faint


def test_a_large_network_is_seen_as_a_whole() -> None:
    drawn = placed(LARGE)
    assert len(drawn.layout.faint) == 4 * 8 + 8 * 8
    assert drawn.layout.width / drawn.layout.height < 2


def test_three_three_two_fits_a_page() -> None:
    scene = Scene(Asked(expression=THREE_THREE_TWO))
    width, height = size(figure(scene))
    assert (width <= 800, height <= 480, width / height <= 2.5) == (True, True, True)
    assert len(scene.steps) == 2 * 2 + 2 * 2  # the layers; the errors and their sum
    width, height = size(figure(scene.but(show=("numbers",), at=dict.fromkeys(scene.graph.leaves, 0.25))))
    assert (width <= 1000, height <= 500) == (True, True)


def test_a_wide_label_of_a_stub_stands_below_it() -> None:
    drawn = placed(THREE_THREE_TWO)
    graph = drawn.drawn.graph
    stubs = {graph.names[graph.edges[line].source]: line for line in range(len(graph.edges))}
    for name, is_below in (("b_1", False), ("t_1", True)):
        path = drawn.layout.lines[stubs[name]]
        assert path
        left, top, right, _ = labels(drawn)[stubs[name], "red"]
        (x, below), _ = path.axis
        assert (left < x < right, top > below) == (is_below, is_below), name
        assert labels(drawn)[stubs[name], "black"][0] > x


def test_of_more_than_eight_the_first_three_and_the_last_are_shown() -> None:
    hidden = "; ".join(f"h_{j} = relu(a_{j}*x_1 + b_{j}*x_2)" for j in range(1, 11))
    text = f"{hidden}; " + " + ".join(f"v_{j}*h_{j}" for j in range(1, 11))
    drawn = placed(text)
    assert len(circles(drawn)) == 5
    assert len(drawn.layout.dots) == 1
    (x, y), names = drawn.layout.dots[0], drawn.drawn.graph.names
    assert [names[node] for node in circles(drawn) if names[node]] == ["h_1", "h_2", "h_3", "h_10"]
    assert not any(overlap(box, (x - 12, y - 12, x + 12, y + 12)) for box in circles(drawn).values())


def test_a_circle_that_nothing_leads_into_stands_in_front() -> None:
    drawn = picture(Scene(Asked(expression="m = 2*3; n = a*c + m; n*b", view="network", fold=("m",))))
    (m, _), (n, _) = (drawn.layout.nodes[drawn.drawn.graph.names.index(name)] or (0, 0) for name in "mn")
    assert 0 < m < n


def test_a_second_input_that_comes_in_first_is_marked() -> None:
    softmax, graph = placed(SOFTMAX), placed(SOFTMAX).drawn.graph
    for node, name in enumerate(graph.operations):
        marks = [mark for _, mark in softmax.entries(node)]
        if name == "div":
            ways = [path.axis[-2:] for line in graph.arrivals[node] if (path := softmax.layout.lines[line])]
            first, second = ((y - to_y) / (to_x - x) for (x, y), (to_x, to_y) in ways)  # how steeply they come up
            assert abs(first - second) > 0.5, "they are told apart where they come in"
            assert marks == (["2"] if second < first else []), node
