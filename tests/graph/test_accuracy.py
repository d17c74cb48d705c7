"""Every digit: value and all gradients of some 350 expressions against mpmath with 50 digits to spare.

The tolerance is 1e-12 relative. It is looser only where cancellation provably costs digits: there it is the
first-order bound of a running error analysis, in which every operation rounds once and errors travel along the
local derivatives. How many results needed that is asserted too.
"""

import math
import random
import sys
from collections.abc import Iterator

import mpmath
import pytest

from kuroaka.graph import Evaluation, build, evaluate, transcript
from kuroaka.graph.nonfinite import flag_gradients
from tests.expressions import expression, point
from tests.graph.test_build import SIGMOID
from tests.graph.test_evaluate import oracle

ARTICLE = [
    SIGMOID,
    "1/(1 + exp(-x))",
    "(exp(x) - exp(-x))/(exp(x) + exp(-x))",
    "relu(w*x + b)",
    "w_2*(w_1*x + b) + y",
    "exp(x)/(exp(x) + exp(y) + exp(z))",
    "x^2*y + y/(z + x) + z^x",
    "log(x, y)",
    "x^y",
    "sigmoid(sigmoid(sigmoid(sigmoid(x))))",
    "tan(x)",
    "sin(x)*cos(x)/x",
]
RANDOM = [expression(random.Random(seed), 3 + seed % 8) for seed in range(400)]


def rounding(result: Evaluation) -> float:
    """A first-order bound on the error of the output, from one rounding an operation."""
    graph = result.graph
    errors: list[float] = []
    for node, value in enumerate(result.passes.values):
        error = 4 * sys.float_info.epsilon * abs(value) if graph.kinds[node] == "operation" else 0.0
        for line in graph.arrivals[node]:
            local = result.locals[line]
            if local is not None:
                error += abs(local) * errors[graph.edges[line].source]
        errors.append(error)
    return errors[graph.output]


def is_tame(result: Evaluation) -> bool:
    """Whether everything is a number, so that there is something to compare."""
    return all(map(math.isfinite, result.passes.values)) and not any(flag_gradients(result))


def test_values_and_gradients_to_the_last_digits() -> None:
    compared = loose = tested = 0
    for number, text in enumerate([*ARTICLE, *RANDOM]):
        graph = build(text)
        values = {name: value for name, value in point(random.Random(number)).items() if name in graph.leaves}
        result = evaluate(graph, values)
        if not is_tame(result):
            continue
        tested += 1
        with mpmath.workdps(420):  # a slope beside values near 1e300 still has its 50 digits
            for got, wanted, bound in comparisons(result):
                compared += 1
                if abs(got - wanted) > 1e-12 * abs(wanted):
                    loose += 1
                    assert abs(got - wanted) <= 4 * bound + 1e-25, (text, got, wanted, bound)
    assert tested >= 300
    assert loose <= compared * 0.03


def comparisons(result: Evaluation) -> Iterator[tuple[float, mpmath.mpf, float]]:
    """The value and each gradient: ours, the oracle's, and how far rounding may carry them apart."""
    graph = result.graph
    exact = {name: mpmath.mpf(value) for name, value in result.point.items()}
    h = mpmath.mpf(10) ** -40
    yield result.value, oracle(graph, exact), rounding(result)
    for name, gradient in result.gradients.items():
        up, down = (oracle(graph, {**exact, name: exact[name] + step}) for step in (h, -h))
        slope = transcript(graph, name)
        yield (
            gradient,
            (up - down) / (2 * h),
            rounding(evaluate(slope, {leaf: result.point[leaf] for leaf in slope.leaves})),
        )


@pytest.mark.parametrize("x", [-700.0, -40.0, -20.0, 20.0, 40.0, 700.0])
@pytest.mark.parametrize("name", ["sigmoid", "tanh", "softplus", "silu", "mish", "log_sigmoid", "elu"])
def test_no_digit_is_lost_far_out(name: str, x: float) -> None:
    graph = build(f"{name}(x)")
    result = evaluate(graph, {"x": x})
    with mpmath.workdps(700):
        exact, h = mpmath.mpf(x), mpmath.mpf(10) ** -320
        wanted = oracle(graph, {"x": exact})
        slope = (oracle(graph, {"x": exact + h}) - oracle(graph, {"x": exact - h})) / (2 * h)
    assert math.isclose(result.value, wanted, rel_tol=1e-12)
    assert math.isclose(result.gradients["x"], slope, rel_tol=1e-12, abs_tol=1e-307)
