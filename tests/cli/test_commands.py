"""The commands through click's runner: what they print, where, and with which exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kuroaka.cli.program import program
from kuroaka.exports import FORMATS
from kuroaka.library import Graph
from kuroaka.words import LANGUAGES, Language, catalogue
from tests.language.test_problems import REFUSED
from tests.scenes import scene

SIGMOID = "1/(1 + exp(-x))"
COMMANDS = ["serve", "draw", "export", "evaluate", "lesson"]


def run(*arguments: str, stdin: str | None = None, language: Language = "en") -> Result:
    return CliRunner().invoke(program(language), arguments, input=stdin)


def test_numbers_as_a_table() -> None:
    result = run("evaluate", "a = -1; z = 1/(1 + exp(a*x))", "--at", "x:0.5")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == "z = 0.6224593312018546"
    head, *rows = [line.split() for line in result.stdout.splitlines()[2:]]
    assert head == ["name", "value", "gradient"]
    slope = 0.6224593312018546 * (1 - 0.6224593312018546)
    assert [row[:2] for row in rows] == [["a", "-1.0"], ["x", "0.5"]]
    assert [float(row[2]) for row in rows] == pytest.approx([-0.5 * slope, slope], rel=1e-14)


def test_numbers_as_json_use_the_words_of_the_api() -> None:
    result = run("evaluate", "ln(x)*y", "--at", "x:0", "--json")
    assert json.loads(result.stdout) == {
        "expression": "ln(x)*y",
        "value": None,
        "gradients": {"x": None, "y": None},
        "point": {"x": 0.0, "y": 1.0},
        "defaulted": ["y"],
    }


def test_an_expression_may_begin_with_a_minus_and_come_through_a_pipe() -> None:
    assert run("evaluate", "-x^2", "--at", "x:3").stdout.startswith("-x^2 = -9.0\n")
    assert run("evaluate", "-", stdin="a = 2\nz = a*x\n").stdout.startswith("z = 2.0\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text", "code"), [(text, code) for text, code, *_ in REFUSED[:12]])
def test_a_refusal_is_said_with_a_caret(text: str, code: str, language: Language) -> None:
    result = run("evaluate", "-", "--lang", language, stdin=text)
    assert (result.exit_code, result.stdout) == (1, "")
    detail, *middle, hint = result.stderr.splitlines()
    template = catalogue(language)[f"problem.{code}"]
    assert detail.startswith(template.partition("{")[0])
    assert hint
    assert middle[2].count("^") >= 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate"],
        ["evaluate", "x", "--at", "x"],
        ["draw", "x", "--show", "colours"],
        ["draw", "x", "--frame", "-1"],
        ["draw"],
        ["draw", "x", "--from", "."],
        ["draw", "--from", "."],
        ["export", "cobol", "x"],
        ["serve", "--port", "http"],
        ["paint"],
        ["lesson", "check"],
        ["lesson", "check", "nowhere.toml"],
        ["lesson", "check", "."],
    ],
)
def test_a_wrong_command_is_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


def test_a_figure_goes_to_the_standard_output_or_to_a_file(tmp_path: Path) -> None:
    assert run("draw", SIGMOID, "--at", "x:0.5").stdout == Graph(SIGMOID).figure(x=0.5).svg
    still = tmp_path / "new" / "still.svg"
    assert run("draw", SIGMOID, "--frame", "2", "--show", "numbers", "-o", str(still)).exit_code == 0
    assert still.read_text("utf-8") == Graph(SIGMOID).figure(frame=2, show="numbers").svg
    picture = tmp_path / "figure.PNG"
    run("draw", SIGMOID, "-o", str(picture), "--scale", "1")
    assert picture.read_bytes() == Graph(SIGMOID).figure().png(scale=1)
    assert run("draw", SIGMOID, "--format", "png", "--scale", "1").stdout_bytes == picture.read_bytes()
    pages = tmp_path / "figure.pdf"
    run("draw", SIGMOID, "-o", str(pages))
    assert pages.read_bytes() == Graph(SIGMOID).figure().pdf()
    assert "動かない" not in (run("draw", "x", "--lang", "ja", "--still").stdout)


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    result = run("draw", "x", "-o", str(tmp_path))
    assert (result.exit_code, "Error" in result.stderr) == (1, True)


def test_a_file_of_expressions_becomes_a_folder_of_figures(tmp_path: Path) -> None:
    listed = tmp_path / "course.txt"
    listed.write_text("# Week 1\nsigmoid: 1/(1 + exp(-x))\n\nbroken: x +\n順伝播: x*y\n", "utf-8")
    result = run("draw", "--from", str(listed), "-o", str(tmp_path / "figures"))
    assert sorted(path.name for path in (tmp_path / "figures").iterdir()) == ["sigmoid.svg", "順伝播.svg"]
    assert (tmp_path / "figures" / "sigmoid.svg").read_text("utf-8") == Graph(SIGMOID).figure().svg
    assert (result.exit_code, result.stdout) == (1, "")
    assert "broken: Expected a value after '+'." in result.stderr
    assert result.stderr.startswith("Drawing")


def test_a_folder_of_expressions_becomes_a_folder_of_pictures(tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text("n = x^2\nz = n*y\n", "utf-8")
    result = run("draw", "--from", str(tmp_path), "-o", str(tmp_path), "--format", "png", "--scale", "1")
    assert result.exit_code == 0
    assert (tmp_path / "two.png").read_bytes() == Graph("n = x^2\nz = n*y").figure().png(scale=1)


@pytest.mark.parametrize("line", ["../up: x", ".hidden: x", "a/b: x", "same: x\nsame: y", ": x"])
def test_a_name_stays_in_its_folder(tmp_path: Path, line: str) -> None:
    (tmp_path / "list.txt").write_text(line, "utf-8")
    result = run("draw", "--from", str(tmp_path / "list.txt"), "-o", str(tmp_path / "figures"))
    assert result.exit_code == 2
    assert not (tmp_path / "figures").exists()


@pytest.mark.parametrize("name", FORMATS)
def test_every_export(name: str) -> None:
    result = run("export", name, SIGMOID, "--at", "x:0.5", "--lang", "ja")
    assert result.exit_code == 0
    assert result.stdout == FORMATS[name].write(scene(Graph(SIGMOID).evaluate(x=0.5), lang="ja"))


def test_an_export_shows_what_is_asked_for() -> None:
    options = ["--open", "sigmoid", "--fold", "n", "--show", "numbers"]
    result = run("export", "dot", "n = sigmoid(x); z = n*y", *options)
    evaluation = Graph("n = sigmoid(x); z = n*y", open=["sigmoid"]).evaluate()
    assert result.stdout == FORMATS["dot"].write(scene(evaluation, show="numbers", fold=["n"]))
    assert result.stdout != run("export", "dot", "n = sigmoid(x); z = n*y", *options[:2], *options[4:]).stdout


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language_of_the_reader(command: str, language: Language) -> None:
    words = catalogue(language)
    assert words[f"cli.{command}"].split()[0] in run(command, "--help", language=language).stdout
    assert set(COMMANDS) == set(program(language).commands)


def test_the_formats_are_listed() -> None:
    assert [name for name in FORMATS if f"  {name} " not in run("export", "--help").stdout] == []
