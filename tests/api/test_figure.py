"""GET /api/v1/figure.svg, /api/v1/operations, the pages and the health checks."""

import re
import xml.etree.ElementTree as ET

import pytest
from starlette.testclient import TestClient

from kuroaka.operations import OPERATIONS
from tests.graph.test_build import SIGMOID

ELSEWHERE = {"Origin": "https://course.example"}
SVG = "{http://www.w3.org/2000/svg}"


def figure(client: TestClient, **params: str) -> ET.Element:
    answer = client.get("/api/v1/figure.svg", params={"expr": SIGMOID, "at": "x:0.5", **params}, headers=ELSEWHERE)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/svg+xml; charset=utf-8"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["access-control-allow-origin"] == "*"
    return ET.fromstring(answer.content)


def test_the_figure_has_a_line_for_each_label_of_the_article(client: TestClient) -> None:
    root = figure(client)
    lines = root.findall(f".//{SVG}g[@data-line]")
    assert len(lines) == 11
    assert len([line for line in lines if line.find(f"{SVG}g[@class='backward']") is not None]) == 11
    assert len(root.attrib["data-frames"].split()) == 9


@pytest.mark.parametrize("show", ["formulas", "numbers", "rules", "formulas,numbers", "numbers,formulas"])
def test_kinds_of_labels(client: TestClient, show: str) -> None:
    root = figure(client, show=show)
    classes = " ".join(element.get("class", "") for element in root.iter())
    for kind in ("formula", "number", "rule"):
        assert (f"label {kind}" in classes) == (f"{kind}s" in show)


def test_title_and_description_are_in_the_asked_language(client: TestClient) -> None:
    root = figure(client, lang="ja")
    assert root.findtext(f"{SVG}title") == f"{SIGMOID} の計算グラフ"
    assert "逆伝播" in (root.findtext(f"{SVG}desc") or "")


def test_a_name_is_text_and_nothing_else(client: TestClient) -> None:
    answer = client.get("/api/v1/figure.svg", params={"expr": "x # </title><script>alert(1)</script>"})
    assert b"<script" not in answer.content


def test_operations_are_served_whole(client: TestClient) -> None:
    served = client.get("/api/v1/operations").json()["operations"]
    assert served.keys() == OPERATIONS.keys()
    assert served["tanh"]["backward"] == [["E", "x", ["cosh", 1], 2.0, ["pow", 2, 3], ["div", 0, 4]]]
    assert served["relu"]["value"] == ["x", 0.0, ["max", 0, 1]]
    assert served["div"]["rules"][1] == {"text": "-E*z/y", "latex": r"-\frac{E z}{y}"}
    assert (served["div"]["symbol"], served["div"]["sign"]) == (r"\div", "÷")
    assert served["relu"]["note"]


def test_slips_are_served_in_the_asked_language(client: TestClient) -> None:
    served = client.get("/api/v1/slips", params={"lang": "ja"}).json()
    assert served["operations"]["sub"] == [{"name": "sign", "backward": [[], ["E"]]}]
    assert served["general"][0] == {"name": "inner", "backward": ["E"]}
    named = {one["name"]: one["says"] for one in served["slips"]}
    assert "{sign} は" in named["other"]
    assert named.keys() >= {one["name"] for slips in served["operations"].values() for one in slips}


def test_slips_of_many_come_with_the_graph(client: TestClient) -> None:
    functions = client.get("/api/v1/graph", params={"expr": "x + y - w"}).json()["functions"]
    assert functions["add:++-"]["slips"] == [{"name": "sign", "backward": [[], [], ["E"]]}]


def test_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == client.get("/readyz").json() == {"status": "ok"}


def test_the_page_allows_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]


def test_documentation_works_without_a_network(client: TestClient) -> None:
    page = client.get("/docs").text
    loaded = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert loaded
    for address in loaded:
        assert client.get(address).status_code == 200, address
    assert client.get("/openapi.json").json()["paths"].keys() >= {"/api/v1/graph", "/api/v1/figure.svg"}


def test_an_entry_is_served_linked_and_no_other_module(client: TestClient) -> None:
    entries = ["page", "frame", "embed", "widget"]
    assert {client.get(f"/{name}.js").headers["content-type"] for name in entries} == {"text/javascript; charset=utf-8"}
    assert [client.get(f"/{name}.js").status_code for name in ("door", "docs", "define", "nothing")] == [404] * 4


@pytest.mark.parametrize("factors", [120, 160])  # too large a file; too many lines
def test_a_figure_too_large_to_be_read_is_refused_until_it_is_folded(client: TestClient, factors: int) -> None:
    half = "*".join("x" * factors)
    expression = f"a = {half}; b = {half}; a*b"
    refused = client.get("/api/v1/figure.svg", params={"expr": expression}, headers={"accept": "application/json"})
    assert (refused.status_code, refused.json()["code"]) == (422, "figure-too-large")
    assert client.get("/api/v1/graph", params={"expr": expression}).status_code == 200
    (error,) = refused.json()["errors"]
    names = error["hint"].partition(": ")[2].partition(".")[0].replace(" ", "")
    folded = client.get("/api/v1/figure.svg", params={"expr": expression, "fold": names})
    assert folded.status_code == 200, names
    assert len(folded.content) <= 512 * 1024
