"""The computational graph: frozen columns, one entry a node, inputs always before their consumers.

What enters: nothing (``kuroaka.graph.Tape`` makes one). What leaves: the structure that every later room reads.
Values and adjoints never live here; they belong to the result of an evaluation, so one graph can be shared by any
number of requests.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Literal, NamedTuple

from kuroaka.graph.calls import FunctionCall
from kuroaka.language.notice import Notice

Kind = Literal["variable", "constant", "operation", "branch"]
Span = tuple[int, int]
NOWHERE: Span = (0, 0)  # the span of what nobody typed


OUTSIDE = -1  # the target of a line that leaves the graph


class Edge(NamedTuple):
    """One line of the figure: ``target`` takes ``source`` as its input number ``position``. A line out of an output
    has OUTSIDE as its target, and its position is that of the output."""

    source: int
    target: int
    position: int


@dataclass(frozen=True)
class Graph:
    """A graph of ``len(graph)`` nodes in topological order; every column has one entry a node.

    A value used more than once passes through a node of kind ``branch`` (the dot of the figure), so a node
    of any other kind has at most one line that leaves it: ValueError otherwise. A constant with a name is a *named
    constant*: it has a gradient, and its number is only a default. A constant without a name is a literal.

    A *line* is drawn for every edge, and one more leaves each of the ``outputs``: on it a seed comes in. Wherever lines
    are counted, a line is an index into ``lines``, which has the edges first.

    >>> Graph("", ("variable", "operation"), ("", "mul"), ("x", ""), (None, None), ((), (0, 0)), (1,))
    Traceback (most recent call last):
    ValueError: node 0 is used more than once and is no branch; a Tape puts one in
    """

    text: str
    kinds: tuple[Kind, ...]
    operations: tuple[str, ...]  # the operation's name, "" on other kinds
    names: tuple[str, ...]  # the variable's, constant's or binding's name, "" without one
    numbers: tuple[float | None, ...]  # the number of a constant, None on other kinds
    inputs: tuple[tuple[int, ...], ...]
    outputs: tuple[int, ...]
    spans: tuple[Span, ...] = ()  # where the node stands in ``text``, in code points; NOWHERE if nobody typed it
    opened: tuple[str, ...] = ()  # the operation or function whose inside the node belongs to, "" for none
    groups: tuple[int, ...] = ()  # the index in ``calls`` of the call that the node belongs to, -1 for none
    calls: tuple[FunctionCall, ...] = ()
    notices: tuple[Notice, ...] = field(default=(), compare=False)  # what was understood, but perhaps not meant
    dropped: frozenset[str] = field(default=frozenset(), compare=False)  # names of the text that lead nowhere
    output_names: tuple[str, ...] = ()  # of each output, "" for none
    plan: ClassVar[Any] = None  # of the passes over it in numbers, once there was one

    def __post_init__(self) -> None:
        count = len(self.kinds)
        if not self.spans:
            object.__setattr__(self, "spans", (NOWHERE,) * count)
        if not self.opened:
            object.__setattr__(self, "opened", ("",) * count)
        if not self.groups:
            object.__setattr__(self, "groups", (-1,) * count)
        if not self.output_names:
            named = [self.names[node] if self.kinds[node] == "operation" else "" for node in self.outputs]
            object.__setattr__(self, "output_names", tuple(named))
        used: set[int] = set()
        for sources in (*self.inputs, self.outputs):
            for source in sources:
                if source in used and self.kinds[source] != "branch":
                    raise ValueError(f"node {source} is used more than once and is no branch; a Tape puts one in")
                used.add(source)

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """What is kept by graph is looked up often, and the columns are long."""
        return hash((self.text, self.kinds, self.operations, self.inputs, self.outputs))

    def __len__(self) -> int:
        return len(self.kinds)

    @property
    def output(self) -> int:
        """The output, of several the first."""
        return self.outputs[0]

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every line between two nodes, ordered by target and position."""
        new = tuple.__new__  # in half the time of a call of the class
        return tuple(
            [
                new(Edge, (source, target, position))
                for target, sources in enumerate(self.inputs)
                for position, source in enumerate(sources)
            ]
        )

    @cached_property
    def lines(self) -> tuple[Edge, ...]:
        """Every line: the edges, then the one out of each output."""
        return (*self.edges, *(Edge(output, OUTSIDE, position) for position, output in enumerate(self.outputs)))

    def origin(self, node: int) -> int:
        """The node whose value a dot hands on; of all others the node itself."""
        while self.kinds[node] == "branch":
            node = self.inputs[node][0]
        return node

    def ends(self, node: int) -> bool:
        """Whether a node is an output and nothing else takes its value."""
        return all(line >= len(self.edges) for line in self.consumers[node])

    @property
    def output_lines(self) -> range:
        """The lines that leave the graph, one for each output."""
        return range(len(self.edges), len(self.lines))

    @cached_property
    def consumers(self) -> tuple[tuple[int, ...], ...]:
        """For each node, the lines that leave it."""
        leaving: list[list[int]] = [[] for _ in self.kinds]
        for index, line in enumerate(self.lines):
            leaving[line.source].append(index)
        return tuple(map(tuple, leaving))

    @cached_property
    def arrivals(self) -> tuple[tuple[int, ...], ...]:
        """For each node, the lines that end in it, in the order of its inputs."""
        arriving: list[list[int]] = [[] for _ in self.kinds]
        for index, edge in enumerate(self.edges):
            arriving[edge.target].append(index)
        return tuple(map(tuple, arriving))

    @cached_property
    def returning(self) -> tuple[tuple[int, ...], ...]:
        """For each node, the lines on which gradients come back to it, in the order in which they are added: the
        seed first, then the latest consumer, as the red values come in, then by position.

        >>> from kuroaka.graph import build
        >>> graph = build("x*x + sin(x)")
        >>> [graph.edges[line][1:] for line in graph.returning[1]]  # to sin, then to both inputs of the product
        [(3, 0), (2, 0), (2, 1)]
        """
        return tuple(
            [
                () if not flows else lines if len(lines) == 1 else tuple(sorted(lines, key=self._comes_back))
                for lines, flows in zip(self.consumers, self.differentiable, strict=True)
            ]
        )

    def _comes_back(self, line: int) -> tuple[int, int]:
        target = self.lines[line].target
        return -len(self) if target == OUTSIDE else -target, line

    @cached_property
    def differentiable(self) -> tuple[bool, ...]:
        """For each node, whether it leads to a variable or a named constant, so that red flows into it."""
        leads: list[bool] = []
        for kind, name, inputs in zip(self.kinds, self.names, self.inputs, strict=True):
            if not inputs:
                leads.append(kind == "variable" or bool(name))
            elif len(inputs) == 1:
                leads.append(leads[inputs[0]])
            else:
                leads.append(True in [leads[source] for source in inputs])
        return tuple(leads)

    @cached_property
    def taken(self) -> frozenset[str]:
        """Every name in it."""
        return frozenset(filter(None, self.names))

    @cached_property
    def applied(self) -> frozenset[str]:
        """The names of the operations in it."""
        return frozenset(name for kind, name in zip(self.kinds, self.operations, strict=True) if kind == "operation")

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
