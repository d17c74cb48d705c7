"""Derivatives as graphs: against sympy's derivatives at 30 digits up to the third, against gradients everywhere."""

import math
import random
from collections.abc import Callable

import pytest
import sympy

from kuroaka.formulas import derivative
from kuroaka.graph import Graph, build, evaluate, transcript
from kuroaka.language import LIMITS, LimitProblem, NameProblem
from tests.expressions import expression, point, program

SMOOTH = [
    "sin(x)*x",
    "1/(1 + exp(-x))",
    "sigmoid(x)*y",
    "x^3 - 2*x^2",
    "x^y + y^x",
    "tanh(x*y)",
    "ln(x + y)/x",
    "sqrt(x)*exp(x*y)",
    "atan(x)/(1 + x)",
    "asin(x/5) + acos(x/7)",
    "sinh(x)*cosh(y)",
    "tan(x/3)",
    "log(x + 1, y + 2)",
    "softplus(x*y)",
    "a = -1; n = a^2; z = n/(n + exp(a*x)); z*y",
]
FUNCTIONS = {
    "ln": sympy.log,
    "sigmoid": lambda x: 1 / (1 + sympy.exp(-x)),
    "softplus": lambda x: sympy.log(1 + sympy.exp(x)),
    "log": lambda base, x=None: sympy.log(base) if x is None else sympy.log(x, base),
}


def in_sympy(text: str) -> sympy.Expr:
    """The same expression for sympy, line by line."""
    names: dict[str, sympy.Expr] = dict(FUNCTIONS)
    result = sympy.Integer(0)
    for line in text.split(";"):
        name, _, value = line.rpartition("=")
        result = sympy.sympify(value.replace("^", "**"), locals=names)
        names[name.strip()] = result
    return result


@pytest.mark.parametrize("derive", [derivative, transcript])
@pytest.mark.parametrize("text", SMOOTH)
def test_agrees_with_sympy_to_the_third_order(text: str, derive: Callable[[Graph, str], Graph]) -> None:
    values = dict(list(point(random.Random(text)).items())[:2])
    graph, exact = build(text), in_sympy(text)
    for _ in range(3):
        graph, exact = derive(graph, "x"), sympy.diff(exact, "x")
        wanted = float(exact.evalf(30, subs={sympy.Symbol(name): value for name, value in values.items()}))
        result = evaluate(graph, {name: value for name, value in values.items() if name in graph.leaves})
        assert result.value == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("x^3 - 2x^2 + 5x - 1", "3*x^2 - 4*x + 5", "6*x - 4"),
        ("2*x + 1", "2", None),
        ("1/x^2", "-2/x^3", "6/x^4"),
        ("x^x", "x^x*(1 + ln(x))", "x^x*(1 + ln(x))*ln(x) + x^x*(1 + ln(x)) + x^(x - 1)"),
        ("sqrt(x^2 + y^2)", "x/sqrt(x^2 + y^2)", "y^2/(x^2 + y^2)^(3/2)"),
        ("max(0, x)", "step(x)", "0"),
        ("sigmoid(x)", "sigmoid(x)*sigmoid(-x)", "sigmoid(-x)*sigmoid(x)*(sigmoid(-x) - sigmoid(x))"),
        ("tanh(x)", "1/cosh(x)^2", "-2*sinh(x)/cosh(x)^3"),
        ("ln(1 - sigmoid(x))", "-sigmoid(x)", "-sigmoid(x)*sigmoid(-x)"),
        ("-x^2/2 + 3x", "3 - x", "-1"),
        ("pi*sin(e*x)", "pi*e*cos(e*x)", "-pi*e^2*sin(e*x)"),
        ("a = -1; b = 2; exp(a*x)", "a = -1; a*exp(a*x)", "a = -1; a^2*exp(a*x)"),
    ],
)
def test_reads_like_what_a_careful_hand_writes(text: str, first: str, second: str | None) -> None:
    graph = derivative(build(text), "x")
    assert graph.text == first
    if second is not None:
        assert derivative(graph, "x").text == second


