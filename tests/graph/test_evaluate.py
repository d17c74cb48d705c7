"""Numbers: against mpmath at 50 digits on the article and on random graphs, and what is not finite."""

import math
import random
from collections.abc import Mapping

import mpmath
import pytest

from kuroaka.graph import Graph, build, evaluate
from kuroaka.graph.nonfinite import flag_gradients, flag_values
from kuroaka.graph.passes import forward
from kuroaka.language import NameProblem
from tests.each import each
from tests.expressions import point, program
from tests.graph.test_build import SIGMOID
from tests.operations.test_table import EXACT

mpmath.mp.dps = 50


def oracle(graph: Graph, values: Mapping[str, mpmath.mpf]) -> mpmath.mpf:
    """The value of a graph at 50 digits; derivatives come from differences of it, not from our rules."""

    def leaf(node: int) -> mpmath.mpf:
        return values[graph.names[node]] if graph.names[node] in values else mpmath.mpf(graph.numbers[node])

    return forward(graph, leaf, EXACT, lambda _direction, _node, value: value)[graph.output]


def test_the_sigmoid_of_the_article() -> None:
    result = evaluate(build(SIGMOID), {"x": 0.5})
    assert math.isclose(result.value, 0.6224593312018546, rel_tol=1e-12)
    assert math.isclose(result.gradients["x"], 0.2350037122015945, rel_tol=1e-12)
    assert math.isclose(result.gradients["a"], -0.5875092805039862, rel_tol=1e-12)


@each(range(150))
def test_random_graphs_agree_with_differences_at_fifty_digits(seed: int) -> None:
    rng = random.Random(seed)
    graph, values = build(program(rng, 12)), point(rng)
    values = {name: value for name, value in values.items() if name in graph.leaves}
    result = evaluate(graph, values)
    if not all(map(math.isfinite, [result.value, *result.passes.values])):
        return  # flagged, see below
    nodes, edges = flag_gradients(result)
    if nodes or edges:
        assert any(flag.origin for flag in (*nodes.values(), *edges.values()))
        return
    exact = {name: mpmath.mpf(value) for name, value in result.point.items()}
    h = mpmath.mpf(10) ** -18
    scale = max(
        [
            abs(value)
            for value in (*result.passes.values, *filter(None, result.passes.adjoints))
            if math.isfinite(value)
        ],
        default=1.0,
    )
    try:
        assert math.isclose(result.value, oracle(graph, exact), rel_tol=1e-10, abs_tol=1e-11 * scale)
        for name, gradient in result.gradients.items():
            up, down = ({**exact, name: exact[name] + step} for step in (h, -h))
            slope = (oracle(graph, up) - oracle(graph, down)) / (2 * h)
            assert math.isclose(gradient, slope, rel_tol=1e-9, abs_tol=1e-10 * scale)
    except (TypeError, ValueError, ZeroDivisionError):
        pytest.fail("the oracle left the real numbers where every value of ours was finite")


def test_repeats_bit_for_bit() -> None:
    graph = build(SIGMOID)
    assert evaluate(graph, {"x": 0.3}).passes == evaluate(graph, {"x": 0.3}).passes


def test_the_seed_scales_every_gradient() -> None:
    graph = build("x^2*y")
    once, thrice = evaluate(graph, {"x": 2, "y": 5}), evaluate(graph, {"x": 2, "y": 5}, seed=3)
    assert {name: 3 * value for name, value in once.gradients.items()} == thrice.gradients


def test_a_variable_without_a_value_has_one() -> None:
    result = evaluate(build("x + y"), {"x": 2})
    assert (result.value, result.defaulted) == (3, ["y"])


def test_a_named_constant_can_be_overridden() -> None:
    graph = build("a = -1; a*x")
    assert evaluate(graph, {"x": 2, "a": 3}).value == 6
    assert evaluate(graph, {"x": 2}).value == -2


def test_an_unknown_value_is_refused() -> None:
    with pytest.raises(NameProblem) as caught:
        evaluate(build("x"), {"y": 1})
    assert caught.value.code == "unknown-value"


def test_local_times_upstream_is_the_contribution() -> None:
    result = evaluate(build("sin(x)*y/z"), {"x": 0.3, "y": 2, "z": 5})
    for edge, local, flowing in zip(result.graph.edges, result.locals, result.passes.contributions, strict=False):
        upstream = result.passes.adjoints[edge.target]
        assert local is not None
        assert upstream is not None
        assert flowing is not None
        assert math.isclose(upstream * local, flowing, rel_tol=1e-15)


def test_contributions_add_up_at_a_branch() -> None:
    result = evaluate(build("x*x + sin(x)"), {"x": 0.7})
    branch = result.graph.kinds.index("branch")
    arriving = [result.passes.contributions[line] for line in result.graph.consumers[branch]]
    assert len(arriving) == 3
    assert math.isclose(sum(value for value in arriving if value is not None), 2 * 0.7 + math.cos(0.7))


def test_non_finite_values_are_flagged_and_the_rest_stays_alive() -> None:
    graph = build("a = ln(x - x); b = sin(y); a*0 + b")
    result = evaluate(graph, {"x": 1, "y": 2})
    flags = {graph.operations[node]: (flag.reason, flag.origin) for node, flag in flag_values(result).items()}
    assert flags == {"ln": ("pole", True), "mul": ("domain", True), "add": ("inherited", False)}
    assert result.gradients["y"] == math.cos(2)


def test_an_infinite_slope_is_flagged_where_it_begins() -> None:
    result = evaluate(build("sqrt(x) + y"), {"x": 0, "y": 2})
    nodes, edges = flag_gradients(result)
    assert result.gradients == {"x": math.inf, "y": 1.0}
    assert [(flag.reason, flag.origin) for flag in edges.values()] == [("pole", True)]
    assert [(flag.reason, flag.origin) for flag in nodes.values()] == [("inherited", False)]
