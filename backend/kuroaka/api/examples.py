"""An example of each answer for the documentation, made by what makes the answers."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from kuroaka.answers.check import check_answer
from kuroaka.answers.encoding import encode
from kuroaka.answers.graph import graph_answer
from kuroaka.api import exports, lessons, work
from kuroaka.api.middleware import ADDRESS_LIMIT
from kuroaka.api.problems import document, where
from kuroaka.api.sharing import embedded
from kuroaka.asked import Asked
from kuroaka.graph import check
from kuroaka.language import ExpressionProblem
from kuroaka.lessons import LESSONS
from kuroaka.scene import Scene
from kuroaka.words import say

_ASKED = Asked(expression="x*y", at={"x": 2.0, "y": 3.0})
_PROBLEMS = {
    400: "malformed-json",
    404: "not-found",
    413: "body-too-large",
    414: "address-too-long",
    415: "unsupported-media-type",
    431: "headers-too-large",
    503: "too-busy",
}


@cache
def examples() -> Mapping[str, Any]:
    """By the names of the answers, problems with their status behind."""
    scene = Scene(_ASKED)
    checks = check_answer(check(scene.graph, _ASKED.at))
    return {
        "GraphAnswer": _read(encode(graph_answer(scene))),
        "SweepAnswer": _read(work.curve(_ASKED, "x", 0.0, 1.0, 3)),
        "CheckAnswer": _read(encode(checks)),
        "OperationsAnswer": {"operations": {"mul": _read(work.operations("en", "latex"))["operations"]["mul"]}},
        "SlipsAnswer": _read(work.slips("en")),
        "FormatsAnswer": _read(exports.formats("en")),
        "LessonsAnswer": _read(lessons.rows("en")),
        "LessonAnswer": _read(lessons.lesson_answer(lessons.known_lesson(LESSONS[0]), "en")),
        "OembedAnswer": embedded(
            "https://kuroaka.example/", {"expr": "x*y", "at": "x:2,y:3"}, work.sizes(_ASKED), 800, 1600
        ),
        "StatusAnswer": {"status": "ok"},
        **{f"ProblemAnswer {status}": _problem(code) for status, code in _PROBLEMS.items()},
        "ProblemAnswer 422": _refused("x + * 2"),
    }


def _problem(code: str) -> Any:
    return _read(encode(document(code, say(f"problem.{code}", limit=ADDRESS_LIMIT), "en", [])))


def _refused(text: str) -> Any:
    try:
        Scene(Asked(expression=text)).graph  # noqa: B018
    except ExpressionProblem as problem:
        return _read(encode(document(problem.code, problem.detail(), "en", [where(problem, text, "en")])))
    raise AssertionError(text)


def _read(written: bytes) -> Any:
    return json.loads(written)
