"""Graph and numbers in, the finished figure out: labels chosen, symbols set, title and description written."""

from collections.abc import Collection, Sequence

from kuroaka.figure.draw import Labels, Show, draw
from kuroaka.figure.numerals import print_number
from kuroaka.figure.placed import Placed, place
from kuroaka.formulas import Label, Symbols, formula_of, latex, name_latex
from kuroaka.formulas import symbols as symbols_of
from kuroaka.graph import Drawn, Edge, Evaluation, fold
from kuroaka.operations import CONSTANTS, OPERATIONS
from kuroaka.words import Language, say


def figure(
    evaluation: Evaluation,
    show: Sequence[Show] = ("formulas",),
    *,
    animate: bool = True,
    frame: int | None = None,
    language: Language = "en",
    folded: Collection[str] = (),
) -> str:
    """The figure of a graph at a point, as SVG text. The first kind of ``show`` is the one seen at first. All that is
    used for one of the names ``folded`` alone is one circle.

    >>> from kuroaka.graph import build, evaluate
    >>> figure(evaluate(build("x*y"), {"x": 2, "y": 3}))[:4]
    '<svg'
    """
    gradients = ", ".join(f"{name} {print_number(value)}" for name, value in evaluation.gradients.items())
    return draw(
        compose(evaluation, show, folded),
        title=say("title.untitled", language, expression=evaluation.graph.text.strip()),
        description=say(
            "figure.description",
            language,
            value=print_number(evaluation.value),
            gradients=gradients or say("figure.no-gradients", language),
        ),
        animate=animate,
        frame=frame,
    )


def compose(evaluation: Evaluation, show: Sequence[Show] = ("formulas",), folded: Collection[str] = ()) -> Placed:
    """The labels and symbols of the figure, and where they stand."""
    graph = evaluation.graph
    drawn = fold(graph, folded)
    symbols = symbols_of(graph, opened(evaluation), drawn.circles)
    return place(
        drawn,
        labels={kind: _LABELS[kind](drawn, evaluation, symbols) for kind in show},
        symbols=[_symbol(drawn, node, symbols) for node in drawn.nodes],
        output_name=name_latex(graph.names[graph.output]) if graph.kinds[graph.output] == "operation" else "",
    )


def opened(evaluation: Evaluation) -> set[str]:
    """The named constants that were given another number: formulas show their names."""
    graph = evaluation.graph
    return {
        name
        for name, node in graph.leaves.items()
        if graph.numbers[node] is not None and evaluation.point[name] != graph.numbers[node]
    }


def _symbol(drawn: Drawn, node: int, symbols: Symbols) -> str:
    """What stands in the circle of an operation, or at the left end of a leaf's line."""
    graph = drawn.whole
    if node in drawn.circles:
        return name_latex(graph.names[node])
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


def _formulas(drawn: Drawn, _evaluation: Evaluation, symbols: Symbols) -> Labels:
    flowing = (*symbols.contributions, symbols.adjoints[drawn.whole.output])
    return Labels(
        [symbols.values[source].latex for source in _sources(drawn)],
        [_latex(flowing[line]) for line in drawn.lines],
    )


def _numbers(drawn: Drawn, evaluation: Evaluation, _symbols: Symbols) -> Labels:
    numbers = evaluation.passes
    flowing = (*numbers.contributions, numbers.adjoints[drawn.whole.output])
    return Labels(
        [print_number(numbers.values[source]) for source in _sources(drawn)],
        [_printed(flowing[line]) for line in drawn.lines],
    )


def _rules(drawn: Drawn, evaluation: Evaluation, symbols: Symbols) -> Labels:
    graph = drawn.whole
    formulas = _formulas(drawn, evaluation, symbols)
    backward: list[str | None] = []
    for edge, line, formula in zip(drawn.graph.edges, drawn.lines, formulas.backward, strict=False):
        target = drawn.nodes[edge.target]
        operation = OPERATIONS.get(graph.operations[target])
        if formula is None:
            backward.append(None)
        elif target in drawn.circles:
            backward.append(_chain(drawn, edge) or formula)
        else:
            backward.append(rule_latex(operation.backward[graph.edges[line].position] if operation else "E"))
    return Labels(formulas.forward, [*backward, formulas.backward[-1]])


def _chain(drawn: Drawn, edge: Edge) -> str:
    r"""The rule of a line into a circle, ``E\frac{\partial h}{\partial x}``; "" where that is only part of it, because
    the same value enters twice, or where the value has no name."""
    source = drawn.nodes[edge.source]
    if drawn.whole.kinds[source] == "branch":
        source = drawn.whole.inputs[source][0]
    name = drawn.whole.names[source]
    if not name or drawn.graph.inputs[edge.target].count(edge.source) > 1:
        return ""
    circle = name_latex(drawn.whole.names[drawn.nodes[edge.target]])
    return rf"E\frac{{\partial {circle}}}{{\partial {name_latex(name)}}}"


def _sources(drawn: Drawn) -> list[int]:
    """For each drawn line the node it leaves."""
    return [drawn.nodes[edge.source] for edge in drawn.graph.edges] + [drawn.whole.output]


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
