"""Labels: the article's own words, and how names, constants and circles go into them."""

import random

import pytest

from kuroaka.formulas import Label, derivative, formula_of, latex, name_math, symbols, text
from kuroaka.graph import build
from kuroaka.language import UNLIMITED
from tests.each import each
from tests.expressions import program
from tests.graph.test_build import SIGMOID

SUM = "E*exp(-x)/(1 + exp(-x))^2"
ARTICLE = {  # source -> target: black, red (kuroaka.graph names the nodes in tests/graph/test_build.py)
    (0, 1): ("-1", "-E*(x + 2)*exp(-x)/(1 + exp(-x))^2"),
    (1, 3): ("-1", "-2*E*exp(-x)/(1 + exp(-x))^2"),
    (1, 6): ("-1", "-E*x*exp(-x)/(1 + exp(-x))^2"),
    (3, 4): ("1", SUM),
    (4, 8): ("1", "-E/(1 + exp(-x))^2"),
    (4, 9): ("1", "E/(1 + exp(-x))"),
    (5, 6): ("x", SUM),
    (6, 7): ("-x", f"-{SUM}"),
    (7, 8): ("exp(-x)", "-E/(1 + exp(-x))^2"),
    (8, 9): ("1 + exp(-x)", "-E/(1 + exp(-x))^2"),
}

RULES = [  # the article's table: expression, then what flows back into its first and second input
    ("x + y", "E", "E"),
    ("x*y", "E*y", "E*x"),
    ("x/y", "E/y", "-E*x/y^2"),
    ("x^y", "E*y*x^(y - 1)", "E*x^y*ln(x)"),
    ("exp(x)", "E*exp(x)", None),
    ("log(x, y)", "-E*ln(y)/(x*ln(x)^2)", "E/(y*ln(x))"),
    ("ln(x)", "E/x", None),
    ("a^2", "2*E*a", None),
    ("where(3, x, y)", "E*(3!=0)", "E*(3==0)"),
]


def test_the_eleven_lines_of_the_article() -> None:
    graph = build(SIGMOID)
    labels = symbols(graph)
    assert labels.adjoints[graph.output] == Label("E", "E", None)
    assert (labels.values[graph.output].text, labels.values[graph.output].latex) == (
        "1/(1 + exp(-x))",
        r"\frac{1}{1+e^{-x}}",
    )
    found = {}
    for edge, label in zip(graph.edges, labels.contributions, strict=False):
        if label is not None:
            found[edge.source, edge.target] = (labels.values[edge.source].text, label.text)
    assert found == ARTICLE


@pytest.mark.parametrize(("expression", "to_x", "to_y"), RULES)
def test_the_rules_of_the_article(expression: str, to_x: str, to_y: str | None) -> None:
    labels = symbols(build(expression))
    *rules, seed = [label.text for label in labels.contributions if label is not None]
    assert (rules, seed) == ([rule for rule in (to_x, to_y) if rule], "E")


def test_an_overridden_constant_shows_its_name() -> None:
    graph = build("a = -1; exp(a*x)")
    assert symbols(graph).values[-1].text == "exp(-x)"
    assert symbols(graph, {"a"}).values[-1].text == "exp(a*x)"


def test_the_seed_gives_way_to_a_variable_of_its_name() -> None:
    assert symbols(build("E*x")).contributions[0] == Label("E'*x", ("times", ("sup", "E", "′"), "x"))


def test_a_choice_says_when_a_gradient_flows() -> None:
    labels = symbols(build("where(gt(x, 2), y, z)"))
    assert [label.text for label in labels.contributions if label] == ["0", "0", "E*(x>2)", "E*(x<=2)", "E"]


def test_a_branch_prints_its_sum_short() -> None:
    labels = symbols(build("x*x*x + 2*x"))
    assert labels.adjoints[0] is not None
    assert labels.adjoints[0].text == "E*(3*x^2 + 2)"


def test_labels_stay_short_and_linear_on_long_graphs() -> None:
    graph = build("x*y + " * 3000 + "x", limits=UNLIMITED)
    labels = symbols(graph)
    assert max(len(label.text) for label in labels.values) < 200


def test_the_more_lines_the_shorter_each() -> None:
    few, many = (symbols(build("*".join(f"(x + {term})" for term in range(terms)))) for terms in (8, 150))
    assert "v_" not in few.values[-1].text
    together = sum(len(label.text) for label in (*many.values, *many.contributions) if label)
    assert together / len(many.contributions) < 40
    assert any("v_" in label.text for label in many.values)


@each(range(30))
def test_printing_what_was_parsed_changes_nothing(seed: int) -> None:
    printed = text(formula_of(program(random.Random(seed), 12)))
    assert text(formula_of(printed)) == printed


def test_a_power_that_is_called_is_printed_with_its_sign() -> None:
    assert text(formula_of("pow(x, y) - power(x + 1, 2)")) == "x^y - (x + 1)^2"
    assert derivative(build("pow(x, y)"), "x").text == "y*x^(y - 1)"


def test_names() -> None:
    assert latex(name_math("w_ij")) == "w_{ij}"
    assert latex(name_math("β")) == r"\beta"
    assert latex(name_math("alpha1''")) == r"\alpha_{1}''"


def test_a_circle_hands_on_its_name() -> None:
    graph = build("z = sigmoid(x); y = z*w")
    circle = graph.names.index("z")
    labels = symbols(graph, circles={circle: "z"})
    assert labels.values[-1].text == "z*w"
    assert labels.adjoints[graph.leaves["x"]] == Label(
        "E*w*z*(1 - z)", ("times", "E", "w", "z", ("par", ("row", "1", "−", "z")))
    )
    assert labels.values[circle].means == Label("sigmoid(x)", ("call", "σ", "x"))


def test_an_output_that_is_a_circle_keeps_its_formula() -> None:
    graph = build("z = sigmoid(x)")
    assert symbols(graph, circles={graph.output: "z"}).values[graph.output].text == "sigmoid(x)"


def test_the_seed_avoids_the_name_of_a_circle() -> None:
    graph = build("E = x^2; y = E*w")
    assert symbols(graph, circles={graph.names.index("E"): "E"}).seeds == ("E'",)
