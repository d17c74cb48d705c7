"""Depth and length are no trouble anywhere: language, graph, passes, steps, formulas, JSON; each a loop."""

import pytest

from kuroaka.exports.answer import encode, graph_answer
from kuroaka.graph import build, derivative, evaluate
from kuroaka.language import UNLIMITED
from tests.scenes import scene

LARGE = {
    "sin": "sin(" * 10_000 + "x" + ")" * 10_000,
    "neg": "-" * 10_000 + "x",
    "terms": "x" + " + x" * 10_000,
    "variables": " + ".join(f"x_{number}*{number}" for number in range(10_000)),
    "power": "x" + "^x" * 10_000,
    "brackets": "(" * 10_000 + "x" + ")" * 10_000,
    "bindings": "\n".join(f"v{number + 1} = v{number}*x" for number in range(10_000)),
}


@pytest.mark.parametrize("name", LARGE)
def test_ten_thousand(name: str) -> None:
    graph = build(LARGE[name], limits=UNLIMITED)
    answer = encode(graph_answer(scene(evaluate(graph, dict.fromkeys(graph.leaves, 0.5)))))
    assert answer.startswith(b'{"expression"')


@pytest.mark.parametrize("name", ["sin", "terms", "bindings"])
def test_a_derivative_of_ten_thousand(name: str) -> None:
    graph = build(LARGE[name], limits=UNLIMITED)
    slope = derivative(graph, "x")
    assert evaluate(slope, dict.fromkeys(slope.leaves, 0.5)).value == pytest.approx(
        evaluate(graph, dict.fromkeys(graph.leaves, 0.5)).gradients["x"], rel=1e-9, nan_ok=True
    )
