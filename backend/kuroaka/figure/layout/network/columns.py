"""What is drawn of a network in, its columns out: what stands in which, in the order of the text.

A circle stands as far to the right as the longest way to it is long, a leaf in front of the first that takes it.
Readers count neurons, so nothing is sorted for the sake of crossings.
"""

from typing import NamedTuple

from kuroaka.graph.fold import Drawn
from kuroaka.graph.graph import OUTSIDE

MOST = 8  # circles of a column; of more the first three and the last are shown
FIRST = 3
NOWHERE = -1


class Columns(NamedTuple):
    """The column of each node (a dot's is that of what it stands behind; NOWHERE for stubs and what is not drawn), and
    the circles and leaves of each column from top to bottom, None for those that are left out."""

    of_node: list[int]
    rows: list[list[int | None]]

    def row(self, node: int) -> int | None:
        """The place of a circle or leaf in its column, None if it has none."""
        column = self.of_node[node]
        return self.rows[column].index(node) if column >= 0 and node in self.rows[column] else None


def columns(drawn: Drawn) -> Columns:
    """The columns.

    >>> from kuroaka.graph import build, fold, network
    >>> columns(network(fold(build("h = tanh(w*x + b*y); v*h + x")))).rows
    [[0, 2], [3], [4]]
    """
    graph = drawn.graph
    found = [0] * len(graph)
    for node, kind in enumerate(graph.kinds):
        found[node] = max((found[source] + (kind == "operation") for source in graph.inputs[node]), default=0)
    for node in reversed(range(len(graph))):
        if graph.kinds[node] not in ("variable", "constant"):
            continue
        takers = _takers(drawn, node)
        column = min((found[taker] for taker in takers), default=1) - 1
        found[node] = NOWHERE if node in drawn.stubs or node in graph.exponents else column
        for target in _targets(drawn, node):
            if graph.kinds[target] == "branch":
                found[target] = column
    rows: list[list[int]] = [[] for _ in range(max(found) + 1)]
    for node, column in enumerate(found):
        if column >= 0 and graph.kinds[node] != "branch":
            rows[column].append(node)
    for nodes in rows[1:]:  # what a whole layer takes stands below it
        nodes.sort(key=lambda node: graph.kinds[node] != "operation")
    shown: list[list[int | None]] = [[*nodes] for nodes in rows]
    for column, nodes in enumerate(rows):
        if len(nodes) > MOST:
            shown[column] = [*nodes[:FIRST], None, nodes[-1]]
    return Columns(found, shown)


def _takers(drawn: Drawn, node: int) -> list[int]:
    """What takes the value of a leaf, through its dot."""
    targets = _targets(drawn, node)
    through = [target for target in targets if drawn.graph.kinds[target] == "branch"]
    return [target for dot in through for target in _targets(drawn, dot)] or targets


def _targets(drawn: Drawn, node: int) -> list[int]:
    lines = (drawn.graph.lines[line] for line in drawn.graph.consumers[node])
    return [line.target for line in lines if line.target != OUTSIDE]
