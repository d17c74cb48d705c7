"""What stands between braces, against arithmetic of our own; and what of it follows a slider."""

import math
import re

import pytest

from kuroaka.lessons import Filled, fill, read_lesson
from kuroaka.lessons.document import said
from kuroaka.words import LANGUAGES
from tests.lessons.writing import HEAD, filled, written

NEURON = 'expr = "p = w*x\ny = p + b\nz = sigmoid(y)", at = {w = 0.8, x = 1.5, b = -0.7}'.replace("\n", "\\n")
Y = 0.8 * 1.5 - 0.7
Z = 1 / (1 + math.exp(-Y))
SLOPE = Z * (1 - Z)
NUMBERS = [
    ("{value p}", 0.8 * 1.5),
    ("{value y}", Y),
    ("{value z}", Z),
    ("{value w*x}", 0.8 * 1.5),
    ("{value x^2 - w}", 1.5**2 - 0.8),
    ("{value exp(-y)}", math.exp(-Y)),
    ("{value 2*(p + b)}", 2 * Y),
    ("{value 1/8}", 0.125),
    ("{red z}", 1.0),
    ("{red y}", SLOPE),
    ("{red w}", SLOPE * 1.5),
    ("{red x}", SLOPE * 0.8),
    ("{red b}", SLOPE),
    ("{red e0}", SLOPE * 1.5),
    ("{red e1}", SLOPE * 0.8),
]
SIGNS = [
    ("{formula p}", "w*x"),
    ("{formula y}", "w*x + b"),
    ("{formula e0}", "w"),
    ("{rule mul x}", "E*y"),
    ("{rule mul y}", "E*x"),
    ("{rule mul}", "E*y"),
    ("{rule tanh}", "E*(1 - z^2)"),
    ("{math w x}", "w*x"),
    ("{math 1/(1 + exp(-x))}", "1/(1 + exp(-x))"),
    ("{means sigmoid}", "1/(1 + exp(-x))"),
]


def one(says: str, figure: str) -> Filled:
    (piece,) = filled(says, figure)
    return piece


@pytest.mark.parametrize(("hole", "number"), NUMBERS)
def test_a_number_is_that_of_the_figure(hole: str, number: float) -> None:
    assert float(one(hole, NEURON).text.replace("−", "-")) == pytest.approx(number, rel=5e-3)


@pytest.mark.parametrize(("hole", "text"), SIGNS)
def test_a_formula_is_that_of_the_figure(hole: str, text: str) -> None:
    piece = one(hole, NEURON)
    assert (piece.text, piece.of) == (text, None)
    assert piece.math is not None


def test_a_gradient_is_the_red_label_of_a_line_or_a_name() -> None:
    product = 'expr = "z = x*y"'
    assert one("{gradient e0}", product).text == "E*y"
    assert one("{gradient y}", product).text == "E*x"
    square = 'expr = "z = x*x"'
    assert one("{gradient x}", square).text == "2*E*x"


def test_what_enters_at_the_output_enters_the_numbers() -> None:
    assert one("{red x}", 'expr = "z = x*y", at = {x = 2, y = 3}, seed = 5').text == "15"


def test_a_second_figure_is_spoken_of_by_beside() -> None:
    beside = 'beside = {expr = "z = x + y", at = {x = 7, y = 4}}'
    says = "{value z} {beside value z} {beside value x*y} {beside red x}"
    pieces = filled(says, more=beside)
    assert [piece.text for piece in pieces if piece.math is not None] == ["6", "11", "28", "1"]
    assert [piece.figure for piece in pieces if piece.math is not None] == [0, 1, 1, 1]


def test_what_follows_a_slider_says_what_it_is_of() -> None:
    pieces = filled("{value z} {value n0} {red x} {red e1} {math x}", more='moves = ["x"]')
    of = [piece.of for piece in pieces if piece.math is not None]
    assert of == [("value", "n2"), ("value", "n0"), ("adjoint", "n0"), ("contribution", "e1"), None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stay_as_they_are_around_the_holes(language: str) -> None:
    text = "a < b & “{value z}”、{math x}。"
    lesson = read_lesson(written(text), "lesson.toml")
    pieces = fill(lesson, lesson.steps[0], "ja" if language == "ja" else "en")
    assert [piece.text for piece in pieces] == ["a < b & “", "6", "”、", "x", "。"]


def test_no_line_begins_with_the_sign_that_closes_what_stands_before_it() -> None:
    lesson = read_lesson(written("“{value z}”、{math x}。次"), "lesson.toml")
    markup = said(fill(lesson, lesson.steps[0], "ja"))
    assert re.findall(r'<span class="together">.*?</math>(?:</span>)?([^<]+)</span>', markup) == ["”、", "。"]
    assert markup.endswith("</span>次")


def test_a_step_without_an_expression_goes_on_with_the_figure_of_the_one_before() -> None:
    steps = "".join(
        f"[[step]]\nfigure = {{{rows}}}\nsays = {{en = '{{value z}}', ja = '{{value z}}'}}\n"
        for rows in ('expr = "z = x*y", at = {x = 2, y = 3}, show = "numbers"', "frame = 1", "at = {x = 4, y = 3}")
    )
    lesson = read_lesson(HEAD + steps, "lesson.toml")
    asked = [step.figures[0].asked for step in lesson.steps]
    assert [(each.expression, each.show, each.frame) for each in asked] == [
        ("z = x*y", ("numbers",), None),
        ("z = x*y", ("numbers",), 1),
        ("z = x*y", ("numbers",), 1),
    ]
    assert [fill(lesson, step, "en")[0].text for step in lesson.steps] == ["6", "6", "12"]
