"""Whatever is sent, the answer is a 4xx problem document with a place, or a graph; never a 500."""

import json

import pytest
from starlette.testclient import TestClient

from tests.language.test_problems import REFUSED


@pytest.mark.parametrize(("text", "code", "offset", "length"), REFUSED)
def test_a_refused_expression(client: TestClient, text: str, code: str, offset: int, length: int) -> None:
    answer = client.post("/api/v1/graph", json={"expression": text}, headers={"Accept-Language": "ja"})
    problem = answer.json()
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert (problem["code"], problem["type"]) == (code, f"/problems/{code}")
    (error,) = problem["errors"]
    assert (error["pointer"], error["offset"], error["length"]) == ("/expression", offset, length)
    assert error["line"] >= 1
    assert error["hint"]
    line, caret = error["caret"].split("\n")
    assert caret.strip("^ ") == ""
    assert len(line) <= 80


def test_places_count_code_points_and_utf16_units(client: TestClient) -> None:
    error = client.post("/api/v1/graph", json={"expression": "x # 𝔘\n+ * 2"}).json()["errors"][0]
    assert (error["offset"], error["utf16"], error["line"], error["column"]) == (8, 9, 2, 3)


def test_a_place_in_the_text_of_a_derivative_is_the_whole_of_what_was_typed(client: TestClient) -> None:
    body = {"expression": "x^4*sin(x)", "derivative": ["x", "y"]}
    error = client.post("/api/v1/graph", json=body).json()["errors"][0]
    assert (error["offset"], error["length"]) == (0, len("x^4*sin(x)"))


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "malformed-json"),
        (b"\xff", 400, "malformed-json"),
        (b'{"expression": 3}', 422, "bad-request"),
        (b'{"expression": "x", "values": {"x": NaN}}', 422, "bad-request"),
        (b'{"expression": "x", "values": {"x": 1e400}}', 422, "bad-request"),
        (b'{"expression": "x", "values": {"x": "5"}}', 422, "bad-request"),
        (b'{"expression": "x", "values": {"x": true}}', 422, "bad-request"),
        (b'{"expression": "\\ud800"}', 422, "invisible-character"),
        (b'{"expression": "x", "surprise": 1}', 422, "bad-request"),
        (b"[]", 422, "bad-request"),
        (b'{"expression": "x", "values": {"y": 1}}', 422, "unknown-value"),
        (b'{"expression": "x", "output": "y"}', 422, "unknown-output"),
        (b'{"expression": "' + b"x" * 70_000 + b'"}', 413, "body-too-large"),
        (b'{"expression": ' + b"[" * 5000 + b"]" * 5000 + b"}", 400, "malformed-json"),
    ],
)
def test_a_refused_body(client: TestClient, body: bytes, status: int, code: str) -> None:
    answer = client.post("/api/v1/graph", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"expr": "x", "at": "x"}, "bad-point"),
        ({"expr": "x", "at": "x:nan"}, "bad-point"),
        ({"expr": "x", "at": "x:1e999"}, "bad-point"),
        ({"expr": "x", "at": "x:１"}, "bad-point"),
        ({"expr": "x", "show": "colours"}, "bad-show"),
        ({}, "bad-request"),
        ({"expr": "x +"}, "expected-value-after"),
    ],
)
def test_a_refused_figure(client: TestClient, params: dict[str, str], code: str) -> None:
    answer = client.get("/api/v1/figure.svg", params=params, headers={"Accept": "application/problem+json"})
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_other_addresses_and_methods(client: TestClient) -> None:
    assert client.get("/api/v1/nothing").json()["code"] == "not-found"
    answer = client.delete("/api/v1/graph")
    assert (answer.status_code, answer.json()["code"]) == (405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert client.post("/api/v1/operations", json={}).headers["allow"] == "GET, HEAD, OPTIONS"
    assert client.post("/healthz").status_code == 405, "whatever its body is"


def test_nothing_of_the_input_is_echoed_as_markup(client: TestClient) -> None:
    answer = client.post("/api/v1/graph", json={"expression": "x<script>alert(1)</script>"})
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert json.loads(answer.content)["code"] == "chained-comparison"
