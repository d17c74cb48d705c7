"""What a reader can see for himself: the slope of a nudge, and a curve with its derivative."""

import math
import random

import numpy as np
import pytest

from kuroaka.graph import build, check, evaluate, sweep
from kuroaka.language import NameProblem
from kuroaka.operations import FLOATS
from kuroaka.operations.arrays import ARRAYS
from tests.each import each
from tests.expressions import point, program
from tests.graph.test_build import SIGMOID


def test_the_valley_between_truncation_and_rounding() -> None:
    rows = check(build(SIGMOID), {"x": 0.5})
    assert rows.keys() == {"a", "x"}
    for one in rows.values():
        errors = [nudge.error for nudge in one.nudges]
        assert [nudge.h for nudge in one.nudges] == pytest.approx([10.0**-k for k in range(1, 13)])
        floor = min(range(12), key=errors.__getitem__)
        assert 3 <= floor <= 6
        assert errors[floor] < 1e-9
        assert errors[0] > 1e-4 > errors[1]
        assert errors[-1] > 1e-6


SMOOTH = [
    ("sin(x)", math.pi / 2),
    ("sin(x)", 1.57),
    ("cos(x)", 0.0),
    ("x^2", 0.0),
    ("x*abs(x)", 0.0),
    ("abs(x)^2", 0.0),
    ("abs(x - 1/10000000)", 0.0),  # its kink is near, not here
    ("1/(3*x - 3)", 1.000001),
    ("(100000000 + x) - 100000000", 0.5),
    ("tan(x)", 1.5),
    ("x^2", 1e6),
]
FLAT = [("tanh(x)", 15.0), ("sigmoid(x)", 30.0), ("tanh(x)", 25.0), ("sigmoid(x)", 37.0)]
KINKS = [
    ("abs(x)", 0.0),
    ("relu(x) + exp(100*x)", 0.0),
    ("abs(sin(x))", 0.0),
    ("max(x, 1)", 1.0),
    ("abs(x - 1000000)", 1e6),
    ("x + abs(x)/10000000000", 0.0),
    ("step(x)", 0.0),
    ("sign(x)", 0.0),
]


@pytest.mark.parametrize(("text", "x"), SMOOTH)
def test_a_smooth_point_agrees_and_is_no_kink(text: str, x: float) -> None:
    one = check(build(text), {"x": x})["x"]
    assert not one.at_kink
    assert min(nudge.error for nudge in one.nudges) < 1e-6


@pytest.mark.parametrize(("text", "x"), FLAT)
def test_a_flat_end_is_no_kink_and_agrees_as_far_as_rounding_lets_it(text: str, x: float) -> None:
    one = check(build(text), {"x": x})["x"]
    assert not one.at_kink
    assert min(nudge.error for nudge in one.nudges) < 0.01


@pytest.mark.parametrize(("text", "x"), KINKS)
def test_a_kink_or_jump_is_said_and_no_nudge_agrees(text: str, x: float) -> None:
    one = check(build(text), {"x": x})["x"]
    assert one.at_kink
    assert not any(nudge.error < 5e-11 for nudge in one.nudges)


def test_no_kink_is_invented_on_random_graphs() -> None:
    for seed in range(150):
        rng = random.Random(seed)
        graph = build(program(rng, 8))
        values = {name: value for name, value in point(rng).items() if name in graph.leaves}
        assert not any(one.at_kink for one in check(graph, values).values()), graph.text


def test_a_nudge_too_small_to_be_made_has_no_slope() -> None:
    assert math.isnan(check(build("x"), {"x": 1e6})["x"].nudges[-1].slope)


def test_a_curve_is_what_its_points_are() -> None:
    graph = build(SIGMOID)
    curve = sweep(graph, "x", -8, 8, points=41)
    for x, value, slope in zip(curve.points, curve.values, curve.derivatives, strict=True):
        result = evaluate(graph, {"x": float(x)})
        assert math.isclose(value, result.value, rel_tol=1e-14)
        assert math.isclose(slope, result.gradients["x"], rel_tol=1e-13)


def test_gaps_stay_gaps() -> None:
    curve = sweep(build("ln(x)"), "x", -1, 1, points=3)
    assert np.isnan(curve.values[0])
    assert curve.values[1] == -math.inf
    assert curve.values[2] == 0


def test_more_points_than_a_block() -> None:
    curve = sweep(build("x^2"), "x", 0, 1, points=20_001)
    assert curve.values[-1] == 1
    assert np.allclose(curve.derivatives, 2 * curve.points)


def test_what_does_not_move_is_a_level_line() -> None:
    curve = sweep(build("a = 3; a*2 + 0*x"), "x", 0, 1, points=2)
    assert curve.values.tolist() == [6, 6]
    nowhere = sweep(build("k = x; 3"), "x", 0, 1, points=2)
    assert (nowhere.values.tolist(), nowhere.derivatives.tolist()) == ([3, 3], [0, 0])


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(NameProblem):
        sweep(build("x"), "y", 0, 1)


def test_arrays_know_every_primitive_of_floats() -> None:
    assert ARRAYS.primitives.keys() >= FLOATS.primitives.keys()


@each(range(100))
def test_arrays_compute_what_floats_compute(seed: int) -> None:
    rng = random.Random(seed)
    graph = build(program(rng, 10) + " + 0*x")
    values = {name: value for name, value in point(rng).items() if name in graph.leaves}
    curve = sweep(graph, "x", -2, 2, points=9, values=values)
    for x, value, slope in zip(curve.points, curve.values, curve.derivatives, strict=True):
        result = evaluate(graph, {**values, "x": float(x)})
        size = max(abs(number) for number in result.passes.values)
        assert value == pytest.approx(result.value, rel=1e-9, abs=1e-11 * size, nan_ok=True)
        if math.isfinite(result.gradients["x"]) and size < 1e6:
            assert slope == pytest.approx(result.gradients["x"], rel=1e-7, abs=1e-9 * max(size, 1))
