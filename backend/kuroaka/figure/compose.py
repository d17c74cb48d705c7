"""Graph and numbers in, the finished figure out: labels chosen, symbols set, title and description written."""

from collections.abc import Sequence

from kuroaka.figure.draw import Labels, Show, draw
from kuroaka.figure.numerals import print_number
from kuroaka.formulas import Label, Symbols, formula_of, latex, name_latex
from kuroaka.formulas import symbols as symbols_of
from kuroaka.graph import Evaluation, Graph
from kuroaka.operations import CONSTANTS, OPERATIONS
from kuroaka.words import Language, say


def figure(
    evaluation: Evaluation,
    show: Sequence[Show] = ("formulas",),
    *,
    animate: bool = True,
    frame: int | None = None,
    language: Language = "en",
) -> str:
    """The figure of a graph at a point, as SVG text. The first kind of ``show`` is the one seen at first.

    >>> from kuroaka.graph import build, evaluate
    >>> figure(evaluate(build("x*y"), {"x": 2, "y": 3}))[:4]
    '<svg'
    """
    graph = evaluation.graph
    symbols = symbols_of(graph, opened(evaluation))
    gradients = ", ".join(f"{name} {print_number(value)}" for name, value in evaluation.gradients.items())
    return draw(
        graph,
        labels={kind: _LABELS[kind](evaluation, symbols) for kind in show},
        symbols=[_symbol(graph, node, symbols) for node in range(len(graph))],
        output_name=name_latex(graph.names[graph.output]) if graph.kinds[graph.output] == "operation" else "",
        title=say("title.untitled", language, expression=graph.text.strip()),
        description=say(
            "figure.description",
            language,
            value=print_number(evaluation.value),
            gradients=gradients or say("figure.no-gradients", language),
        ),
        animate=animate,
        frame=frame,
    )


def opened(evaluation: Evaluation) -> set[str]:
    """The named constants that were given another number: formulas show their names."""
    graph = evaluation.graph
    return {
        name
        for name, node in graph.leaves.items()
        if graph.numbers[node] is not None and evaluation.point[name] != graph.numbers[node]
    }


def _symbol(graph: Graph, node: int, symbols: Symbols) -> str:
    """What stands in the circle of an operation, or at the left end of a leaf's line."""
    operation = graph.operations[node]
    match graph.kinds[node]:
        case "branch":
            return ""
        case "variable" | "constant":
            return CONSTANTS[operation][1] if operation else symbols.values[node].latex
        case _:
            if operation == "pow" and graph.inputs[node][1] in graph.exponents:
                return rf"\square^{{{symbols.values[graph.inputs[node][1]].latex}}}"
            return OPERATIONS[operation].symbol


def _formulas(evaluation: Evaluation, symbols: Symbols) -> Labels:
    graph = evaluation.graph
    return Labels(
        [*(symbols.values[edge.source].latex for edge in graph.edges), symbols.values[graph.output].latex],
        [*map(_latex, symbols.contributions), _latex(symbols.adjoints[graph.output])],
    )


def _numbers(evaluation: Evaluation, _symbols: Symbols) -> Labels:
    graph, numbers = evaluation.graph, evaluation.passes
    return Labels(
        [print_number(value) for value in (*(numbers.values[edge.source] for edge in graph.edges), evaluation.value)],
        [_printed(value) for value in (*numbers.contributions, numbers.adjoints[graph.output])],
    )


def _rules(evaluation: Evaluation, symbols: Symbols) -> Labels:
    graph = evaluation.graph
    backward: list[str | None] = []
    for edge, flowing in zip(graph.edges, evaluation.passes.contributions, strict=True):
        operation = OPERATIONS.get(graph.operations[edge.target])
        rule = operation.backward[edge.position] if operation else "E"
        backward.append(None if flowing is None else rule_latex(rule))
    formulas = _formulas(evaluation, symbols)
    return Labels(formulas.forward, [*backward, formulas.backward[-1]])


def rule_latex(rule: str) -> str:
    r"""A rule of the table in LaTeX.

    >>> rule_latex("-E*z/y")
    '-E\\frac{z}{y}'
    """
    return latex(formula_of(rule), outside="E")


def _latex(label: Label | None) -> str | None:
    """A label for the typesetter, which does not leave the room in front of a named function that TeX leaves."""
    return None if label is None else label.latex.replace(r" \operatorname", r"\,\operatorname")


def _printed(value: float | None) -> str | None:
    return None if value is None else print_number(value)


_LABELS = {"formulas": _formulas, "numbers": _numbers, "rules": _rules}
