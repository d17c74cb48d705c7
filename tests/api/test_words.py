"""One vocabulary on every route, no name unheard, and what is wrong in the reader's language: never in a library's."""

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from pydantic import ValidationError
from starlette.testclient import TestClient

from kuroaka.api import invalid
from kuroaka.api.schemas import GraphRequest, PointRequest, SweepRequest
from kuroaka.asked import ROWS
from kuroaka.words import catalogue

JSON = {"Accept": "application/json", "Accept-Language": "ja"}
LINKS = ["graph", "figure.svg", "figure.png", "figure.pdf", "figure.gif", "export/tikz", "export/json", "exercise/html"]
TABLES = ["operations", "slips", "export", "lessons", "lessons/add", "lessons/add/html"]
BODIES = ["graph", "sweep", "check"]


def body_of(route: str, **fields: Any) -> dict[str, Any]:
    return {**fields, "name": "x"} if route == "sweep" else fields


@pytest.mark.parametrize("route", LINKS)
def test_every_row_is_known_to_every_link(client: TestClient, route: str) -> None:
    given = {row.link: "x:2" if row.kind.name == "point" else row.kind.write(row.default) for row in ROWS.values()}
    params = {**given, "expr": "x*y", "seeds": "", "frame": "1"}
    answer = client.get(f"/api/v1/{route}", params=params, headers=JSON)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("route", LINKS)
def test_a_link_and_a_body_use_the_same_words(client: TestClient, route: str) -> None:
    short = client.get(f"/api/v1/{route}", params={"expr": "x*y", "at": "x:2"})
    long = client.get(f"/api/v1/{route}", params={"expression": "x*y", "values": "x:2"})
    assert (short.status_code, short.content) == (long.status_code, long.content)


