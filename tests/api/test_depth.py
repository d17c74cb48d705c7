"""Depth and length are no trouble anywhere: language, graph, passes, steps, formulas, JSON; each a loop."""

from collections.abc import Callable

import pytest

from kuroaka.answers.encoding import encode
from kuroaka.answers.graph import graph_answer
from kuroaka.formulas import derivative
from kuroaka.graph import build, evaluate
from kuroaka.language import UNLIMITED
from tests.scenes import scene

LARGE: dict[str, Callable[[int], str]] = {
    "sin": lambda size: "sin(" * size + "x" + ")" * size,
    "neg": lambda size: "-" * size + "x",
    "terms": lambda size: "x" + " + x" * size,
    "variables": lambda size: " + ".join(f"x_{number}*{number}" for number in range(size)),
    "power": lambda size: "x" + "^x" * size,
    "brackets": lambda size: "(" * size + "x" + ")" * size,
    "bindings": lambda size: "\n".join(f"v{number + 1} = v{number}*x" for number in range(size)),
}


SIZES = pytest.mark.parametrize(
    "size", [1_500, pytest.param(10_000, marks=pytest.mark.slow)]
)  # no recursion goes so deep


@SIZES
@pytest.mark.parametrize("name", LARGE)
def test_an_answer_at_any_depth(name: str, size: int) -> None:
    graph = build(LARGE[name](size), limits=UNLIMITED)
    answer = encode(graph_answer(scene(evaluate(graph, dict.fromkeys(graph.leaves, 0.5)))))
    assert answer.startswith(b'{"expression"')


@SIZES
@pytest.mark.parametrize("name", ["sin", "terms", "bindings"])
def test_a_derivative_at_any_depth(name: str, size: int) -> None:
    graph = build(LARGE[name](size), limits=UNLIMITED)
    slope = derivative(graph, "x")
    assert evaluate(slope, dict.fromkeys(slope.leaves, 0.5)).value == pytest.approx(
        evaluate(graph, dict.fromkeys(graph.leaves, 0.5)).gradients["x"], rel=1e-9, nan_ok=True
    )
