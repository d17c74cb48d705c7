"""The rows of the table in, options of commands out; and back: what was typed in, a question out."""

from collections.abc import Callable
from typing import Any

import click

from kuroaka.asked import ROWS, Asked, Door, Row, rows_of
from kuroaka.words import Language

Command = Callable[..., Any]
_MARK = "ask_"  # before the names of the parameters that hold rows


def asking(language: Language, door: Door | None = None) -> Callable[[Command], Command]:
    """The options of a command that asks, one a row, each with its sentence in the reader's language."""

    def decorate(command: Command) -> Command:
        for row in reversed(rows_of(door)):
            if not row.required:
                command = _option(row, language)(command)
        return command

    return decorate


def asked_for(expression: str, options: dict[str, Any]) -> Asked:
    """The question that a command asks. Raises ParameterProblem."""
    typed = {row.link: options.get(_MARK + row.name) for row in ROWS.values()}
    return Asked.read({link: text for link, text in typed.items() if text}, expression=expression)


def language_asked(options: dict[str, Any]) -> Language:
    """The language of what a command prints."""
    language: Language = options[f"{_MARK}lang"]
    return language


def _option(row: Row, language: Language) -> Callable[[Command], Command]:
    name = _MARK + row.name
    if row.kind.name == "truth":
        switch = row.option if "/" in row.option else f"{row.option}/--no-{row.option}"
        written: dict[bool | None, str] = {True: "1", False: "0", None: ""}
        return click.option(
            f"--{switch}", name, default=None, help=row.says(language), callback=lambda _context, _name, on: written[on]
        )
    if row.kind.choices:
        default = language if row.name == "lang" else row.default
        return click.option(
            f"--{row.option}", name, type=click.Choice(row.kind.choices), default=default, help=row.says(language)
        )
    return click.option(f"--{row.option}", name, default="", metavar=row.kind.metavar, help=row.says(language))
