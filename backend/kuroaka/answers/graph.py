"""A scene in, the JSON of the contract out."""

import math
from collections.abc import Mapping
from typing import Any

from kuroaka.answers.encoding import Setting, finite
from kuroaka.answers.rows import Rows, rows_of
from kuroaka.formulas import name_math, print_number
from kuroaka.graph.conventions import at_kinks
from kuroaka.graph.ids import edge_id, node_id
from kuroaka.graph.nonfinite import Flag, flag_gradients, flag_values
from kuroaka.narration import Piece, sentence
from kuroaka.scene import Scene
from kuroaka.words import say


def graph_answer(scene: Scene, setting: Setting = "latex") -> dict[str, Any]:
    """Everything about a graph at a point, as ``POST /api/v1/graph`` sends it: all nodes and edges, also those inside
    circles, and the steps of what is drawn. In LaTeX the steps are sentences, else clauses."""
    graph, evaluation, labels, language = scene.graph, scene.evaluation, scene.labels, scene.asked.lang
    rows = rows_of(scene, setting)
    adjoint_flags, edge_flags = flag_gradients(evaluation)
    answer: dict[str, Any] = {
        "expression": graph.text,
        "latex": rows.latex,
        "output": node_id(graph.output),
        "value": finite(evaluation.value),
        "seed": evaluation.seeds[0],
        "upstream": labels.seeds[0],
        "outputs": [_output(scene, place, setting) for place in range(len(graph.outputs))],
        "naming": "names" if labels.by_name else "written",
        "view": "network" if scene.drawn.is_network else "graph",
        "layered": scene.layered,
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
        "nodes": _nodes(scene, rows, adjoint_flags),
        "edges": _edges(scene, rows, edge_flags),
        "steps": [{**step, **_told(scene, told, setting)} for step, told in zip(rows.steps, rows.told, strict=True)],
    }
    return answer | {"functions": rows.functions} if rows.functions else answer


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


def _nodes(scene: Scene, rows: Rows, adjoint_flags: Mapping[int, Flag]) -> list[dict[str, Any]]:
    numbers = scene.evaluation.passes
    value_flags, kinks = flag_values(scene.evaluation), at_kinks(scene.evaluation)
    return [
        {
            **row,
            **({"convention": say(f"note.{kinks[node]}", scene.asked.lang)} if node in kinks else {}),
            **_number("value", numbers.values[node], value_flags.get(node), scene, node),
            **_number("adjoint", numbers.adjoints[node], adjoint_flags.get(node), scene, node),
        }
        for node, row in enumerate(rows.nodes)
    ]


def _edges(scene: Scene, rows: Rows, flags: Mapping[int, Flag]) -> list[dict[str, Any]]:
    evaluation, numbers = scene.evaluation, scene.evaluation.passes
    return [
        {
            **row,
            "value": finite(numbers.values[edge.source]),
            "local": finite(evaluation.locals[line]),
            **_number("contribution", numbers.contributions[line], flags.get(line), scene, edge.target),
        }
        for line, (edge, row) in enumerate(zip(scene.graph.edges, rows.edges, strict=True))
    ]


def _told(scene: Scene, told: list[Piece], setting: Setting) -> dict[str, Any]:
    if setting == "latex":
        return {"says": sentence(scene, told)}
    return {"clauses": [_piece(scene, piece) for piece in told]}


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
