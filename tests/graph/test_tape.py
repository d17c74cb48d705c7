"""A graph without a text: the tape puts the branches in, and what is written builds the very same graph."""

import math
import random
from dataclasses import replace

import pytest

from kuroaka.graph import Graph, Tape, build, evaluate, expand, transcript, write
from kuroaka.language import UNLIMITED, NameProblem
from kuroaka.operations import FLOATS, OPERATIONS, apply
from tests.expressions import expression, program

NUMBERS = (0.0, 1.0, 2.0, 0.5, -1.0, -2.5, 1e-7, -3e22, 1 / 3, "pi", "e")


def noted(rng: random.Random, size: int) -> tuple[Tape, int]:
    """Operations on whatever was noted before: values shared at random, some with names, some never used."""
    tape = Tape()
    nodes = [tape.variable("x"), tape.variable("v_1"), tape.constant(-1, "a")]
    for step in range(size):
        if rng.random() < 0.2:
            nodes.append(tape.constant(rng.choice(NUMBERS)))
        operation = rng.choice(list(OPERATIONS.values()))
        nodes.append(tape.call(operation.name, *rng.choices(nodes[-8:], k=len(operation.arguments))))
        if rng.random() < 0.2:
            tape.bind(f"n_{step}", nodes[-1])
    return tape, nodes[-1]


@pytest.mark.parametrize("block", range(4))
def test_building_the_text_gives_the_very_graph(block: int) -> None:
    for seed in range(250 * block, 250 * block + 250):
        tape, output = noted(random.Random(seed), 20)
        graph = tape.graph(output)
        assert build(graph.text, limits=UNLIMITED) == graph


def test_the_graph_computes_what_was_noted() -> None:
    for seed in range(200):
        tape, output = noted(random.Random(seed), 12)
        values: list[float] = []
        for node in tape.nodes:
            inputs = [values[source] for source in node.inputs]
            leaf = 0.7 if node.number is None else node.number
            values.append(apply(OPERATIONS[node.operation], FLOATS, *inputs) if inputs else leaf)
        graph = tape.graph(output)
        names = dict.fromkeys({"x", "v_1"} & graph.leaves.keys(), 0.7)
        assert repr(evaluate(graph, names).value) == repr(values[output])


@pytest.mark.parametrize("block", range(4))
def test_a_graph_that_was_typed_is_written_as_it_is(block: int) -> None:
    for seed in range(250 * block, 250 * block + 250):
        rng = random.Random(seed)
        typed = build(program(rng, 10) if seed % 2 else expression(rng, 10), limits=UNLIMITED)
        written = write(replace(typed, text="", spans=()))
        assert build(written.text, limits=UNLIMITED) == written
        assert replace(written, text=typed.text, spans=typed.spans) == typed


def test_a_derivative_is_the_graph_of_its_text() -> None:
    for seed in range(200):
        graph = transcript(build(program(random.Random(seed), 8) + " + x", limits=UNLIMITED), "x")
        assert build(graph.text, limits=UNLIMITED) == graph


def test_a_derivative_never_folds_two_numbers_to_one_that_cannot_be_written() -> None:
    graph = transcript(build("1e200*(1e200*x)"), "x")
    assert graph.leaves == {}
    assert evaluate(graph).value == math.inf


def test_a_value_that_is_used_twice_branches_and_a_literal_does_not() -> None:
    tape = Tape()
    x, two = tape.variable("x"), tape.constant(2)
    graph = tape.graph(tape.call("pow", tape.call("mul", x, x), tape.call("add", two, two)))
    assert graph.kinds == ("variable", "branch", "operation", "constant", "constant", "operation", "operation")
    assert graph.text == "(x*x)^(2 + 2)"
    assert evaluate(graph, {"x": 3}).gradients == {"x": 4 * 3.0**7 * 2}


def test_a_name_means_one_node() -> None:
    tape = Tape()
    assert tape.variable("x") == tape.variable("x")
    h = tape.bind("h", tape.call("sin", tape.variable("x")))
    assert tape.variable("h") == tape.bind("h", h) == tape.bind("other", h) == tape.variable("other")
    assert tape.graph(h).names == ("x", "h")


@pytest.mark.parametrize(
    ("name", "code"),
    [("sin", "reserved-name"), ("pi", "reserved-name"), ("2x", "not-a-name"), ("x₁", "not-a-name"), ("", "not-a-name")],
)
def test_a_name_that_no_text_could_have_is_refused(name: str, code: str) -> None:
    with pytest.raises(NameProblem) as caught:
        Tape().variable(name)
    assert caught.value.code == code
    assert caught.value.detail("ja")
    assert caught.value.hint("en")


def test_what_means_nothing_is_refused() -> None:
    tape = Tape()
    x, y = tape.variable("x"), tape.variable("y")
    with pytest.raises(NameProblem, match="bound twice"):
        tape.bind("x", y)
    with pytest.raises(NameProblem, match="foo"):
        tape.call("foo", x)
    with pytest.raises(ValueError, match="finite"):
        tape.constant(math.nan)


def test_an_inside_is_written_out() -> None:
    tape = Tape()
    graph = expand(tape.graph(tape.call("silu", tape.variable("x"))), ["silu", "sigmoid"])
    assert (graph.text, graph.opened[-1]) == ("silu(x)", "silu")
    assert graph == build("silu(x)", opened=["silu", "sigmoid"])
    assert write(graph).text == "x*(1/(1 + exp(-x)))"


def test_columns_by_hand_need_no_spans() -> None:
    graph = Graph(
        "", ("variable", "variable", "operation"), ("", "", "mul"), ("x", "y", ""), (None,) * 3, ((), (), (0, 1)), (2,)
    )
    assert graph.opened == ("", "", "")
    assert write(graph) == build("x*y")


def test_gradients_are_added_in_the_order_that_the_graph_says() -> None:
    graph = build("a = x*x; sin(x) + a")
    (branch,) = (node for node, kind in enumerate(graph.kinds) if kind == "branch")
    assert [graph.edges[line].target for line in graph.returning[branch]] == [3, 2, 2]
    passed = evaluate(graph, {"x": 0.3}).passes
    first, second, third = (passed.contributions[line] or 0 for line in graph.returning[branch])
    assert passed.adjoints[branch] == (first + second) + third
