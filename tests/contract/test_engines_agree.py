"""The browser's engine equals the service: on every operation, random graphs, kinks, and past the largest float."""

import json
import math
import random
import subprocess
from collections.abc import Sequence
from pathlib import Path

import mpmath
import pytest

from kuroaka.exports.answer import graph_answer, operations_answer
from kuroaka.graph import Evaluation, build, evaluate
from kuroaka.operations import OPERATIONS
from tests.expressions import point, program
from tests.operations.test_table import FAR, KINKS, UNDEFINED, close, oracle
from tests.scenes import scene

Columns = tuple[list[float], list[float], list[float], list[float]]  # values, adjoints, locals, contributions
SIGNS = {"add": "x + y", "sub": "x - y", "mul": "x*y", "div": "x/y", "pow": "x^y", "neg": "-x"}


def in_browser(evaluations: Sequence[Evaluation]) -> list[Columns]:
    """What the browser's engine makes of the same graphs at the same points."""
    cases = [{"graph": graph_answer(scene(result)), "point": dict(result.point)} for result in evaluations]
    run = subprocess.run(
        ["node", str(Path(__file__).with_name("engine.js"))],
        input=json.dumps({**operations_answer("en"), "cases": cases}),
        capture_output=True,
        text=True,
        check=True,
    )
    return [tuple([float(number) for number in column] for column in result) for result in json.loads(run.stdout)]  # type: ignore[misc]


def expression(name: str) -> str:
    """A call of one operation on x, or on x and y."""
    operation = OPERATIONS[name]
    return SIGNS.get(name) or f"{operation.spellings[0]}({', '.join(operation.arguments)})"


def here(result: Evaluation) -> Columns:
    """The service's numbers; NaN where no gradient flows, as in the browser."""
    passed = result.passes
    blank = [math.nan if value is None else value for value in passed.contributions]
    return (
        list(passed.values),
        [0.0 if value is None else value for value in passed.adjoints],
        [math.nan if value is None else value for value in result.locals],
        blank,
    )


def assert_agree(evaluations: Sequence[Evaluation], tolerance: float) -> None:
    for result, there in zip(evaluations, in_browser(evaluations), strict=True):
        ours = here(result)
        scale = max((abs(number) for column in ours for number in column if math.isfinite(number)), default=1.0)
        for mine, theirs in zip(ours, there, strict=True):
            for one, other in zip(mine, theirs, strict=True):
                same = one == other or (math.isnan(one) and math.isnan(other))
                assert same or math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance * scale), (
                    result.graph.text, result.point, one, other,
                )  # fmt: skip


def test_every_operation_against_the_oracle() -> None:
    samples = [(name, sample) for name, operation in OPERATIONS.items() for sample in operation.samples]
    results = [
        evaluate(build(expression(name)), dict(zip(OPERATIONS[name].arguments, sample, strict=True)))
        for name, sample in samples
    ]
    mpmath.mp.dps = 50
    for (name, sample), result, (values, adjoints, *_) in zip(samples, results, in_browser(results), strict=True):
        exact = tuple(map(mpmath.mpf, sample))
        assert close(values[result.graph.output], oracle(OPERATIONS[name])(*exact)), (name, sample)
        for position, argument in enumerate(OPERATIONS[name].arguments):
            slope = mpmath.diff(
                oracle(OPERATIONS[name]), exact, tuple(int(i == position) for i in range(len(sample))), h=1e-20
            )
            got = adjoints[result.graph.leaves[argument]]
            assert abs(mpmath.mpf(got) - slope) <= 1e-12 * abs(slope) + mpmath.mpf(10) ** -18, (name, sample)


def test_kinks_and_numbers_that_are_not_finite() -> None:
    points: list[tuple[str, tuple[float, ...]]] = [(name, sample) for name, sample, _ in FAR]
    points += [(name, sample) for name, sample, _, _ in KINKS]
    points += UNDEFINED
    assert_agree(
        [
            evaluate(build(expression(name)), dict(zip(OPERATIONS[name].arguments, sample, strict=True)))
            for name, sample in points
            if all(math.isfinite(number) for number in sample)
        ],
        tolerance=1e-14,
    )


@pytest.mark.parametrize("block", range(4))
def test_random_graphs(block: int) -> None:
    evaluations = []
    for seed in range(500 * block, 500 * block + 500):
        rng = random.Random(seed)
        graph = build(program(rng, 12))
        evaluations.append(evaluate(graph, {name: value for name, value in point(rng).items() if name in graph.leaves}))
    assert_agree(evaluations, 1e-9)
