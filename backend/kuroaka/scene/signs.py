"""What an operation is called where there is no room for its name."""

from kuroaka.formulas import print_number
from kuroaka.graph import Graph
from kuroaka.operations import OPERATIONS


def sign_of(graph: Graph, node: int) -> str:
    """What stands for an operation in a sentence, "" for any other node; a power says its exponent.

    >>> from kuroaka.graph import build
    >>> graph = build("x^2")
    >>> sign_of(graph, graph.output)
    '□^2'
    """
    entry = OPERATIONS.get(graph.operations[node])
    if entry is None:
        return ""
    if entry.name == "pow" and graph.inputs[node][1] in graph.exponents:
        exponent = graph.inputs[node][1]
        return f"□^{graph.operations[exponent] or print_number(graph.numbers[exponent] or 0.0)}"
    return entry.sign or entry.spellings[0]
