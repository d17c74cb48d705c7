"""Folding: what is drawn hangs together, nothing is lost, every drawn node works once each way."""

import random
from itertools import product

import pytest

from kuroaka.graph import Drawn, build, evaluate, fold, steps
from tests.each import each
from tests.expressions import program

NETWORK = "h = tanh(u*x + b); k = tanh(v*x + c); y = p*h + q*k"


def shown(drawn: Drawn) -> list[str]:
    graph = drawn.graph
    return [name or kind for name, kind in zip(graph.names, graph.kinds, strict=True)]


def arrivals(drawn: Drawn) -> dict[int, tuple[int, ...]]:
    """For each drawn node the lines that end in it, both as places of the whole graph."""
    return {
        node: tuple(drawn.lines[line] for line in lines)
        for node, lines in zip(drawn.nodes, drawn.graph.arrivals, strict=True)
    }


def test_a_bound_name_is_one_circle_and_its_variables_stay() -> None:
    drawn = fold(build(NETWORK), ["h", "k"])
    operations = [drawn.graph.names[node] or drawn.graph.operations[node] for node in range(len(drawn.graph))]
    assert [name for name in operations if name] == ["u", "x", "b", "h", "v", "c", "k", "p", "mul", "q", "mul", "y"]
    circle = drawn.whole.names.index("h")
    assert drawn.circles == {circle: "h", drawn.whole.names.index("k"): "k"}
    sources = [drawn.whole.edges[line].source for line in arrivals(drawn)[circle]]
    assert [drawn.whole.names[node] for node in sources] == ["u", "", "b"]  # the dot behind x


def test_without_names_all_is_drawn() -> None:
    graph = build(NETWORK)
    drawn = fold(graph)
    assert drawn.graph == graph
    assert [*drawn.nodes] == [*range(len(graph))]
    assert [*drawn.lines] == [*range(len(graph.edges) + 1)]


def test_a_name_in_a_folded_one_is_folded_with_it_unless_it_is_asked_for() -> None:
    text = "a = x^2; b = exp(a) + a; b*x"
    assert shown(fold(build(text), ["b"])) == ["x", "branch", "b", "operation"]
    assert shown(fold(build(text), ["a", "b"])) == ["x", "branch", "a", "b", "operation"]


def test_a_network_folds_into_its_neurons() -> None:
    layer = "; ".join(f"h_{n} = tanh(w_{n}1*x_1 + w_{n}2*x_2 + b_{n})" for n in (1, 2))
    drawn = fold(build(f"{layer}; y = v_1*h_1 + v_2*h_2 + c; (y - t)^2"), ["h_1", "h_2", "y"])
    assert sorted(drawn.circles.values()) == ["h_1", "h_2", "y"]
    entering = {
        drawn.circles[drawn.nodes[node]]: len(drawn.graph.inputs[node])
        for node in range(len(drawn.graph))
        if drawn.folded[node]
    }
    assert entering == {"h_1": 5, "h_2": 5, "y": 5}


def test_what_is_used_elsewhere_too_stays() -> None:
    assert "a" in shown(fold(build("a = x^2; b = exp(a); a + b"), ["b"]))


def test_only_operations_fold() -> None:
    graph = build("k = -1; h = k*x; h")
    assert fold(graph, ["k", "x", "q", ""]).graph == graph
    assert shown(fold(graph, ["h"])) == ["k", "x", "h"]
    unnamed = build("x*y + z")
    assert fold(unnamed, [""]).graph == unnamed


def test_a_power_folds_with_its_exponent() -> None:
    drawn = fold(build("h = x^2; h*y"), ["h"])
    assert shown(drawn) == ["x", "h", "y", "operation"]
    assert drawn.graph.exponents == frozenset()


def test_a_circle_of_literals_has_no_line_in() -> None:
    drawn = fold(build("h = 2*3; h*x"), ["h"])
    assert arrivals(drawn)[drawn.whole.names.index("h")] == ()
    assert steps(drawn.graph)[0].nodes == (drawn.graph.names.index("h"),)


@each(product(range(40), [("m",), ("n",), ("m", "n")]))
def test_what_is_drawn_hangs_together(case: tuple[int, tuple[str, ...]]) -> None:
    seed, names = case
    graph = build(program(random.Random(seed), 15))
    drawn = fold(graph, names)
    assert all(drawn.inside[node] is None for node in (*drawn.nodes, graph.output, *graph.leaves.values()))
    assert all(circle is None or circle in drawn.circles for circle in drawn.inside)
    reached = {node: circle if circle is not None else node for node, circle in enumerate(drawn.inside)}
    # every line of the whole graph is drawn, with its own ends or those that stand for them, or lies inside one circle
    at = dict(zip(drawn.lines, drawn.graph.edges, strict=False))
    for line, edge in enumerate(graph.edges):
        if line in at:
            assert edge.source == drawn.nodes[at[line].source]
            assert reached[edge.target] == drawn.nodes[at[line].target]
        else:
            assert reached[edge.source] == reached[edge.target]
    # red flows in what is drawn exactly where it flows in the whole graph
    assert [*drawn.graph.differentiable] == [graph.differentiable[node] for node in drawn.nodes]


@each(range(40))
def test_every_drawn_node_works_once_each_way(seed: int) -> None:
    drawn = fold(build(program(random.Random(seed), 15)), ("m", "n"))
    working = {"forward": "operation", "backward": "operation branch"}
    for direction, kinds in working.items():
        frames = [step for step in steps(drawn.graph) if step.direction == direction]
        worked = [drawn.nodes[node] for step in frames for node in step.nodes]
        expected = [
            whole
            for whole, kind, flows in zip(drawn.nodes, drawn.graph.kinds, drawn.graph.differentiable, strict=True)
            if kind in kinds.split() and (flows or direction == "forward")
        ]
        assert sorted(worked) == expected
        lines = [drawn.lines[line] for step in frames for beat in step.beats for line in beat]
        assert len(lines) == len(set(lines))
        assert set(lines) <= set(drawn.lines)


@each(range(20))
def test_what_enters_a_circle_is_its_adjoint_times_its_slope(seed: int) -> None:
    """The red numbers on the lines into a circle are those of its own derivative, seen as one operation."""
    rng = random.Random(seed)
    text = f"h = {rng.uniform(0.2, 2):.3f}*x^2 + sin(x*y) + exp(y); h*z + h^2 + x"
    point = {name: rng.uniform(0.2, 1.5) for name in "xyz"}
    graph = build(text)
    evaluation = evaluate(graph, point)
    drawn = fold(graph, ["h"])
    circle = graph.names.index("h")
    adjoint = evaluation.passes.adjoints[circle]
    assert adjoint is not None
    alone = text.partition(";")[0]
    arriving: dict[str, float] = {}
    for line in arrivals(drawn)[circle]:
        source = graph.edges[line].source
        name = graph.names[source] or graph.names[graph.inputs[source][0]]
        contribution = evaluation.passes.contributions[line]
        assert contribution is not None
        arriving[name] = arriving.get(name, 0.0) + contribution
    for name, total in arriving.items():
        h = 1e-5
        up, down = (
            evaluate(build(alone), {k: v + (h if k == name else 0) * way for k, v in point.items() if k in "xy"}).value
            for way in (1, -1)
        )
        assert total == pytest.approx(adjoint * (up - down) / (2 * h), rel=1e-6)
