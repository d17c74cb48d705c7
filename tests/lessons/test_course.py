"""The course: every row of the article is a lesson, its steps are few, and what they claim is so, says mpmath."""

import re
from collections.abc import Sequence

import mpmath as mp
import pytest

from kuroaka.lessons import LESSONS, Lesson, fill, lesson_named
from kuroaka.scene import Scene

# The rows of the article's figures in their order; the first lesson is of no row.
ROWS = (
    "neuron layer network collapse activation softmax node add multiply divide power exp log-base log sigmoid-forward "
    "sigmoid-backward minus-one sigmoid-slope derivatives nudge partial chain vanishing"
).split()
TABLE = "derivatives"  # has a step for each line of the table
HOLE = re.compile(r"\{[^{}]*\}")
POLITE = re.compile("(です|ます|ません|でした|ました|でしょう|ましょう|ください|でしょうか|ますか)$")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")


def found(name: str) -> Lesson:
    lesson = lesson_named(name)
    assert lesson is not None
    return lesson


def number(text: str) -> float | None:
    """What a hole says, if it is a number: 1.5, −0.25, 2·10⁻⁴ or 10⁻⁴."""
    factor, _power, exponent = text.translate(DIGITS).partition("·10")
    if not exponent and factor.startswith("10-"):
        factor, exponent = "1", factor[2:]
    try:
        return float(factor + f"e{exponent or 0}")
    except ValueError:
        return None


def numbers(name: str, step: int) -> list[float]:
    lesson = found(name)
    said = (number(piece.text) for piece in fill(lesson, lesson.steps[step - 1], "en") if piece.math is not None)
    return [each for each in said if each is not None]


def sigmoid(x: mp.mpf) -> mp.mpf:
    return 1 / (1 + mp.exp(-x))


def slope(x: mp.mpf) -> mp.mpf:
    return mp.diff(sigmoid, x)


def cube(x: mp.mpf) -> mp.mpf:
    return x**3


def nudged(h: float, x: float = 1.5) -> mp.mpf:
    return (cube(mp.mpf(x) + h) - cube(mp.mpf(x))) / h


def faded(x: float) -> list[mp.mpf]:
    """The red numbers behind five sigmoids, from the last to the first."""
    values = [mp.mpf(x)]
    for _ in range(5):
        values.append(sigmoid(values[-1]))
    red, passed = mp.mpf(1), []
    for value in reversed(values[:-1]):
        red *= slope(value)
        passed.append(red)
    return passed


X = mp.mpf("1.3")
Z = sigmoid(X)
A = -(X + 2) * Z * (1 - Z)
SHARES = [mp.exp(x) / sum(map(mp.exp, (1.2, 0.4, -0.7))) for x in (1.2, 0.4, -0.7)]
CLAIMS: list[tuple[str, int, Sequence[float | mp.mpf]]] = [
    ("start", 4, [0.1, 4.1 * 3, 0.3, 3, 0.1]),
    ("start", 8, [4, 11, 15]),
    ("multiply", 2, [6, 6]),
    ("divide", 2, [4, 0.25, -12 / 16]),
    (
        "power",
        5,
        [0.001, (mp.mpf(1.5) ** 2.201 - mp.mpf(1.5) ** 2.2) / 0.001, mp.diff(lambda y: mp.mpf(1.5) ** y, 2.2)],
    ),
    ("nudge", 2, [0.5, nudged(0.5), mp.diff(cube, 1.5)]),
    ("nudge", 3, [each for h in (0.1, 0.01, 0.001) for each in (h, nudged(h))] + [6.75]),
    ("nudge", 5, [0.1, (cube(1.6) - cube(1.4)) / 0.2, 6.75, nudged(0.1)]),
    ("chain", 5, [12, 12, 33]),
    ("minus-one", 5, [A, A, 0.001]),
    ("sigmoid-slope", 3, [slope(X), Z * (1 - Z)]),
    ("sigmoid-slope", 4, [slope(X), Z, 1 - Z]),
    ("partial", 3, [2 * 1.5 * 0.7, -0.7 / 16, mp.mpf(2.5) ** 1.5 * mp.log(2.5)]),
    ("collapse", 3, [0.8 * (2.5 * 1.4 - 0.6) + 3] * 2),
    ("collapse", 4, [2.5 * 0.8] * 2),
    ("softmax", 2, [*SHARES, 1]),
    ("softmax", 6, [SHARES[0], SHARES[1] - 1, SHARES[2]]),
    ("vanishing", 3, faded(0.6)),
    ("vanishing", 4, [1, faded(0.6)[-1]]),
]


