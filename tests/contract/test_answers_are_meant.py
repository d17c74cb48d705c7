"""The page reads an answer as the service reads an expression, or refuses it: never with another meaning."""

import math
import random

import pytest

from kuroaka.formulas import rule
from kuroaka.graph import build, evaluate
from kuroaka.language import ExpressionProblem
from tests.contract.exercises import in_page
from tests.expressions import NAMES, expression

AT = {"x": 0.7, "y": 1.3, "z": 0.4, "w_1": 2.1, "b": -0.6, "E": 1.7}
BY_HAND = [
    "-E*(x+2)*z*(1-z)",
    "-x^2",
    "2^-x^2",
    "x^2^3",
    "(x)(y)",
    "2x(y+1)",
    "2x y",
    "e^{-x}",
    "[x+1]/{y}",
    "|x-y|z|b|",
    "||x|-y|",
    "2|b|",
    "sin^2(x)",
    "sin x + cos 2x",
    "ln x*y",
    "sin x/2",
    "1/2x",
    "1/2(x)",
    "x/y*z b",
    "e^2x",
    "x^2y",
    "x²y",
    "x⁻¹",
    "w₁ + w1",
    "（１＋ｘ）×２÷３−ｙ",
    "log(2, x)",
    "log_2(x)",
    "log2(x)",
    "max(x, y, z)",
    "max(x,2)",
    "1,5",
    "2e3x",
    "2ex",
    "0x1",
    "x 2",
    "π x",
    "πx",
    "pi*E",
    "σ(x)",
    "sigmoid(x)(1-sigmoid(x))",
    "f(x)",
    "x**2",
    "--x",
    "2*-x",
    "E/(1+x)y",
    "x'",
    "w_{1}",
    "1.5.2",
    "x(y+1)",
    r"\frac{x}{y}z",
    r"1/\frac{x}{y}z",
    r"\frac12",
    r"xyz^2",
    r"x^{2y}\cdot b",
    r"\sqrt{x}\,y",
    r"\exp\left(-x\right)",
    r"\left|x\left|b\right|z\right|",
    r"\left|x|b|z\right|",
    r"\sin x \cos y",
    r"\sin^2 x",
    r"\sin^2(x)y",
    r"\sin^{-1}(x)",
    r"x^23\cdot 1",
    r"x^-2\cdot y",
    r"e^{-x}\times E",
    r"\ln(x)^2",
    r"\operatorname{sigmoid}(x)",
    r"w_1x \cdot 1",
    r"w_{1}x\div 2",
    r"\pi E",
    r"$x y$",
    r"x(y) \cdot 1",
    r"\frac{E}{x^2}^2",
    r"\max(x, y)",
    r"2\frac{1}{2}",
    r"\sigma(x)",
    r"\log_2(x)",
    r"x\cdot-y",
]
TOKENS = [
    *"xyzbE",
    "w_1",
    "w1",
    "2",
    "0.5",
    "3",
    "e",
    "π",
    *"+-*/^()()[]{}|,",
    "**",
    "²",
    " ",
    " ",
    "sin",
    "ln",
    "exp(",
    "max(",
    "log",
]
LATEX = [
    *"xyzbE", "w_1", "2", "3", "5", "e", r"\pi", *"+-^(){}{}|", r"\cdot ", r"\frac{", "}{", r"\sqrt{", r"\left(",
    r"\right)", r"\left|", r"\right|", r"\sin ", r"\ln", r"\exp", "^{", " ", r"\times ", "/", "x^2", "sin",
]  # fmt: skip


def soup(rng: random.Random, tokens: list[str]) -> str:
    return "".join(rng.choice(tokens) for _ in range(rng.randrange(2, 9)))


def texts(spelling: str) -> list[str]:
    rng = random.Random(3)
    if spelling == "hand":
        return BY_HAND
    if spelling == "soup":
        return [soup(rng, TOKENS) for _ in range(20_000)]
    if spelling == "latex soup":
        return [rf"{soup(rng, LATEX)}\, " for _ in range(20_000)]
    written = [expression(rng, rng.randrange(1, 7)) for _ in range(2000)]
    if spelling == "latex":
        return [rf"{rule(text).latex}\, " for text in written]
    return [text.replace(" ", "").replace("*", rng.choice(["*", " ", "×"])) for text in written] + written


def value(text: str) -> float | None:
    """What the service makes of it; None if it refuses."""
    try:
        graph = build(text, spelling="auto")
    except ExpressionProblem:
        return None
    if any(name not in AT for name in graph.leaves):
        return None
    return evaluate(graph, {name: number for name, number in AT.items() if name in graph.leaves}).value


def same(one: float, other: float) -> bool:
    return (
        one == other or (math.isnan(one) and math.isnan(other)) or abs(one - other) <= 1e-9 * max(abs(one), abs(other))
    )


@pytest.mark.parametrize("spelling", ["hand", "text", "latex", "soup", "latex soup"])
def test_an_answer_means_what_the_expression_means(spelling: str) -> None:
    assert set(NAMES) < set(AT)
    written = texts(spelling)
    read = in_page(formulas=[{"text": text, "at": AT} for text in written])["read"]
    both = theirs = 0
    differing: list[tuple[str, str, float]] = []
    for text, page in zip(written, read, strict=True):
        meant = value(text)
        if page.startswith("answer"):
            theirs += meant is not None
        elif meant is not None:
            both += 1
            if not same(float(page), meant):
                differing.append((text, page, meant))
    assert not differing, differing[:20]
    assert both > 40
    if spelling in ("text", "latex"):
        assert theirs < len(written) / 10
