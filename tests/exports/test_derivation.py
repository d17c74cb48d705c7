"""The derivation adds up: every row of numbers gives what stands at its end."""

import math
import re

import pytest

from kuroaka.exports import FORMATS
from kuroaka.graph import Evaluation
from kuroaka.operations import OPERATIONS
from tests.exports.programs import ARTICLE, at
from tests.scenes import scene

TABLE = [at(name, operation.samples[0]) for name, operation in OPERATIONS.items()]
_PYTHON = {r"\left": "", r"\right": "", r"\cdot": "*", "^{": "**{", "{": "(", "}": ")"}


def backward(result: Evaluation) -> list[str]:
    """The rows of the second half, a sum in one row."""
    rows = FORMATS["latex"].write(scene(result)).partition(r"\color{kuroaka-red}")[2].partition(r"\end{align*}")[0]
    return rows.replace(r"\\" + "\n  &\\quad {}+", "+").split(r"\\" + "\n")


def number(latex: str) -> float:
    for command, python in _PYTHON.items():
        latex = latex.replace(command, python)
    return float(eval(latex, {"__builtins__": {}}))


@pytest.mark.parametrize("result", [*TABLE, *ARTICLE], ids=lambda one: one.graph.text[:30])
def test_numbers_put_in_give_the_gradient(result: Evaluation) -> None:
    rows = [
        row for row in backward(result) if re.search(r"(=|\\approx) -?[\d.]+( \\cdot 10\^\{-?\d+\})?$", row.strip())
    ]
    adjoints = [
        adjoint
        for node, adjoint in enumerate(result.passes.adjoints)
        if adjoint is not None and result.graph.kinds[node] != "branch"
    ]
    assert len(rows) == len(adjoints)
    for row, adjoint in zip(rows, reversed(adjoints), strict=True):
        *_, put, answer = re.split(r" = | \\approx |& ?= ", row.strip())
        assert math.isclose(number(answer), adjoint, rel_tol=6e-4, abs_tol=1e-12), row
        if not put.startswith("E"):
            size = max(map(abs, (float(one) for one in re.findall(r"[\d.]+", put))), default=1.0)
            assert math.isclose(number(put), adjoint, rel_tol=2e-3, abs_tol=2e-3 * size), row


def test_a_sum_at_a_branch_is_written_out() -> None:
    (row,) = [row for row in backward(ARTICLE[0]) if row.strip().startswith(r"\frac{\partial L}{\partial n}")]
    assert row.count(r"\partial n") == 3
    assert " + " in row


def test_a_factor_with_a_sign_has_brackets() -> None:
    for result in [*TABLE, *ARTICLE]:
        assert not re.search(r"\\cdot\s*-|\+ -", FORMATS["latex"].write(scene(result)))
