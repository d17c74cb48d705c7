"""Evaluation in, nodes and lines with labels as text out: what the formats share that lay the graph out themselves."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from kuroaka.figure.compose import opened
from kuroaka.figure.draw import Show
from kuroaka.figure.numerals import print_number
from kuroaka.figure.sentences import sign_of
from kuroaka.formulas import Symbols, symbols
from kuroaka.graph import Evaluation, Graph
from kuroaka.graph.fold import Drawn, fold
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


def nodes(evaluation: Evaluation, folded: Collection[str] = ()) -> list[Node]:
    """What is drawn as a node, the end of the output line last; a literal exponent stands in the circle of its power.

    >>> from kuroaka.graph import build, evaluate
    >>> [node.text for node in nodes(evaluate(build("y = x^2*k")))]
    ['x', '□^2', 'k', '×', 'y']
    """
    graph = evaluation.graph
    drawn = fold(graph, folded)
    labels = symbols(graph, opened(evaluation), drawn.circles)
    kept = [node for node in drawn.nodes if node not in graph.exponents]
    name = graph.names[graph.output] if graph.kinds[graph.output] == "operation" else ""
    return [
        *(Node(f"n{node}", graph.kinds[node], _text(drawn, labels, node)) for node in kept),
        Node(END, "output", name),
    ]


def lines(evaluation: Evaluation, show: Show, folded: Collection[str] = ()) -> list[Line]:
    """Every line that is drawn, the one out of the output last.

    >>> from kuroaka.graph import build, evaluate
    >>> lines(evaluate(build("x*y"), {"y": 3}), "formulas")[0]
    Line(source='n0', target='n2', forward='x', backward='E*y')
    """
    graph, numbers = evaluation.graph, evaluation.passes
    drawn = fold(graph, folded)
    if show == "numbers":
        values: Sequence[str] = [print_number(value) for value in numbers.values]
        flowing = [None if value is None else print_number(value) for value in numbers.contributions]
        seed = print_number(evaluation.seed)
    else:
        labels = symbols(graph, opened(evaluation), drawn.circles)
        values, seed = [label.text for label in labels.values], labels.seed
        formulas = [label and label.text for label in labels.contributions]
        flowing = (
            formulas if show == "formulas" else [text and _rule(graph, line) for line, text in enumerate(formulas)]
        )
    ends = ((drawn.nodes[edge.source], drawn.nodes[edge.target]) for edge in drawn.graph.edges)
    kept = [
        Line(f"n{source}", f"n{target}", values[source], flowing[line])
        for (source, target), line in zip(ends, drawn.lines, strict=False)  # the last line is the output's
        if source not in graph.exponents
    ]
    is_red = graph.differentiable[graph.output]
    return [*kept, Line(f"n{graph.output}", END, values[graph.output], seed if is_red else None)]


def _text(drawn: Drawn, labels: Symbols, node: int) -> str:
    graph = drawn.whole
    if node in drawn.circles:
        return graph.names[node]
    if graph.kinds[node] == "branch":
        return ""
    return sign_of(graph, node) or graph.names[node] or labels.values[node].text


def _rule(graph: Graph, line: int) -> str:
    edge = graph.edges[line]
    operation = OPERATIONS.get(graph.operations[edge.target])
    return operation.backward[edge.position] if operation else "E"
