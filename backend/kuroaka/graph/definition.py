"""A call in, the graph of its function out: what it computes from its arguments and from the names it uses."""

from kuroaka.graph.graph import Graph
from kuroaka.graph.tape import Tape


def definition(graph: Graph, index: int) -> Graph:
    """The function of a call, given by its index in ``graph.calls``.

    >>> from kuroaka.graph import build
    >>> definition(build("f(x) = w*x^2; f(y + 1)"), 0).text
    'w*x^2'
    """
    call = graph.calls[index]
    tape = Tape()
    place = {node: tape.variable(name) for node, name in zip(call.inputs, call.arguments, strict=True) if node >= 0}
    for node in range(call.root + 1):
        if node in place:
            continue
        if graph.kinds[node] == "branch":
            source = graph.inputs[node][0]
            if source in place:
                place[node] = place[source]
        elif _belongs(graph, node, index):
            inputs = (place[source] for source in graph.inputs[node])
            number = graph.numbers[node]
            operation = graph.operations[node]
            place[node] = tape.constant(operation or number) if number is not None else tape.call(operation, *inputs)
        elif graph.names[node]:
            place[node] = tape.variable(graph.names[node])
    return tape.graph(place[call.root])


def _belongs(graph: Graph, node: int, index: int) -> bool:
    """Whether a node is inside a call, or inside one that is."""
    group = graph.groups[node]
    while group not in (-1, index):
        group = graph.calls[group].around
    return group == index
