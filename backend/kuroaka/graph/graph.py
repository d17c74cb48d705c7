"""The computational graph: frozen columns, one entry a node, inputs always before their consumers.

What enters: nothing (``kuroaka.graph.build`` makes one from syntax). What leaves: the structure that every
later room reads. Values and adjoints never live here; they belong to the result of an evaluation, so one
graph can be shared by any number of requests.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

Kind = Literal["variable", "constant", "operation", "branch"]
Span = tuple[int, int]


class Edge(NamedTuple):
    """One line of the figure: ``target`` takes ``source`` as its input number ``position``."""

    source: int
    target: int
    position: int


@dataclass(frozen=True)
class Graph:
    """A graph of ``len(graph)`` nodes in topological order; every column has one entry a node.

    A value used more than once passes through a node of kind ``branch`` (the dot of the figure), so a node
    of any other kind has at most one consumer. A constant with a name is a *named constant*: it has a
    gradient, and its number is only a default. A constant without a name is a literal.
    """

    text: str
    kinds: tuple[Kind, ...]
    operations: tuple[str, ...]  # the operation's name, "" on other kinds
    names: tuple[str, ...]  # the variable's, constant's or binding's name, "" without one
    numbers: tuple[float | None, ...]  # the number of a constant, None on other kinds
    inputs: tuple[tuple[int, ...], ...]
    spans: tuple[Span, ...]  # where the node stands in ``text``, in code points
    opened: tuple[str, ...]  # the operation whose inside the node belongs to, "" for none
    output: int

    def __len__(self) -> int:
        return len(self.kinds)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every line, ordered by target and position. The line out of the output is not among them."""
        return tuple(
            Edge(source, target, position)
            for target, sources in enumerate(self.inputs)
            for position, source in enumerate(sources)
        )

    @cached_property
    def consumers(self) -> tuple[tuple[int, ...], ...]:
        """For each node, the indices into ``edges`` of the lines that leave it."""
        leaving: list[list[int]] = [[] for _ in self.kinds]
        for index, edge in enumerate(self.edges):
            leaving[edge.source].append(index)
        return tuple(map(tuple, leaving))

    @cached_property
    def arrivals(self) -> tuple[tuple[int, ...], ...]:
        """For each node, the indices into ``edges`` of the lines that end in it, in the order of its inputs."""
        arriving: list[list[int]] = [[] for _ in self.kinds]
        for index, edge in enumerate(self.edges):
            arriving[edge.target].append(index)
        return tuple(map(tuple, arriving))

    @cached_property
    def differentiable(self) -> tuple[bool, ...]:
        """For each node, whether it leads to a variable or a named constant, so that red flows into it."""
        leads = [False] * len(self)
        for node, (kind, name) in enumerate(zip(self.kinds, self.names, strict=True)):
            if kind in ("variable", "constant"):
                leads[node] = kind == "variable" or bool(name)
            else:
                leads[node] = any(leads[source] for source in self.inputs[node])
        return tuple(leads)

    @cached_property
    def leaves(self) -> dict[str, int]:
        """The nodes that have a gradient to report, by name: variables and named constants, as they appear."""
        return {
            name: node
            for node, (kind, name) in enumerate(zip(self.kinds, self.names, strict=True))
            if name and kind in ("variable", "constant")
        }

    @cached_property
    def exponents(self) -> frozenset[int]:
        """Literal exponents: the figure writes them inside the circle of their power instead of drawing them."""
        return frozenset(
            self.inputs[node][1]
            for node, operation in enumerate(self.operations)
            if operation == "pow"
            and self.kinds[self.inputs[node][1]] == "constant"
            and not self.names[self.inputs[node][1]]
        )
