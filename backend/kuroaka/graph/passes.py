"""The two passes over a graph, with any arithmetic: values forward, adjoints backward.

What enters: a graph, a value for every leaf, a seed. What leaves: a value a node, an adjoint a node, a
contribution an edge, all of the kind the arithmetic makes: floats, formulas, arrays.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from kuroaka.graph.graph import Graph
from kuroaka.graph.steps import Direction
from kuroaka.operations import FLOATS, Arithmetic, kernels

T = TypeVar("T")
Keep = Callable[[Direction, int, T], T]


class Passes(NamedTuple, Generic[T]):
    """``values`` and ``adjoints`` have one entry a node, ``contributions`` one a line of ``graph.lines``: on those that
    leave the graph the seeds come in.

    An adjoint or contribution is None where no gradient flows: toward literals.
    """

    values: Sequence[T]
    adjoints: Sequence[T | None]
    contributions: Sequence[T | None]


class Plan(NamedTuple, Generic[T]):
    """What the passes over one graph do with one arithmetic, in order. ``ends`` says of each output whether red
    comes in there.

    ``forward`` has the nodes that take others: each with its function. ``backward`` has the nodes that red flows into:
    each with the lines on which it comes back, the nodes it takes, and the lines on which it goes on, each with its
    slope. What a branch does is None: it hands on what it gets.
    """

    nodes: int
    edges: int
    ends: list[bool]
    leaves: list[int]
    forward: list[tuple[int, Callable[..., T] | None, tuple[int, ...]]]
    backward: list[tuple[int, Sequence[int], tuple[int, ...], Sequence[tuple[int, Callable[..., T] | None]]]]


def passes(
    graph: Graph, leaf: Callable[[int], T], seeds: Sequence[T], arithmetic: Arithmetic[T], keep: Keep[T] | None = None
) -> Passes[T]:
    """Both passes. ``leaf`` gives the value of a variable or constant, ``seeds`` one gradient an output; ``keep`` may
    replace what a node hands on (formulas put a short name for a long label there).
    """
    plan = _planned(graph, arithmetic)
    values = _forward(plan, leaf, keep)
    return Passes(values, *_backward(plan, values, seeds, arithmetic.total, keep))


def forward(graph: Graph, leaf: Callable[[int], T], arithmetic: Arithmetic[T], keep: Keep[T] | None = None) -> list[T]:
    """The value of every node, inputs first."""
    return _forward(_planned(graph, arithmetic), leaf, keep)


def _forward(plan: Plan[T], leaf: Callable[[int], T], keep: Keep[T] | None) -> list[T]:
    values: list[T] = [None] * plan.nodes  # type: ignore[list-item]
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


def _backward(
    plan: Plan[T], values: Sequence[T], seeds: Sequence[T], total: Callable[[Iterable[T]], T], keep: Keep[T] | None
) -> tuple[list[T | None], list[T | None]]:
    """The adjoint of every node and the contribution of every line, consumers first."""
    adjoints: list[T | None] = [None] * plan.nodes
    contributions: list[T | None] = [None] * plan.edges
    contributions += [seed if flows else None for seed, flows in zip(seeds, plan.ends, strict=True)]
    for node, returning, inputs, onward in plan.backward:
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


def _planned(graph: Graph, arithmetic: Arithmetic[T]) -> Plan[T]:
    """The plan for a graph. That for numbers stays with the graph: it is asked for again and again."""
    if arithmetic is not FLOATS:
        return _plan(graph, arithmetic)
    if graph.plan is None:
        object.__setattr__(graph, "plan", _plan(graph, arithmetic))
    plan: Plan[T] = graph.plan
    return plan


def _plan(graph: Graph, arithmetic: Arithmetic[T]) -> Plan[T]:
    known, operations, flows = kernels(arithmetic), graph.operations, graph.differentiable
    leaves: list[int] = []
    forward: list[tuple[int, Callable[..., T] | None, tuple[int, ...]]] = []
    line = 0
    for node, inputs in enumerate(graph.inputs):
        if inputs:
            operation = operations[node]
            forward.append((node, known[operation].value if operation else None, inputs))
            line += len(inputs)
        else:
            leaves.append(node)
    plan = Plan(len(operations), line, [flows[output] for output in graph.outputs], leaves, forward, [])
    returning: list[list[int]] = [[] for _ in operations]  # as in graph.returning, without sorting
    for end, output in enumerate(graph.outputs, line):
        returning[output].append(end)
    for node in range(len(operations) - 1, -1, -1):
        inputs = graph.inputs[node]
        line -= len(inputs)
        if not flows[node]:
            continue
        onward: list[tuple[int, Callable[..., T] | None]] = []
        if inputs:
            operation, at = operations[node], line
            for source, slope in zip(inputs, known[operation].slopes if operation else (None,), strict=True):
                if flows[source]:
                    returning[source].append(at)
                    onward.append((at, slope))
                at += 1
        plan.backward.append((node, returning[node], inputs, onward))
    return plan
