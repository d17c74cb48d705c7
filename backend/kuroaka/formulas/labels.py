"""Graph in, labels out: the formula of every value, gradient and contribution, as text and as it is set.

A formula that has grown too long for a line hands on a short name instead: ``v_3`` for the value of node 3,
``g_3`` for its gradient. So every label is bounded and the whole takes linear time.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import final

from kuroaka.formulas.arithmetic import FORMULAS
from kuroaka.formulas.formula import Formula, call, name, number
from kuroaka.formulas.latex import latex
from kuroaka.formulas.mathml import mathml
from kuroaka.formulas.text import text
from kuroaka.graph import Graph, build, passes
from kuroaka.graph.passes import forward
from kuroaka.graph.steps import Direction
from kuroaka.language import UNLIMITED
from kuroaka.operations import OPERATIONS, Math, contribution, is_general

NO_CIRCLES: Mapping[int, str] = {}
LONGEST = 20  # names, numbers and calls that one line can bear
DEEPEST = 4  # fractions, exponents and brackets within each other


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
    """Labels of one graph: ``values`` and ``adjoints`` have one entry a node, ``contributions`` one an edge.

    ``seed`` is the letter of the upstream gradient at the output, ``E`` unless the expression uses it.
    """

    seed: str
    values: Sequence[Label]
    adjoints: Sequence[Label | None]
    contributions: Sequence[Label | None]


def symbols(graph: Graph, open_constants: Collection[str] = (), circles: Mapping[int, str] = NO_CIRCLES) -> Symbols:
    """The labels of a graph. A named constant is folded in by its number unless it is among ``open_constants``. The
    nodes ``circles`` hand on their names, or the calls they stand for; the output does so only if it is a call.

    >>> labels = symbols(build("a = -1; n = a^2; z = n/(n + exp(a*x))"))
    >>> labels.values[-1].text, labels.adjoints[0].text
    ('1/(1 + exp(-x))', '-E*(x + 2)*exp(-x)/(1 + exp(-x))^2')
    """
    calls = {call.root for call in graph.calls}
    kept = {node: name for node, name in circles.items() if node != graph.output or node in calls}
    return _symbols(graph, frozenset(open_constants), frozenset(kept.items()))


@lru_cache(maxsize=256)  # a graph is asked for again and again while its numbers change
def _symbols(graph: Graph, open_constants: frozenset[str], kept: frozenset[tuple[int, str]]) -> Symbols:
    circles = dict(kept)
    calls = {call.root: call for call in graph.calls if call.around < 0 and -1 not in call.inputs}
    used = {*graph.leaves, *circles.values()}
    seed = next(letter for letter in _letters("E") if letter not in used)
    prefixes = {direction: _prefix(letter, used) for direction, letter in (("forward", "v"), ("backward", "g"))}
    long: dict[Formula, Formula] = {}  # what each short name stands for
    values: dict[int, Formula] = {}  # what the operations hand on

    def leaf(node: int) -> Formula:
        value = graph.numbers[node]
        if value is None or graph.names[node] in open_constants:
            return name(graph.names[node])
        return name(graph.operations[node]) if graph.operations[node] else number(value)

    def keep(direction: Direction, node: int, formula: Formula) -> Formula:
        if direction == "forward" and node in circles:
            called = calls.get(node)
            if called is None:
                short = name(circles[node])
            else:
                arguments = [values[source] if source in values else leaf(source) for source in called.inputs]
                short = call(f"{called.name}:{len(arguments)}", *arguments)
                if not _bearable(short):
                    short = name(f"{prefixes[direction]}{node}")
        elif direction == "forward" and graph.names[node] and is_general(graph.operations[node]):
            short = name(graph.names[node])  # the article's general node goes by its name: E ∂z/∂x
        elif _bearable(formula):
            if direction == "forward":
                values[node] = formula
            return formula
        else:
            short = name(f"{prefixes[direction]}{node}")
        long[short] = formula
        if direction == "forward":
            values[node] = short
        return short

    result = passes(graph, leaf, name(seed), FORMULAS, keep)

    def label(formula: Formula) -> Label:
        means = long.get(formula)
        return Label(text(formula), mathml(formula, seed), None if means is None else label(means))

    def arriving(line: int, formula: Formula) -> Label:
        """A contribution; one too long for the line is said with the short names around it."""
        _, target, position = graph.edges[line]
        if not _bearable(formula) and graph.kinds[target] == "operation":
            inputs = tuple(
                result.values[node] if result.values[node].size == 1 else name(f"{prefixes['forward']}{node}")
                for node in (*graph.inputs[target], target)
            )
            upstream = name(seed if target == graph.output else f"{prefixes['backward']}{target}")
            formula = contribution(
                OPERATIONS[graph.operations[target]], FORMULAS, position, upstream, inputs[-1], inputs[:-1]
            )
        return label(formula)

    return Symbols(
        seed,
        [label(value) for value in result.values],
        [None if value is None else label(value) for value in result.adjoints],
        [None if value is None else arriving(line, value) for line, value in enumerate(result.contributions)],
    )


def _bearable(formula: Formula) -> bool:
    return formula.size <= LONGEST and formula.depth <= DEEPEST


def _letters(letter: str) -> Sequence[str]:
    """The letter, then the letter with ever more primes: one of them is free."""
    return [letter + "'" * primes for primes in range(60)]


def _prefix(letter: str, used: Collection[str]) -> str:
    return next(
        f"{free}_"
        for free in (letter * times for times in range(1, 60))
        if not any(word.startswith(f"{free}_") for word in used)
    )


@cache
def formula_of(expression: str) -> Formula:
    """The formula of an expression in our own language, all names as symbols."""
    graph = build(expression, limits=UNLIMITED)

    def leaf(node: int) -> Formula:
        value = graph.numbers[node]
        symbol = graph.names[node] or graph.operations[node]
        return name(symbol) if symbol or value is None else number(value)

    return forward(graph, leaf, FORMULAS, lambda _direction, _node, formula: formula)[graph.output]


@cache
def rule(expression: str) -> Label:
    r"""A rule of the table as a label.

    >>> rule("-E*z/y").latex
    '-E\\frac{z}{y}'
    """
    return Label(expression, mathml(formula_of(expression), outside="E"))
