"""A question in, its figure as a file out; or those of all expressions of a file or a folder."""

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from kuroaka.asked import Asked
from kuroaka.cli.reader import heading, noticed, refusal
from kuroaka.figure.files import Medium
from kuroaka.figure.files.media import MEDIA
from kuroaka.language import ExpressionProblem
from kuroaka.scene import Scene
from kuroaka.words import Language


def draw(asked: Asked, medium: Medium, scale: float) -> bytes:
    """The file of one figure."""
    scene = Scene(asked)
    noticed(scene.notices, asked.lang)
    return MEDIA[medium].write(scene, scale)


def read_expressions(source: Path, language: Language) -> Mapping[str, str]:
    """The expressions of a file, one a line, with a name before a colon; or of a folder, one in each ``.txt``."""
    if source.is_dir():
        return {path.stem: path.read_text("utf-8").strip() for path in sorted(source.glob("*.txt"))}
    found: dict[str, str] = {}
    for place, line in enumerate(source.read_text("utf-8").splitlines(), 1):
        name, colon, text = line.partition(":")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name = name.strip() if colon else f"{place:03}"
        if not re.fullmatch(r"[\w-][\w. -]*", name) or name in found:
            raise click.UsageError(f"{source}:{place}: {heading('bad-name', language, name=name)}")
        found[name] = text.strip() if colon else line.strip()
    return found


def draw_each(source: Path, folder: Path, medium: Medium, language: Language, drawn: Callable[[str], bytes]) -> int:
    """Draw them all into a folder; say which are refused and go on. The exit code of the program."""
    expressions = read_expressions(source, language)
    folder.mkdir(parents=True, exist_ok=True)
    refused: list[str] = []
    with click.progressbar(expressions.items(), file=sys.stderr, label=heading("drawing", language)) as bar:
        for name, text in bar:
            try:
                (folder / f"{name}.{medium}").write_bytes(drawn(text))
            except ExpressionProblem as problem:
                refused.append(f"{name}: {refusal(problem, text, language)}")
    for says in refused:
        click.echo(f"\n{says}", err=True)
    return 1 if refused else 0
