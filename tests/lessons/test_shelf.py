"""The lessons of the course: each holds, in both languages, and no number of them is typed by hand."""

import re
from pathlib import Path

import pytest

from kuroaka.lessons import LESSONS, Lesson, check_lesson, fill, lesson_named, shelf
from kuroaka.lessons.document import plain
from kuroaka.words import LANGUAGES, Language

FILES = Path(shelf.__file__).with_name("files")
HOLE = re.compile(r"\{[^{}]*\}")


def found(name: str) -> Lesson:
    lesson = lesson_named(name)
    assert lesson is not None
    return lesson


def test_every_file_is_a_lesson_of_the_course_and_once() -> None:
    assert sorted(LESSONS) == sorted(path.stem for path in FILES.glob("*.toml"))
    assert lesson_named("no-such-lesson") is None


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_holds(name: str) -> None:
    lesson = found(name)
    assert lesson.name == name
    check_lesson(lesson)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LESSONS)
def test_every_step_says_something_and_leaves_no_brace(name: str, language: Language) -> None:
    lesson = found(name)
    for text in (lesson.title[language], lesson.about[language]):
        assert text
        assert not set("{}") & set(text)
    for step in lesson.steps:
        said = plain(fill(lesson, step, language))
        assert said.strip()
        assert not set("{}") & set(said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LESSONS)
def test_no_digit_is_typed_by_hand(name: str, language: Language) -> None:
    lesson = found(name)
    typed = {step.line: HOLE.sub("", step.says[language]) for step in lesson.steps}
    assert {line: text for line, text in typed.items() if re.search(r"\d", text)} == {}


@pytest.mark.parametrize("name", LESSONS)
def test_both_languages_speak_of_the_same(name: str) -> None:
    for step in found(name).steps:
        holes = {language: set(HOLE.findall(step.says[language])) for language in LANGUAGES}
        kinds = {
            language: {hole for hole in each if re.match(r"\{(beside )?(value|red) ", hole)}
            for language, each in holes.items()
        }
        assert kinds["en"] == kinds["ja"], f"{name}:{step.line}"
