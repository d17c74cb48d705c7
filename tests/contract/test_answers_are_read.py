"""The page takes every answer of the service, and knows what is none, or that of another version."""

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from kuroaka.words import LANGUAGES

ASKED: tuple[dict[str, str], ...] = (
    {"expr": "a = -1; n = a^2; z = n/(n + exp(a*x))"},
    {"expr": "x"},
    {"expr": "2"},
    {"expr": "1/(x - x) + ln(-1)*y"},
    {"expr": "h = tanh(w*x + b); L = (h - t)^2 + h", "fold": "h", "at": "w:0.3"},
    {"expr": "sigmoid(x)", "open": "sigmoid"},
    {"expr": "f(u) = u^2 + sin(u); f(3)*f(x)"},
    {"expr": "f(u) = u^2 + sin(u); f(x)", "open": "f"},
    {"expr": "z = f(x, y)"},
    {"expr": "x*sin(y)", "derivative": "x,y"},
    {"expr": "x - y + z - w + x*y", "open": "sum"},
    {"expr": "x - y + z - w + x*y"},
    {"expr": "xy + where(x > 0, x, floor(y))"},
    {"expr": "*".join(f"(x_{place} + {place}.5)" for place in range(12))},
    {"expr": "toString = x^2; valueOf(constructor) = constructor*toString; valueOf(3)"},
)


def read(answers: Iterable[tuple[str, str]]) -> list[str]:
    """What keeps the page from reading each, empty where nothing does."""
    script = Path(__file__).with_name("answers.js")
    run = subprocess.run(["node", script], input=json.dumps([*answers]), stdout=subprocess.PIPE, text=True, check=True)
    ended: list[str] = json.loads(run.stdout)
    return ended


def ask(client: TestClient, path: str, **asked: str) -> str:
    return client.get(f"/api/v1/{path}", params=asked).text


def test_every_answer_is_read(client: TestClient) -> None:
    answers = []
    for language in LANGUAGES:
        for asked in ASKED:
            graph = ask(client, "graph", formulas="math", lang=language, **asked)
            figure = ask(client, "figure.svg", show="formulas,numbers", lang=language, **asked)
            (frames,) = re.findall(r'data-frames="([^"]*)"', figure)
            answers.append(("graph", graph))
            answers.append(("frames", json.dumps({"frames": frames, "steps": len(json.loads(graph)["steps"])})))
        answers.append(("operations", ask(client, "operations", formulas="math", lang=language)))
        answers.append(("slips", ask(client, "slips", lang=language)))
        answers.append(("formats", ask(client, "export", lang=language)))
        refused = [ask(client, "graph", expr=expr, lang=language) for expr in ("x +", "foo(x)", "x" * 3000)]
        answers += [("problem", answer) for answer in refused]
    assert read(answers) == [""] * len(answers)


def changed(answer: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """An answer with something else at a place; without it for ``...``."""
    copy = json.loads(json.dumps(answer))
    *way, last = path
    inside = copy
    for step in way:
        inside = inside[step]
    if value is ...:
        del inside[last]
    else:
        inside[last] = value
    return copy


def test_what_the_page_does_not_know_is_of_another_version(client: TestClient) -> None:
    graph = json.loads(ask(client, "graph", formulas="math", lang="en", expr="x*y + x"))
    places: tuple[tuple[tuple[str | int, ...], Any], ...] = (
        (("steps",), ...),
        (("nodes",), {}),
        (("outputs", 0, "id"), "n99"),
        (("outputs",), []),
        (("naming",), ...),
        (("view",), ...),
        (("layered",), ...),
        (("nodes", 0, "kind"), "matrix"),
        (("nodes", 0, "sign"), "x"),
        (("nodes", 3, "inputs"), ["n4", "n99"]),
        (("nodes", 0, "value"), [[1, 2]]),
        (("nodes", 0, "forward", "math"), []),
        (("edges", 0, "target"), "n99"),
        (("edges", 0, "position"), 7),
        (("steps", 0, "direction"), "sideways"),
        (("steps", 0, "clauses"), ...),
        (("steps", 0, "clauses"), [["trace", "n0"]]),
        (("steps", 0, "clauses"), [["value", "n99"]]),
    )
    table = json.loads(ask(client, "operations", formulas="math"))
    answers = [("graph", changed(graph, *place)) for place in places]
    answers.append(("operations", changed(table, ("operations", "mul", "backward"), ...)))
    for (kind, answer), error in zip(answers, read((kind, json.dumps(one)) for kind, one in answers), strict=True):
        assert error.startswith("RangeError"), (kind, error, answer)


def test_what_is_no_answer_is_known_as_none() -> None:
    answers = ("", "<!doctype html><p>Log in", '{"nodes": [', "{}", "[]", "null", "5", '"x"', '{"error": "log in"}')
    assert [error.partition(":")[0] for error in read(("graph", answer) for answer in answers)] == [
        "SyntaxError"
    ] * len(answers)
