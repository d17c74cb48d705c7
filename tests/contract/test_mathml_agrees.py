"""What the page builds of a tree is what another program reads in its LaTeX, latex2mathml is the oracle; and what the
service writes into the document of a lesson.
"""

import json
import math
import random
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from latex2mathml.converter import convert

from kuroaka.formulas import (
    Label,
    figure_number,
    formula_of,
    latex,
    mathml,
    name_math,
    numeral_math,
    rule,
    symbol_latex,
    symbols,
)
from kuroaka.graph import build
from kuroaka.lessons import LESSONS, fill, lesson_named
from kuroaka.operations import OPERATIONS, Math
from kuroaka.page.mathml import mathml as markup
from tests.contract.graphs import expression
from tests.expressions import program

NAMES = ("x", "w_12", "w'", "a_b_c''", "x1", "w_ij", "loss", "alpha", "epsilon", "φ_max", "Γ", "Theta_0'", "σ_1a")
TYPED = ("1e-7*x + 2.5e300", "3*10^x", "sqrt(x)^3*abs(x)^2", "log(2, x)^2", "alpha*x_max'^2/w'", "x^0.5*exp(x+1)^2")
UNSEEN = dict.fromkeys(map(ord, "\u2061\u2062"), None)
SPELLED = str.maketrans({"·": "⋅", "◻": "□", "−": "-"})


def labels(graph: str) -> Iterator[Label]:
    known = symbols(build(graph))
    for label in (*known.values, *known.adjoints, *known.contributions):
        if label:
            yield from (label, label.means) if label.means else (label,)


def written() -> Iterator[tuple[Math, str]]:
    """Trees with their LaTeX: everything the table says, names, and what random graphs are labelled with."""
    for name, operation in OPERATIONS.items():
        yield operation.symbol, symbol_latex(operation.symbol)
        for text in filter(None, (expression(name), operation.value)):
            yield mathml(formula_of(text)), latex(mathml(formula_of(text)))
        yield from ((rule(text).math, rule(text).latex) for text in operation.backward)
    yield from ((name_math(name), latex(name_math(name))) for name in NAMES)
    for graph in (*TYPED, *(program(random.Random(seed), 10) for seed in range(40))):
        yield from ((label.math, label.latex) for label in labels(graph))


def taught() -> set[Math]:
    """What stands in the sentences of the lessons."""
    lessons = [lesson for name in LESSONS if (lesson := lesson_named(name))]
    pieces = (piece for lesson in lessons for step in lesson.steps for piece in fill(lesson, step, "en"))
    return {piece.math for piece in pieces if piece.math is not None}


def line(element: ElementTree.Element) -> str:
    """MathML in one line: what is seen, fractions, roots and scripts told apart; brackets are seen."""
    tag = element.tag.rpartition("}")[2]
    inner = [line(child) for child in element]
    match tag:
        case "mfrac" | "msqrt" | "mroot":
            return tag + "".join(f"{{{part}}}" for part in inner)
        case "msup":
            return f"{inner[0]}^{{{inner[1]}}}"
        case "msub":
            return f"{inner[0]}_{{{inner[1]}}}"
        case "msubsup":
            return f"{inner[0]}_{{{inner[1]}}}^{{{inner[2]}}}"
        case _:
            return "".join([(element.text or "").strip(), *inner])


def in_one_line(xml: str) -> str:
    return line(ElementTree.fromstring(xml)).translate(UNSEEN).translate(SPELLED).replace("^{′}^{′}", "^{′′}")


def in_browser(trees: Sequence[Math]) -> list[str]:
    run = subprocess.run(
        ["node", str(Path(__file__).with_name("mathml.js"))],
        input=json.dumps(trees),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    built: list[str] = json.loads(run.stdout)
    return built


def test_the_page_builds_what_the_latex_says() -> None:
    pairs = dict(written())
    assert len(pairs) > 1000
    for (tree, wanted), built in zip(pairs.items(), in_browser([*pairs]), strict=True):
        assert in_one_line(built) == in_one_line(convert(wanted)), (tree, wanted)


def test_the_service_writes_what_the_page_builds() -> None:
    numbers = (0.0, -1.5, 6e-23, -6.022e23, 1e100, math.inf, -math.inf, math.nan)
    trees = [*(numeral_math(figure_number(number)) for number in numbers), *dict(written()), *taught()]
    trees += [("over", "h", "¯"), ("floor", "x"), ("call", "f", "x", ("frac", "<", "&"))]
    for tree, built in zip(trees, in_browser(trees), strict=True):
        assert markup(tree) == f"<math>{built}</math>", tree


def test_another_tree_is_another_line() -> None:
    square: Math = ("sup", ("par", ("row", "1", "+", "x")), "2")
    (built,) = in_browser([square])
    assert in_one_line(built) == "(1+x)^{2}" != in_one_line(convert("1+x^{2}"))
