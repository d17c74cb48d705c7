"""A graph and bound names in, a smaller graph out: everything that is used for one of the names alone is drawn as
one circle that carries the name, or the circle of another of them that it is used for.

Only a way of drawing: values, adjoints and contributions are those of the whole graph, and so are the ids of what is
drawn. A node lies inside a circle if all its ways to an output lead through it. Variables and constants with names
stay outside, so their gradients are seen; nothing but literals and operations disappears.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kuroaka.graph.graph import OUTSIDE, Edge, Graph
from kuroaka.graph.ids import edge_id, node_id
from kuroaka.kept import NODES, kept


@dataclass(frozen=True)
class Drawn:
    """What is drawn of a ``whole`` graph: a ``graph`` of its own, and where its parts stand in the whole one.

    Who draws counts places of ``graph`` and names parts by ``ids`` and ``line_ids``. For who must look something up in
    the whole graph, ``nodes[i]`` and ``lines[i]`` are the place there of drawn node or line i, those out of the outputs
    included. All else speaks of places in the whole graph: ``inside`` has for each node the circle it lies in, None for
    what is drawn; ``circles`` are the nodes that stand for what lies inside them, with the name that each carries. In
    ``graph`` a circle is an operation without an operation's name, and its inputs are the lines that enter it.

    In a network (``kuroaka.graph.network``) ``halves`` has the functions that share a circle with the sum in front of
    them, whose operation the circle then has in ``graph``. A drawn line of ``onward`` has a weight riding on it:
    ``lines`` says which line that leaves, and ``onward`` on which one the red of the drawn line itself flows on.
    ``stubs`` are drawn leaves that stand close by their sum.
    """

    whole: Graph
    graph: Graph
    nodes: Sequence[int]
    lines: Sequence[int]
    inside: Sequence[int | None]
    circles: Mapping[int, str]
    halves: Mapping[int, int] = field(default_factory=dict)
    onward: Mapping[int, int] = field(default_factory=dict)
    stubs: frozenset[int] = frozenset()
    is_network: bool = False

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """For each drawn node its name outside, which is that of the whole graph."""
        return tuple(map(node_id, self.nodes))

    @cached_property
    def line_ids(self) -> tuple[str, ...]:
        """For each drawn line its name outside."""
        return tuple(edge_id(self.whole, line) for line in self.lines)

    @cached_property
    def back(self) -> tuple[int, ...]:
        """For each drawn line that of the whole graph on which its red is seen: where a number rides on it, which takes
        none, that which flows on.
        """
        flows, edges = self.whole.differentiable, self.whole.lines
        return tuple(
            self.onward[place] if place in self.onward and not flows[edges[line].source] else line
            for place, line in enumerate(self.lines)
        )

    @cached_property
    def folded(self) -> tuple[bool, ...]:
        """For each drawn node whether it stands for what lies inside it."""
        return tuple(node in self.circles for node in self.nodes)


def fold(graph: Graph, names: Collection[str] = ()) -> Drawn:
    """The graph as drawn with the circles of ``names``, and with one for every call of a function of the reader's own.
    A name that is not bound to an operation folds nothing.

    >>> from kuroaka.graph import build
    >>> drawn = fold(build("h = tanh(w*x + b); y = h + h^2"), ["h"])
    >>> [name or kind for name, kind in zip(drawn.graph.names, drawn.graph.kinds, strict=True)]
    ['w', 'x', 'b', 'h', 'branch', 'constant', 'operation', 'y']
    """
    return _fold(graph, frozenset(filter(None, names)))


@kept(NODES, lambda drawn: len(drawn.graph))
def _fold(graph: Graph, names: frozenset[str]) -> Drawn:
    named = {
        node
        for node, (kind, name) in enumerate(zip(graph.kinds, graph.names, strict=True))
        if kind == "operation" and name in names
    }
    groups = _groups(graph)
    inside = _inside(graph, named, groups)
    nodes = [node for node, circle in enumerate(inside) if circle is None]
    place = {node: number for number, node in enumerate(nodes)}
    entering: list[list[int]] = [[] for _ in nodes]
    for line, edge in enumerate(graph.edges):
        if inside[edge.source] is None:
            circle = inside[edge.target]
            entering[place[edge.target if circle is None else circle]].append(line)
    titles = {call.root: call.name for call in graph.calls if call.around < 0 and call.root in groups}
    titles |= {node: graph.names[node] for node in named}
    circles = {node: title for node, title in titles.items() if inside[node] is None}
    return Drawn(
        graph,
        Graph(
            graph.text,
            tuple(graph.kinds[node] for node in nodes),
            tuple("" if node in circles else graph.operations[node] for node in nodes),
            tuple(graph.names[node] for node in nodes),
            tuple(graph.numbers[node] for node in nodes),
            tuple(tuple(place[graph.edges[line].source] for line in lines) for lines in entering),
            tuple(place[output] for output in graph.outputs),
            tuple(graph.spans[node] for node in nodes),
            tuple(graph.opened[node] for node in nodes),
            output_names=graph.output_names,
        ),
        nodes,
        [*(line for lines in entering for line in lines), *graph.output_lines],
        inside,
        circles,
    )


def _groups(graph: Graph) -> list[int | None]:
    """For each node the root of the outermost call that it belongs to, None for none."""
    roots: list[int] = []
    for call in graph.calls:  # a call comes after the one around it
        roots.append(call.root if call.around < 0 else roots[call.around])
    found = [roots[group] if group >= 0 else None for group in graph.groups]
    return [None if root is None or root < 0 or found[root] is None else root for root in found]


def _inside(graph: Graph, named: Collection[int], groups: Sequence[int | None]) -> list[int | None]:
    """For each node the circle that all its ways to an output lead through first. One of ``named`` lies in none: who
    folds h_1 and y wants two circles.
    """
    inside: list[int | None] = [None] * len(graph)
    if not named and not graph.calls:
        return inside
    for node in reversed(range(len(graph))):
        root = groups[node]
        if root is not None and root != node:
            inside[node] = root if inside[root] is None else inside[root]
            continue
        ways = {_circle(graph.lines[line], inside, named) for line in graph.consumers[node]}
        circle = ways.pop() if len(ways) == 1 else None
        if circle is None or node in named or (graph.kinds[node] in ("variable", "constant") and graph.names[node]):
            continue
        if graph.kinds[node] == "branch" or groups[circle] != circle or circle in named:
            inside[node] = circle
    return inside


def _circle(edge: Edge, inside: Sequence[int | None], named: Collection[int]) -> int | None:
    """The circle that an edge leads into, None if it ends at something that is drawn as it is."""
    if edge.target == OUTSIDE:
        return None
    circle = inside[edge.target]
    return edge.target if circle is None and edge.target in named else circle
