"""A network is a way of drawing: it has the lines, the numbers and the ids of the whole graph."""

import random

import pytest

from kuroaka.answers.graph import graph_answer
from kuroaka.asked import Asked
from kuroaka.graph import build as built
from kuroaka.graph import evaluate, fold, is_network, network
from kuroaka.graph.graph import Graph
from kuroaka.language import UNLIMITED
from kuroaka.scene import Scene
from tests.each import each
from tests.networks import LARGE, MAZUR, SOFTMAX, THREE_THREE_TWO, random_network


def build(text: str) -> Graph:
    return built(text, limits=UNLIMITED)


def shown(text: str, opened: tuple[str, ...] = ()) -> list[str]:
    drawn = network(fold(build(text)), opened)
    graph = drawn.graph
    return [
        graph.names[node] or graph.operations[node] or graph.kinds[node]
        for node in range(len(graph))
        if graph.kinds[node] != "branch"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("h = tanh(w*x + b)", ["x", "b", "h"]),
        ("h = tanh(x*w + b)", ["x", "b", "h"]),
        ("y = 2*x + 1", ["x", "constant", "y"]),
        ("y = x*2 + 1", ["x", "constant", "y"]),
        ("1/2*(y - t)^2 + c", ["y", "t", "sub", "c", "add"]),
        ("p = w*x; p + b", ["w", "x", "p", "b", "add"]),  # a product with a name stays
        ("w*x + w*y", ["w", "add"]),  # of one value two lines
        ("w*x", ["w", "x", "mul"]),
        ("a*b*x + c", ["a", "b", "mul", "c", "add"]),
        ("-(a + b)", ["a", "b", "add", "neg"]),
        ("x", ["x"]),
        ("f(x) = w*x + b; f(u) + v", ["u", "w", "b", "operation", "v", "add"]),
    ],
)
def test_what_is_folded(text: str, found: list[str]) -> None:
    assert sorted(shown(text)) == sorted(found)


def test_an_opened_neuron_is_the_plain_graph() -> None:
    text = "h_1 = tanh(a*x + b*y + c); h_2 = tanh(d*x + e*y + f); h_1*h_2"
    assert sorted(shown(text, ("h_1",))) == sorted(
        "a b c d e f h_1 h_2 x y add:+++ mul mul mul".replace("d e ", "").split()
    )
    everything = network(fold(build(text)), ("h_1", "h_2"))
    assert everything.graph == build(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (THREE_THREE_TWO, True),
        (MAZUR, True),
        (SOFTMAX, True),
        (LARGE, True),
        ("tanh(w*x + b)", False),
        ("y = w_1*x_1 + w_2*x_2 + b", False),
        ("a*x + b*y + c*x + d*y", False),
        ("a = -1; n = a^2; z = n/(n + exp(a*x))", False),
        ("p = exp(x_1); q = exp(x_2); p/(p + q)", False),
    ],
)
def test_what_is_a_network(text: str, expected: bool) -> None:
    assert is_network(network(fold(build(text)))) == expected
    assert Scene(Asked(expression=text)).drawn.is_network == expected
    assert not Scene(Asked(expression=text, view="graph")).drawn.is_network


@each(range(120))
def test_what_is_drawn_is_part_of_the_whole(seed: int) -> None:
    graph = build(random_network(seed))
    drawn = network(fold(graph), ("h_1",) if seed % 3 == 0 else ())
    riding = {graph.edges[drawn.lines[line]].source for line in drawn.onward}
    assert all(drawn.inside[node] is None for node in (*drawn.nodes, *riding))
    assert {*range(len(graph))} == {*drawn.nodes} | riding | {
        node for node, circle in enumerate(drawn.inside) if circle is not None
    }
    for line, edge in enumerate(drawn.graph.edges):
        source, target = drawn.nodes[edge.source], drawn.nodes[edge.target]
        whole = graph.edges[drawn.onward.get(line, drawn.lines[line])]
        assert whole.source == source
        circle = drawn.inside[whole.target]
        assert target == (whole.target if circle is None else circle)
        if line in drawn.onward:
            assert graph.edges[drawn.lines[line]].target == whole.target
    reached = [
        drawn.graph.differentiable[node] for node in range(len(drawn.graph)) if drawn.graph.kinds[node] != "constant"
    ]
    assert reached == [
        graph.differentiable[node] for place, node in enumerate(drawn.nodes) if drawn.graph.kinds[place] != "constant"
    ]


def test_a_name_for_what_is_made_of_literals_gives_it_no_gradient() -> None:
    graph = build("m = 2*3; m*(a*k + m)")
    drawn = network(fold(graph))
    assert drawn.graph.differentiable == tuple(graph.differentiable[node] for node in drawn.nodes)


@each(range(40))
def test_every_number_is_kept(seed: int) -> None:
    rng = random.Random(seed)
    text = random_network(seed)
    at = {name: rng.uniform(-1.5, 1.5) for name in build(text).leaves}
    scenes = [
        Scene(Asked(expression=text, at=at, view=view, fold=names))
        for view in ("graph", "network")
        for names in ((), ("h_1",))
    ]
    plain = evaluate(build(text), at)
    for scene in scenes:
        assert scene.evaluation.passes == plain.passes
        for line in scene.lines:
            whole = int(line.id[1:]) if line.id != "out" else None
            assert line.value == (
                plain.value if whole is None else plain.passes.values[scene.graph.edges[whole].source]
            )
            assert line.flowing == (1.0 if whole is None else plain.passes.contributions[whole])


def test_each_layer_is_a_step_each_way() -> None:
    scene = Scene(Asked(expression=THREE_THREE_TWO))
    assert [len(step.nodes) for step in scene.steps if step.direction == "forward"] == [3, 2, 2, 1]


def test_labels_are_short_and_say_what_they_mean() -> None:
    scene = Scene(Asked(expression=THREE_THREE_TWO))
    told = {line.forward.text: line.backward for line in scene.lines}
    red = told["w_12"]
    assert red is not None
    assert red.text == "delta_h_1*x_2"
    delta = scene.labels.adjoints[scene.drawn.halves[scene.graph.names.index("h_1")]]
    assert delta is not None
    assert delta.means is not None
    assert (delta.text, delta.means.text) == ("delta_h_1", "h_bar_1*(1 - h_1^2)")


def test_mazurs_published_gradients() -> None:
    gradients = Scene(Asked(expression=MAZUR)).evaluation.gradients
    published = {"w_5": 0.082167041, "w_6": 0.0826676, "w_7": -0.0226025, "w_8": -0.0227402, "w_1": 0.000438568}
    assert {name: gradients[name] for name in published} == pytest.approx(published, rel=1e-4)


def test_an_answer_is_of_what_is_drawn() -> None:
    asked = Asked(expression="h_1 = tanh(a*x + b*y); h_2 = tanh(c*x + d*y); h_1 + h_2")
    for one in (asked, asked.but(open=("h_1",)), asked.but(view="graph"), asked):
        scene = Scene(one)
        answer = graph_answer(scene)
        assert [step["nodes"] for step in answer["steps"]] == [
            [scene.nodes[node].id for node in step.nodes] for step in scene.steps
        ]
        assert (answer["view"], answer["layered"]) == ("graph" if one.view == "graph" else "network", True)


def test_a_graph_stays_as_it_is() -> None:
    graph = build("sin(x)*x/y")
    assert network(fold(graph)).graph == graph
