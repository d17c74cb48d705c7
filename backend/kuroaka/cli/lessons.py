"""Files of lessons in; what does not hold in them out, each with its file, its line and the cure."""

from collections.abc import Iterable
from pathlib import Path

import click

from kuroaka.lessons import LessonProblem, check_lesson, read_lesson
from kuroaka.words import Language


def check_each(files: Iterable[Path], language: Language) -> int:
    """Check them all; say of each the first thing that does not hold. The exit code of the program."""
    refused = 0
    for file in files:
        try:
            check_lesson(read_lesson(_text(file), str(file)))
        except LessonProblem as problem:
            click.echo(f"{problem.file}:{problem.line}: {problem.detail(language)}", err=True)
            click.echo(problem.hint(language), err=True)
            refused = 1
    return refused


def _text(file: Path) -> str:
    written = file.read_bytes()
    try:
        return written.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = written.count(b"\n", 0, wrong.start) + 1
        raise LessonProblem("lesson-toml", str(file), line, message=wrong.reason) from None
