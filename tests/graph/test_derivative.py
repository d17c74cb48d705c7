"""Derivatives as graphs: against sympy's derivatives at 30 digits, up to the third."""

import random

import pytest
import sympy

from kuroaka.graph import build, derivative, evaluate
from kuroaka.language import NameProblem
from tests.expressions import point

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
    "erf(x*y)/sinh(x)",
    "log2(x) + log10(x)*log1p(y) - cot(x)",
    "a = -1; n = a^2; z = n/(n + exp(a*x)); z*y",
]
FUNCTIONS = {
    "ln": sympy.log,
    "sigmoid": lambda x: 1 / (1 + sympy.exp(-x)),
    "softplus": lambda x: sympy.log(1 + sympy.exp(x)),
    "log2": lambda x: sympy.log(x, 2),
    "log10": lambda x: sympy.log(x, 10),
    "log1p": lambda x: sympy.log(1 + x),
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


@pytest.mark.parametrize("text", SMOOTH)
def test_agrees_with_sympy_to_the_third_order(text: str) -> None:
    values = dict(list(point(random.Random(text)).items())[:2])
    graph, exact = build(text), in_sympy(text)
    for _ in range(3):
        graph, exact = derivative(graph, "x"), sympy.diff(exact, "x")
        wanted = float(exact.evalf(30, subs={sympy.Symbol(name): value for name, value in values.items()}))
        result = evaluate(graph, {name: value for name, value in values.items() if name in graph.leaves})
        assert result.value == pytest.approx(wanted, rel=1e-9)


def test_reads_like_what_a_careful_hand_writes() -> None:
    assert derivative(build("x^3"), "x").text == "3*x^2"
    assert derivative(build("sigmoid(x)"), "x").text == "v_1 = sigmoid(x); v_1*(1 - v_1)"
    assert derivative(build("2*x + 1"), "x").text == "2"
    assert derivative(build("where(gt(x, y), x^2, 3)"), "x").text == "(x > y)*2*x"
    assert derivative(build("where(gt(x, y), 3, x)"), "x").text == "x <= y"


def test_a_named_constant_keeps_its_line() -> None:
    graph = derivative(build("a = -1; exp(a*x)"), "x")
    assert graph.text == "a = -1; exp(a*x)*a"
    assert derivative(build("a = -1; exp(a*x)"), "a").leaves.keys() == {"a", "x"}


def test_a_name_that_is_taken_is_not_used_for_a_line() -> None:
    assert derivative(build("sigmoid(x)*v_1"), "x").text == "v_2 = sigmoid(x); v_1*v_2*(1 - v_2)"


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(NameProblem):
        derivative(build("x"), "y")
