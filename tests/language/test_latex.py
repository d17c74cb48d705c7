"""LaTeX: every formula of the article gives the graph of its text; what is written parses back."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroaka.graph import Graph, build
from kuroaka.language import UNLIMITED, parse, write
from tests.expressions import program
from tests.language.in_latex import in_latex
from tests.language.test_parse import shape
from tests.language.test_problems import problem_of

ARTICLE = [
    (r"\cfrac{1}{1 + e^{-x}}", "1/(1 + e^(-x))"),
    (r"\sigma_{sigmoid}(x) = \cfrac{1}{1 + e^{-x}}", "σ_sigmoid = 1/(1 + e^(-x))"),
    (r"\cfrac{e^x - e^{-x}}{e^x + e^{-x}}", "(e^x - e^(-x))/(e^x + e^(-x))"),
    (r"y = wx + b", "y = w*x + b"),
    (r"w'(wx + b) + b'", "w'*(w*x + b) + b'"),
    (r"w'wx + w'b + b'", "w'*w*x + w'*b + b'"),
    (r"\hat{w}x", "w_hat*x"),
    (r"E\cfrac{x}{y^2}", "E*(x/y^2)"),
    (r"Eyx^{y-1}", "E*y*x^(y-1)"),
    (r"Ex^y \log x", "E*x^y*log(x)"),
    (r"-E \cfrac{\log y}{x \log^2 x}", "-E*(log(y)/(x*log(x)^2))"),
    (r"\cfrac{1}{y \log x}", "1/(y*log(x))"),
    (
        r"\cfrac{E}{1+e^{-x}} + \left\{ -\cfrac{E}{(1+e^{-x})^2} \right\}",
        "E/(1 + e^(-x)) + (-(E/(1 + e^(-x))^2))",
    ),
    (r"E \cfrac{(1+e^{-x}) - 1}{(1+e^{-x})^2}", "E*(((1 + e^(-x)) - 1)/(1 + e^(-x))^2)"),
    (r"f(x, y, z) = x^2y + \cfrac{y}{z+x} + z^x", "f = x^2*y + y/(z+x) + z^x"),
    (r"\log_a x", "log(a, x)"),
    (r"\tan x", "tan(x)"),
]

MORE = [
    (r"\sin 2x \cos y + 1", "sin(2*x)*cos(y) + 1"),
    (r"\sin^2 x", "sin(x)^2"),
    (r"\sin(x)^2", "sin(x)^2"),
    (r"\sin x^2", "sin(x^2)"),
    (r"\sin\cos x", "sin(cos(x))"),
    (r"\log_{10}(x) y", "log(10, x)*y"),
    (r"2\sqrt{x}", "2*sqrt(x)"),
    (r"\sqrt[5]{x} y", "x^(1/5)*y"),
    (r"\sqrt[3]{x + 1} y", "cbrt(x + 1)*y"),
    (r"|\sin x|", "abs(sin(x))"),
    (r"\left| x \right| y", "abs(x)*y"),
    (r"x \cdot y \times z \div w", "x*y*z/w"),
    (r"\max(x, y)", "max(x, y)"),
    (r"\arcsin x", "asin(x)"),
    (r"\sec^2 x - \coth(x) \lg x", "sec(x)^2 - coth(x)*log10(x)"),
    (r"\mathrm{ReLU}(x)", "relu(x)"),
    (r"\operatorname{softplus}(w_{12} x_1)", "softplus(w_12*x_1)"),
    (r"\alpha_1' \beta", "α_1'*β"),
    (r"x^2y", "x^2*y"),
    (r"\frac12 x", "(1/2)*x"),
    (r"a = -1 \\ n = a^2 \\ \frac{n}{n + e^{ax}}", "a = -1; n = a^2; n/(n + e^(a*x))"),
    ("\\alpha x^{2}% squared\n + 1", "α*x^2 + 1"),
    (r"$y = \frac{1}{2}x$.", "y = (1/2)*x"),
    (r"\( x \,\!\quad y \)", "x*y"),
    (r"{\displaystyle y={\frac {1}{1+e^{-x}}}}", "y = 1/(1 + e^(-x))"),
    (r"\begin{align} y &= wx + b \\ L &= (y-t)^2 \tag{1} \end{align}", "y = w*x + b; L = (y - t)^2"),
    (r"L = ab \\ &\quad + c", "L = a*b + c"),
    (r"{1 \over 1+e^{-x}}", "1/(1 + e^(-x))"),
    (r"\tfrac{1}{2}\rho v^2 C_d A", "(1/2)*ρ*v^2*C_d*A"),
    (r"\left\{ x + 1 \right\} \lVert x \rVert", "(x + 1)*abs(x)"),
    (r"\lvert x \rvert", "abs(x)"),
    (r"{\rm ReLU}(x) + \operatorname*{max}(x, y)", "relu(x) + max(x, y)"),
    (r"\hat{y}_i \bar{x} \tilde{c}_t \boldsymbol{w} \mathcal{L}", "y_hat_i*x_bar*c_tilde_t*w*L"),
    (r"x_{\max} + h_\theta + x_\text{in} + w_{\alpha,2} + {g}_{k}", "x_max + h_θ + x_in + w_α_2 + g_k"),
    (r"h_{t-1} x^2_i w^{\prime}", "h_{t-1}*x_i^2*w'"),
    (r"\text{negative\_slope} x", "negative_slope*x"),
    (r"\frac{1}{2\sigma^2}", "1/(2*σ^2)"),
    (r"\sigma_x(x+1)", "σ_x*(x + 1)"),
    (r"x\epsilon + 2x\varepsilon + \phi - \varphi", "x*ϵ + 2*x*ε + ϕ - φ"),
    (r"\sum_{i=1}^{3} w_i x_i + b", "((w_1*x_1)+(w_2*x_2)+(w_3*x_3)) + b"),
    (r"\frac{1}{2}\sum_{k=1}^2 (y_k - t_k)^2", "(1/2)*(((y_1 - t_1)^2)+((y_2 - t_2)^2))"),
    (r"\prod_{i=0}^{1} (i + x_{i+1})", "((0 + x_1)*(1 + x_2))"),
    (r"net_{h1} = w_1 i_1 \\ net_{h1}^2", "net_h1 = w_1*i_1; net_h1^2"),
    (r"\alpha sigmoid(wx)", "α*sigmoid(w*x)"),
    (r"1.6\cdot 10^{-19} \times 1e-3 + 10{,}000", "1.6*10^(-19)*1e-3 + 10000"),
    (r"\exp\left\{-x\right\}", "exp(-x)"),
    (r"e^-x + e^(2x)", "e^(-x) + e^(2*x)"),
]


def structure(graph: Graph) -> tuple[object, ...]:
    return graph.kinds, graph.operations, graph.names, graph.numbers, graph.inputs


@pytest.mark.parametrize(("latex", "text"), [*ARTICLE, *MORE])
def test_latex_gives_the_graph_of_its_text(latex: str, text: str) -> None:
    assert structure(build(latex, spelling="latex")) == structure(build(text, spelling="text"))


def test_places_are_those_of_the_latex() -> None:
    text = r"\frac{\alpha}{w_{12}}"
    syntax = parse(text, spelling="latex")
    assert [text[slice(*span)] for span in syntax.spans] == [r"{\alpha}", "{w_{12}}", text]


@pytest.mark.parametrize("block", [*range(3), *(pytest.param(block, marks=pytest.mark.slow) for block in range(3, 10))])
def test_what_is_written_parses_back(block: int) -> None:
    for seed in range(1000 * block, 1000 * block + 1000):
        syntax = parse(program(random.Random(seed), 10), UNLIMITED)
        written = write(syntax)
        assert shape(written) == shape(syntax)
        assert parse(written.text, UNLIMITED, "text") == written
        assert shape(parse(in_latex(syntax), UNLIMITED, "latex")) == shape(syntax)


@pytest.mark.parametrize("text", ["-" * 10_000 + "x", "x" + "+x" * 10_000, "sin(" * 10_000 + "x" + ")" * 10_000])
def test_depth_is_no_trouble(text: str) -> None:
    written = write(parse(text, UNLIMITED))
    assert parse(written.text, UNLIMITED) == written


PIECES = r"\frac \sqrt \sin \log _ ^ { } ( ) [ ] | x 2 12 + - \cdot \left \right ' , ; \\ = \alpha \mathrm \foo".split()


@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=25).map(lambda text: "\\" + text)
)
def test_any_latex_gives_a_graph_or_a_problem_inside_it(text: str) -> None:
    problem = problem_of(text)
    if problem is not None:
        assert 0 <= problem.span[0] <= problem.span[1] <= len(text)
        assert problem.hint("ja")


def test_a_comment_does_not_make_a_text_latex() -> None:
    assert build(r"x + 1 # {not} \latex").operations[-1] == "add"
