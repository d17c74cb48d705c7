"""The reader's language in, the program with its commands and their help out.

Every command imports what it needs when it runs, so that help comes at once.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kuroaka.cli.reader import heading, read_expression, refusing
from kuroaka.words import LANGUAGES, Language, catalogue

Command = Callable[..., Any]
STDOUT = Path("-")
NEGATIVE = {"ignore_unknown_options": True}  # -x^2 is an expression


def program(language: Language) -> click.Group:
    """The program whose help is in one language; what it prints can be asked for in the other with --lang."""

    def option(*names: str, says: str = "", **settings: Any) -> Callable[[Command], Command]:
        return click.option(*names, help=heading(says or names[0].strip("-"), language), **settings)

    expression = click.argument("expression")
    at = option("--at", default="", metavar="x:0.5,y:2")
    opened = option("--open", "opened", default="", metavar="NAMES")
    fold = option("--fold", default="", metavar="NAMES")
    lang = option("--lang", type=click.Choice(LANGUAGES), default=language)
    target = option("--output", "-o", "target", type=click.Path(path_type=Path), default=STDOUT)

    @click.group(help=heading("program", language), context_settings={"help_option_names": ["-h", "--help"]})
    @click.version_option(package_name="kuroaka", prog_name="kuroaka", message="%(prog)s %(version)s")
    def group() -> None:
        pass

    @group.command(help=heading("serve", language))
    @option("--host", default="127.0.0.1", show_default=True)
    @option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
    def serve(host: str, port: int) -> None:
        import uvicorn  # noqa: PLC0415

        click.echo(f"Kuroaka: http://{host}:{port}/", err=True)
        uvicorn.run("kuroaka.api.app:app", host=host, port=port, log_level="warning", server_header=False)

    @group.command(help=heading("draw", language), epilog=heading("draw-epilog", language), context_settings=NEGATIVE)
    @click.argument("expression", required=False)
    @option("--from", type=click.Path(exists=True, path_type=Path))
    @at
    @option("--show", default="formulas", metavar="formulas|numbers|rules", show_default=True)
    @option("--frame", type=click.IntRange(min=0))
    @option("--still/--animate", "is_still", says="still")
    @opened
    @fold
    @option("--format", type=click.Choice(["svg", "png"]))
    @option("--scale", type=click.FloatRange(1, 4), default=2.0, show_default=True)
    @lang
    @target
    def draw(
        expression: str | None,
        at: str,
        show: str,
        is_still: bool,
        opened: str,
        fold: str,
        lang: Language,
        target: Path,
        **asked: Any,
    ) -> None:
        from kuroaka.cli.drawing import Drawing, draw_each  # noqa: PLC0415

        ending = asked["format"] or target.suffix.removeprefix(".").lower()
        drawing = Drawing(at, show, asked["frame"], is_still, opened, fold, ending == "png", asked["scale"], lang)
        if (expression is None) == (asked["from"] is None):
            raise click.UsageError(heading("one-source", lang))
        if asked["from"]:
            if target == STDOUT:
                raise click.UsageError(heading("needs-folder", lang))
            raise SystemExit(draw_each(asked["from"], target, drawing))
        text = read_expression(expression or "")
        with refusing(text, lang):
            write(target, drawing.draw(text))

    @group.command(help=heading("export", language), epilog=formats(language), context_settings=NEGATIVE)
    @click.argument("format")
    @expression
    @at
    @opened
    @fold
    @option("--show", default="formulas", metavar="formulas|numbers|rules", show_default=True)
    @lang
    @target
    def export(
        format: str,  # noqa: A002 - the word of the API
        expression: str,
        at: str,
        opened: str,
        fold: str,
        show: str,
        lang: Language,
        target: Path,
    ) -> None:
        from kuroaka.cli.drawing import evaluate_written  # noqa: PLC0415
        from kuroaka.exports import FORMATS  # noqa: PLC0415
        from kuroaka.parameters import ParameterProblem, read_names, read_show  # noqa: PLC0415

        text = read_expression(expression)
        with refusing(text, lang):
            if format not in FORMATS:
                raise ParameterProblem("unknown-format", "/format", formats=", ".join(FORMATS))
            evaluation = evaluate_written(text, at, opened)
            written = FORMATS[format].text(evaluation, lang, read_show(show)[0], read_names(fold))
            write(target, written.encode())

    @group.command(help=heading("evaluate", language), context_settings=NEGATIVE)
    @expression
    @at
    @option("--json", "is_json", is_flag=True)
    @lang
    def evaluate(expression: str, at: str, is_json: bool, lang: Language) -> None:
        from kuroaka.cli.drawing import evaluate_written  # noqa: PLC0415
        from kuroaka.cli.table import as_json, as_table  # noqa: PLC0415

        text = read_expression(expression)
        with refusing(text, lang):
            evaluation = evaluate_written(text, at)
            click.echo(as_json(evaluation) if is_json else as_table(evaluation, lang))

    return group


def formats(language: Language) -> str:
    """The formats of an export by name, with what they are; from the catalogue, which is read sooner than they are."""
    rows = [
        f"{key.removeprefix('format.'):9} {says}"
        for key, says in catalogue(language).items()
        if key.startswith("format.")
    ]
    return "\b\n" + "\n".join(rows)


def write(target: Path, body: bytes) -> None:
    """A file, or the standard output."""
    if target == STDOUT:
        click.echo(body, nl=False)
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    except OSError as error:
        raise click.FileError(str(target), error.strerror or "") from None
