"""Every code of a problem has a page in both languages, in the description and nowhere else; and its words."""

import ast
from pathlib import Path
from string import Formatter

import pytest
from starlette.testclient import TestClient

import kuroaka
from kuroaka.api.statuses import STATUS
from kuroaka.language.problems import ExpressionProblem
from kuroaka.words import LANGUAGES, catalogue
from kuroaka.words.problem import CODES
from tests.deploy.proxy import ROOT

ROOM = Path(kuroaka.__file__).parent
PROBLEMS = {
    "ParameterProblem",
    "Unavailable",
    "Unreadable",
    *(kind.__name__ for kind in ExpressionProblem.__subclasses__()),
}


def raised() -> set[str]:
    """The codes with which a problem is made anywhere, where they stand in the call."""
    found: set[str] = set()
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in PROBLEMS
                and node.args
            ):
                code = node.args[0]
                found |= {
                    one.value for one in ast.walk(code) if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return found


def test_every_code_that_is_raised_is_known() -> None:
    assert len(raised()) > 50
    assert raised() <= {*CODES}


def test_every_code_that_is_known_is_used() -> None:
    texts = [file.read_text("utf-8") for file in ROOM.rglob("*.py") if file.name != "statuses.py"]
    texts.append((ROOT / "tools" / "write-refusals").read_text("utf-8"))
    assert {code for code in CODES if not any(f'"{code}"' in text for text in texts)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_page(client: TestClient, language: str) -> None:
    for code, status in STATUS.items():
        answer = client.get(f"/problems/{code}", params={"lang": language})
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert f'lang="{language}"' in answer.text
        assert str(status) in answer.text
        parts = {f"{{{name}}}" for _, name, *_ in Formatter().parse(catalogue(language)[f"problem.{code}"]) if name}
        assert not any(part in answer.text for part in parts)
        assert f"title.{status}" in catalogue(language)


def test_no_page_has_no_code(client: TestClient) -> None:
    assert client.get("/problems/nothing").status_code == 404
    assert client.get("/problems/lesson-toml").status_code == 404, "the command line alone says it"
    page = client.get("/problems").text
    assert page.count('<a href="problems/') == len(STATUS)


def test_a_problem_leads_to_its_page_and_its_code_is_described(client: TestClient) -> None:
    problem = client.get("/api/v1/graph", params={"expr": "x*"}).json()
    assert client.get(problem["type"]).status_code == 200
    schema = client.get("/openapi.json").json()["components"]["schemas"]["ProblemAnswer"]
    assert schema["properties"]["code"]["enum"] == [*STATUS]
