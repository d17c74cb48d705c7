"""A graph drawn by us and by others, and how often lines cross: counted on the finished lines, for all alike."""

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from kuroaka.figure.layout.lay_out import lay_out
from kuroaka.figure.type.geometry import LineSize, NodeSize, Point, times_crossed
from kuroaka.graph import Graph
from tests.benchmarks.nodes import HERE, node_version

Lines = Sequence[Sequence[Point]]

PATIENCE = 180  # seconds for one layout of another
SIZES = {"operation": NodeSize(18, 18, 18, 18), "branch": NodeSize(4, 4, 4, 4)}
LEAF = NodeSize(20, 0, 8, 8)
LABEL = LineSize(16, 16, 40, 40)
SAMPLES = 8  # of each piece of a spline


def ours(graph: Graph) -> Lines:
    """Ours need room for labels; a line that leaves the graph is no line of the others."""
    sizes = [SIZES.get(kind, LEAF) for kind in graph.kinds]
    layout = lay_out(graph, sizes, [LABEL] * len(graph.lines), [LEAF] * len(graph.outputs))
    return [path.axis for path in layout.lines[: len(graph.edges)] if path]


def dot(graph: Graph, *, ordered: bool) -> Lines:
    nodes, edges = _drawn(graph)
    sizes = [f"{node} [width={width / 72}, height={height / 72}];" for node, (width, height) in nodes.items()]
    written = f"digraph {{ rankdir=LR; {'ordering=in;' if ordered else ''} node [shape=box, fixedsize=true];"
    written += "".join([*sizes, *(f"{source} -> {target} [dir=none];" for source, target in edges)]) + "}"
    drawn = [line.split() for line in _run(["dot", "-Tplain"], written).splitlines()]
    splines = [list(map(float, words[4 : 4 + 2 * int(words[3])])) for words in drawn if words[0] == "edge"]
    return [_sampled(list(zip(spline[::2], spline[1::2], strict=True))) for spline in splines]


def in_node(peer: str, graph: Graph, *, ordered: bool) -> Lines:
    """elkjs or dagre."""
    nodes, edges = _drawn(graph)
    place = {node: at for at, node in enumerate(nodes)}
    asked = {
        "nodes": [{"width": width, "height": height} for width, height in nodes.values()],
        "edges": [(place[source], place[target]) for source, target in edges],
        "ordered": ordered,
    }
    found: Lines = json.loads(_run(["node", str(HERE / "layout_peers.js"), peer], json.dumps(asked)))
    return found


class Peer(NamedTuple):
    """Draws a graph, perhaps with operands in order, as ours always are."""

    draw: Callable[..., Lines]
    knows_order: bool


def peers() -> dict[str, Peer]:
    """Who is here."""
    found: dict[str, Peer] = {}
    if shutil.which("dot"):
        found["dot"] = Peer(dot, knows_order=True)
    if node_version("elkjs"):
        found["elkjs"] = Peer(partial(in_node, "elkjs"), knows_order=True)
    if node_version("@dagrejs/dagre"):
        found["dagre"] = Peer(partial(in_node, "dagre"), knows_order=False)
    return found


def counted(peer: Peer, graph: Graph, *, ordered: bool = False) -> int | None:
    """The crossings of a peer, or None if we had to wait too long."""
    try:
        return crossings(peer.draw(graph, ordered=ordered))
    except subprocess.TimeoutExpired:
        return None


def crossings(lines: Lines) -> int:
    """How often lines cross; not counted where they meet, at their ends."""
    boxes = [(min(x for x, _ in line), max(x for x, _ in line)) for line in lines]
    order = sorted(range(len(lines)), key=boxes.__getitem__)
    return sum(
        times_crossed(lines[one], lines[other])
        for at, one in enumerate(order)
        for other in order[at + 1 :]
        if boxes[other][0] < boxes[one][1]
    )


def _drawn(graph: Graph) -> tuple[dict[int, tuple[float, float]], list[tuple[int, int]]]:
    """Sizes of the nodes that are drawn, and the edges between them."""
    sizes = {
        node: (size.left + size.right, size.above + size.below)
        for node, kind in enumerate(graph.kinds)
        if node not in graph.exponents
        for size in [SIZES.get(kind, LEAF)]
    }
    return sizes, [(edge.source, edge.target) for edge in graph.edges if edge.source in sizes]


def _sampled(points: Sequence[Point]) -> list[Point]:
    """A spline of cubic pieces as corners."""
    found = [points[0]]
    for at in range(0, len(points) - 3, 3):
        a, b, c, d = points[at : at + 4]
        for step in range(1, SAMPLES + 1):
            t = step / SAMPLES
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
            found.append((x, y))
    return found


def _run(command: Sequence[str], given: str) -> str:
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout
