"""A graph in, the same graph out with some operations opened: in place of each, what defines it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial

from kuroaka.graph.graph import Graph
from kuroaka.graph.tape import Tape
from kuroaka.operations import OPERATIONS, Operation, run


def expand(graph: Graph, names: Collection[str]) -> Graph:
    """The graph with the inside of every operation among ``names`` that others define. The text stays: an inside
    stands where its operation stands.

    >>> from kuroaka.graph import build
    >>> graph = expand(build("y = sigmoid(x)"), ["sigmoid"])
    >>> [name for name in graph.operations if name], graph.opened[-1], graph.text
    (['neg', 'exp', 'add', 'div'], 'sigmoid', 'y = sigmoid(x)')
    """
    if not any(operation in names and OPERATIONS[operation].value for operation in graph.operations if operation):
        return graph
    tape = Tape()
    closed = tape.arithmetic()

    def inside(operation: Operation) -> Callable[..., int]:
        def noted(*inputs: int) -> int:
            around, tape.within = tape.within, operation.name
            result = run(operation.value, arithmetic, dict(zip(operation.arguments, inputs, strict=True)))
            tape.within = around
            return result

        return noted

    insides = {name: inside(OPERATIONS[name]) for name in names if name in OPERATIONS and OPERATIONS[name].value}
    arithmetic = replace(closed, primitives={**closed.primitives, **insides})
    place: list[int] = []
    for node, (kind, operation, name) in enumerate(zip(graph.kinds, graph.operations, graph.names, strict=True)):
        number = graph.numbers[node]
        inputs = [place[source] for source in graph.inputs[node]]
        tape.here, tape.within, tape.group = graph.spans[node], graph.opened[node], graph.groups[node]
        if kind == "branch":
            place += inputs
        elif kind == "variable":
            place.append(tape.variable(name))
        elif number is not None:
            place.append(tape.constant(operation or number, name))
        else:
            made = arithmetic.primitives.get(operation, partial(tape.call, operation))(*inputs)
            tape.close(made)
            place.append(tape.bind(name, made) if name else made)
    where = {-1: -1, **dict(enumerate(place))}  # what leads nowhere has no node
    tape.calls = [
        call._replace(root=where[call.root], inputs=tuple(where[source] for source in call.inputs))
        for call in graph.calls
    ]
    return tape.graph(*(place[output] for output in graph.outputs), text=graph.text, names=graph.output_names)
