"""Formulas by the reader's own names: as short as a textbook's, and the same numbers."""

import math
import random

import pytest

from kuroaka.formulas import Label, symbols
from kuroaka.formulas.names import bar
from kuroaka.graph import Graph, build, evaluate
from tests.expressions import program

LAYER = "h_1 = tanh(w_1*x + b_1); h_2 = tanh(w_2*x + b_2)"
NETWORK = f"{LAYER}; y = v_1*h_1 + v_2*h_2 + c; (y - t)^2"


def red(text: str, naming: str) -> dict[str, str]:
    """The red label at each name."""
    graph = build(text)
    labels = symbols(graph, naming=naming)  # type: ignore[arg-type]
    return {name: label.text for name, node in graph.leaves.items() if (label := labels.adjoints[node])}


def test_a_network_reads_as_in_a_textbook() -> None:
    found = red(NETWORK, "names")
    assert found["v_1"] == "y_bar*h_1"
    assert found["w_1"] == "h_bar_1*x*(1 - h_1^2)"
    assert found["x"] == "h_bar_1*w_1*(1 - h_1^2) + h_bar_2*w_2*(1 - h_2^2)"
    assert red("z = sigmoid(v*x + c)", "names")["c"] == "E*z*(1 - z)"
    assert red("z = sigmoid(v*x + c)", "written")["c"] == "E*sigmoid(v*x + c)*(1 - sigmoid(v*x + c))"


def test_the_line_of_the_output_says_its_formula_and_not_its_name_again() -> None:
    graph = build(f"{LAYER}; y = h_1 + h_2")
    assert symbols(graph, naming="names").values[graph.output].text == "h_1 + h_2"


def test_names_are_taken_where_a_line_could_not_bear_the_formula() -> None:
    deep = "; ".join(["h_0 = x", *(f"h_{n + 1} = sigmoid(w_{n}*h_{n} + b_{n})" for n in range(5))])
    assert symbols(build("z = sigmoid(v*x + c)"), naming="auto").by_name is False
    assert symbols(build(deep), naming="auto").by_name is True
    short = [label.text for label in symbols(build(deep), naming="auto").adjoints if label]
    assert not any("g_" in text or "v_" in text for text in short)
    assert any("g_" in label.text for label in symbols(build(deep), naming="written").adjoints if label)


def test_a_name_that_is_taken_is_not_taken_again() -> None:
    found = red("h = tanh(x); h_bar = 2*h; y = h_bar*h", "names")
    assert found["x"] == "(2*h_bar_bar + E*h_bar)*(1 - h^2)"  # h_bar is the reader's own: what h gets is written out


@pytest.mark.parametrize(("name", "called"), [("h", "h_bar"), ("h_1", "h_bar_1"), ("z'", "z_bar'"), ("税", "税_bar")])
def test_what_the_gradient_of_a_name_is_called(name: str, called: str) -> None:
    assert bar(name) == called


def number(label: Label, known: dict[str, float]) -> float:
    """The number of a label, with those of what its short names mean."""
    graph = build(label.text)
    missing = [name for name in graph.leaves if name not in known]
    assert not missing, (label.text, missing)
    return evaluate(graph, {name: known[name] for name in graph.leaves}).value


def named_numbers(graph: Graph, point: dict[str, float]) -> dict[str, float]:
    """The number of every name that a label may have in it."""
    passes = evaluate(graph, point).passes
    known = {"E": 1.0, **point}
    for node, name in enumerate(graph.names):
        if name and graph.kinds[node] == "operation":
            known[name] = passes.values[node]
            known[bar(name)] = passes.adjoints[node] or 0.0
    return known


@pytest.mark.parametrize("seed", range(150))
def test_labels_by_name_say_the_numbers(seed: int) -> None:
    chance = random.Random(seed)
    graph = build(program(chance, 6))
    point = {name: chance.uniform(0.3, 2.0) for name in graph.leaves}
    labels, passes = symbols(graph, graph.leaves, naming="names"), evaluate(graph, point).passes
    known = named_numbers(graph, point)
    values = zip(labels.values, passes.values, strict=True)
    contributions = zip(labels.contributions, passes.contributions, strict=True)
    for label, value in (*values, *contributions):
        if label is None or value is None or not math.isfinite(value):
            continue
        if not any(name.startswith(("g_", "v_")) for name in build(label.text).leaves):
            assert number(label, known) == pytest.approx(value, rel=1e-7, abs=1e-9), label.text
