"""The page says what the service says, word by word, and adds in the same order."""

import json
import random
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kuroaka.answers.encoding import encode
from kuroaka.answers.graph import graph_answer
from kuroaka.answers.operations import operations_answer
from kuroaka.asked import Asked
from kuroaka.scene import Scene
from kuroaka.words import LANGUAGES, Language
from tests.expressions import point, program

ASKED = (
    Asked(expression="1/(x-x)"),
    Asked(expression="x - x", at={"x": 2}),
    Asked(expression="x/x + 3*x"),
    Asked(expression="x1*a_b_c + alpha1 + x1^(-1)", seed=5),
    Asked(expression="x*1e-5/3"),
    Asked(expression="2"),
    Asked(expression="x"),
    Asked(expression="h = tanh(w*x + b); L = (h - t)^2 + h", at={"w": 0.3}, fold=("h",)),
    Asked(expression="x+x+x+x+x+x", at={"x": 1 / 3}),
    Asked(expression="sin(a)*sin(b)+sin(c)*sin(d)+sin(f)*sin(g)"),
)


def scenes(language: Language) -> list[Scene]:
    rng = random.Random(5)
    drawn = [Asked(expression=program(rng, 10), at=point(rng)) for _ in range(80)]
    known = [
        asked.but(at={name: asked.at[name] for name in Scene(asked.but(at={})).graph.leaves if name in asked.at})
        for asked in drawn
    ]
    return [Scene(asked.but(lang=language)) for asked in (*ASKED, *known)]


def in_browser(answers: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    run = subprocess.run(
        ["node", str(Path(__file__).with_name("narration.js"))],
        input=encode({**operations_answer("en", "math"), "graphs": answers}),
        stdout=subprocess.PIPE,
        check=True,
    )
    told: list[dict[str, Any]] = json.loads(run.stdout)
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_told_alike(language: Language) -> None:
    asked = scenes(language)
    browser = in_browser([graph_answer(scene, "math") for scene in asked])
    for scene, told in zip(asked, browser, strict=True):
        assert told["says"] == [step["says"] for step in graph_answer(scene)["steps"]], scene.graph.text
        assert told["returning"] == [list(lines) for lines in scene.graph.returning], scene.graph.text


def test_what_is_told_is_true() -> None:
    (nan,) = [step["says"] for step in graph_answer(Scene(ASKED[0]))["steps"] if "●" in step["says"]]
    assert nan.endswith("At ● the red values add up: −∞ + ∞ = NaN.")
    (both,) = [step["says"] for step in graph_answer(Scene(ASKED[1]))["steps"] if "●" in step["says"]]
    assert both.endswith("1 + (−1) = 0.")
    third = graph_answer(Scene(ASKED[8]))["steps"][-1]["says"]
    assert third.endswith("6*E = 1 + 1 + 1 + 1 + … = 6.")
