"""Every row of what can be asked goes through every door, and the same comes out: numbers, formulas and picture."""

import json
from functools import partial
from inspect import signature
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from kuroaka import Graph
from kuroaka.answers.encoding import encode
from kuroaka.answers.graph import graph_answer
from kuroaka.asked import ROWS, Asked, rows_of
from kuroaka.cli.program import program
from kuroaka.exports import FORMATS
from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.files import Medium
from kuroaka.figure.files.media import MEDIA
from kuroaka.library import Figure
from kuroaka.notebook import Widget
from kuroaka.scene import Scene
from tests.asked.asking import ASKED, EXPRESSION, OTHER, USUAL


def options(asked: Asked) -> list[str]:
    """A question as a command line has it."""
    written: list[str] = []
    for row in ROWS.values():
        value = getattr(asked, row.name)
        if row.required or value == row.default:
            continue
        if row.kind.name == "truth":
            on, _, off = row.option.partition("/")
            written.append(f"--{on}" if value else off or f"--no-{on}")
        else:
            written += [f"--{row.option}", row.kind.write(value)]
    return written


def run(*arguments: str) -> bytes:
    result = CliRunner().invoke(program("en"), arguments)
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def keywords(asked: Asked) -> dict[str, Any]:
    """The rows that the library takes by keyword where it draws."""
    names = ("seed", "seeds", "fold", "view", "show", "naming", "fit", "frame", "animate", "dashes", "paper", "lang")
    return {name: getattr(asked, name) for name in names if getattr(asked, name) != ROWS[name].default}


def library(asked: Asked) -> Graph:
    graph = Graph(asked.expression, output=asked.output, syntax=asked.syntax, open=asked.open)
    for name in asked.derivative:
        graph = graph.derivative(name)
    return graph


def drawn_by_the_library(asked: Asked) -> Figure:
    return library(asked).figure(asked.at, **keywords(asked))


def body(asked: Asked) -> dict[str, Any]:
    """A question as a JSON body has it."""
    rows = [row for row in rows_of("graph") if row.name != "lang"]
    given: dict[str, Any] = json.loads(
        json.dumps({row.body: getattr(asked, row.name) for row in rows if getattr(asked, row.name)})
    )
    return given


def svg_of_the_widget(asked: Asked) -> str:
    data = Widget(**{name: getattr(asked, name) for name in ROWS})._repr_mimebundle_()
    assert data is not None
    return str(data[0]["image/svg+xml"])


@pytest.mark.parametrize("name", ROWS)
def test_a_row_reaches_the_figure(name: str) -> None:
    asked = ASKED[name]
    wanted = figure(Scene(asked))
    assert svg_of_the_widget(asked) == wanted
    changed = name not in ("syntax", "at", "seed")  # formulas know no numbers
    assert (wanted != figure(Scene(USUAL))) == changed or name in ("at", "seed")  # but the description does


# What moves is made of the same scene by the same row of the table, but takes longer.
FILES = [
    (medium, name) for medium in MEDIA for name in (ROWS if medium in ("svg", "png", "pdf") else ("lang", "frame"))
]


@pytest.mark.parametrize(("medium", "name"), FILES)
def test_a_row_reaches_every_file(client: TestClient, medium: Medium, name: str) -> None:
    asked = ASKED[name]
    answer = client.get(f"/api/v1/figure.{medium}?{asked.link()}&lang={asked.lang}&scale=1")
    wanted = MEDIA[medium].write(Scene(asked), 1)
    assert answer.content == wanted
    assert answer.headers["content-type"] == MEDIA[medium].media_type
    assert answer.headers["content-disposition"] == f'inline; filename="kuroaka.{MEDIA[medium].extension}"'
    drawn = drawn_by_the_library(asked)
    by_name = {"svg": drawn.svg.encode, "pdf": drawn.pdf}.get(medium) or partial(getattr(drawn, medium), 1)
    assert by_name() == wanted
    assert run("draw", asked.expression, "--format", medium, "--scale", "1", *options(asked)) == wanted


