"""The whole expression: however long, it is read back, and to the same value."""

import math
import random

import pytest

from kuroaka.formulas import symbols, whole
from kuroaka.graph import build, evaluate
from kuroaka.language import UNLIMITED
from tests.expressions import point, program

ENTROPY = "-y*ln(sigmoid(w*x+b)) - (1-y)*ln(1-sigmoid(w*x+b))"


def test_a_long_expression_is_said_whole() -> None:
    graph = build(ENTROPY)
    assert symbols(graph).values[graph.output].latex == "v_{23}"
    assert whole(graph) == (
        r"-\left(y \log \left(\sigma(w x+b)\right)+\left(1-y\right) \log \left(1-\sigma(w x+b)\right)\right)"
    )


def test_a_short_one_is_its_label() -> None:
    for text in ("a = -1; n = a^2; z = n/(n + exp(a*x))", "x*y", "h = tanh(w*x); h^2", "2"):
        graph = build(text)
        assert whole(graph) == symbols(graph).values[graph.output].latex


def test_a_long_binding_has_a_line_of_its_own() -> None:
    graph = build("h = " + " + ".join(f"tanh(w_{place}*x)" for place in range(9)) + "; k = 2*h; k^2 + h")
    assert whole(graph) == (
        "h = " + "+".join(rf"\tanh\left(w_{{{place}}} x\right)" for place in range(9)) + r" \\ 4 h^{2}+h"
    ).replace(r"\tanh\left", r"\tanh \left")


def test_a_long_output_is_said_without_its_name() -> None:
    assert whole(build(f"loss = {ENTROPY}")) == whole(build(ENTROPY))


def test_a_constant_with_another_number_goes_by_its_name() -> None:
    assert whole(build("a = -1; exp(a*x)"), {"a"}) == "e^{a x}"


@pytest.mark.parametrize("block", range(2))
def test_it_is_read_back_to_the_value(block: int) -> None:
    compared = lines = 0
    for seed in range(100 * block, 100 * block + 100):
        rng = random.Random(seed)
        graph = build(program(rng, 30))
        result = evaluate(graph, {name: value for name, value in point(rng).items() if name in graph.leaves})
        if not all(map(math.isfinite, result.passes.values)):
            continue
        written = whole(graph)
        read = build(written, limits=UNLIMITED, spelling="latex")
        assert read.leaves.keys() <= graph.leaves.keys()
        got = evaluate(read, {leaf: result.point[leaf] for leaf in read.leaves}).value
        assert math.isclose(got, result.value, rel_tol=1e-9, abs_tol=1e-11), written
        compared += 1
        lines += r"\\" in written
    assert compared > 40
    assert lines > 10


def test_depth_is_no_trouble() -> None:
    graph = build("sin(" * 500 + "v_1*x" + ")" * 500, limits=UNLIMITED)
    read = build(whole(graph), limits=UNLIMITED, spelling="latex")
    point = {"v_1": 1.0, "x": 0.5}
    assert evaluate(read, point).value == pytest.approx(evaluate(graph, point).value, rel=1e-12)
