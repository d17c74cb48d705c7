"""Functions of the reader's own: put in where they are called, drawn as one circle each, and never misread."""

import math
import random

import pytest

from kuroaka.answers.graph import graph_answer
from kuroaka.asked import Asked
from kuroaka.formulas import derivative
from kuroaka.graph import build, evaluate, fold
from kuroaka.language import UNLIMITED, ExpressionProblem
from kuroaka.operations import OPERATIONS
from kuroaka.scene import Scene
from tests.expressions import expression, point

AT = {"x": 0.7, "w": -1.2, "b": 0.3, "y": 1.9}

SAME = [
    ("f(x) = x^2; f(3)", "3^2"),
    ("f(x) = 1/(1 + exp(-x)); f(w*x + b)", "1/(1 + exp(-(w*x + b)))"),
    ("g(x) = x^2; f(x) = sin(x); f(g(x))", "sin(x^2)"),
    ("f(x) = x^2; g(x) = f(x) + 1; g(w*x)", "(w*x)^2 + 1"),
    ("loss(y, t) = (y - t)^2; loss(w*x, 1)", "(w*x - 1)^2"),
    ("f(x) = w*x + b; f(f(x))", "w*(w*x + b) + b"),
    ("f(x) = x; f(2*x)", "2*x"),
    ("f(x, y) = x; f(w, b)", "w"),
    ("f(x) = 2; f(x) + x", "2 + x"),
    ("a = 2; f(x) = x^a; f(x)*f(y)", "x^2*y^2"),
    ("f(x) = x^2 + 1", "x^2 + 1"),
    ("f_1(x) = x^2; h(x) = f_1(x)*x; h(x)", "x^2*x"),
    ("sigmoid(x) = x^2; sigmoid(y)", "y^2"),
    (r"f(x) = x^2 \\ f(3) + 1", "3^2 + 1"),
    (r"\sigma(z) = \frac{z}{2} \\ \sigma(wx + b)", "(w*x + b)/2"),
    (r"g(x) = x^2 \\ g\left(\frac{x}{y}\right)", "(x/y)^2"),
    (r"\mathrm{loss}(y, t) = (y-t)^2 \\ \mathrm{loss}(wx, 1)", "(w*x - 1)^2"),
]


def at(names: object) -> dict[str, float]:
    return {name: number for name, number in AT.items() if name in names}  # type: ignore[operator]


@pytest.mark.parametrize(("typed", "meant"), SAME)
@pytest.mark.parametrize("opened", [(), ("f", "g")], ids=["closed", "opened"])
def test_a_call_computes_what_its_function_says(typed: str, meant: str, opened: tuple[str, ...]) -> None:
    called, written = build(typed, opened=opened), build(meant)
    here, there = (evaluate(graph, at(graph.leaves)) for graph in (called, written))
    assert here.value == there.value
    assert {name: here.gradients[name] for name in there.gradients} == pytest.approx(there.gradients, rel=1e-14)


def drawn(expression: str, **asked: object) -> list[str]:
    return [node.sign.text for node in Scene(Asked(expression=expression, **asked)).nodes]  # type: ignore[arg-type]


def test_a_call_is_one_circle_that_opens() -> None:
    text = "f(x) = 1/(1 + exp(-x)); f(w*x + b)"
    assert drawn(text) == ["w", "x", "×", "b", "+", "f"]
    assert drawn(text, open=("f",))[-5:] == ["1", "−", "exp", "+", "÷"] or "exp" in drawn(text, open=("f",))


def test_calls_within_calls_open_one_after_the_other() -> None:
    text = "f(x) = x^2; g(x) = f(x) + f(2*x); g(x)"
    assert drawn(text) == ["x", "g"]
    assert drawn(text, open=("g",)).count("f") == 2
    assert "f" not in drawn(text, open=("f", "g"))


