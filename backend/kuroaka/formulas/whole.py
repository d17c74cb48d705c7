"""A graph in, its whole expression in LaTeX out, however long it is."""

from collections.abc import Collection

from kuroaka.formulas.arithmetic import FORMULAS
from kuroaka.formulas.bounded import is_bearable, leaves, prefix
from kuroaka.formulas.formula import Formula, name
from kuroaka.formulas.latex import latex
from kuroaka.formulas.mathml import mathml
from kuroaka.formulas.names import name_math
from kuroaka.graph import Graph
from kuroaka.graph.passes import forward
from kuroaka.graph.steps import Direction

LONGEST = 400  # names, numbers and calls of what has no name: more than a service lets one type
DEEPEST = 40


def whole(graph: Graph, open_constants: Collection[str] = ()) -> str:
    r"""The expression in the reader's own names. What has a name is put in where it is used, or has a line of its own
    if a line can not bear it; lines end as they do in LaTeX.

    >>> from kuroaka.graph import build
    >>> whole(build("h = 2*x; h^2"))
    '4 x^{2}'
    >>> whole(build("h = " + " + ".join(f"sin(x_{place})" for place in range(11)) + "; h^2"))  # doctest: +ELLIPSIS
    'h = \\sin x_{0}+\\sin x_{1}+...+\\sin x_{10} \\\\ h^{2}'
    """
    free = prefix("vut", [word for word in graph.names if word])
    lines: list[str] = []

    def keep(_direction: Direction, node: int, formula: Formula) -> Formula:
        named = graph.names[node]
        fits = is_bearable(formula) if named else formula.size <= LONGEST and formula.depth <= DEEPEST
        if fits or node in graph.outputs:
            return formula
        short = name(named or f"{free}{node}")
        lines.append(f"{latex(mathml(short))} = {latex(mathml(formula))}")
        return short

    values = forward(graph, leaves(graph, open_constants), FORMULAS, keep)
    last = [latex(mathml(values[output])) for output in graph.outputs]
    if len(last) > 1:
        last = [f"{latex(name_math(word))} = {one}" for word, one in zip(graph.output_names, last, strict=True)]
    elif lines and last[0].startswith("-"):  # which would go on with the line before
        last = [f"{{{last[0]}}}"]
    return r" \\ ".join([*lines, *last])
