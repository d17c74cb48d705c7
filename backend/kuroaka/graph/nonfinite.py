"""Numbers that are not finite: where they begin and why, so that the rest of a graph can stay alive."""

import math
from dataclasses import dataclass
from typing import Literal

from kuroaka.graph.evaluate import Evaluation
from kuroaka.operations import is_general

Reason = Literal["domain", "pole", "overflow", "inherited", "undefined"]


@dataclass(frozen=True)
class Flag:
    """``origin`` is true where this made it: all inputs were finite, or a value is NaN and none of its inputs is."""

    reason: Reason
    origin: bool


def flag_values(evaluation: Evaluation) -> dict[int, Flag]:
    """The nodes whose value is not finite.

    >>> from kuroaka.graph import build, evaluate
    >>> flag_values(evaluate(build("1/(x - x) + 1"), {"x": 2}))
    {4: Flag(reason='pole', origin=True), 6: Flag(reason='inherited', origin=False)}
    """
    graph, values = evaluation.graph, evaluation.passes.values
    flags: dict[int, Flag] = {}
    for node, value in enumerate(values):
        if not math.isfinite(value):
            inputs = [values[source] for source in graph.inputs[node]]
            if is_general(graph.operations[node]):
                flags[node] = Flag("undefined", origin=True)
                continue
            is_new = math.isnan(value) and not any(map(math.isnan, inputs))  # of infinities too: ∞ - ∞
            flags[node] = Flag("domain", origin=True) if is_new else _flag(value, inputs)
    return flags


def flag_gradients(evaluation: Evaluation) -> tuple[dict[int, Flag], dict[int, Flag]]:
    """The nodes whose adjoint, and the edges whose local derivative or contribution, is not finite."""
    graph, passed = evaluation.graph, evaluation.passes
    edges: dict[int, Flag] = {}
    for line, (flowing, local) in enumerate(zip(passed.contributions, evaluation.locals, strict=False)):
        if flowing is not None and local is not None and not (math.isfinite(flowing) and math.isfinite(local)):
            target = graph.edges[line].target
            upstream = passed.adjoints[target]
            known = [passed.values[source] for source in (*graph.inputs[target], target)]
            known.append(0.0 if upstream is None else upstream)
            if is_general(graph.operations[target]):
                edges[line] = Flag("undefined", origin=True)
                continue
            edges[line] = _flag(local if not math.isfinite(local) else flowing, known)
    nodes: dict[int, Flag] = {}
    for node, adjoint in enumerate(passed.adjoints):
        if adjoint is not None and not math.isfinite(adjoint):
            arriving = [passed.contributions[line] for line in graph.consumers[node]]
            nodes[node] = _flag(adjoint, [value for value in arriving if value is not None])
    return nodes, edges


def _flag(value: float, inputs: list[float]) -> Flag:
    if not all(map(math.isfinite, inputs)):
        return Flag("inherited", origin=False)
    if math.isnan(value):
        return Flag("domain", origin=True)
    return Flag("pole" if 0 in inputs else "overflow", origin=True)
