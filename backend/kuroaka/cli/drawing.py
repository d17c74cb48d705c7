"""Expressions as text in, figures as files out: one, or all of a file or a folder."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from kuroaka.cli.reader import heading, refusal
from kuroaka.graph import Evaluation, build, evaluate
from kuroaka.language import UNLIMITED, ExpressionProblem
from kuroaka.parameters import read_names, read_point, read_show
from kuroaka.words import Language


def evaluate_written(text: str, at: str, opened: str = "") -> Evaluation:
    """The numbers of an expression at a point, both as they were typed."""
    return evaluate(build(text, limits=UNLIMITED, opened=read_names(opened)), read_point(at))


@dataclass(frozen=True)
class Drawing:
    """How figures are asked for; the fields are the options of ``kuroaka draw``."""

    at: str
    show: str
    frame: int | None
    is_still: bool
    opened: str
    fold: str
    is_png: bool
    scale: float
    language: Language

    def draw(self, text: str) -> bytes:
        """The file of one figure."""
        from kuroaka.figure.compose import figure  # noqa: PLC0415  (the typesetter: after the text is known to be good)

        evaluation = evaluate_written(text, self.at, self.opened)
        drawn = figure(
            evaluation,
            read_show(self.show),
            animate=not (self.is_still or self.is_png),
            frame=self.frame,
            language=self.language,
            folded=read_names(self.fold),
        )
        if not self.is_png:
            return drawn.encode()
        from kuroaka.figure.raster import rasterise  # noqa: PLC0415

        return rasterise(drawn, self.scale)


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


def draw_each(source: Path, folder: Path, drawing: Drawing) -> int:
    """Draw them all into a folder; say which are refused and go on. The exit code of the program."""
    expressions = read_expressions(source, drawing.language)
    folder.mkdir(parents=True, exist_ok=True)
    ending = "png" if drawing.is_png else "svg"
    refused: list[str] = []
    with click.progressbar(expressions.items(), file=sys.stderr, label=heading("drawing", drawing.language)) as bar:
        for name, text in bar:
            try:
                (folder / f"{name}.{ending}").write_bytes(drawing.draw(text))
            except ExpressionProblem as problem:
                refused.append(f"{name}: {refusal(problem, text, drawing.language)}")
    for says in refused:
        click.echo(f"\n{says}", err=True)
    return 1 if refused else 0
