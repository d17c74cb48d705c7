"""Graph in, labels out: the formula of every value, gradient and contribution, as text and as it is set."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import final

from kuroaka.asked import Naming
from kuroaka.formulas.arithmetic import FORMULAS
from kuroaka.formulas.bounded import NO_CIRCLES, bounded, has_names, is_bearable, leaves
from kuroaka.formulas.formula import Formula, name
from kuroaka.formulas.latex import latex
from kuroaka.formulas.mathml import mathml
from kuroaka.formulas.text import text
from kuroaka.graph import Graph, build
from kuroaka.graph.passes import forward
from kuroaka.kept import kept
from kuroaka.language import UNLIMITED
from kuroaka.operations import OPERATIONS, Math, contribution


@final
@dataclass(frozen=True)
class Label:
    """A formula as text that parses back, and as it is set. ``means`` says both of what a short name stands for."""

    text: str
    math: Math
    means: "Label | None" = None

    @cached_property
    def latex(self) -> str:
        """The formula in LaTeX."""
        return latex(self.math)


@dataclass(frozen=True)
class Symbols:
    """Labels of one graph: ``values`` and ``adjoints`` have one entry a node, ``contributions`` one a line.

    ``seeds`` are the letters of the upstream gradients at the outputs, ``E`` (of several ``E_1``, ``E_2``) unless the
    expression uses it; ``by_name`` says that names of the reader's stand for their values, and barred for their
    gradients.
    """

    seeds: tuple[str, ...]
    values: Sequence[Label]
    adjoints: Sequence[Label | None]
    contributions: Sequence[Label | None]
    by_name: bool = False


def symbols(
    graph: Graph,
    open_constants: Collection[str] = (),
    circles: Mapping[int, str] = NO_CIRCLES,
    naming: Naming = "written",
    gradients: Mapping[int, str] = NO_CIRCLES,
) -> Symbols:
    """The labels of a graph. A named constant is folded in by its number unless it is among ``open_constants``. The
    nodes ``circles`` hand on their names, or the calls they stand for; an output does so only if it is a call.
    ``naming`` says whether formulas are written out, or go by the reader's own names, or do so only where a line could
    not bear them; ``gradients`` are nodes whose gradients then go by a name too.

    >>> labels = symbols(build("a = -1; n = a^2; z = n/(n + exp(a*x))"))
    >>> labels.values[-1].text, labels.adjoints[0].text
    ('1/(1 + exp(-x))', '-E*(x + 2)*exp(-x)/(1 + exp(-x))^2')
    """
    calls = {call.root for call in graph.calls}
    kept = {node: name for node, name in circles.items() if not graph.ends(node) or node in calls}
    return _symbols(graph, frozenset(open_constants), frozenset(kept.items()), naming, frozenset(gradients.items()))


@kept(4_000, lambda labels: len(labels.values))  # nodes; a graph is asked for again and again while its numbers change
def _symbols(
    graph: Graph,
    open_constants: frozenset[str],
    circles: frozenset[tuple[int, str]],
    naming: Naming,
    gradients: frozenset[tuple[int, str]],
) -> Symbols:
    known = bounded(graph, FORMULAS, open_constants, dict(circles), dict(gradients), by_name=naming == "names")
    if naming == "auto" and not known.fits and has_names(graph):
        known = bounded(graph, FORMULAS, open_constants, dict(circles), dict(gradients), by_name=True)
    seeds, result, long, prefixes = known.seeds, known.passes, known.long, known.prefixes

    def label(formula: Formula) -> Label:
        means = long.get(formula)
        return Label(text(formula), mathml(formula), None if means is None else label(means))

    def arriving(line: int, formula: Formula) -> Label:
        """A contribution; one too long for the line is said with the short names around it."""
        _, target, position = graph.lines[line]
        if not is_bearable(formula, known.longest) and graph.kinds[target] == "operation":
            inputs = tuple(
                result.values[node] if result.values[node].size == 1 else name(f"{prefixes['forward']}{node}")
                for node in (*graph.inputs[target], target)
            )
            (leaving,) = graph.consumers[target]
            seed = leaving - len(graph.edges)
            upstream = name(seeds[seed] if seed >= 0 else f"{prefixes['backward']}{target}")
            formula = contribution(
                OPERATIONS[graph.operations[target]], FORMULAS, position, upstream, inputs[-1], inputs[:-1]
            )
        return label(formula)

    values = list(result.values)
    for output in graph.outputs if known.by_name and not gradients else ():
        if graph.ends(output):  # its name stands behind its line anyway
            values[output] = long.get(values[output], values[output])
    return Symbols(
        seeds,
        [label(value) for value in values],
        [None if value is None else label(value) for value in result.adjoints],
        [None if value is None else arriving(line, value) for line, value in enumerate(result.contributions)],
        known.by_name,
    )


@lru_cache(2048)
def formula_of(expression: str) -> Formula:
    """The formula of an expression in our own language, all names as symbols."""
    graph = build(expression, limits=UNLIMITED)
    values = forward(graph, leaves(graph, graph.leaves), FORMULAS, lambda _direction, _node, formula: formula)
    return values[graph.output]


@lru_cache(2048)
def rule(expression: str) -> Label:
    r"""A rule of the table as a label.

    >>> rule("-E*z/y").latex
    '-\\frac{E z}{y}'
    """
    return Label(expression, mathml(formula_of(expression)))
