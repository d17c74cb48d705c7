"""GET /api/v1/export and /api/v1/export/{format}."""

import json

import pytest
from starlette.testclient import TestClient

from kuroaka import Graph
from kuroaka.exports import FORMATS
from kuroaka.words import LANGUAGES
from tests.graph.test_build import SIGMOID

ELSEWHERE = {"Origin": "https://course.example"}
LINK = {"expr": SIGMOID, "at": "x:0.5", "seed": "-2", "lang": "en"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_what_the_library_writes(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/export/{name}", params=LINK, headers=ELSEWHERE)
    assert answer.status_code == 200, answer.text
    assert answer.text == Graph(SIGMOID).export(name, x=0.5, seed=-2)
    assert answer.headers["content-type"] == f"{FORMATS[name].media_type}; charset=utf-8"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "sandbox" in answer.headers["content-security-policy"]
    file_name = f"kuroaka-{name}.{FORMATS[name].extension}"
    assert answer.headers["content-disposition"] == f'inline; filename="{file_name}"'


@pytest.mark.parametrize("name", FORMATS)
def test_an_answer_can_be_kept(client: TestClient, name: str) -> None:
    first = client.get(f"/api/v1/export/{name}", params=LINK)
    assert first.headers["etag"].startswith('"')
    assert "max-age" in first.headers["cache-control"]
    again = client.get(f"/api/v1/export/{name}", params=LINK, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if "show" in one.heeds])
def test_kinds_of_labels(client: TestClient, name: str) -> None:
    written = {
        show: client.get(f"/api/v1/export/{name}", params={**LINK, "show": show}).text
        for show in ("formulas", "numbers", "rules")
    }
    assert len(set(written.values())) == 3


@pytest.mark.parametrize("name", ["dot", "mermaid", "tikz"])
def test_a_folded_name_is_one_circle(client: TestClient, name: str) -> None:
    link = {"expr": "h = tanh(w*x + b); y = h^2 + 3*h"}
    whole, folded = (client.get(f"/api/v1/export/{name}", params={**link, **more}).text for more in ({}, {"fold": "h"}))
    sign = r"{\tanh};" if name == "tikz" else '"tanh"'
    assert whole.count(sign) == 1
    assert folded.count(sign) == 0
    assert len(folded.splitlines()) < len(whole.splitlines())


def test_json_is_the_answer_of_the_graph(client: TestClient) -> None:
    exported = client.get("/api/v1/export/json", params=LINK).json()
    body = {"expression": SIGMOID, "values": {"x": 0.5}, "seed": -2.0}
    assert exported == client.post("/api/v1/graph?lang=en", json=body).json()


def test_a_download_is_saved(client: TestClient) -> None:
    answer = client.get("/api/v1/export/tikz", params={**LINK, "download": "true"})
    assert answer.headers["content-disposition"] == 'attachment; filename="kuroaka-tikz.tex"'


def test_an_operation_shows_its_inside_and_a_derivative_is_an_expression(client: TestClient) -> None:
    opened = client.get("/api/v1/export/python", params={"expr": "sigmoid(x)", "open": "sigmoid"}).text
    assert "np.exp(" in opened
    assert "sigmoid(" not in opened.replace("# sigmoid(x)", "")
    assert "# 3*x^2\n" in client.get("/api/v1/export/python", params={"expr": "x^3", "derivative": "x"}).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_format_is_answered_with_those_there_are(client: TestClient, language: str) -> None:
    answer = client.get("/api/v1/export/word", params={**LINK, "lang": language})
    assert answer.status_code == 404
    problem = answer.json()
    assert problem["code"] == "unknown-format"
    assert all(name in problem["errors"][0]["hint"] for name in FORMATS)


def test_a_bad_seed_and_a_bad_expression_are_problems(client: TestClient) -> None:
    for changed in ({"seed": "inf"}, {"seed": "x"}, {"expr": "1 +"}, {"at": "y:2"}, {"show": "colours"}):
        answer = client.get("/api/v1/export/python", params={**LINK, **changed})
        assert answer.status_code == 422, changed
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_every_format_with_a_title(client: TestClient, language: str) -> None:
    rows = client.get("/api/v1/export", params={"lang": language}).json()["formats"]
    assert [row["name"] for row in rows] == list(FORMATS)
    assert all(row["title"] for row in rows)


def test_the_description_has_every_format(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]["/api/v1/export/{format}"]["get"]
    assert described["parameters"][0]["schema"]["enum"] == list(FORMATS)
    assert set(described["responses"]["200"]["content"]) == {one.media_type for one in FORMATS.values()}


def test_the_library_names_the_formats_there_are() -> None:
    with pytest.raises(ValueError, match="tikz"):
        Graph("x").export("word")
    assert json.loads(Graph("x*y").export("json", {"x": 2}, y=3, lang="ja"))["value"] == 6
