"""A scene in, nodes and lines with labels as text out: what the formats share that lay the graph out themselves."""

from typing import NamedTuple

from kuroaka.formulas import Label, print_number
from kuroaka.graph.graph import Kind
from kuroaka.graph.ids import edge_id
from kuroaka.narration.sentences import is_told
from kuroaka.scene import Line, Scene


class TextNode(NamedTuple):
    """A node by its id in the API, and what stands in it; where a line leaves the graph, one of kind ``output``."""

    id: str
    kind: Kind | str
    text: str


class TextLine(NamedTuple):
    """A line with its black label, and its red one; None where no gradient flows, or has not flowed yet."""

    source: str
    target: str
    forward: str
    backward: str | None


def nodes(scene: Scene) -> list[TextNode]:
    """What is drawn as a node, the ends of the outputs last; a literal exponent stands in the circle of its power.

    >>> from kuroaka.asked import Asked
    >>> [node.text for node in nodes(Scene(Asked(expression="y = x^2*k")))]
    ['x', '□²', 'k', '×', 'y']
    """
    kept = [
        TextNode(node.id, node.kind, "" if node.kind == "branch" else node.sign.text)
        for node in scene.nodes
        if not node.hidden
    ]
    ends = zip(scene.graph.output_lines, scene.graph.output_names, strict=True)
    return [*kept, *(TextNode(edge_id(scene.graph, line), "output", name) for line, name in ends)]


def lines(scene: Scene) -> list[TextLine]:
    """Every line that is drawn, up to the frame that is asked for; those out of the outputs last.

    >>> from kuroaka.asked import Asked
    >>> lines(Scene(Asked(expression="x*y", at={"y": 3})))[0]
    TextLine(source='n0', target='n2', forward='x', backward='E*y')
    """
    nodes = scene.nodes
    return [
        TextLine(
            nodes[line.source].id,
            line.id if line.target is None else nodes[line.target].id,
            _forward(scene, line),
            _backward(scene, line) if scene.is_drawn(place, "backward") else None,
        )
        for place, line in enumerate(scene.lines)
        if not nodes[line.source].hidden and scene.is_drawn(place, "forward")
    ]


def _forward(scene: Scene, line: Line) -> str:
    match scene.asked.show:
        case ("formulas", "numbers"):
            return _both(line.forward, line.value)
        case ("numbers", *_):
            return print_number(line.value)
        case _:
            return line.forward.text


def _backward(scene: Scene, line: Line) -> str | None:
    if line.flowing is None:
        return None
    match scene.asked.show:
        case ("formulas", "numbers"):
            return line.backward and _both(line.backward, line.flowing)
        case ("numbers", *_):
            return print_number(line.flowing)
        case ("rules", *_):
            return line.rule and line.rule.text
        case _:
            return line.backward and line.backward.text


def _both(label: Label, value: float) -> str:
    """A formula with its number, unless the number says it all."""
    printed = print_number(value)
    return f"{label.text} = {printed}" if is_told(label, value) else printed
