"""The two passes over a graph, with any arithmetic: values forward, adjoints backward.

What enters: a graph, a value for every leaf, a seed. What leaves: a value a node, an adjoint a node, a
contribution an edge, all of the kind the arithmetic makes: floats, formulas, arrays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kuroaka.graph.graph import Graph
from kuroaka.graph.steps import Direction
from kuroaka.operations import OPERATIONS, Arithmetic, apply, contribution

T = TypeVar("T")
Keep = Callable[[Direction, int, T], T]


@dataclass(frozen=True)
class Passes(Generic[T]):
    """``values`` and ``adjoints`` have one entry a node, ``contributions`` one an edge of ``graph.edges``.

    An adjoint or contribution is None where no gradient flows: toward literals.
    """

    values: Sequence[T]
    adjoints: Sequence[T | None]
    contributions: Sequence[T | None]


def passes(
    graph: Graph,
    leaf: Callable[[int], T],
    seed: T,
    arithmetic: Arithmetic[T],
    keep: Keep[T] = lambda _direction, _node, value: value,
) -> Passes[T]:
    """Both passes. ``leaf`` gives the value of a variable or constant; ``keep`` may replace what a node hands
    on (formulas put a short name for a long label there).
    """
    values = forward(graph, leaf, arithmetic, keep)
    adjoints, contributions = backward(graph, values, seed, arithmetic, keep)
    return Passes(values, adjoints, contributions)


def forward(graph: Graph, leaf: Callable[[int], T], arithmetic: Arithmetic[T], keep: Keep[T]) -> list[T]:
    """The value of every node, inputs first."""
    values: list[T] = []
    for node, (kind, operation, inputs) in enumerate(zip(graph.kinds, graph.operations, graph.inputs, strict=True)):
        if kind == "operation":
            value = apply(OPERATIONS[operation], arithmetic, *[values[source] for source in inputs])
            values.append(keep("forward", node, value))
        else:
            values.append(values[inputs[0]] if kind == "branch" else leaf(node))
    return values


def backward(
    graph: Graph, values: Sequence[T], seed: T, arithmetic: Arithmetic[T], keep: Keep[T]
) -> tuple[list[T | None], list[T | None]]:
    """The adjoint of every node and the contribution of every edge, consumers first."""
    adjoints: list[T | None] = [None] * len(graph)
    contributions: list[T | None] = [None] * len(graph.edges)
    for node in reversed(range(len(graph))):
        if not graph.differentiable[node]:
            continue
        adjoint = seed
        if node != graph.output:
            flowing = [term for line in graph.returning[node] if (term := contributions[line]) is not None]
            adjoint = keep("backward", node, arithmetic.total(flowing))
        adjoints[node] = adjoint
        inputs = tuple(values[source] for source in graph.inputs[node])
        for line in graph.arrivals[node]:
            edge = graph.edges[line]
            if not graph.differentiable[edge.source]:
                continue
            if graph.kinds[node] == "branch":
                contributions[line] = adjoint
            else:
                rule = OPERATIONS[graph.operations[node]]
                contributions[line] = contribution(rule, arithmetic, edge.position, adjoint, values[node], inputs)
    return adjoints, contributions
