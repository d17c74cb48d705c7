"""What the reader typed in, the text of an expression out; and a refusal in the reader's language."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kuroaka.asked import ParameterProblem
from kuroaka.words import Language, preferred, say

if TYPE_CHECKING:
    from kuroaka.language import ExpressionProblem, Notice


def language_of_environment() -> Language:
    """That of the terminal where we speak it, else English."""
    return preferred(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))))


def read_expression(written: str) -> str:
    """The expression; ``-`` stands for all of the standard input."""
    if written != "-":
        return written
    with click.open_file("-", encoding="utf-8") as source:
        return str(source.read()).strip()


@contextmanager
def refusing(text: str, language: Language) -> Iterator[None]:
    """Say what is wrong with an expression, where, and what to write instead, and end with 1."""
    from kuroaka.language import ExpressionProblem  # noqa: PLC0415  (help comes without it)

    try:
        yield
    except ExpressionProblem as problem:
        click.echo(refusal(problem, text, language), err=True)
        sys.exit(1)
    except ParameterProblem as problem:
        raise click.UsageError(f"{problem.detail(language)} {problem.hint(language)}") from None


def refusal(problem: "ExpressionProblem", text: str, language: Language) -> str:
    """A problem in the words of the service: what is wrong, the line with a caret, what to write instead."""
    from kuroaka.language.problems import locate  # noqa: PLC0415

    return f"{problem.detail(language)}\n\n{locate(text, problem.span).caret}\n\n{problem.hint(language)}"


def noticed(notices: Iterable["Notice"], language: Language) -> None:
    """Say what was understood but perhaps not meant, beside what is printed."""
    for notice in notices:
        click.echo(notice.says(language), err=True)


def heading(key: str, language: Language, **parts: object) -> str:
    """A word of the command line."""
    return say(f"cli.{key}", language, **parts)
