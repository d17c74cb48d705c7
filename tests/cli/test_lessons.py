"""`kuroaka lesson check`: what is said of files, where, and with which exit code."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from kuroaka.cli.program import program
from kuroaka.lessons import LESSONS, shelf
from kuroaka.words import LANGUAGES, Language, say

SHIPPED = Path(shelf.__file__).with_name("files")
GOOD = """title = {en = "A product", ja = "積"}
about = {en = "One circle.", ja = "円が一つ。"}

[[step]]
figure = {expr = "z = x*y", at = {x = 2, y = 3}}
says = {en = "{value z}", ja = "{value z}"}
"""
BROKEN = GOOD.replace("z = x*y", "z = x*")


def check(*files: Path, lang: Language | None = None, language: Language = "en") -> Result:
    option = ["--lang", lang] if lang else []
    return CliRunner().invoke(program(language), ["lesson", "check", *map(str, files), *option])


def write(file: Path, text: str) -> Path:
    file.write_text(text, "utf-8")
    return file


def test_nothing_is_said_of_what_holds(tmp_path: Path) -> None:
    result = check(write(tmp_path / "product.toml", GOOD), *(SHIPPED / f"{name}.toml" for name in LESSONS))
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_problem_has_its_file_its_line_and_a_cure_in_the_language_asked(tmp_path: Path, language: Language) -> None:
    file = write(tmp_path / "broken.toml", BROKEN)
    inside = say("problem.expected-value-after", language, after="*")
    what = say("problem.lesson-figure", language, message=inside)
    result = check(file, lang=language)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{file}:4: {what}\n{say('hint.lesson-figure', language)}\n"
    assert check(file, language=language).stderr == result.stderr  # that of the terminal, where none is asked


def test_every_file_is_checked_whatever_the_one_before_is(tmp_path: Path) -> None:
    broken = [write(tmp_path / f"{name}.toml", BROKEN) for name in ("one", "two")]
    result = check(broken[0], write(tmp_path / "good.toml", GOOD), broken[1])
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stderr.splitlines()[::2]] == [*map(str, broken)]


def test_a_file_that_is_no_text_is_refused_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.toml"
    file.write_bytes(GOOD.encode().replace("円".encode(), b"\xff"))
    result = check(file)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{file}:2: ")


def test_a_lesson_is_packed_by_its_name_or_from_a_file(tmp_path: Path) -> None:
    by_name, by_file = tmp_path / "name.zip", tmp_path / "file.zip"
    run = CliRunner().invoke(program("en"), ["lesson", "pack", LESSONS[0], "-o", str(by_name)])
    assert run.exit_code == 0, run.output
    source = Path(shelf.__file__).with_name("files") / f"{LESSONS[0]}.toml"
    run = CliRunner().invoke(program("en"), ["lesson", "pack", str(source), "-o", str(by_file)])
    assert run.exit_code == 0, run.output
    assert by_name.read_bytes() == by_file.read_bytes()
    with ZipFile(by_name) as package:
        assert package.namelist() == ["imsmanifest.xml", "index.html"]
        page = CliRunner().invoke(program("en"), ["lesson", "pack", LESSONS[0], "--format", "html"])
        assert package.read("index.html").decode() == page.stdout


def test_what_cannot_be_packed_says_why(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("title = 3\n", "utf-8")
    run = CliRunner().invoke(program("en"), ["lesson", "pack", str(broken)])
    assert run.exit_code == 1
    assert "broken.toml:1:" in run.stderr
    run = CliRunner().invoke(program("en"), ["lesson", "pack", "nowhere"])
    assert run.exit_code == 1
    assert "nowhere" in run.stderr


def test_any_figure_is_exported_as_an_exercise(tmp_path: Path) -> None:
    target = tmp_path / "exercise.zip"
    run = CliRunner().invoke(program("ja"), ["export", "scorm", "z = x*y", "-o", str(target), "--lang", "ja"])
    assert run.exit_code == 0, run.output
    with ZipFile(target) as package:
        assert 'data-exercise="red"' in package.read("index.html").decode()