def test_a_derivative_too_long_for_a_line_is_a_transcript() -> None:
    graph = build("ln(x)*exp(x)*sin(x)*(1 + x)")
    long = derivative(graph, "x")
    assert long == transcript(graph, "x")
    assert long.text.startswith("v_1 = ln(x); ")


def test_what_is_long_elsewhere_is_not_in_the_way() -> None:
    terms = " + ".join(f"w_{place}*sin(x_{place})" for place in range(20))
    assert derivative(build(terms), "w_7").text == "sin(x_7)"


@pytest.mark.parametrize("block", [0, *(pytest.param(block, marks=pytest.mark.slow) for block in range(1, 4))])
def test_the_value_is_the_gradient(block: int) -> None:
    compared = 0
    for seed in range(150 * block, 150 * block + 150):
        rng = random.Random(seed)
        graph = build(expression(rng, 3 + seed % 8) if seed % 2 else program(rng, 9))
        result = evaluate(graph, {name: value for name, value in point(rng).items() if name in graph.leaves})
        if not all(map(math.isfinite, [*result.passes.values, *result.gradients.values()])):
            continue
        for name, gradient in result.gradients.items():
            slope = derivative(graph, name)
            assert build(slope.text) == slope
            got = evaluate(slope, {leaf: result.point[leaf] for leaf in slope.leaves}).value
            if math.isnan(got) and "pow" in graph.operations:
                continue  # the formula is 0^y*ln(0), the number its limit
            assert math.isclose(got, gradient, rel_tol=1e-9, abs_tol=1e-13), (graph.text, name)
            compared += 1
    assert compared > 300


@pytest.mark.parametrize("x", [-300.0, -40.0, -15.0, 15.0, 40.0, 300.0])
@pytest.mark.parametrize(
    "text",
    ["sigmoid(x)", "tanh(x)", "2*tanh(x) + 1", "softplus(x)*y", "sigmoid(x)^2", "w*tanh(x/3)*z"],
)
def test_no_digit_is_lost_far_out(text: str, x: float) -> None:
    graph = build(text)
    wanted = evaluate(graph, {"x": x}).gradients["x"]
    for derive in (derivative, transcript):
        got = evaluate(derive(graph, "x"), {"x": x} if "x" in derive(graph, "x").leaves else {}).value
        if math.isfinite(wanted):
            assert got == pytest.approx(wanted, rel=1e-12, abs=1e-300)


def test_a_name_that_is_taken_is_not_used_for_a_line() -> None:
    assert transcript(build("exp(x)*sin(x)*v_1"), "x").text == "v_2 = exp(x); v_1*v_2*cos(x) + v_1*sin(x)*v_2"


def test_a_transcript_takes_away_what_is_negative() -> None:
    assert transcript(build("x^3 - 2x^2 + 5x - 1"), "x").text == "5 - 4*x + 3*x^2"
    assert transcript(build("5x - 2x^2"), "x").text == "5 - 4*x"
    assert transcript(build("sin(x)*cos(x)"), "x").text == "cos(x)*cos(x) - sin(x)*sin(x)"


def test_a_letter_that_text_reads_as_another_keeps_its_gradient() -> None:
    graph = build(r"\epsilon^2 \varepsilon", spelling="latex")
    slope = derivative(graph, "ϵ")
    assert slope.leaves.keys() == {"ϵ", "ε"}
    assert evaluate(slope, {"ϵ": 3, "ε": 5}).value == 30


def test_a_derivative_beyond_the_limits_is_refused() -> None:
    graph = build("x*" + "*".join(f"sin({word}*x)" for word in "abcdefghij"))
    with pytest.raises(LimitProblem):
        derivative(derivative(derivative(graph, "x"), "x"), "x", LIMITS)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(NameProblem):
        derivative(build("x"), "y")
