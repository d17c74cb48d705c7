"""The grammar: precedence, implicit products, bindings, spellings."""

import pytest

from kuroaka.language import UNLIMITED, Syntax, parse
from kuroaka.operations import functions

SAME = [
    ("a - b - c", "(a - b) - c"),
    ("a/b/c", "(a/b)/c"),
    ("2^3^2", "2^(3^2)"),
    ("-x^2", "-(x^2)"),
    ("2^-x*3", "(2^(-x))*3"),
    ("2^-x^2", "2^(-(x^2))"),
    ("-2*x", "(-2)*x"),
    ("a*-b", "a*(-b)"),
    ("a--b", "a - (-b)"),
    ("2x^2y", "2*x^2*y"),
    ("3(x+1)", "3*(x+1)"),
    ("(a)(b)", "a*b"),
    ("w x + b", "w*x + b"),
    ("a**b", "a^b"),
    ("x² + 1", "x^2 + 1"),
    ("x₁w_1", "x_1*w_1"),
    ("（１＋ｘ）÷２", "(1+x)/2"),
    ("a × b − c", "a*b - c"),
    ("|x|", "abs(x)"),
    ("||x|-1|y", "abs(abs(x)-1)*y"),
    ("2|x|", "2*abs(x)"),
    ("|a|b|c|", "abs(a)*b*abs(c)"),
    ("log_2(x)", "log(2, x)"),
    ("+x", "x"),
    ("1e3x", "1000x"),
    ("2e", "2*e"),
    ("(a +\n b)", "a + b"),
    ("x # the input", "x"),
    ("a = 2;; a(x+1)", "a = 2; a*(x+1)"),
    ("w′ x", "w' x"),
    ("sin x", "sin(x)"),
    ("2 sin x cos x + 1", "2*sin(x)*cos(x) + 1"),
    ("sin 2x", "sin(2*x)"),
    ("ln x^2", "ln(x^2)"),
    ("sin^2(x) + sin² x", "sin(x)^2 + sin(x)^2"),
    ("log₂ x", "log(2, x)"),
    ("ln|x|", "ln(abs(x))"),
    ("sin x / 2", "sin(x)/2"),
    ("√x + √(x+1)", "sqrt(x) + sqrt(x + 1)"),
    ("2ⁿ + x⁻¹ + eˣ", "2^n + x^(-1) + e^(x)"),
    ("x₁x₂", "x_1*x_2"),
    ("x^{2}_1 + x_{1}^{-2}", "x_1^(2) + x_1^(-2)"),
    ("h_{t-1} + h_{t - 1}", "h_{t-1} + h_{t-1}"),
    ("x_{i,j}", "x_i_j"),
    ("x1 + x_1", "x1 + x1"),
    ("ŷ + x̄", "y_hat + x_bar"),
    ("πr", "π*r"),
    ("θ + ϑ", "θ + ϑ"),
    ("りんご*エラー", "りんご*エラー"),
    ("(y - t)^2\n+ w^2", "(y - t)^2 + w^2"),
    ("a*x +\nb", "a*x + b"),
    ("sum(w_i*x_i, i, 1, 2)", "(w_1*x_1)+(w_2*x_2)"),
    ("prod(i + x_{i+1}, i, 0, 1)", "(0 + x_1)*(1 + x_2)"),
    ("x > 0", "gt(x, 0)"),
    ("x + 1 ≥ y*2", "ge(x + 1, y*2)"),
    ("1/(1+np.exp(-x))", "1/(1 + exp(-x))"),
    ("return x**2", "x^2"),
    ("def f(x):\n  return x**2", "f(x) = x^2"),
    ("y: float = x^2", "y = x^2"),
    ("y := x", "y = x"),
    ("[x + 1]*2.", "(x + 1)*2"),
    ("10{,}000 x", "10000*x"),
]


def shape(syntax: Syntax) -> list[object]:
    """What was parsed, without places; numbers by their value."""
    words = [syntax.number(term) or word for term, word in enumerate(syntax.words)]
    return [words, syntax.inputs, [(binding.name, binding.term) for binding in syntax.bindings]]


@pytest.mark.parametrize(("typed", "meant"), SAME)
def test_reads_as_mathematics_does(typed: str, meant: str) -> None:
    assert shape(parse(typed, functions=functions())) == shape(parse(meant))


def test_spans_are_those_of_the_typed_text() -> None:
    text = "（１ ＋ ｘ）÷ foo_1"
    syntax = parse(text)
    assert [text[slice(*span)] for span in syntax.spans] == ["１", "ｘ", "（１ ＋ ｘ）", "foo_1", text]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000 + "x" + ")" * 10_000,
        "-" * 10_000 + "x",
        "x" + "+x" * 10_000,
        "x" + "^x" * 10_000,
        "sin(" * 10_000 + "x" + ")" * 10_000,
    ],
)
def test_depth_and_length_are_no_trouble_when_limits_are_lifted(text: str) -> None:
    assert parse(text, UNLIMITED).bindings
