"""`open` and `fold` of /api/v1/graph and /api/v1/figure.svg: same numbers, another drawing."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from starlette.testclient import TestClient

SIGMOID = "z = sigmoid(x); y = z*w"
SVG = "{http://www.w3.org/2000/svg}"
AT = {"x": 0.5, "w": 2}


def post(client: TestClient, **more: Any) -> Any:
    answer = client.post("/api/v1/graph", json={"expression": SIGMOID, "values": AT, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def drawn(client: TestClient, **more: str) -> str:
    answer = client.get("/api/v1/figure.svg", params={"expr": SIGMOID, "at": "x:0.5,w:2", **more})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_open_closed_and_folded_give_the_same_numbers(client: TestClient) -> None:
    closed = post(client)
    for more in ({"open": ["sigmoid"]}, {"fold": ["z"]}, {"open": ["sigmoid"], "fold": ["z"]}):
        other = post(client, **more)
        assert other["value"] == pytest.approx(closed["value"], rel=1e-12)
        assert other["gradients"] == pytest.approx(closed["gradients"], rel=1e-12)


def test_nodes_say_what_they_belong_to(client: TestClient) -> None:
    graph = post(client, open=["sigmoid"], fold=["z"])
    circle = next(node for node in graph["nodes"] if node["name"] == "z")
    assert circle["folded"] == {"text": "z", "latex": "z"}
    hidden = [node for node in graph["nodes"] if node.get("inside")]
    assert {node["inside"] for node in hidden} == {circle["id"]}
    assert {node["opened"] for node in (circle, *hidden)} == {"sigmoid"}
    assert all(node.get("opened") is None for node in graph["nodes"] if node["kind"] == "variable")
    assert graph["steps"][-1]["says"] == "z sends back E*w*z*exp(−x)/(1 + exp(−x)) = 0.4700."
    ids = {node["id"] for node in hidden}
    assert not ids & {node for step in graph["steps"] for node in step["nodes"]}


def test_the_red_label_of_a_folded_sigmoid(client: TestClient) -> None:
    graph = post(client, fold=["z"])
    assert graph["nodes"][0]["backward"]["text"] == "E*w*z*(1 - z)"
    assert graph["steps"][0]["says"] == "z gives sigmoid(x) = 0.6225."
    assert graph["steps"][-1]["says"].startswith("z sends back E*w*z*(1 − z) = ")


def test_the_figure_draws_what_the_graph_says(client: TestClient) -> None:
    graph = post(client, open=["sigmoid"], fold=["z"])
    svg = drawn(client, open="sigmoid", fold="z")
    nodes = set(re.findall(r'data-node="(n\d+)"', svg))
    assert nodes == {node["id"] for node in graph["nodes"] if not node.get("inside")}
    ends = set(re.findall(r'data-(?:source|target)="(n\d+)"', svg))
    assert ends <= nodes
    lines = set(re.findall(r'data-line="(e\d+)"', svg))
    assert lines == {edge for step in graph["steps"] for edge in step["edges"]}
    assert svg.count('class="node operation folded"') == 1


def test_a_link_says_the_same(client: TestClient) -> None:
    params = {"expr": SIGMOID, "at": "x:0.5,w:2", "open": "sigmoid", "fold": "z"}
    assert client.get("/api/v1/graph", params=params).json() == post(client, open=["sigmoid"], fold=["z"])


def test_names_that_are_not_there_change_nothing(client: TestClient) -> None:
    assert post(client, open=["cosh", "nothing"], fold=["q", "x", ""]) == post(client)
    assert drawn(client, open="nothing", fold="q,x") == drawn(client)


def test_rules_on_the_lines_into_a_circle(client: TestClient) -> None:
    """E times a partial derivative where that is the whole of it; not where the same value enters twice."""

    def fractions(expression: str) -> list[int]:
        parameters = {"expr": expression, "fold": "h", "show": "rules"}
        root = ET.fromstring(client.get("/api/v1/figure.svg", params=parameters).text)
        circle = root.find(f".//{SVG}g[@class='node operation folded']")
        assert circle is not None
        lines = root.findall(f".//{SVG}g[@data-target='{circle.get('data-node')}']/{SVG}g[@class='backward']")
        return [len(line.findall(f".//{SVG}rect")) for line in lines]

    assert fractions("h = w*x + b; h*x") == [1, 1, 1]
    assert fractions("h = w*x*x + b; h*x") == [1, 0, 0, 1]
