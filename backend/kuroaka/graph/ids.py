"""What nodes and lines are called outside: in JSON, in the SVG, in a link."""

from kuroaka.graph.graph import Graph

END = "out"  # the line out of the first output


def node_id(node: int) -> str:
    """The name of a node of a whole graph."""
    return f"n{node}"


def edge_id(graph: Graph, line: int) -> str:
    """The name of a line of a whole graph.

    >>> from kuroaka.graph import build
    >>> graph = build("x*y")
    >>> [edge_id(graph, line) for line in range(3)]
    ['e0', 'e1', 'out']
    >>> [edge_id(build("u = x; v = x", output=["u", "v"]), line) for line in range(3)]
    ['e0', 'out', 'out2']
    """
    behind = line - len(graph.edges)
    return f"e{line}" if behind < 0 else f"{END}{behind + 1}" if behind else END