@pytest.mark.parametrize("name", ROWS)
def test_a_row_reaches_every_answer(client: TestClient, name: str) -> None:
    asked = ASKED[name]
    wanted = encode(graph_answer(Scene(asked)))
    assert client.get(f"/api/v1/graph?{asked.link()}&lang={asked.lang}").content == wanted
    assert client.post(f"/api/v1/graph?lang={asked.lang}", json=body(asked)).content == wanted
    answer, usual = json.loads(wanted), json.loads(encode(graph_answer(Scene(USUAL))))
    assert (answer != usual) == (name != "syntax" and "graph" not in ROWS[name].without)


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("written", FORMATS)
def test_a_row_reaches_every_export(client: TestClient, written: str, name: str) -> None:
    asked, row = ASKED[name], FORMATS[written]
    wanted = row.write(Scene(asked))
    assert client.get(f"/api/v1/export/{written}?{asked.link()}&lang={asked.lang}").text == wanted
    assert run("export", written, asked.expression, *options(asked)).decode() == wanted
    assert library(asked).export(written, asked.at, **keywords(asked)) == wanted
    drawing = {"fold", "view", "show", "naming", "fit", "frame", "animate", "dashes", "paper", "lang"}
    if name in drawing:
        assert (wanted != row.write(Scene(USUAL))) == (name in row.heeds)


def test_rows_about_numbers_alone_reach_the_check_the_curve_and_the_command(client: TestClient) -> None:
    for row in rows_of("point"):
        if row.name in ("lang", "expression"):
            continue
        asked = ASKED[row.name]
        given = {row.body: OTHER[row.name], "expression": EXPRESSION}
        given.setdefault("values", dict(asked.at))
        checks = client.post("/api/v1/check", json=given).json()["checks"]
        gradients = Scene(asked.but(seed=1.0)).evaluation.gradients
        assert {name: check["gradient"] for name, check in checks.items()} == pytest.approx(gradients)
        curve = client.post("/api/v1/sweep", json={**given, "name": "x", "start": 0.5, "stop": 1.0, "points": 2}).json()
        at = Scene(asked.but(at={**asked.at, "x": 0.5})).evaluation
        assert (curve["values"][0], curve["derivatives"][0]) == pytest.approx((at.total, at.gradients["x"]))
        printed = json.loads(run("evaluate", asked.expression, "--json", *options(asked)))
        assert printed["gradients"] == pytest.approx(gradients)


def test_a_page_is_embedded_and_pictured_as_it_was_asked_for(client: TestClient) -> None:
    for name, asked in ASKED.items():
        page = f"http://testserver/?{asked.link()}"
        answer = client.get("/oembed", params={"url": page}).json()
        pictured = Asked.read(dict(parse_qsl(urlsplit(answer["thumbnail_url"]).query)))
        assert pictured == asked, name
        assert client.get(answer["thumbnail_url"]).headers["content-type"] == "image/png"


def test_a_widget_holds_every_row_and_refuses_what_is_none() -> None:
    for name, asked in ASKED.items():
        widget = Widget(**{row: getattr(USUAL, row) for row in ROWS})
        value = getattr(asked, name)
        held = ROWS[name].kind.write(value) if isinstance(value, tuple) else value
        setattr(widget, "opened" if name == "open" else ROWS[name].attribute, held)
        result = Scene(asked).evaluation
        assert (widget.value, widget.gradients) == (result.value, result.gradients), name
    with pytest.raises(ValueError, match="labels"):
        Widget("x", show="colours")


def test_the_library_shows_its_keywords() -> None:
    shown = signature(Graph.figure).parameters
    assert shown.keys() >= keywords(USUAL.but(**OTHER)).keys()
    assert all(shown[name].default == ROWS[name].default for name in keywords(USUAL.but(**OTHER)))
    assert all(row.says() in (Graph.figure.__doc__ or "") for row in ROWS.values() if row.name in shown)
