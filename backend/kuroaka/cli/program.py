"""The reader's language in, the program with its commands and their help out.

Every command imports what it needs when it runs, so that help comes at once.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import click

from kuroaka.asked import ROWS, ParameterProblem
from kuroaka.cli.asking import Command, asked_for, asking, language_asked
from kuroaka.cli.reader import heading, language_of_environment, noticed, read_expression, refusing
from kuroaka.figure.files import Medium
from kuroaka.version import __version__
from kuroaka.words import LANGUAGES, Language, catalogue, say

STDOUT = Path("-")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEGATIVE = {"ignore_unknown_options": True}  # -x^2 is an expression


def program(language: Language) -> click.Group:
    """The program whose help is in one language; what it prints can be asked for in the other with --lang."""

    def option(*names: str, says: str = "", **settings: Any) -> Callable[[Command], Command]:
        return click.option(*names, help=heading(says or names[0].strip("-"), language), **settings)

    expression = click.argument("expression")
    target = option("--output", "-o", "target", type=click.Path(path_type=Path), default=STDOUT)

    @click.group(help=heading("program", language), context_settings={"help_option_names": ["-h", "--help"]})
    @click.version_option(__version__, prog_name="kuroaka", message="%(prog)s %(version)s")
    def group() -> None:
        pass

    @group.command(help=heading("serve", language))
    @option("--host", default="127.0.0.1", show_default=True)
    @option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
    @option("--address", metavar="URL", envvar="KUROAKA_ADDRESS", show_envvar=True, callback=_public)
    def serve(host: str, port: int, address: str) -> None:
        from kuroaka.api import app, lifecycle  # noqa: PLC0415
        from kuroaka.api.settings import SETTINGS  # noqa: PLC0415

        settings = replace(SETTINGS, address=address)
        click.echo(f"Kuroaka: {address or f'http://{host}:{port}/'}", err=True)
        lifecycle.serve(app.create_app(settings), host, port, settings.notice)

    @group.command(help=heading("draw", language), epilog=heading("draw-epilog", language), context_settings=NEGATIVE)
    @click.argument("expression", required=False)
    @option("--from", "source", type=click.Path(exists=True, path_type=Path))
    @option("--format", "medium", type=click.Choice(get_args(Medium)))
    @option("--scale", type=click.FloatRange(1, 4), default=2.0, show_default=True)
    @asking(language)
    @target
    def draw(
        expression: str | None, source: Path | None, medium: Medium | None, scale: float, target: Path, **asked: Any
    ) -> None:
        from kuroaka.cli import drawing  # noqa: PLC0415

        lang = language_asked(asked)
        endings: dict[str, Medium] = {f".{one}": one for one in get_args(Medium)}
        ending = medium or endings.get(target.suffix.lower(), "svg")
        if (expression is None) == (source is None):
            raise click.UsageError(heading("one-source", lang))
        if source and target == STDOUT:
            raise click.UsageError(heading("needs-folder", lang))

        def drawn(text: str) -> bytes:
            return drawing.draw(asked_for(text, asked), ending, scale)

        text = read_expression(expression or "")
        with refusing(text, lang):
            if source:
                raise SystemExit(drawing.draw_each(source, target, ending, lang, drawn))
            write(target, drawn(text))

    @group.command(help=heading("export", language), epilog=formats(language), context_settings=NEGATIVE)
    @click.argument("format")
    @expression
    @asking(language)
    @target
    def export(format: str, expression: str, target: Path, **asked: Any) -> None:  # noqa: A002 - the word of the API
        from kuroaka.exports import FORMATS  # noqa: PLC0415
        from kuroaka.scene import Scene  # noqa: PLC0415

        text = read_expression(expression)
        lang = language_asked(asked)
        with refusing(text, lang):
            if format == "scorm":
                from kuroaka.cli.lessons import exercise_package  # noqa: PLC0415

                write(target, exercise_package(asked_for(text, asked), lang))
                return
            if format not in FORMATS:
                raise ParameterProblem("unknown-format", "/format", formats=", ".join([*FORMATS, "scorm"]))
            scene = Scene(asked_for(text, asked))
            write(target, FORMATS[format].write(scene).encode())
            noticed(scene.notices, scene.asked.lang)

    @group.command(help=heading("evaluate", language), context_settings=NEGATIVE)
    @expression
    @asking(language, "point")
    @option("--json", "is_json", is_flag=True)
    def evaluate(expression: str, is_json: bool, **asked: Any) -> None:
        from kuroaka.cli.table import as_json, as_table  # noqa: PLC0415
        from kuroaka.scene import Scene  # noqa: PLC0415

        text = read_expression(expression)
        lang = language_asked(asked)
        with refusing(text, lang):
            scene = Scene(asked_for(text, asked))
            click.echo(as_json(scene.evaluation) if is_json else as_table(scene.evaluation, lang))
            noticed(scene.notices, lang)

    @group.group(help=heading("lesson", language))
    def lesson() -> None:
        pass

    @lesson.command(help=heading("lesson-check", language))
    @click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE)
    @click.option("--lang", type=click.Choice(LANGUAGES), default=language, help=ROWS["lang"].says(language))
    def check(files: tuple[Path, ...], lang: Language) -> None:
        from kuroaka.cli.lessons import check_each  # noqa: PLC0415

        raise SystemExit(check_each(files, lang))

    @lesson.command(help=heading("lesson-pack", language))
    @click.argument("source", metavar="FILE|NAME")
    @option("--format", "kind", type=click.Choice(["scorm", "html"]), default="scorm", show_default=True)
    @target
    @click.option("--lang", type=click.Choice(LANGUAGES), default=language, help=ROWS["lang"].says(language))
    def pack(source: str, kind: str, target: Path, lang: Language) -> None:
        from kuroaka.cli.lessons import pack_lesson  # noqa: PLC0415

        body = pack_lesson(source, kind, lang)
        if body is None:
            raise SystemExit(1)
        write(target, body)

    return group


def _public(_context: click.Context, _parameter: click.Parameter, written: str | None) -> str:
    """An address as links begin with it."""
    from kuroaka.api.settings import public  # noqa: PLC0415

    try:
        return public(written or "")
    except ValueError:
        raise click.BadParameter(say("cli.no-address", language_of_environment(), written=written)) from None


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
