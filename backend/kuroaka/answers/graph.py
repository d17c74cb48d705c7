"""A scene in, the JSON of the contract out."""

import math
from functools import cache
from typing import Any

from kuroaka.answers.encoding import Setting, finite, label_answer, set_as
from kuroaka.answers.operations import operation_answer
from kuroaka.formulas import name_math, print_number, rule
from kuroaka.graph import Step
from kuroaka.graph.conventions import at_kinks
from kuroaka.graph.ids import edge_id, node_id
from kuroaka.graph.nonfinite import Flag, flag_gradients, flag_values
from kuroaka.narration import Piece, clauses, sentence
from kuroaka.operations import OPERATIONS
from kuroaka.scene import Scene, rule_in_slots, slots
from kuroaka.words import say


def graph_answer(scene: Scene, setting: Setting = "latex") -> dict[str, Any]:
    """Everything about a graph at a point, as ``POST /api/v1/graph`` sends it: all nodes and edges, also those inside
    circles, and the steps of what is drawn. In LaTeX the steps are sentences, else clauses."""
    graph, evaluation, labels, language = scene.graph, scene.evaluation, scene.labels, scene.asked.lang
    numbers = evaluation.passes
    value_flags = flag_values(evaluation)
    adjoint_flags, edge_flags = flag_gradients(evaluation)
    answer: dict[str, Any] = {
        "expression": graph.text,
        "latex": scene.latex,
        "output": node_id(graph.output),
        "value": finite(evaluation.value),
        "seed": evaluation.seeds[0],
        "upstream": labels.seeds[0],
        "outputs": [_output(scene, place, setting) for place in range(len(graph.outputs))],
        "naming": "names" if labels.by_name else "written",
        "gradients": {name: finite(value) for name, value in evaluation.gradients.items()},
        "point": evaluation.point,
        "defaulted": evaluation.defaulted,
        "notices": [
            {
                "code": notice.code,
                "span": notice.span,
                "says": notice.says(language),
                **({"output": notice.parts["outputs"]} if "outputs" in notice.parts else {}),
            }
            for notice in scene.notices
        ],
        "nodes": [],
        "edges": [],
        "steps": [
            {
                "direction": step.direction,
                "nodes": [scene.nodes[node].id for node in step.nodes],
                "edges": [
                    scene.lines[line].id for beat in step.beats for line in beat if scene.lines[line].target is not None
                ],
                **_told(scene, step, setting),
            }
            for step in scene.steps
        ],
    }
    unlisted = {name: OPERATIONS[name] for name in sorted(graph.applied - OPERATIONS.keys())}
    if unlisted:
        answer["functions"] = {name: operation_answer(row, language, setting) for name, row in unlisted.items()}
    forward = [label_answer(label, setting) for label in labels.values]
    kinks = at_kinks(evaluation)
    for node in range(len(graph)):
        row = _node(scene, node, forward[node], setting)
        if node in kinks:
            row["convention"] = say(f"note.{kinks[node]}", language)
        row |= _number("value", numbers.values[node], value_flags.get(node), scene, node)
        row |= _number("adjoint", numbers.adjoints[node], adjoint_flags.get(node), scene, node)
        answer["nodes"].append(row)
    circled = {
        whole: line.rule
        for whole, line in zip(scene.drawn.lines, scene.lines, strict=True)
        if line.target is not None and scene.nodes[line.target].folded
    }
    for line, edge in enumerate(graph.edges):
        row = _edge(scene, line, forward[edge.source], setting)
        if into := circled.get(line):  # into a circle: what that sends back, not what lies inside
            row["rule"] = label_answer(into, setting)
        row["value"] = finite(numbers.values[edge.source])
        flag = edge_flags.get(line)
        row["local"] = finite(evaluation.locals[line])
        row |= _number("contribution", numbers.contributions[line], flag, scene, edge.target)
        answer["edges"].append(row)
    return answer


def _output(scene: Scene, place: int, setting: Setting) -> dict[str, Any]:
    graph, evaluation = scene.graph, scene.evaluation
    name, upstream = graph.output_names[place], scene.labels.seeds[place]
    row: dict[str, Any] = {
        "id": node_id(graph.outputs[place]),
        "line": edge_id(graph, graph.output_lines[place]),
        "name": name or None,
        "value": finite(evaluation.values[place]),
        "seed": evaluation.seeds[place],
        "upstream": upstream,
    }
    if setting == "math":
        row |= {"name_math": name_math(name) if name else None, "upstream_math": name_math(upstream)}
    return row


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


def _told(scene: Scene, step: Step, setting: Setting) -> dict[str, Any]:
    pieces = clauses(scene, step)
    if setting == "latex":
        return {"says": sentence(scene, pieces)}
    return {"clauses": [_piece(scene, piece) for piece in pieces]}


def _piece(scene: Scene, piece: Piece) -> str | list[str]:
    """A slot as its kind, the id of its node or line, and ``"brief"`` where it is."""
    if isinstance(piece, str):
        return piece
    part = edge_id(scene.graph, piece.part) if piece.kind == "contribution" else node_id(piece.part)
    return [piece.kind, part, *(["brief"] if piece.brief else [])]


def _number(key: str, value: float | None, flag: Flag | None, scene: Scene, node: int) -> dict[str, Any]:
    """A number under its key; where it is not finite, null with what it is, why, and whether it began here."""
    row: dict[str, Any] = {key: finite(value)}
    if flag is None or value is None:
        return row
    values = scene.evaluation.passes.values
    inputs = ", ".join(print_number(values[source]) for source in scene.graph.inputs[node])
    backward = "-backward" if key != "value" and flag.reason != "inherited" else ""
    reason = "domain" if backward and flag.reason == "pole" else flag.reason
    says = say(f"reason.{reason}{backward}", scene.asked.lang, sign=scene.signs[node].text, inputs=inputs)
    prefix = "" if key == "value" else f"{key}_"
    named = "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return row | {f"{prefix}nonfinite": named, f"{prefix}reason": says, f"{prefix}origin": flag.origin}
