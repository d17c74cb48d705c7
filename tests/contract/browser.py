"""What the browser's modules make of graphs at points, run by node: one process for any number of cases."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kuroaka.answers.operations import operations_answer
from kuroaka.graph import Evaluation, Graph

RANGE = (-2.0, 2.0, 9)  # of the curves: from, to, how many points


@dataclass(frozen=True)
class Looked:
    """What the panels say of one name: the gradient check, a row a nudge, and the three columns of its curve."""

    gradient: float
    relative: bool  # errors are relative to the gradient
    at_kink: bool
    rows: list[list[float]]  # h, up, down, slope, error
    curve: list[list[float]]  # points, values, derivatives


@dataclass(frozen=True)
class Seen:
    """The numbers, a column a list; the nodes where they stop being finite; the nodes at a kink, with its note."""

    values: list[float]
    adjoints: list[float]
    locals: list[float]
    contributions: list[float]
    origins: list[tuple[int, str, str]]
    kinks: list[tuple[int, str]]
    looked: list[Looked]


def structure(graph: Graph) -> dict[str, Any]:
    """The part of the service's answer that the browser's engine reads: no labels, no sentences, no results."""
    return {
        "outputs": [{"id": f"n{output}"} for output in graph.outputs],
        "nodes": [
            {
                "id": f"n{node}",
                "kind": kind,
                "operation": graph.operations[node] or None,
                "name": graph.names[node] or None,
                "inputs": [f"n{source}" for source in graph.inputs[node]],
                "value": graph.numbers[node],
            }
            for node, kind in enumerate(graph.kinds)
        ],
        "edges": [
            {"id": f"e{line}", "source": f"n{edge.source}", "target": f"n{edge.target}", "position": edge.position}
            for line, edge in enumerate(graph.edges)
        ],
    }


def in_browser(evaluations: Sequence[Evaluation], over: Sequence[Sequence[str]] = ()) -> list[Seen]:
    """The same graphs at the same points; ``over`` has for each the names to be checked and swept, or is empty."""
    cases = [
        {
            "graph": structure(result.graph),
            "point": dict(result.point),
            "seeds": list(result.seeds),
            "over": names,
            "range": RANGE,
        }
        for result, names in zip(evaluations, over or [()] * len(evaluations), strict=True)
    ]
    run = subprocess.run(
        ["node", str(Path(__file__).with_name("engine.js"))],
        input=json.dumps({**operations_answer("en", "math"), "cases": cases}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [_seen(result) for result in json.loads(run.stdout)]


def _seen(result: dict[str, Any]) -> Seen:
    values, adjoints, locals_, contributions = map(_numbers, result["columns"])
    return Seen(
        values,
        adjoints,
        locals_,
        contributions,
        origins=[(node, of, why) for node, of, why in result["origins"]],
        kinks=[(node, note) for node, note in result["kinks"]],
        looked=[
            Looked(
                float(one["gradient"]),
                one["relative"],
                one["atKink"],
                [*map(_numbers, one["rows"])],
                [*map(_numbers, one["curve"])],
            )
            for one in result["looked"]
        ],
    )


def _numbers(written: Sequence[str]) -> list[float]:
    return [float(number) for number in written]