def test_every_row_of_the_article_is_a_lesson() -> None:
    assert len(ROWS) == 23
    assert sorted(LESSONS) == sorted(["start", *ROWS])


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_is_short_and_shows_frames_that_there_are(name: str) -> None:
    lesson = found(name)
    assert 3 <= len(lesson.steps) <= (13 if name == TABLE else 9)
    for step in lesson.steps:
        for shown in step.figures:
            assert (shown.asked.frame or 0) <= len(Scene(shown.asked).steps), f"{name}:{step.line}"


@pytest.mark.parametrize("name", LESSONS)
def test_japanese_is_polite_to_the_end_of_every_sentence(name: str) -> None:
    lesson = found(name)
    assert lesson.learned
    said = [lesson.about["ja"], lesson.learned["ja"], *(HOLE.sub("", step.says["ja"]) for step in lesson.steps)]
    assert all(text.endswith("。") for text in said)
    sentences = [sentence for text in said for sentence in text.split("。") if sentence]
    assert [each for each in sentences if not POLITE.search(each)] == []


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_has_an_exercise_and_says_what_is_learned(name: str) -> None:
    lesson = found(name)
    assert any(step.exercise for step in lesson.steps)
    assert lesson.learned


def test_values_of_an_exercise_are_left_to_be_drawn_so_that_mistakes_show() -> None:
    asked = [step.figures[0].asked for name in LESSONS for step in found(name).steps if step.exercise]
    assert len(asked) >= len(LESSONS)
    assert [each.expression for each in asked if each.at] == []


@pytest.mark.parametrize(("name", "step", "wanted"), CLAIMS)
def test_what_a_sentence_claims_is_so(name: str, step: int, wanted: Sequence[float | mp.mpf]) -> None:
    said = iter(numbers(name, step))
    for each in map(float, wanted):
        assert any(one == pytest.approx(each, rel=6e-4) for one in said), each


class TestErrata:
    """What the article prints, and what is."""

    def test_the_tangent_climbs(self) -> None:
        red, h, by_nudge = numbers("derivatives", 7)[-3:]
        assert red == pytest.approx(float(1 / mp.cos(0.7) ** 2), rel=6e-4)
        assert by_nudge == pytest.approx(float((mp.tan(0.7 + h) - mp.tan(0.7)) / h), rel=6e-4)
        assert by_nudge > 0

    def test_the_outer_function_is_differentiated(self) -> None:
        red, _h, by_nudge, printed = numbers("derivatives", 12)
        assert red == pytest.approx(float(mp.diff(lambda x: mp.sin(x**2), 1.2)), rel=6e-4)
        assert by_nudge == pytest.approx(red, rel=2e-3)
        assert printed == pytest.approx(float(2 * mp.mpf(1.2) * mp.sin(mp.mpf(1.2) ** 2)), rel=6e-4)

    def test_a_slope_begins_where_we_are(self) -> None:
        first, second = numbers("nudge", 6)[1::2]
        assert first == pytest.approx(float((cube(1.51) - cube(0.01)) / 0.01), rel=6e-4)
        assert second > 9 * first

    def test_the_sigmoid_does_not_reach_its_ends(self) -> None:
        at, short = numbers("activation", 2)
        assert short == pytest.approx(float(1 - sigmoid(mp.mpf(at))), rel=6e-4)
        assert short > 0
