"""Labels: the article's own words, and on any graph text that parses back to the number."""

import math
import random
from collections.abc import Mapping
from functools import cache

import pytest

from kuroaka.formulas import Label, formula_of, latex, mathml, name_math, symbols, text
from kuroaka.graph import Evaluation, Graph, build, derivative, evaluate
from kuroaka.language import UNLIMITED
from kuroaka.operations import OPERATIONS
from tests.contract.graphs import single
from tests.each import each
from tests.expressions import point, program
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

BOOK = [
    ("1/(1 + exp(-x))", r"\frac{1}{1+e^{-x}}"),
    ("x^1*2", "2 x"),
    ("x - (-y)", "x+y"),
    ("-x - y", r"-\left(x+y\right)"),
    ("x/(2*y)", r"\frac{x}{2 y}"),
    ("sin(x)^2", r"\sin^{2} x"),
    ("arsinh(x)^2", r"\operatorname{arsinh}^{2} x"),
    ("log(a, x)^3", r"\log_{a}^{3} x"),
    ("sin(x)^(1/2)", r"\left(\sin x\right)^{1/2}"),
    ("exp(x)^2", "e^{2 x}"),
    ("(x + 1)*(x - 1)", r"\left(x+1\right)\left(x-1\right)"),
    ("w'^2", "{w'}^{2}"),
    ("alpha_1*x", r"\alpha_{1} x"),
    ("2*x/3", r"\frac{2 x}{3}"),
    ("x/3*2.5", r"\frac{5 x}{6}"),
    ("log_2(x)", r"\log_{2} x"),
    ("|x|", "|x|"),
    ("2^x*3", r"3 \cdot 2^{x}"),
    ("exp2(x)*3", r"3 \cdot 2^{x}"),
    ("y - expm1(x)", r"y-\left(e^{x}-1\right)"),
    ("expm1(x)^2/expm1(y)", r"\frac{\left(e^{x}-1\right)^{2}}{e^{y}-1}"),
    ("y*log1p(x)", r"y \log \left(1+x\right)"),
    ("elu(x)*gt(x, y)^2", r"\operatorname{ELU}(x)\left(x>y\right)^{2}"),
    (
        "where(gt(x, 0), floor(x/y), sin(ne(x, y)))",
        r"\operatorname{where}(x>0, \left\lfloor \frac{x}{y}\right\rfloor, \sin \left(x\ne y\right))",
    ),
    ("cbrt(x)^2", r"\sqrt[3]{x}^{2}"),
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
    for edge, label in zip(graph.edges, labels.contributions, strict=True):
        if label is not None:
            found[edge.source, edge.target] = (labels.values[edge.source].text, label.text)
    assert found == ARTICLE


@pytest.mark.parametrize(("expression", "to_x", "to_y"), RULES)
def test_the_rules_of_the_article(expression: str, to_x: str, to_y: str | None) -> None:
    labels = symbols(build(expression))
    assert [label.text for label in labels.contributions if label is not None] == [
        rule for rule in (to_x, to_y) if rule
    ]


@pytest.mark.parametrize(("expression", "wanted"), BOOK)
def test_latex_as_a_textbook_prints_it(expression: str, wanted: str) -> None:
    assert latex(mathml(formula_of(expression))) == wanted


def test_the_upstream_gradient_stands_in_front_of_a_fraction() -> None:
    shown = latex(mathml(formula_of("-E*x*exp(-x)/(1 + exp(-x))^2"), "E"))
    assert shown == r"-E\frac{x e^{-x}}{\left(1+e^{-x}\right)^{2}}"
    assert latex(mathml(formula_of("-E/x"), "E")) == r"-\frac{E}{x}"


def test_an_overridden_constant_shows_its_name() -> None:
    graph = build("a = -1; exp(a*x)")
    assert symbols(graph).values[-1].text == "exp(-x)"
    assert symbols(graph, {"a"}).values[-1].text == "exp(a*x)"


def test_the_seed_gives_way_to_a_variable_of_its_name() -> None:
    assert symbols(build("E*x")).contributions[0] == Label("E'*x", ("times", ("sup", "E", "′"), "x"))


def test_a_choice_says_when_a_gradient_flows() -> None:
    labels = symbols(build("where(gt(x, 2), y, z)"))
    assert [label.text for label in labels.contributions if label] == ["0", "0", "E*(x>2)", "E*(x<=2)"]


def test_a_branch_prints_its_sum_short() -> None:
    labels = symbols(build("x*x*x + 2*x"))
    assert labels.adjoints[0] is not None
    assert labels.adjoints[0].text == "E*(3*x^2 + 2)"


def named_values(graph: Graph, values: Mapping[str, float]) -> dict[str, float]:
    """Numbers for every name a label may hold: variables, E, v_i and g_i."""
    result = evaluate(graph, values)
    names = {**result.point, "E": 1.0}
    for node in range(len(graph)):
        names[f"v_{node}"] = result.passes.values[node]
        adjoint = result.passes.adjoints[node]
        if adjoint is not None:
            names[f"g_{node}"] = adjoint
    return names


@pytest.mark.parametrize("block", [*range(6), *(pytest.param(block, marks=pytest.mark.slow) for block in range(6, 20))])
def test_every_label_parses_back_to_its_number(block: int) -> None:
    for seed in range(100 * block, 100 * block + 100):
        rng = random.Random(seed)
        graph = build(program(rng, 14))
        assert_labels_parse_back(graph, {name: value for name, value in point(rng).items() if name in graph.leaves})


@each(OPERATIONS)
def test_the_labels_of_every_operation_parse_back(name: str) -> None:
    result = single(name, OPERATIONS[name].samples[0])
    assert_labels_parse_back(result.graph, result.point)


def assert_labels_parse_back(graph: Graph, values: Mapping[str, float]) -> None:
    result, labels = evaluate(graph, values), symbols(graph)
    names = named_values(graph, values)
    pairs = [
        *zip(labels.values, result.passes.values, strict=True),
        *zip(labels.adjoints, result.passes.adjoints, strict=True),
        *zip(labels.contributions, result.passes.contributions, strict=True),
    ]
    if not all(map(math.isfinite, [number for _, number in pairs if number is not None])):
        return
    scale = max(abs(number) for _, number in pairs if number is not None)

    @cache  # many lines have the same words
    def value_of(written: str) -> float:
        parsed = build(written, limits=UNLIMITED)
        return evaluate(parsed, {name: names[name] for name in parsed.leaves}).value

    for label, number in pairs:
        assert (label is None) == (number is None)
        if label is None or number is None:
            continue
        for written in (label.text, *([label.means.text] if label.means else [])):
            got = value_of(written)
            if math.isnan(got) and zero_to_a_power(result):
                continue  # the formula is 0^y*ln(0), the number its limit
            assert math.isclose(got, number, rel_tol=1e-9, abs_tol=1e-11 * scale), written


def zero_to_a_power(result: Evaluation) -> bool:
    graph, values = result.graph, result.passes.values
    return any(name == "pow" and values[graph.inputs[node][0]] == 0 for node, name in enumerate(graph.operations))


def test_labels_stay_short_and_linear_on_long_graphs() -> None:
    graph = build("x*y + " * 3000 + "x", limits=UNLIMITED)
    labels = symbols(graph)
    assert max(len(label.text) for label in labels.values) < 200


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
    assert symbols(graph, circles={graph.names.index("E"): "E"}).seed == "E'"
