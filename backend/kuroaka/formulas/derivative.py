"""A graph and a name in, the derivative as a graph out: its text is what a textbook prints, the red label of the name
for an E of 1. A derivative too long for a line is the transcript of the rules, with lines of its own.
"""

from dataclasses import replace

from kuroaka.formulas.algebra import add, divide, scale
from kuroaka.formulas.arithmetic import FORMULAS
from kuroaka.formulas.bounded import bounded
from kuroaka.formulas.formula import Call, Formula, Sum
from kuroaka.formulas.formula import name as symbol
from kuroaka.formulas.text import text
from kuroaka.graph import Graph, build, transcript
from kuroaka.language import UNLIMITED, Limits, NameProblem, parse
from kuroaka.operations import OPERATIONS, is_general, run


def derivative(graph: Graph, name: str, limits: Limits = UNLIMITED) -> Graph:
    """The derivative of the output to a variable or named constant; of several outputs that of their sum.

    Raises NameProblem for a name the graph does not have, LimitProblem for a derivative beyond the ``limits``.

    >>> first = derivative(build("x^3 - 2*x^2 + 5*x - 1"), "x")
    >>> first.text
    '3*x^2 - 4*x + 5'
    >>> derivative(first, "x").text
    '6*x - 4'
    """
    unknown = next(filter(is_general, graph.operations), "")
    if unknown:
        raise NameProblem("no-derivative", (0, len(graph.text)), name=unknown.partition(":")[0])
    if name in graph.leaves and len(graph.outputs) == 1 and all(parse(leaf).words == (leaf,) for leaf in graph.leaves):
        written = _written(graph, name)
        used = build(written, limits=UNLIMITED).leaves
        if used.keys() <= graph.leaves.keys():  # no short name is left
            constants = [
                f"{leaf} = {number!r}".removesuffix(".0") + "; "
                for leaf, node in graph.leaves.items()
                if leaf in used and (number := graph.numbers[node]) is not None
            ]
            derived = build("".join(constants) + written, limits=limits, spelling="text")
            dropped = ({*graph.leaves} | graph.dropped) - derived.leaves.keys()
            return replace(derived, dropped=frozenset(dropped), notices=())
    return transcript(graph, name, limits)


def _written(graph: Graph, name: str) -> str:
    """The red label of a name, divided by E, with named constants by their names."""
    known = bounded(graph, _STEADY, graph.leaves)
    adjoint = known.passes.adjoints[graph.leaves[name]]
    assert adjoint is not None, "a leaf with a name always has a gradient"
    return text(divide(adjoint, symbol(known.seeds[0])))


def _steady(total: Formula) -> Formula:
    """A sum; where it is 1 - σ(x), and would cancel, σ(-x)."""
    base = total.lone
    if isinstance(base, Sum) and len(base.terms) == 2:
        for one, other in (base.terms, reversed(base.terms)):
            if one.number in (1, -1) and other.coefficient == -one.coefficient and len(other.factors) == 1:
                taken, exponent = next(iter(other.factors.items()))
                power, rest = OPERATIONS[taken.operation].complement if isinstance(taken, Call) else (0, "")
                if isinstance(taken, Call) and power == exponent and rest:
                    return scale(run(rest, FORMULAS, {"x": taken.arguments[0]}), int(one.coefficient))
    return total


_STEADY = replace(
    FORMULAS,
    primitives={
        **FORMULAS.primitives,
        "add": lambda x, y: _steady(add((x, y))),
        "sub": lambda x, y: _steady(add((x, scale(y, -1)))),
    },
)
