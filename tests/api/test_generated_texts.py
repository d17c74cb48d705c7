"""The service under fire: texts that nobody would type, asked of every route; whatever comes back is an answer."""

import json
import os
import random
import time
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from tests.expressions import program
from tests.language.test_fuzz import mutated
from tests.language.test_latex import ARTICLE, MORE
from tests.language.test_problems import REFUSED

SECONDS = float(os.environ.get("FUZZ_SECONDS", "180"))
ROUTES = ("figure.svg", "graph", "export/tikz", "export/dot", "export/latex", "export/python")
NUMBERS = (0.0, -1.0, 1e300, 5e-324, 20_000.0, -1e-9, 0.5)


def fired(client: TestClient, chance: random.Random) -> None:
    """One text, at one route, at some point."""
    seeds = [text for text, *_ in REFUSED] + [text for text, _ in (*ARTICLE, *MORE)]
    text = mutated(chance, chance.choice([*seeds, program(chance, 8)]))
    at = ",".join(f"{name}:{chance.choice(NUMBERS)}" for name in "xyw")
    route = chance.choice(ROUTES)
    if chance.random() < 0.2:
        answer = client.post("/api/v1/check", json={"expression": text, "values": {"x": chance.choice(NUMBERS)}})
    elif chance.random() < 0.1:
        answer = client.post("/api/v1/sweep", json={"expression": text, "name": chance.choice("xyw")})
    else:
        asked = {
            "expr": text,
            "at": at,
            "show": chance.choice(("formulas", "numbers", "rules", "formulas,numbers")),
            "view": chance.choice(("auto", "network")),
            "fold": chance.choice(("", "m", "m,n")),
            "naming": chance.choice(("auto", "names")),
        }
        answer = client.get(f"/api/v1/{route}", params=asked)
    assert answer.status_code in (200, 400, 414, 422), (text, at, answer.text)
    if answer.headers["content-type"].startswith("image/svg"):
        ElementTree.fromstring(answer.content)
    elif "json" in answer.headers["content-type"]:
        json.loads(answer.text, parse_constant=lambda word: pytest.fail(f"{text!r}: {word} in JSON"))


def test_some_are_answered(client: TestClient) -> None:
    chance = random.Random(20)
    for _ in range(150):
        fired(client, chance)


@pytest.mark.slow
def test_all_are_answered(client: TestClient) -> None:
    chance = random.Random(time.time_ns())
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        fired(client, chance)
