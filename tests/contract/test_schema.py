"""The service against its own OpenAPI description, by every check there is but one: what the description allows may be
refused, as it has no words for what an expression is.
"""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from kuroaka.answers.documents import (
    CheckAnswer,
    GraphAnswer,
    LessonAnswer,
    LessonsAnswer,
    ProblemAnswer,
    SweepAnswer,
)
from kuroaka.api.app import create_app
from kuroaka.lessons import LESSONS
from kuroaka.words import LANGUAGES
from tests.conftest import PATIENT

schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(PATIENT))


@schema.parametrize()
@settings(max_examples=25, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_service_keeps_its_description(case: "schemathesis.Case[Any]") -> None:
    case.validate_response(case.call(), excluded_checks=[positive_data_acceptance])


SHAPES = ["x*y", "1/0 + ln(-1)*x", "sqrt(x)", "relu(x - x)", "2xy + x", "*".join(f"(x_{i} + {i}.5)" for i in range(12))]


@pytest.mark.parametrize("expression", SHAPES)
def test_answers_are_what_the_documentation_says(client: TestClient, expression: str) -> None:
    for at in ("", "x:0"):
        params = {"expr": expression, "at": at if "x" in expression and "x_" not in expression else ""}
        for formulas in ("latex", "math"):
            link = {**params, "formulas": formulas}
            GraphAnswer.model_validate_json(client.get("/api/v1/graph", params=link).content)
    body = {"expression": "1/x", "name": "x"}
    SweepAnswer.model_validate_json(client.post("/api/v1/sweep", json=body).content)
    CheckAnswer.model_validate_json(client.post("/api/v1/check", json={"expression": expression}).content)
    ProblemAnswer.model_validate_json(client.get("/api/v1/graph", params={"expr": expression + " +"}).content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lessons_are_what_the_documentation_says(client: TestClient, language: str) -> None:
    listed = LessonsAnswer.model_validate_json(client.get("/api/v1/lessons", params={"lang": language}).content)
    assert [row.name for row in listed.lessons] == [*LESSONS]
    for row in listed.lessons:
        link = f"/api/v1/lessons/{row.name}"
        lesson = LessonAnswer.model_validate_json(client.get(link, params={"lang": language}).content)
        assert (lesson.title, lesson.about, len(lesson.steps)) == (row.title, row.about, row.steps)
    ProblemAnswer.model_validate_json(client.get("/api/v1/lessons/none", params={"lang": language}).content)