def test_names_from_outside_enter_the_circle() -> None:
    scene = Scene(Asked(expression="f(x) = w*x*x; f(x) + f(2)"))
    assert drawn("f(x) = w*x*x; f(x) + f(2)") == ["w", "●", "x", "f", "2", "f", "+"] or "w" in scene.graph.names
    folded = scene.drawn
    assert sorted(folded.circles.values()) == ["f", "f"]
    assert len(scene.lines) == len(folded.graph.edges) + 1


def test_a_circle_says_its_call_and_its_slope() -> None:
    scene = Scene(Asked(expression="f(x) = sin(x); y = f(w*x)^2"))
    labels = {line.forward.text for line in scene.lines}
    assert "f(w*x)" in labels
    (into,) = [line for line in scene.lines if line.target is not None and scene.nodes[line.target].sign.text == "f"]
    assert into.rule is not None
    assert into.rule.text == "E*cos(x)"
    two = Scene(Asked(expression="f(x, y) = w*x*y^2; f(a, b)"))
    rules = [line.rule.text for line in two.lines if line.rule and line.target is not None]
    assert sorted(map(sorted, rules)) == sorted(map(sorted, ["E*x*y^2", "E*w*y^2", "2*E*w*x*y"]))
    known = Scene(Asked(expression="f(x) = x*y; f(y)"))
    assert [line.rule.text for line in known.lines if line.rule and line.target == 2] == ["E*y", "E*y"]


def test_what_a_function_does_not_use_has_no_node_opened_either() -> None:
    text = "f(x, y) = sigmoid(w*x); f(1, f(a, d))"
    closed, opened = (Scene(Asked(expression=text, open=names)) for names in ((), ("sigmoid",)))
    for scene in (closed, opened):
        assert [(call.root < 0, call.inputs[1]) for call in scene.graph.calls] == [(True, -1), (False, -1)]
    assert opened.latex == r"\frac{1}{1+e^{-w}}"


def test_the_general_node_has_formulas_and_no_number() -> None:
    scene = Scene(Asked(expression="z = f(x, y)"))
    assert [node.sign.text for node in scene.nodes] == ["x", "y", "f"]
    assert math.isnan(scene.evaluation.value)
    backward = [line.backward.latex for line in scene.lines if line.backward]
    assert backward == [r"E\frac{\partial z}{\partial x}", r"E\frac{\partial z}{\partial y}", "E"]
    assert OPERATIONS["f:3"].arguments == ("x_1", "x_2", "x_3")
    assert Scene(Asked(expression=r"g_1(x)", syntax="latex")).nodes[-1].sign.text == "g_1"


REFUSED = [
    ("f(x) = f(x - 1); f(2)", "recursive-function"),
    ("f(x) = g(x); g(x) = f(x); f(1)", "recursive-function"),
    ("f(x) = x; f(1, 2)", "wrong-arity"),
    ("f(x) = x^2; f + 1", "function-without-argument"),
    ("f(x, x) = x; f(1, 2)", "argument-twice"),
    ("loss(x)", "unknown-function"),
    ("f(x) = x; f = 2", "bound-twice"),
    ("; ".join(["f_0(x) = x + 1", *(f"f_{n}(x) = f_{n - 1}(f_{n - 1}(x))" for n in range(1, 20)), "f_19(x)"]), ""),
]


@pytest.mark.parametrize(("typed", "code"), REFUSED)
def test_what_is_no_call_is_refused(typed: str, code: str) -> None:
    with pytest.raises(ExpressionProblem) as caught:
        build(typed)
    assert code in ("", caught.value.code)
    assert caught.value.hint("ja")


def test_derivative_folding_and_exports_see_through_a_call() -> None:
    graph = build("f(x) = x^3; f(2*x)")
    assert evaluate(derivative(graph, "x"), {"x": 1.5}).value == pytest.approx(24 * 1.5**2)
    assert fold(build("f(x) = x^3; h = f(2*x); h + 1"), ["h"]).circles


