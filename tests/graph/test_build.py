"""From names to nodes: one node a name, a dot where a value branches, constants, the output."""

import pytest

from kuroaka.graph import Graph, build
from kuroaka.language import UNLIMITED, NameProblem

SIGMOID = "a = -1; n = a^2; z = n/(n + exp(a*x))"


def row(graph: Graph, node: int) -> tuple[str, str, str, float | None, tuple[int, ...]]:
    return graph.kinds[node], graph.operations[node], graph.names[node], graph.numbers[node], graph.inputs[node]


def test_the_sigmoid_of_the_article() -> None:
    graph = build(SIGMOID)
    assert [row(graph, node) for node in range(len(graph))] == [
        ("constant", "", "a", -1.0, ()),
        ("branch", "", "", None, (0,)),
        ("constant", "", "", 2.0, ()),
        ("operation", "pow", "n", None, (1, 2)),
        ("branch", "", "", None, (3,)),
        ("variable", "", "x", None, ()),
        ("operation", "mul", "", None, (1, 5)),
        ("operation", "exp", "", None, (6,)),
        ("operation", "add", "", None, (4, 7)),
        ("operation", "div", "z", None, (4, 8)),
    ]
    assert graph.output == 9
    assert graph.leaves == {"a": 0, "x": 5}
    assert graph.exponents == {2}


def test_a_square_keeps_both_edges() -> None:
    assert build("x*x").edges == ((0, 1, 0), (1, 2, 0), (1, 2, 1))


def test_only_the_base_e_becomes_exp() -> None:
    assert build("e^x").operations == ("", "exp")
    assert build("x^e").operations[-1] == "pow"
    assert build("e*x").kinds == ("constant", "variable", "operation")


def test_equal_parts_are_not_merged() -> None:
    graph = build("sin(x) + sin(x)")
    assert graph.operations.count("sin") == 2
    assert graph.kinds.count("branch") == 1


def test_output_chooses_a_line_and_drops_the_rest() -> None:
    graph = build("a = x + 1; b = a*2; c = b^2", output="b")
    assert graph.operations[graph.output] == "mul"
    assert "pow" not in graph.operations
    with pytest.raises(NameProblem) as caught:
        build("a = x + 1; b = a*2", output="q")
    assert caught.value.code == "unknown-output"


def test_what_leads_nowhere_has_no_gradient() -> None:
    graph = build("2*3 + x")
    assert graph.differentiable == (False, False, False, True, True)


def test_a_named_constant_leads_somewhere_a_literal_does_not() -> None:
    assert build("k = 3; k*2").leaves == {"k": 0}
    assert build("3*2").leaves == {}
    assert build("pi*2").leaves == {}


@pytest.mark.parametrize("text", ["-" * 10_000 + "x", "x" + "*x" * 10_000, "sin(" * 10_000 + "x" + ")" * 10_000])
def test_size_is_no_trouble_when_limits_are_lifted(text: str) -> None:
    assert len(build(text, limits=UNLIMITED)) > 10_000
