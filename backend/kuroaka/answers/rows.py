"""A scene in, what its answer says whatever the numbers are: kept for who asks for the same graph at another point."""

from functools import cache
from typing import Any, NamedTuple

from kuroaka.answers.encoding import Setting, label_answer, set_as
from kuroaka.answers.operations import operation_answer
from kuroaka.formulas import name_math, rule
from kuroaka.graph.ids import edge_id, node_id
from kuroaka.kept import Kept
from kuroaka.narration import Piece, Slot, clauses
from kuroaka.operations import OPERATIONS
from kuroaka.scene import Scene, rule_in_slots, slots


class Rows(NamedTuple):
    """What is known of a graph before it has numbers; ``told`` are the clauses of each step."""

    latex: str
    functions: dict[str, Any]
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    told: list[list[Piece]]


_known = Kept[object, Rows](4_000, lambda rows: len(rows.nodes))


def rows_of(scene: Scene, setting: Setting) -> Rows:
    """The rows of a scene without their numbers."""
    asked = scene.asked
    shape = asked.view, tuple(asked.open), tuple(asked.fold)  # a neuron that is opened is in the same graph
    key = (scene.graph, scene.overridden, *shape, asked.naming, asked.fit, asked.lang, setting)
    return _known.get(key, lambda: _made(scene, setting))


def _made(scene: Scene, setting: Setting) -> Rows:
    graph, labels = scene.graph, scene.labels
    forward = [label_answer(label, setting) for label in labels.values]
    circled = {
        whole: line.rule
        for whole, line in zip(scene.drawn.lines, scene.lines, strict=True)
        if line.target is not None and scene.nodes[line.target].folded
    }
    edges = [_edge(scene, line, forward[edge.source], setting) for line, edge in enumerate(graph.edges)]
    for line, row in enumerate(edges):
        if into := circled.get(line):  # into a circle: what that sends back, not what lies inside
            row["rule"] = label_answer(into, setting)
    unlisted = sorted(graph.applied - OPERATIONS.keys())
    return Rows(
        scene.latex,
        {name: operation_answer(OPERATIONS[name], scene.asked.lang, setting) for name in unlisted},
        [_node(scene, node, forward[node], setting) for node in range(len(graph))],
        edges,
        [
            {
                "direction": step.direction,
                "nodes": [scene.nodes[node].id for node in step.nodes],
                "edges": [
                    scene.lines[line].id for beat in step.beats for line in beat if scene.lines[line].target is not None
                ],
            }
            for step in scene.steps
        ],
        [[_signed(scene, piece, setting) for piece in clauses(scene, step)] for step in scene.steps],
    )


def _signed(scene: Scene, piece: Piece, setting: Setting) -> Piece:
    """A sign in a sentence is the same whatever the numbers are."""
    if setting == "latex" and isinstance(piece, Slot) and piece.kind == "sign":
        return scene.signs[piece.part].text
    return piece


def _node(scene: Scene, node: int, forward: dict[str, Any], setting: Setting) -> dict[str, Any]:
    graph, labels, drawn = scene.graph, scene.labels, scene.drawn
    name, sign = graph.names[node], scene.signs[node]
    row: dict[str, Any] = {
        "id": node_id(node),
        "kind": graph.kinds[node],
        "operation": graph.operations[node] or None,
        "name": name or None,
        "sign": {"text": sign.text, setting: set_as(sign.math, setting)},
        "inputs": [node_id(source) for source in graph.inputs[node]],
        "span": graph.spans[node],
        "forward": forward,
        "backward": (label := labels.adjoints[node]) and label_answer(label, setting),
    }
    if name and setting == "math":
        row["name_math"] = name_math(name)
    if graph.kinds[node] == "operation":
        row["slots"] = slots(graph, node)
    if graph.opened[node]:
        row["opened"] = graph.opened[node]
    if node in drawn.circles:
        row["folded"] = row["sign"]
        if any(call.root == node and call.around < 0 for call in graph.calls):
            row["call"] = drawn.circles[node]
    if (circle := drawn.inside[node]) is not None:
        row["inside"] = node_id(circle)
    return row


def _edge(scene: Scene, line: int, forward: dict[str, Any], setting: Setting) -> dict[str, Any]:
    graph, labels = scene.graph, scene.labels
    edge = graph.edges[line]
    name = graph.operations[edge.target]
    return {
        "id": edge_id(graph, line),
        "source": node_id(edge.source),
        "target": node_id(edge.target),
        "position": edge.position,
        "rule": _rule(rule_in_slots(graph, edge.target, edge.position) if name else "E", setting),
        "forward": forward,
        "backward": (label := labels.contributions[line]) and label_answer(label, setting),
    }


@cache
def _rule(written: str, setting: Setting) -> dict[str, Any]:
    return label_answer(rule(written), setting)