def test_the_largest_of_many() -> None:
    result = evaluate(build("max(x, y, z^2, 3) - min(x, y, z)"), {"x": 1, "y": 2, "z": 5})
    assert (result.value, result.gradients) == (24, {"x": -1, "y": 0, "z": 10})
    with pytest.raises(ExpressionProblem):
        build("max(x)")


def test_names_that_look_alike_are_the_same_for_values_too() -> None:
    assert evaluate(build("x1*w_2"), {"x_1": 3, "w2": 5}).value == 15


def test_values_of_names_that_fell_away_are_ignored_with_a_notice() -> None:
    result = evaluate(derivative(build("x*y"), "x"), {"x": 2, "y": 3})
    assert result.value == 3
    assert [notice.code for notice in result.notices] == ["unused-value"]
    unused = build("k = 3; m = k*u; x^2")
    assert [notice.code for notice in unused.notices] == ["unused-line"]
    assert evaluate(unused, {"u": 2, "k": 1, "x": 3}).value == 9
    with pytest.raises(ExpressionProblem):
        evaluate(unused, {"v": 2})


NOTICED = [
    ("ax^2 + bx + c", ["one-name", "one-name"]),
    ("mgh", ["one-name"]),
    ("w1x1 + w2x2", ["one-name", "one-name"]),
    ("loss + alpha + tax", []),
    ("log(8, 2)", ["log-base"]),
    ("log_2(8)", []),
    ("x^1/2", ["half-power"]),
    ("x^-1/2", ["half-power"]),
    ("x^y/2", []),
    ("exp(-x^2/2)", []),
    ("tau*x", ["own-name"]),
    ("E^x", ["own-name"]),
    ("E = x^2; E*y", []),
    ("e = 2; e*x", ["bound-again"]),
    ("x = 2\n- 3", ["line-goes-on"]),
    (r"\frac{1}{2}(pred - y)", ["letters-apart"]),
    (r"\begin{cases} x & x > 1 \\ 0 & x < 0 \end{cases}", ["last-case"]),
    (r"\begin{cases} x & (x > 0) \\ 0 & (x \le 0) \end{cases}", []),
    ("step*x + power", ["own-name", "own-name"]),
]


@pytest.mark.parametrize(("typed", "codes"), NOTICED)
def test_what_may_have_been_meant_otherwise_is_noticed(typed: str, codes: list[str]) -> None:
    notices = build(typed).notices
    assert [notice.code for notice in notices] == codes
    for notice in notices:
        assert notice.says("en") != notice.says("ja")


@pytest.mark.parametrize("seed", range(15))
def test_random_functions_are_drawn_closed_and_opened_with_the_same_numbers(seed: int) -> None:
    rng = random.Random(seed)
    first, second, used = (expression(rng, size) for size in (3, 4, 3))
    arguments = [rng.choice(["x", "y", "2", "w_1*x", "b", "f(x)"]) for _ in range(4)]
    lines = [f"f(x) = {first}", f"g(x, z) = {second} + f({rng.choice(['x', 'z', '3', 'b*x'])})*f(z)"]
    text = "; ".join([*lines, f"f({arguments[0]})*g({arguments[1]}, {arguments[2]}) + {used} + f({arguments[3]})"])
    values = {name: number for name, number in point(rng).items() if name in build(text, limits=UNLIMITED).leaves}
    closed, *opened = (Scene(Asked(expression=text, at=values, open=names)) for names in ((), ("g",), ("f", "g")))
    rules = [line.rule for line in closed.lines]
    assert len(rules) == len(closed.drawn.graph.edges) + 1
    assert graph_answer(closed)["value"] == graph_answer(opened[0])["value"]
    for scene in opened:
        assert same_numbers(scene.evaluation.value, closed.evaluation.value)
        for name, gradient in closed.evaluation.gradients.items():
            assert same_numbers(scene.evaluation.gradients[name], gradient)


def same_numbers(one: float, other: float) -> bool:
    return one == other or (math.isnan(one) and math.isnan(other)) or math.isclose(one, other, rel_tol=1e-12)
