"""POST and GET /api/v1/graph: the contract, field by field."""

import math
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.graph.test_build import SIGMOID


def post(client: TestClient, expression: str, **more: Any) -> Any:
    answer = client.post("/api/v1/graph", json={"expression": expression, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_sigmoid_of_the_article(client: TestClient) -> None:
    graph = post(client, SIGMOID, values={"x": 0.5})
    assert math.isclose(graph["value"], 0.6224593312018546, rel_tol=1e-12)
    assert math.isclose(graph["gradients"]["x"], 0.2350037122015945, rel_tol=1e-12)
    assert math.isclose(graph["gradients"]["a"], -0.5875092805039862, rel_tol=1e-12)
    assert graph["output"] == "n9"
    assert graph["latex"] == r"\frac{1}{1+e^{-x}}"
    assert [step["direction"] for step in graph["steps"]] == ["forward"] * 4 + ["backward"] * 4
    assert (
        graph["steps"][5]["says"] == "+ sends −E/(1 + exp(−x))^2 = −0.3875 back to both inputs. "
        "At ● the red values add up: E*exp(−x)/(1 + exp(−x))^2 = 0.6225 + (−0.3875) = 0.2350."
    )


def test_nodes_and_edges_have_the_fields_of_the_contract(client: TestClient) -> None:
    graph = post(client, "x*y", values={"x": 2, "y": 3})
    assert graph["nodes"][2] == {
        "id": "n2",
        "kind": "operation",
        "operation": "mul",
        "name": None,
        "sign": {"text": "×", "latex": r"\times"},
        "inputs": ["n0", "n1"],
        "span": [0, 3],
        "slots": ["x", "y", "z"],
        "value": 6.0,
        "adjoint": 1.0,
        "forward": {"text": "x*y", "latex": "x y"},
        "backward": {"text": "E", "latex": "E"},
    }
    assert graph["edges"][0] == {
        "id": "e0",
        "source": "n0",
        "target": "n2",
        "position": 0,
        "value": 2.0,
        "local": 3.0,
        "contribution": 3.0,
        "rule": {"text": "E*y", "latex": "E y"},
        "forward": {"text": "x", "latex": "x"},
        "backward": {"text": "E*y", "latex": "E y"},
    }


def test_a_page_is_sent_trees_and_clauses(client: TestClient) -> None:
    link = {"expr": "x*y", "at": "x:2,y:3", "formulas": "math"}
    graph = client.get("/api/v1/graph", params=link).json()
    assert graph["nodes"][2]["forward"] == {"text": "x*y", "math": ["times", "x", "y"]}
    assert graph["edges"][0]["rule"] == {"text": "E*y", "math": ["times", "E", "y"]}
    assert graph["nodes"][2]["sign"] == {"text": "×", "math": "×"}
    assert graph["steps"][0]["clauses"][:3] == [["sign", "n2"], " gives ", ["value", "n2"]]
    assert "says" not in graph["steps"][0]
    table = client.get("/api/v1/operations", params={"formulas": "math"}).json()["operations"]
    assert table["div"]["rules"][1]["math"] == ["row", "−", ["frac", ["times", "E", "z"], "y"]]
    assert table["div"]["symbol"] == "÷"
    assert client.get("/api/v1/graph", params={**link, "formulas": "x"}).status_code == 422


def test_a_link_gives_the_same_answer(client: TestClient) -> None:
    link = client.get("/api/v1/graph", params={"expr": SIGMOID, "at": "x:0.5"})
    assert link.json() == post(client, SIGMOID, values={"x": 0.5})
    again = client.get(
        "/api/v1/graph", params={"expr": SIGMOID, "at": "x:0.5"}, headers={"If-None-Match": link.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_seed_output_and_overridden_constants(client: TestClient) -> None:
    graph = post(client, "a = 2; b = a*x; c = b^2", values={"a": 3, "x": 5}, seed=10, output="b")
    assert graph["value"] == 15
    assert graph["gradients"] == {"a": 50.0, "x": 30.0}
    assert graph["nodes"][-1]["forward"]["text"] == "a*x"


def test_a_variable_without_a_value_is_listed(client: TestClient) -> None:
    assert post(client, "x + y", values={"x": 4})["defaulted"] == ["y"]


def test_a_label_too_long_for_its_line_names_its_node(client: TestClient) -> None:
    graph = post(client, "*".join(f"(x_{i} + {i}.5)" for i in range(12)))
    long = [node["forward"] for node in graph["nodes"] if "means" in node["forward"]]
    assert long
    assert all(label["text"].startswith("v_") for label in long)
    assert all(label["means_latex"].count(r"\left(") == label["means"].count("(") for label in long)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_sentences_come_in_the_asked_language(client: TestClient, language: str) -> None:
    answer = client.post(
        "/api/v1/graph", json={"expression": "x*y"}, headers={"Accept-Language": f"{language}, *;q=0.5"}
    )
    assert answer.json()["steps"][0]["says"] == {"en": "× gives x*y = 1.", "ja": "× の出力は x*y = 1 です。"}[language]


@pytest.mark.parametrize(
    ("expression", "nonfinite", "reason"),
    [("1/0 + x", "Infinity", "÷ has no finite value for 1, 0."), ("ln(-1) + x", "NaN", "log is not defined for −1.")],
)
def test_numbers_that_are_not_finite_are_flagged(
    client: TestClient, expression: str, nonfinite: str, reason: str
) -> None:
    graph = post(client, expression, values={"x": 2})
    (origin,) = [node for node in graph["nodes"] if node.get("origin")]
    assert (origin["value"], origin["nonfinite"], origin["reason"]) == (None, nonfinite, reason)
    assert graph["value"] is None
    assert graph["gradients"] == {"x": 1.0}
    assert [node["origin"] for node in graph["nodes"] if "nonfinite" in node].count(True) == 1


def test_a_slope_that_is_not_finite_is_flagged_on_its_edge(client: TestClient) -> None:
    graph = post(client, "sqrt(x)", values={"x": 0})
    edge = graph["edges"][0]
    assert (edge["contribution"], edge["contribution_nonfinite"], edge["contribution_origin"]) == (
        None,
        "Infinity",
        True,
    )
    assert graph["gradients"] == {"x": None}


def test_a_convention_at_a_kink_is_said(client: TestClient) -> None:
    at = post(client, "relu(x)", values={"x": 0})
    assert at["nodes"][1]["convention"] == "At 0 the derivative is taken to be 0."
    assert "convention" not in post(client, "relu(x)", values={"x": 1})["nodes"][1]
    assert "convention" not in post(client, "x^2", values={"x": 1})["nodes"][2]


def test_a_name_that_looks_like_a_product_is_noticed(client: TestClient) -> None:
    (notice,) = post(client, "2xy + x")["notices"]
    assert notice == {
        "code": "one-name",
        "span": [1, 3],
        "says": "xy is read as one name. For a product, type `x*y`.",
    }
    assert post(client, "2x*y + loss + pi")["notices"] == []
