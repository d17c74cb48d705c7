"""Formulas as a textbook prints them: values in LaTeX, gradients as text."""

import pytest

from kuroaka.formulas import formula_of, latex, mathml, symbols
from kuroaka.graph import build, evaluate

BOOK = [
    ("1/(1 + exp(-x))", r"\frac{1}{1+e^{-x}}"),
    ("x^1*2", "2 x"),
    ("x - (-y)", "x+y"),
    ("-x - y", r"-\left(x+y\right)"),
    ("x/(2*y)", r"\frac{x}{2 y}"),
    ("sin(x)^2", r"\sin^{2} x"),
    ("arsinh(x)^2", r"\operatorname{arsinh}^{2} x"),
    ("log(a, x)^3", r"\log_{a}^{3} x"),
    ("sin(x)^(1/3)", r"\left(\sin x\right)^{1/3}"),
    ("sin(x)^(1/2)", r"\sqrt{\sin x}"),
    ("exp(x)^2", "e^{2 x}"),
    ("(x + 1)*(x - 1)", r"\left(x+1\right)\left(x-1\right)"),
    ("w'^2", "{w'}^{2}"),
    ("alpha_1*x", r"\alpha_{1} x"),
    ("2*x/3", r"\frac{2 x}{3}"),
    ("x/3*2.5", r"\frac{5 x}{6}"),
    ("log_2(x)", r"\log_{2} x"),
    ("|x|", "|x|"),
    ("abs(abs(x))", "|x|"),
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
    ("sin(x)*exp(x)", r"e^{x} \sin x"),
    ("ln(x)*z*(1 + y)", r"z\left(1+y\right) \log x"),
    ("sin(x)*cos(y)", r"\sin x \cos y"),
    ("ln(x)^2*sqrt(ln(y))*|z|", r"\sqrt{\log y} |z| \log^{2} x"),
    ("x^0.5", r"\sqrt{x}"),
    ("1/sqrt(x*y)", r"\frac{1}{\sqrt{x y}}"),
    ("sqrt(x)^3", "x^{3/2}"),
    ("sqrt(2*x)^3", r"\left(2 x\right)^{3/2}"),
    ("sqrt(x*y)^2", "x y"),
    ("sqrt(x^2)", r"\sqrt{x^{2}}"),
    ("x*sqrt(2)", r"\sqrt{2} x"),
    ("2^0.3*x*3", r"3 \cdot 2^{0.3} x"),
    ("w^x*w", "w^{x+1}"),
    ("x/x^y", "x^{1-y}"),
    ("(x^y)^2", "x^{2 y}"),
    ("-x*-y", "x y"),
    ("a - -b", "a+b"),
    ("-1*x + 1*y", "-x+y"),
    ("0.5*x", "0.5 x"),
    ("0.5*x/y", r"\frac{x}{2 y}"),
    ("0.1*x/y", r"\frac{0.1 x}{y}"),
    ("1.5e300/x", r"\frac{1.5 \cdot 10^{300}}{x}"),
    ("123456789e20*x", r"1.23456789 \cdot 10^{28} x"),
    ("1.7976931348623157e308/x", r"\frac{1.7976931348623157 \cdot 10^{308}}{x}"),
]

GRADIENTS = [  # expression, the red label of its x
    ("x^3 - 2x^2 + 5x - 1", "E*(3*x^2 - 4*x + 5)"),
    ("x^3 - 2x^2", "E*(3*x^2 - 4*x)"),
    ("1 + 5x - 2x^2 + x^3", "E*(3*x^2 - 4*x + 5)"),
    ("5x - 2x^2", "E*(5 - 4*x)"),
    ("2x + 3x^2/2 - x^3/3", "E*(2 + 3*x - x^2)"),
    ("a*x^2/2 - b*x + c", "E*(a*x - b)"),
    ("(x - y)^2 + (x - z)^2", "2*E*(2*x - y - z)"),
    ("x^2*y + y/(z + x) + z^x", "E*(2*y*x - y/(z + x)^2 + z^x*ln(z))"),
    ("x^2*exp(x)", "E*x*(x + 2)*exp(x)"),
    ("ln(x)/x", "E*(1 - ln(x))/x^2"),
    ("(1 - ln(x))/x^2", "E*(2*ln(x) - 3)/x^3"),
    ("sin(x)*exp(x)", "E*(cos(x) + sin(x))*exp(x)"),
    ("x^w*ln(z)", "E*w*x^(w - 1)*ln(z)"),
    ("x^x", "E*x^x*(1 + ln(x))"),
    ("x^y*x", "E*x^y*(y + 1)"),
    ("x^a*x^b", "E*x^(b + a - 1)*(a + b)"),
    ("1/sqrt(1 - x^2/c^2)", "E*x/(c^2*(1 - x^2/c^2)^(3/2))"),
    ("x^0.5", "E/(2*sqrt(x))"),
    ("x*sqrt(x)", "3*E*sqrt(x)/2"),
    ("max(x, 0)", "E*step(x)"),
    ("max(0, x)", "E*step(x)"),
    ("min(x, 0)", "E*step(-x)"),
    ("min(0, x)", "E*step(-x)"),
    ("max(0, 1 - t*x)", "-E*t*step(1 - t*x)"),
    ("max(x, y)", "E*(1 + sign(x - y))/2"),
]


@pytest.mark.parametrize(("expression", "wanted"), BOOK)
def test_latex_as_a_textbook_prints_it(expression: str, wanted: str) -> None:
    assert latex(mathml(formula_of(expression))) == wanted


@pytest.mark.parametrize(("expression", "wanted"), GRADIENTS)
def test_a_gradient_as_a_textbook_prints_it(expression: str, wanted: str) -> None:
    graph = build(expression)
    label = symbols(graph).adjoints[graph.leaves["x"]]
    assert label is not None
    assert label.text == wanted


def test_a_root_below_the_line() -> None:
    graph = build("1/sqrt(1 - v^2/c^2)")
    label = symbols(graph).adjoints[graph.leaves["v"]]
    assert label is not None
    assert label.latex == r"\frac{E v}{c^{2}\left(1-\frac{v^{2}}{c^{2}}\right)^{3/2}}"


def test_at_a_tie_the_number_keeps_to_the_table() -> None:
    assert evaluate(build("max(x, 0)"), {"x": 0}).gradients == {"x": 0.5}
    assert evaluate(build("min(0, x)"), {"x": 0}).gradients == {"x": 0.5}


def test_the_upstream_gradient_stands_above_the_line_as_in_the_article() -> None:
    shown = latex(mathml(formula_of("-E*x*exp(-x)/(1 + exp(-x))^2")))
    assert shown == r"-\frac{E x e^{-x}}{\left(1+e^{-x}\right)^{2}}"
    assert latex(mathml(formula_of("-E/x"))) == r"-\frac{E}{x}"
