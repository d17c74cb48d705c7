"""The two passes over a graph, with any arithmetic: values forward, adjoints backward.

What enters: a graph, a value for every leaf, a seed. What leaves: a value a node, an adjoint a node, a
contribution an edge, all of the kind the arithmetic makes: floats, formulas, arrays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kuroaka.graph.graph import Graph
from kuroaka.graph.steps import Direction
from kuroaka.operations import OPERATIONS, Arithmetic, Kernel, kernel

T = TypeVar("T")
Keep = Callable[[Direction, int, T], T]


@dataclass(frozen=True)
class Passes(Generic[T]):
    """``values`` and ``adjoints`` have one entry a node, ``contributions`` one a line of ``graph.lines``: on those that
    leave the graph the seeds come in.

    An adjoint or contribution is None where no gradient flows: toward literals.
    """

    values: Sequence[T]
    adjoints: Sequence[T | None]
    contributions: Sequence[T | None]


def passes(
    graph: Graph, leaf: Callable[[int], T], seeds: Sequence[T], arithmetic: Arithmetic[T], keep: Keep[T] | None = None
) -> Passes[T]:
    """Both passes. ``leaf`` gives the value of a variable or constant, ``seeds`` one gradient an output; ``keep`` may
    replace what a node hands on (formulas put a short name for a long label there).
    """
    values = forward(graph, leaf, arithmetic, keep)
    adjoints, contributions = backward(graph, values, seeds, arithmetic, keep)
    return Passes(values, adjoints, contributions)


def forward(graph: Graph, leaf: Callable[[int], T], arithmetic: Arithmetic[T], keep: Keep[T] | None = None) -> list[T]:
    """The value of every node, inputs first."""
    values: list[T] = []
    kernels = _kernels(graph, arithmetic)
    for node, (kind, operation, inputs) in enumerate(zip(graph.kinds, graph.operations, graph.inputs, strict=True)):
        if kind == "operation":
            value = kernels[operation].value(*[values[source] for source in inputs])
            values.append(value if keep is None else keep("forward", node, value))
        else:
            values.append(values[inputs[0]] if kind == "branch" else leaf(node))
    return values


def backward(
    graph: Graph, values: Sequence[T], seeds: Sequence[T], arithmetic: Arithmetic[T], keep: Keep[T] | None = None
) -> tuple[list[T | None], list[T | None]]:
    """The adjoint of every node and the contribution of every line, consumers first."""
    adjoints: list[T | None] = [None] * len(graph)
    contributions: list[T | None] = [None] * len(graph.edges)
    contributions += [
        seed if graph.differentiable[output] else None for output, seed in zip(graph.outputs, seeds, strict=True)
    ]
    kernels = _kernels(graph, arithmetic)
    kinds, operations, sources = graph.kinds, graph.operations, graph.inputs
    for node, returning, onward in graph.backward:
        flowing = [term for line in returning if (term := contributions[line]) is not None]
        adjoint = flowing[0] if len(flowing) == 1 else arithmetic.total(flowing)
        if keep is not None:
            adjoint = keep("backward", node, adjoint)
        adjoints[node] = adjoint
        if kinds[node] == "branch":
            contributions[onward[0][0]] = adjoint
        elif onward:
            slopes = kernels[operations[node]].slopes
            inputs = [values[source] for source in sources[node]]
            for line, position in onward:
                contributions[line] = slopes[position](adjoint, values[node], *inputs)
    return adjoints, contributions


def _kernels(graph: Graph, arithmetic: Arithmetic[T]) -> dict[str, Kernel]:
    """The functions of every operation in the graph."""
    return {name: kernel(OPERATIONS[name], arithmetic) for name in graph.applied}
