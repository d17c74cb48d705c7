"""What is wrong with a lesson: each problem has its code, the line of it, and a cure in both languages."""

import re
from pathlib import Path

import pytest

from kuroaka.lessons import LessonProblem, check_lesson, checking, read_lesson, reading, sentences
from kuroaka.words import LANGUAGES, catalogue
from tests.lessons.writing import FIGURE, HEAD, written

REFUSED = [
    (written(figure=FIGURE + " expr"), "lesson-toml", 5),
    (HEAD + "[[step]]\nsays = ", "lesson-toml", 4),
    ("a = " + "[" * 5000, "lesson-beyond-toml", 1),
    (HEAD, "lesson-missing", 1),
    (written().replace("title", "titles", 1), "lesson-key", 1),
    (written().replace('title = {en = "A product", ja = "積"}\n', ""), "lesson-missing", 1),
    (written(figure="at = {x = 2}"), "lesson-missing", 5),
    (HEAD + f"[[step]]\nfigure = {{{FIGURE}}}\n", "lesson-missing", 3),
    (written(more='speed = "2"'), "lesson-key", 7),
    (written(more="exercise = {colour = 'red'}"), "lesson-key", 7),
    (HEAD.replace('{en = "A product", ja = "積"}', '"A product"') + "[[step]]\n", "lesson-type", 1),
    (written(more='moves = "x"'), "lesson-type", 7),
    (written(more="moves = [1]"), "lesson-type", 7),
    (HEAD + "step = [1]", "lesson-type", 3),
    (written(figure=FIGURE + ", colour = 1"), "lesson-row", 5),
    (written(figure=FIGURE + ', show = "pictures"'), "lesson-value", 5),
    (written(figure='expr = "x", at = {x = "much"}'), "lesson-value", 5),
    (written(more="exercise = {of = 'blue'}"), "lesson-value", 7),
    (HEAD.replace(', ja = "円が一つ。"', "") + written().removeprefix(HEAD), "lesson-languages", 2),
    (written().replace(", ja = 'Look.'", ", fr = 'Look.'"), "lesson-languages", 6),
    (written("{valuable z}"), "lesson-hole", 4),
    (written("{ value z}"), "lesson-hole", 4),
    (written("{value z"), "lesson-hole", 4),
    (written("value z}"), "lesson-hole", 4),
    (written("{math e^{x}}"), "lesson-hole", 4),
    (written("{value z +}"), "lesson-hole-empty", 4),
    (written("{math}"), "lesson-hole-empty", 4),
    (written("{beside value z}"), "lesson-beside", 4),
    (written("{value q}"), "lesson-nothing", 4),
    (written("{value x + q}"), "lesson-nothing", 4),
    (written("{value}"), "lesson-nothing", 4),
    (written("{red q}"), "lesson-nothing", 4),
    (written("{red n99}"), "lesson-nothing", 4),
    (written("{gradient e99}"), "lesson-nothing", 4),
    (written("{gradient e0}", figure='expr = "2*x"'), "lesson-constant", 4),
    (written("{rule product x}"), "lesson-operation", 4),
    (written("{means product}"), "lesson-operation", 4),
    (written("{rule mul q}"), "lesson-argument", 4),
    (written("{means mul}"), "lesson-elementary", 4),
    (written("{value x + y}", more='moves = ["x"]'), "lesson-stale", 4),
    (written(more='moves = ["q"]'), "lesson-name", 4),
    (written(more='frozen = ["q"]'), "lesson-name", 4),
    (written(more='curve = "q"'), "lesson-name", 4),
    (written(more='exercise = {blank = ["q"]}'), "lesson-name", 4),
    (written(more='exercise = {blank = ["z"]}'), "lesson-blank", 4),
    (written(more='exercise = {of = "black", blank = ["x"]}'), "lesson-blank", 4),
    (written(figure='expr = "x +"'), "lesson-figure", 4),
    (written(figure='expr = "x", at = {q = 1}'), "lesson-figure", 4),
]


def problem(text: str) -> LessonProblem:
    with pytest.raises(LessonProblem) as raised:
        check_lesson(read_lesson(text, "lesson.toml"))
    return raised.value


@pytest.mark.parametrize(("text", "code", "line"), REFUSED)
def test_a_problem_is_told_where_it_is_with_a_cure(text: str, code: str, line: int) -> None:
    found = problem(text)
    assert (found.code, found.file, found.line) == (code, "lesson.toml", line)
    assert str(found) == f"lesson.toml:{line}: {found.detail('en')}"
    said = [words(language) for language in LANGUAGES for words in (found.detail, found.hint)]
    assert len({*said}) == len(said)
    assert all(said)


def test_every_problem_is_met_here_and_has_its_words() -> None:
    raised = {
        code
        for module in (reading, checking, sentences)
        for code in re.findall(r'"(lesson-[\w-]+)"', Path(str(module.__file__)).read_text("utf-8"))
    }
    assert raised == {code for _, code, _ in REFUSED}
    for language in LANGUAGES:
        keys = {key.partition(".")[2] for key in catalogue(language) if re.match(r"(problem|hint)\.lesson-", key)}
        assert keys == raised


def test_the_line_is_that_of_the_step_in_which_it_is() -> None:
    step = f"[[step]]\nfigure = {{{FIGURE}}}\nsays = {{en = 'Look.', ja = 'Look.'}}\n"
    for place in range(3):
        steps = [step] * 3
        steps[place] += "colour = 1\n"
        assert problem(HEAD + "".join(steps)).line == 6 + 3 * place
        steps[place] = step.replace("Look.", "{value q}")
        assert problem(HEAD + "".join(steps)).line == 3 + 3 * place


def test_what_is_wrong_inside_is_said_in_the_same_language() -> None:
    found = problem(written(figure='expr = "x +"'))
    assert "Expected a value after '+'." in found.detail("en")
    assert "「+」の後に値が必要です。" in found.detail("ja")


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "{a = " * 3000, "a = " + "1" * 5000])
def test_what_no_reader_of_toml_can_take_is_a_problem_too(text: str) -> None:
    with pytest.raises(LessonProblem) as caught:
        read_lesson(text, "lesson.toml")
    assert caught.value.code == "lesson-beyond-toml"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a = = 1", 1, 5), ('a = 1\nb = "x', 2, 7), ("a = 1\na = 2", 2, 6), ("[a", 1, 3), ("a = {b = 1, b = 2}", 1, 18)],
)
def test_where_it_is_no_toml_is_said_in_our_own_words(text: str, line: int, column: int) -> None:
    found = problem(text)
    assert found.line == line
    for language in LANGUAGES:
        assert {str(line), str(column)} <= set(re.findall(r"\d+", found.detail(language)))
    assert set(re.findall("[A-Za-z]+", found.detail("ja"))) == {"TOML"}
