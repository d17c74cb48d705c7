"""DOT is read by Graphviz itself: nodes, lines, colours, labels; what must stay text stays text. TikZ is whole."""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kuroaka.answers.graph import graph_answer
from kuroaka.asked import Asked
from kuroaka.exports import FORMATS
from kuroaka.exports.dot import _drawn, _quoted
from kuroaka.exports.lines import TextLine
from kuroaka.formulas import print_number
from kuroaka.graph import Evaluation
from kuroaka.operations import OPERATIONS
from kuroaka.scene import Scene
from tests.exports.hostile import hostile
from tests.exports.programs import ARTICLE, at
from tests.scenes import scene

TABLE = [at(name, operation.samples[0]) for name, operation in OPERATIONS.items()]
RED = "#d3232f"


def read(evaluations: Sequence[Evaluation], show: Any = "formulas") -> list[dict[str, Any]]:
    """What Graphviz reads in the drawings."""
    return graphviz([FORMATS["dot"].write(scene(result, show=show)) for result in evaluations])


def graphviz(dots: Sequence[str]) -> list[dict[str, Any]]:
    """What Graphviz reads."""
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("graphviz.js"))],
        input=json.dumps(dots),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def texts(drawn: dict[str, Any]) -> list[tuple[str, str]]:
    """The colour and the words of every text of an edge or node."""
    colour, found = "#000000", []
    for operation in drawn.get("_ldraw_", []):
        colour = operation.get("color", colour)
        if operation["op"] == "T":
            found.append((colour, operation["text"].replace("\\\\", "\\")))  # its JSON escapes them twice
    return found


@pytest.mark.parametrize("show", ["formulas", "numbers"])
def test_lines_are_those_of_the_answer(show: str) -> None:
    for result, graph in zip([*TABLE, *ARTICLE], read([*TABLE, *ARTICLE], show), strict=True):
        answer = graph_answer(scene(result))
        inside = {f"n{node}" for node in result.graph.exponents}
        wanted = []
        for edge in [one for one in answer["edges"] if one["source"] not in inside]:
            labels = [("#000000", edge["forward"]["text"] if show == "formulas" else print_number(edge["value"]))]
            if edge["backward"]:
                contribution = edge["contribution"]
                labels.append((RED, edge["backward"]["text"] if show == "formulas" else print_number(contribution)))
            wanted.append((edge["source"], edge["target"], labels))
        names = [node["name"] for node in graph["objects"]]
        drawn = [(names[edge["tail"]], names[edge["head"]], texts(edge)) for edge in graph.get("edges", [])]
        assert sorted(drawn[:-1]) == sorted(wanted), result.graph.text
        assert drawn[-1][:2] == (answer["output"], "out")
        assert set(names) == {node["id"] for node in answer["nodes"]} - inside | {"out"}


def test_each_gradient_has_a_red_head_of_its_own() -> None:
    (graph,) = read(TABLE[:1])
    for edge in graph["edges"]:
        assert {one["color"] for one in edge["_hdraw_"] if one["op"] == "C"} == {"#000000"}
        assert {one["color"] for one in edge["_tdraw_"] if one["op"] == "C"} == {RED}


def test_hostile_text_stays_text() -> None:
    for result, graph in zip(hostile(), read(hostile()), strict=True):
        names = {node["name"] for node in graph["objects"]}
        assert names == {f"n{node}" for node in range(len(result.graph)) if node not in result.graph.exponents} | {
            "out"
        }
        assert not any("URL" in part for part in [*graph["objects"], *graph["edges"]])


def test_a_label_can_hold_anything() -> None:
    anything = '"<b>&amp;\\n</b>\\'
    nodes = f"a [label={_quoted(anything)}]; b [label=b]"
    dot = f"digraph {{ {nodes}; a -> b [{_drawn(TextLine('a', 'b', anything, anything))}] }}"
    (graph,) = graphviz([dot])
    assert texts(graph["edges"][0]) == [("#000000", anything), (RED, anything)]
    assert texts(graph["objects"][0]) == [("#000000", anything)]


@pytest.mark.parametrize("name", ["tikz", "latex"])
def test_what_a_document_defines_has_names_of_its_own(name: str) -> None:
    """An author's document, into which the picture is moved, has a ``label`` and perhaps a ``red`` already."""
    text = FORMATS[name].write(scene(ARTICLE[0]))
    defined = re.findall(r"([^\n{},]+)/\.style", text) + re.findall(r"\\(?:definecolor|newcommand|def)\{([^}]+)", text)
    assert len(defined) >= 1
    assert [word for word in map(str.strip, defined) if not word.startswith("kuroaka")] == []


def test_tikz_draws_a_bend_right_behind_another() -> None:
    drawn = FORMATS["tikz"].write(Scene(Asked(expression="(y - y)*exp(x)", view="network")))
    strokes = [line for line in drawn.splitlines() if "rounded corners" in line and " -- " in line]
    assert strokes
    assert "nan" not in drawn
