"""Evaluation in, nodes and lines with labels as text out: what the formats share that lay the graph out themselves."""

from collections.abc import Sequence
from typing import NamedTuple

from kuroaka.figure.compose import opened
from kuroaka.figure.draw import Show
from kuroaka.figure.numerals import print_number
from kuroaka.figure.sentences import sign_of
from kuroaka.formulas import Symbols, symbols
from kuroaka.graph import Evaluation, Graph
from kuroaka.graph.graph import Kind
from kuroaka.operations import OPERATIONS

END = "out"  # the id of the end of the output line


class Node(NamedTuple):
    """A node by its id in the API, and what stands in it; the end of the output line is one of kind ``output``."""

    id: str
    kind: Kind | str
    text: str


class Line(NamedTuple):
    """A line with its black label, and its red one; None where no gradient flows."""

    source: str
    target: str
    forward: str
    backward: str | None


def nodes(evaluation: Evaluation) -> list[Node]:
    """What is drawn as a node, the end of the output line last; a literal exponent stands in the circle of its power.

    >>> from kuroaka.graph import build, evaluate
    >>> [node.text for node in nodes(evaluate(build("y = x^2*k")))]
    ['x', '□^2', 'k', '×', 'y']
    """
    graph = evaluation.graph
    labels = symbols(graph, opened(evaluation))
    drawn = [
        Node(f"n{node}", kind, _text(graph, labels, node))
        for node, kind in enumerate(graph.kinds)
        if node not in graph.exponents
    ]
    name = graph.names[graph.output] if graph.kinds[graph.output] == "operation" else ""
    return [*drawn, Node(END, "output", name)]


def lines(evaluation: Evaluation, show: Show) -> list[Line]:
    """Every line that is drawn, the one out of the output last.

    >>> from kuroaka.graph import build, evaluate
    >>> lines(evaluate(build("x*y"), {"y": 3}), "formulas")[0]
    Line(source='n0', target='n2', forward='x', backward='E*y')
    """
    graph, numbers = evaluation.graph, evaluation.passes
    if show == "numbers":
        values: Sequence[str] = [print_number(value) for value in numbers.values]
        flowing = [None if value is None else print_number(value) for value in numbers.contributions]
        seed = print_number(evaluation.seed)
    else:
        labels = symbols(graph, opened(evaluation))
        values, seed = [label.text for label in labels.values], labels.seed
        formulas = [label and label.text for label in labels.contributions]
        flowing = (
            formulas if show == "formulas" else [text and _rule(graph, line) for line, text in enumerate(formulas)]
        )
    drawn = [
        Line(f"n{edge.source}", f"n{edge.target}", values[edge.source], flowing[line])
        for line, edge in enumerate(graph.edges)
        if edge.source not in graph.exponents
    ]
    is_red = graph.differentiable[graph.output]
    return [*drawn, Line(f"n{graph.output}", END, values[graph.output], seed if is_red else None)]


def _text(graph: Graph, labels: Symbols, node: int) -> str:
    if graph.kinds[node] == "branch":
        return ""
    return sign_of(graph, node) or graph.names[node] or labels.values[node].text


def _rule(graph: Graph, line: int) -> str:
    edge = graph.edges[line]
    operation = OPERATIONS.get(graph.operations[edge.target])
    return operation.backward[edge.position] if operation else "E"
