"""The two passes over a graph, with any arithmetic: values forward, adjoints backward.

What enters: a graph, a value for every leaf, a seed. What leaves: a value a node, an adjoint a node, a
contribution an edge, all of the kind the arithmetic makes: floats, formulas, arrays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from kuroaka.graph.graph import Graph
from kuroaka.graph.steps import Direction
from kuroaka.operations import OPERATIONS, Arithmetic, kernel

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


class Plan(NamedTuple, Generic[T]):
    """What the passes over one graph do with one arithmetic, in order.

    ``forward`` has a function a node and the nodes it takes; ``backward`` has for each node that red flows into the
    lines on which it comes back, the nodes it takes, and the lines on which it goes on, each with its slope. What a
    branch does is None: it hands on what it gets.
    """

    leaves: Sequence[int]
    forward: Sequence[tuple[int, Callable[..., T] | None, tuple[int, ...]]]
    backward: Sequence[tuple[int, tuple[int, ...], tuple[int, ...], Sequence[tuple[int, Callable[..., T] | None]]]]


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
    plan = planned(graph, arithmetic)
    values: list[T] = [None] * len(graph)  # type: ignore[list-item]
    for node in plan.leaves:
        values[node] = leaf(node)
    for node, function, inputs in plan.forward:
        if function is None:
            values[node] = values[inputs[0]]
            continue
        if len(inputs) == 2:
            first, second = inputs
            value = function(values[first], values[second])
        elif len(inputs) == 1:
            value = function(values[inputs[0]])
        else:
            value = function(*[values[source] for source in inputs])
        values[node] = value if keep is None else keep("forward", node, value)
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
    total = arithmetic.total
    for node, returning, inputs, onward in planned(graph, arithmetic).backward:
        if len(returning) == 1:
            adjoint = contributions[returning[0]]
        else:
            adjoint = total([contributions[line] for line in returning])  # type: ignore[misc]
        if keep is not None:
            adjoint = keep("backward", node, adjoint)  # type: ignore[arg-type]
        adjoints[node] = adjoint
        if len(inputs) == 2:
            value, first, second = values[node], values[inputs[0]], values[inputs[1]]
            for line, slope in onward:
                contributions[line] = slope(adjoint, value, first, second)  # type: ignore[misc]
        elif onward:
            value, given = values[node], [values[source] for source in inputs]
            for line, slope in onward:
                contributions[line] = adjoint if slope is None else slope(adjoint, value, *given)
    return adjoints, contributions


def planned(graph: Graph, arithmetic: Arithmetic[T]) -> Plan[T]:
    """The plan for a graph. That for numbers stays with the graph: it is asked for again and again."""
    plan = graph.plans.get(id(arithmetic))
    if plan is None:
        plan = _plan(graph, arithmetic)
        if arithmetic.compiles:  # which no caller makes: it is there as long as this module
            graph.plans[id(arithmetic)] = plan
    return plan


def _plan(graph: Graph, arithmetic: Arithmetic[T]) -> Plan[T]:
    kernels = {name: kernel(OPERATIONS[name], arithmetic) for name in graph.applied}
    kinds, operations, inputs = graph.kinds, graph.operations, graph.inputs
    return Plan(
        [node for node, kind in enumerate(kinds) if kind in ("variable", "constant")],
        [
            (node, kernels[operations[node]].value if kind == "operation" else None, inputs[node])
            for node, kind in enumerate(kinds)
            if kind in ("operation", "branch")
        ],
        [
            (
                node,
                returning,
                inputs[node],
                [
                    (line, kernels[operations[node]].slopes[position] if kinds[node] == "operation" else None)
                    for line, position in onward
                ],
            )
            for node, returning, onward in graph.backward
        ],
    )
