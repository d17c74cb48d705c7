"""The browser's engine equals the service, number by number: on every operation, random graphs, kinks, and past the
largest float.

The service goes along the browser's own numbers: each is compared with what the service makes of the very numbers that
the browser made it from. So nothing cancels and nothing is left unchecked: every number may differ by the last digits
of one rule, whatever else stands in its graph.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import mpmath
import pytest

from kuroaka.answers.graph import graph_answer
from kuroaka.graph import Evaluation, build, evaluate
from kuroaka.graph.passes import passes
from kuroaka.graph.steps import Direction
from kuroaka.operations import FLOATS, OPERATIONS
from tests.contract.browser import Seen, in_browser, structure
from tests.contract.graphs import at_edges, random_evaluation, single
from tests.operations.test_table import close, oracle
from tests.scenes import scene

LAST_DIGITS = 24  # units in the last place: a rule has several steps, and each library rounds its exp by itself

Pair = tuple[str, float, float]  # what it is, the service's number, the browser's


def pairs(result: Evaluation, seen: Seen) -> Iterator[Pair]:
    """Every number of the browser beside the service's for the same inputs."""
    made: list[Pair] = []

    def keep(direction: Direction, node: int, ours: float) -> float:
        theirs = (seen.values if direction == "forward" else seen.adjoints)[node]
        made.append((f"{direction} n{node}", ours, theirs))
        return theirs

    passed = passes(result.graph, result.passes.values.__getitem__, result.seeds, FLOATS, keep)
    yield from made
    columns = {
        "value n": (passed.values, seen.values, math.nan),
        "adjoint n": (passed.adjoints, seen.adjoints, 0.0),  # the browser's number where no gradient flows
        "local e": (replace(result, passes=passed).locals, seen.locals, math.nan),
        "contribution e": (passed.contributions, seen.contributions, math.nan),
    }
    for what, (ours, theirs, none) in columns.items():
        for place, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
            yield f"{what}{place}", none if mine is None else mine, other


def same(ours: float, theirs: float) -> bool:
    if not (math.isfinite(ours) and math.isfinite(theirs)):
        return ours == theirs or (math.isnan(ours) and math.isnan(theirs))
    if ours == 0 or theirs == 0:
        return ours == theirs and math.copysign(1, ours) == math.copysign(1, theirs)
    return abs(ours - theirs) <= LAST_DIGITS * math.ulp(ours)


def assert_agree(evaluations: Sequence[Evaluation]) -> None:
    for result, seen in zip(evaluations, in_browser(evaluations), strict=True):
        for what, ours, theirs in pairs(result, seen):
            assert same(ours, theirs), (result.graph.text, dict(result.point), what, ours, theirs)


def test_every_operation_against_the_oracle() -> None:
    samples = [(name, sample) for name, operation in OPERATIONS.items() for sample in operation.samples]
    results = [single(name, sample) for name, sample in samples]
    mpmath.mp.dps = 50
    for (name, sample), result, seen in zip(samples, results, in_browser(results), strict=True):
        exact = tuple(map(mpmath.mpf, sample))
        assert close(seen.values[result.graph.output], oracle(OPERATIONS[name])(*exact)), (name, sample)
        for position, argument in enumerate(OPERATIONS[name].arguments):
            slope = mpmath.diff(
                oracle(OPERATIONS[name]), exact, tuple(int(i == position) for i in range(len(sample))), h=1e-20
            )
            got = seen.adjoints[result.graph.leaves[argument]]
            assert abs(mpmath.mpf(got) - slope) <= 1e-12 * abs(slope) + mpmath.mpf(10) ** -18, (name, sample)


def test_functions_that_the_browser_writes_itself() -> None:
    names = ("erf", "erfc", "gelu", "sinc", "logit", "round")
    assert_agree([single(name, (step / 8,)) for name in names for step in range(-240, 241)])


def test_kinks_and_numbers_that_are_not_finite() -> None:
    assert_agree(at_edges())


@pytest.mark.parametrize("wild", [False, True], ids=["tame points", "wild points"])
@pytest.mark.parametrize("block", range(2))
def test_random_graphs(block: int, wild: bool) -> None:
    assert_agree([random_evaluation(seed, wild=wild) for seed in range(1000 * block, 1000 * block + 1000)])


def test_a_wrong_last_number_is_seen_beside_large_ones() -> None:
    result = evaluate(build("exp(20*x) + x*y"), {"x": 1, "y": 0.05})
    (seen,) = in_browser([result])
    wrong = replace(seen, contributions=[number * (1 + 1e-12) for number in seen.contributions])
    assert all(same(ours, theirs) for _, ours, theirs in pairs(result, seen))
    assert not all(same(ours, theirs) for _, ours, theirs in pairs(result, wrong))


def test_the_structure_that_the_engine_was_given_is_the_one_of_the_answer() -> None:
    for seed in range(20):
        result = random_evaluation(seed)
        answer, given = graph_answer(scene(result), "math"), structure(result.graph)
        assert [output["id"] for output in answer["outputs"]] == [output["id"] for output in given["outputs"]]
        for kind in ("nodes", "edges"):
            for sent, row in zip(answer[kind], given[kind], strict=True):
                if row.get("kind") != "constant":
                    row.pop("value", None)  # of an operation the answer has the result
                assert row.items() <= {key: value for key, value in sent.items() if key in row}.items()