@pytest.mark.parametrize("route", BODIES)
def test_a_body_and_a_link_use_the_same_words(client: TestClient, route: str) -> None:
    answers = [
        client.post(f"/api/v1/{route}", json=body_of(route, **{expression: "x*y", values: {"x": 2.0}}))
        for expression, values in product(("expression", "expr"), ("values", "at"))
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    both = client.post(f"/api/v1/{route}", json=body_of(route, expression="x", expr="y"))
    assert both.status_code == 422


@pytest.mark.parametrize(
    ("written", "near"),
    [("sead", "seed"), ("Seed", "seed"), ("derivatives", "derivative"), ("langauge", "lang"), ("expresion", "expr")],
)
@pytest.mark.parametrize("route", LINKS)
def test_a_name_that_is_nearly_one_is_refused_with_the_one(
    client: TestClient, route: str, written: str, near: str
) -> None:
    problem = client.get(f"/api/v1/{route}", params={"expr": "x", written: "1"}, headers=JSON).json()
    assert (problem["status"], problem["code"]) == (422, "misspelled-parameter")
    (error,) = problem["errors"]
    assert error["pointer"] == f"/{written}"
    assert f"`{near}`" in error["hint"]


@pytest.mark.parametrize("route", [*LINKS, *TABLES])
def test_no_name_is_unheard(client: TestClient, route: str) -> None:
    params = {"expr": "x", "utm_source": "1"} if route in LINKS else {"utm_source": "1"}
    problem = client.get(f"/api/v1/{route}", params=params, headers=JSON).json()
    assert (problem["status"], problem["code"]) == (422, "unknown-parameter")
    assert "lang" in problem["errors"][0]["hint"]


@pytest.mark.parametrize("route", BODIES)
def test_nor_in_the_address_of_a_body_or_in_the_body(client: TestClient, route: str) -> None:
    asked = client.post(f"/api/v1/{route}", params={"seed": "2"}, json=body_of(route, expression="x"), headers=JSON)
    assert asked.json()["code"] == "unknown-parameter"
    held = client.post(f"/api/v1/{route}", json=body_of(route, expression="x", derivativ=["x"]), headers=JSON)
    (error,) = held.json()["errors"]
    assert (error["pointer"], "`derivative`" in error["hint"]) == ("/derivativ", True)


def test_two_values_for_one_name_are_refused_and_one_said_twice_is_not(client: TestClient) -> None:
    for query in ("expr=x&expr=y", "expr=x&expression=y", "expr=x&at=x:1&values=x:2"):
        assert client.get(f"/api/v1/graph?{query}", headers=JSON).json()["code"] == "repeated-parameter"
    assert client.get("/api/v1/graph?expr=x&lang=ja&lang=ja").status_code == 200


def test_sites_add_to_an_oembed_what_they_like_and_links_carry_what_others_put_there(client: TestClient) -> None:
    assert client.get("/oembed", params={"url": "http://testserver/?expr=x*y", "dnt": "1"}).status_code == 200
    assert client.get("/", params={"expr": "x*y", "utm_source": "mail"}).status_code == 200
    page = client.get("/exercise", params={"expr": "x*y", "utm_source": "mail"}).text
    (file,) = re.findall(r'href="(api/v1/exercise/html[^"]*)"', page)
    assert client.get(f"/{file.replace('&amp;', '&')}").status_code == 200


WRONG: list[Any] = [
    None,
    True,
    3,
    2.5,
    -1e9,
    "text",
    "x",
    [],
    [3],
    ["a"] * 99,
    {},
    {"a": "b"},
    {"a": [1]},
    float("1e308"),
]


def bodies() -> Iterator[tuple[str, Any]]:
    """Every field of every body with everything."""
    for route, model in zip(BODIES, (GraphRequest, SweepRequest, PointRequest), strict=True):
        wholes: list[Any] = [None, [], "x", 3, {}]
        yield from ((route, whole) for whole in wholes)
        for field, value in product(model.model_fields, WRONG):
            yield route, {**body_of(route, expression="x*y"), field: value}


def test_everything_that_is_wrong_with_a_body_is_said_in_japanese(client: TestClient) -> None:
    refused = 0
    for route, body in bodies():
        answer = client.post(f"/api/v1/{route}", json=body, headers=JSON)
        if answer.status_code != 200:
            refused += 1
            is_japanese(answer.json())
    assert refused > 300


QUERIES = ["scale=9", "scale=0", "scale=q", "scale=", "scale=nan", "lang=xx&frame=-1", "animate=perhaps", "seed=a"]
ASKED = [
    *(f"figure.png?expr=x&{query}" for query in QUERIES),
    "figure.png",
    "graph",
    "graph?expr=x&formulas=z",
    "export/pdf?expr=x",
    "exercise/html?expr=x*y&exercise=blue",
    "exercise/pdf?expr=x*y",
    "lessons/none",
    "lessons/add/pdf",
    "nothing",
    "../../oembed",
    "../../oembed?url=http://testserver/&maxwidth=a",
    "../../oembed?url=http://testserver/&maxwidth=0",
    "../../oembed?url=http://testserver/&format=yaml",
    "../../oembed?url=http://testserver/&maxwidth=99999999999999999999999999",
]


@pytest.mark.parametrize("asked", ASKED)
def test_everything_that_is_wrong_with_a_link_is_said_in_japanese(client: TestClient, asked: str) -> None:
    answer = client.get(f"/api/v1/{asked}", headers=JSON)
    if answer.status_code != 200:
        is_japanese(answer.json())


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        ({"content-type": "application/json"}, b"{"),
        ({"content-type": "application/json"}, b""),
        ({"content-type": "application/json"}, b"\xff\xfe"),
        ({"content-type": "application/json; charset=shift_jis"}, '{"expression": "あ"}'.encode("shift_jis")),
        ({"content-type": "application/json", "content-encoding": "gzip"}, b"{}"),
        ({"content-type": "application/xml"}, b"<x/>"),
        ({"content-type": "multipart/form-data"}, b"x"),
        ({"content-type": "nonsense"}, b"x"),
        ({}, b"{}"),
        ({"content-type": "application/json"}, b"x" * 70_000),
        ({"content-type": "application/json", "x-long": "x" * 20_000}, b"{}"),
    ],
)
def test_whatever_body_and_headers_come(client: TestClient, headers: dict[str, str], content: bytes) -> None:
    answer = client.post("/api/v1/graph", headers={**JSON, **headers}, content=content)
    assert 400 <= answer.status_code < 500
    is_japanese(answer.json())
    if not headers.get("content-type", "").startswith("application/json") or "content-encoding" in headers:
        assert answer.status_code == 415


def test_a_kind_of_mistake_that_is_not_known_yet_has_words_too() -> None:
    known = {"type": "something_new", "loc": ("body", "name"), "msg": "Input should be new", "ctx": {}}
    (place,) = invalid.places(None, [known], "ja")  # type: ignore[arg-type]  # no request is looked at
    assert place == {"pointer": "/name", "hint": catalogue("ja")["invalid.other"]}


def is_japanese(problem: dict[str, Any]) -> None:
    """Every sentence of a problem has Japanese letters, and none has three English words in a row that are not code."""
    said = [problem["title"], problem["detail"], *(error["hint"] for error in problem["errors"])]
    for sentence in said:
        assert re.search(r"[ぁ-ん]", sentence), sentence
        assert not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", sentence), sentence
    for error in problem["errors"]:
        assert "[" not in error["pointer"], error


def test_pydantic_is_the_library_that_is_meant() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        GraphRequest.model_validate_json(json.dumps({"expression": "x", "surprise": 1}))
