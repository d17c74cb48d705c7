"""POST /api/v1/check, POST /api/v1/sweep, and derivatives as graphs."""

import pytest
from starlette.testclient import TestClient


def test_check(client: TestClient) -> None:
    answer = client.post("/api/v1/check", json={"expression": "x^3", "values": {"x": 2}}).json()
    one = answer["checks"]["x"]
    assert one["gradient"] == 12
    assert len(one["nudges"]) == 12
    assert one["nudges"][0].keys() == {"h", "up", "down", "slope", "error"}
    assert one["at_kink"] is False
    assert client.post("/api/v1/check", json={"expression": "abs(x)", "values": {"x": 0}}).json()["checks"]["x"][
        "at_kink"
    ]


def test_sweep(client: TestClient) -> None:
    body = {"expression": "1/x", "name": "x", "start": -1, "stop": 1, "points": 3}
    assert client.post("/api/v1/sweep", json=body).json() == {
        "name": "x",
        "points": [-1, 0, 1],
        "values": [-1, None, 1],
        "derivatives": [-1, None, -1],
    }


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"points": 2001}, "bad-request"),
        ({"points": 1}, "bad-request"),
        ({"name": "q"}, "unknown-value"),
        ({"expression": "x +"}, "expected-value-after"),
    ],
)
def test_a_refused_sweep(client: TestClient, change: dict[str, object], code: str) -> None:
    answer = client.post("/api/v1/sweep", json={"expression": "x^2", "name": "x", **change})
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_a_derivative_is_a_graph(client: TestClient) -> None:
    first = client.get("/api/v1/graph", params={"expr": "x^3", "derivative": "x", "at": "x:2"}).json()
    assert (first["expression"], first["value"], first["gradients"]) == ("3*x^2", 12, {"x": 12})
    second = client.post(
        "/api/v1/graph", json={"expression": "x^3", "values": {"x": 2}, "derivative": ["x", "x"]}
    ).json()
    assert (second["expression"], second["value"]) == ("6*x", 12)


def test_latex_and_text_give_the_same_graph(client: TestClient) -> None:
    one = client.post("/api/v1/graph", json={"expression": r"\frac{1}{1 + e^{-x}}"}).json()
    other = client.post("/api/v1/graph", json={"expression": "1/(1 + e^(-x))", "syntax": "text"}).json()
    assert (one["value"], one["gradients"], one["latex"]) == (other["value"], other["gradients"], other["latex"])


def test_an_operation_opens_into_what_defines_it(client: TestClient) -> None:
    closed = client.get("/api/v1/graph", params={"expr": "sigmoid(x)*y", "at": "x:0.5"}).json()
    opened = client.get("/api/v1/graph", params={"expr": "sigmoid(x)*y", "at": "x:0.5", "open": "sigmoid"}).json()
    assert "sigmoid" not in [node["operation"] for node in opened["nodes"]]
    assert [node["operation"] for node in opened["nodes"] if node["operation"]] == ["neg", "exp", "add", "div", "mul"]
    assert opened["value"] == pytest.approx(closed["value"], rel=1e-15)
    assert opened["gradients"] == pytest.approx(closed["gradients"], rel=1e-14)
    figure = client.get("/api/v1/figure.svg", params={"expr": "sigmoid(x)*y", "open": "sigmoid"})
    assert figure.text.count('class="node operation"') == 5
