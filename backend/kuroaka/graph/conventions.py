"""Kinks: the nodes at which a derivative does not exist and the table's convention was used instead."""

from kuroaka.graph.evaluate import Evaluation
from kuroaka.operations import FLOATS, OPERATIONS
from kuroaka.operations.rules import run


def at_kinks(evaluation: Evaluation) -> dict[int, str]:
    """For each such node the key of the note that states the convention.

    >>> from kuroaka.graph import build, evaluate
    >>> at_kinks(evaluate(build("relu(x) + relu(y)"), {"x": 0, "y": 2}))
    {1: 'relu'}
    """
    graph, values = evaluation.graph, evaluation.passes.values
    found: dict[int, str] = {}
    for node, name in enumerate(graph.operations):
        if not name or not graph.differentiable[node] or not (operation := OPERATIONS[name]).kink:
            continue
        names = {
            argument: values[source] for argument, source in zip(operation.arguments, graph.inputs[node], strict=True)
        }
        if run(operation.kink, FLOATS, names) == 0:
            found[node] = operation.note
    return found
