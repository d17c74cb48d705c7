"""What stands for a node: in its circle, at the beginning of its line, in a sentence."""

from typing import NamedTuple

from kuroaka.formulas import mathml, name, name_math, number, raised, text
from kuroaka.graph import Graph
from kuroaka.operations import OPERATIONS, Math


class Sign(NamedTuple):
    """The sign as plain text, and as it is set."""

    text: str
    math: Math


def sign_of(graph: Graph, node: int) -> Sign:
    """The sign of a node; that of a power with a literal exponent says the exponent.

    >>> from kuroaka.graph import build
    >>> graph = build("x1^2")
    >>> sign_of(graph, graph.output), sign_of(graph, 0)
    (Sign(text='□²', math=('sup', '□', '2')), Sign(text='x1', math=('sub', 'x', '1')))
    """
    match graph.kinds[node]:
        case "branch":
            return Sign("●", "●")
        case "operation":
            operation = OPERATIONS[graph.operations[node]]
            if operation.name == "pow" and graph.inputs[node][1] in graph.exponents:
                exponent = sign_of(graph, graph.inputs[node][1])
                is_whole = exponent.text.lstrip("−").isdigit()
                above = raised(exponent.text) if is_whole else f"^{exponent.text}"
                return Sign(f"□{above}", ("sup", "□", exponent.math))
            return Sign(operation.sign, operation.symbol)
        case _:
            return name_sign(graph.names[node]) if graph.names[node] else _literal(graph, node)


def name_sign(word: str) -> Sign:
    """The sign of what goes by a name.

    >>> name_sign("alpha")
    Sign(text='alpha', math='α')
    """
    return Sign(word, name_math(word))


def _literal(graph: Graph, node: int) -> Sign:
    formula = name(graph.operations[node]) if graph.operations[node] else number(graph.numbers[node] or 0.0)
    return Sign(text(formula).replace("-", "−"), mathml(formula))
