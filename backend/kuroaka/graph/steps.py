"""Graph in, steps out: which operations work in which frame, and in which order their lines are drawn.

The article's order: an operation works as late as its consumers allow, so everything that happens side by
side happens in one frame. Forward, frame by frame, toward the output; backward the same frames in reverse.
A branch sends backward in the frame in which the last of its red values has come in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kuroaka.graph.graph import OUTSIDE, Graph
from kuroaka.kept import NODES, kept

Direction = Literal["forward", "backward"]


@dataclass(frozen=True)
class Step:
    """One frame: its nodes, and its lines in beats (the lines of one beat are drawn together).

    A line is an index into ``graph.lines``.
    """

    direction: Direction
    nodes: tuple[int, ...]
    beats: tuple[tuple[int, ...], ...]


def columns(graph: Graph) -> tuple[int, ...]:
    """For each node its column: an operation's counts from 1, a leaf has 0, a branch that of its source.

    >>> from kuroaka.graph import build
    >>> graph = build("x*y + 1")
    >>> [(graph.operations[node], column) for node, column in enumerate(columns(graph)) if column]
    [('mul', 1), ('add', 2)]
    """
    heights = _heights(graph)
    tallest = max(heights, default=0)
    placed = [0] * len(graph)
    for node, kind in enumerate(graph.kinds):
        if kind == "operation":
            placed[node] = tallest - heights[node] + 1
        elif kind == "branch":
            placed[node] = placed[graph.inputs[node][0]]
    return tuple(placed)


@kept(NODES, len)  # frames
def steps(graph: Graph) -> tuple[Step, ...]:
    """The frames of the figure: forward, then backward. A graph of one leaf has one frame each way."""
    heights = _heights(graph)
    frames: dict[int, list[int]] = {} if "operation" in graph.kinds else {0: list(graph.outputs)}
    for node, kind in enumerate(graph.kinds):
        if kind in ("operation", "branch"):
            frames.setdefault(heights[node], []).append(node)
    order = sorted(frames)
    return (
        *_forward(graph, (frames[height] for height in reversed(order))),
        *_backward(graph, (frames[height] for height in order)),
    )


def _heights(graph: Graph) -> list[int]:
    """For each operation how many operations the longest way to an output passes, itself included; for a
    leaf or branch that of its tallest consumer."""
    tallest = [0] * len(graph)  # of the consumers, until the node itself is reached
    for node in reversed(range(len(graph))):
        tallest[node] += graph.kinds[node] == "operation"
        for source in graph.inputs[node]:
            tallest[source] = max(tallest[source], tallest[node])
    return tallest


def _forward(graph: Graph, frames: Iterable[list[int]]) -> Iterator[Step]:
    """Each frame draws what its operations still wait for (through dots), then the lines out of them; what leaves the
    graph from a dot is drawn with what comes into that."""
    drawn: set[int] = set()
    leaving = _leaving(graph)
    for number, frame in enumerate(frames):
        nodes = tuple(node for node in frame if graph.kinds[node] != "branch")
        lines = {line for node in nodes for line in graph.consumers[node]}
        waiting = [line for node in nodes for line in (*graph.arrivals[node], *leaving.get(node, ()))]
        if number == 0:
            waiting += leaving.get(OUTSIDE, ())
        while waiting:
            line = waiting.pop()
            if line not in drawn and line not in lines:
                lines.add(line)
                waiting += graph.arrivals[graph.lines[line].source]
        drawn |= lines
        before = {line: graph.arrivals[graph.lines[line].source] for line in sorted(lines)}
        yield Step("forward", nodes, _beats(before))


def _leaving(graph: Graph) -> dict[int, list[int]]:
    """For each operation the lines that leave the graph from a dot behind it; under OUTSIDE those that no operation
    makes."""
    found: dict[int, list[int]] = {}
    for line in graph.output_lines:
        node = graph.origin(graph.lines[line].source)
        found.setdefault(node if graph.kinds[node] == "operation" else OUTSIDE, []).append(line)
    return found


def _backward(graph: Graph, frames: Iterable[list[int]]) -> Iterator[Step]:
    """Each frame draws the contributions of its operations and the sums of its branches; the seeds come in with the
    first."""
    for number, frame in enumerate(frames):
        nodes = tuple(node for node in frame if graph.differentiable[node])
        lines = {
            line for node in nodes for line in graph.arrivals[node] if graph.differentiable[graph.edges[line].source]
        }
        if number == 0:
            lines |= {line for line in graph.output_lines if graph.differentiable[graph.lines[line].source]}
        before = {
            line: () if graph.lines[line].target == OUTSIDE else graph.consumers[graph.lines[line].target]
            for line in sorted(lines, reverse=True)
        }
        yield Step("backward", nodes, _beats(before))


def _beats(before: Mapping[int, Iterable[int]]) -> tuple[tuple[int, ...], ...]:
    """The lines of ``before`` grouped so that each comes right after those of them that it waits for.

    ``before`` names for each line the lines it waits for, and is ordered so that they come first."""
    beats: list[list[int]] = []
    beat: dict[int, int] = {}
    for line, others in before.items():
        beat[line] = 1 + max((beat[other] for other in others if other in beat), default=-1)
        if beat[line] == len(beats):
            beats.append([])
        beats[beat[line]].append(line)
    return tuple(map(tuple, beats))
