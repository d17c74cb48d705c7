"""Opening an operation: its inside has the same value and sends the same gradient back."""

import pytest

from kuroaka.formulas import symbols
from kuroaka.graph import build, check, evaluate
from kuroaka.operations import OPERATIONS, Operation

OPENABLE = [operation for operation in OPERATIONS.values() if operation.value]
TAME = 30.0  # beyond, exp of the inside loses the digits that the operation itself keeps


def written(operation: Operation) -> str:
    return f"{operation.spellings[0]}({', '.join(operation.arguments)})"


@pytest.mark.parametrize("operation", OPENABLE, ids=lambda operation: operation.name)
def test_open_and_closed_agree_and_with_differences(operation: Operation) -> None:
    text = f"2*{written(operation)}"
    closed, opened = build(text), build(text, opened=[operation.name])
    assert operation.name in closed.operations
    assert operation.name not in opened.operations
    for sample in operation.samples:
        if max(map(abs, sample)) > TAME:
            continue
        point = dict(zip(operation.arguments, sample, strict=True))
        one, other = evaluate(closed, point), evaluate(opened, point)
        assert other.value == pytest.approx(one.value, rel=1e-12)
        assert other.gradients == pytest.approx(one.gradients, rel=1e-9)
        for name, rows in check(opened, point).items():
            slopes = [nudge.slope for nudge in rows.nudges]
            assert min(abs(slope - one.gradients[name]) for slope in slopes) < 1e-6 * max(1, abs(one.gradients[name]))


def test_nodes_of_an_inside_know_it() -> None:
    graph = build("y = silu(x) + 1", opened=["silu", "sigmoid"])
    known = {operation: opened for operation, opened in zip(graph.operations, graph.opened, strict=True) if operation}
    assert known == {"neg": "sigmoid", "exp": "sigmoid", "add": "", "div": "sigmoid", "mul": "silu"}
    assert graph.opened[graph.names.index("x")] == ""


def test_the_slope_of_the_sigmoid_both_ways() -> None:
    closed, opened = build("sigmoid(x)"), build("sigmoid(x)", opened=["sigmoid"])
    assert str(symbols(closed).adjoints[0].text) == "E*sigmoid(x)*(1 - sigmoid(x))"  # type: ignore[union-attr]
    assert str(symbols(opened).adjoints[0].text) == "E*exp(-x)/(1 + exp(-x))^2"  # type: ignore[union-attr]


def test_only_what_has_an_inside_opens() -> None:
    assert build("exp(x)", opened=["exp", "nothing"]) == build("exp(x)")
