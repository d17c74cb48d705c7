"""Files of lessons in; what does not hold in them out, each with its file, its line and the cure."""

from collections.abc import Iterable
from pathlib import Path

import click

from kuroaka.asked import Asked
from kuroaka.lessons import LessonProblem, check_lesson, exercise, lesson_named, read_lesson
from kuroaka.lessons.single import write_file, write_package
from kuroaka.words import Language


def exercise_package(asked: Asked, language: Language) -> bytes:
    """A figure whose red lines are blank, as a package for a course system."""
    return write_package(exercise(asked), language)


def pack_lesson(source: str, kind: str, language: Language) -> bytes | None:
    """A lesson of the course by its name, or that of a file, as one file or as a package; None if it does not hold."""
    file = Path(source)
    try:
        lesson = None if file.is_file() else lesson_named(source)
        if lesson is None:
            lesson = read_lesson(_text(file), source)
            check_lesson(lesson)
    except LessonProblem as problem:
        _tell(problem, language)
        return None
    except OSError as error:
        raise click.FileError(source, error.strerror or "") from None
    return write_package(lesson, language) if kind == "scorm" else write_file(lesson, language).encode()


def check_each(files: Iterable[Path], language: Language) -> int:
    """Check them all; say of each the first thing that does not hold. The exit code of the program."""
    refused = 0
    for file in files:
        try:
            check_lesson(read_lesson(_text(file), str(file)))
        except LessonProblem as problem:
            _tell(problem, language)
            refused = 1
    return refused


def _tell(problem: LessonProblem, language: Language) -> None:
    click.echo(f"{problem.file}:{problem.line}: {problem.detail(language)}", err=True)
    click.echo(problem.hint(language), err=True)


def _text(file: Path) -> str:
    written = file.read_bytes()
    try:
        return written.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = written.count(b"\n", 0, wrong.start) + 1
        raise LessonProblem("lesson-beyond-toml", str(file), line) from None
