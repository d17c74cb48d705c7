"""Both passes in formulas, every one short enough for a line.

A formula that has grown too long hands on a short name instead: ``v_3`` for the value of node 3, ``g_3`` for its
gradient. So every formula is bounded and the whole takes linear time. By name, whatever the reader has named hands on
its name, ``h_1``, and ``h_bar_1`` for its gradient: formulas then are as short as a textbook's.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import chain, count

from kuroaka.formulas.formula import Formula, call, name, number
from kuroaka.formulas.names import bar
from kuroaka.graph import Graph, passes
from kuroaka.graph.passes import Passes
from kuroaka.graph.steps import Direction
from kuroaka.operations import Arithmetic, is_general

NO_CIRCLES: Mapping[int, str] = {}
LONGEST = 20  # names, numbers and calls that one line can bear
TOGETHER = 4000  # and all lines of a figure, in which nobody reads as much
SHORTEST = 6  # which each may bear all the same
DEEPEST = 4  # fractions, exponents and brackets within each other
_INDEX = re.compile(r"[\d_'].*")  # the index of a name


@dataclass(frozen=True)
class Bounded:
    """The formulas of a graph, the letters of the upstream gradients, and what each short name stands for."""

    seeds: tuple[str, ...]
    passes: Passes[Formula]
    long: Mapping[Formula, Formula]
    prefixes: Mapping[Direction, str]
    by_name: bool
    fits: bool  # no formula had to be said by a short name
    longest: int  # what one line of this graph can bear


def bounded(
    graph: Graph,
    arithmetic: Arithmetic[Formula],
    open_constants: Collection[str],
    circles: Mapping[int, str] = NO_CIRCLES,
    gradients: Mapping[int, str] = NO_CIRCLES,
    *,
    by_name: bool = False,
) -> Bounded:
    """The formulas. The nodes ``circles`` hand on their names, or the calls they stand for; the article's general node
    goes by its own name (``E ∂z/∂x``), and so does ``by_name`` whatever the reader has named, and each of
    ``gradients``.
    """
    bound = _bound(graph) if by_name else {}
    used = {*graph.leaves, *circles.values(), *bound.values()}
    seeds = upstream(len(graph.outputs), used)
    prefixes: dict[Direction, str] = {"forward": prefix("vut", used), "backward": prefix("gr", used)}
    leaf = leaves(graph, open_constants)
    calls = {call.root: call for call in graph.calls if call.around < 0 and -1 not in call.inputs}
    longest = max(SHORTEST, min(LONGEST, TOGETHER // len(graph.lines)))
    long: dict[Formula, Formula] = {}
    said: dict[int, Formula] = {}  # what the operations hand on
    fits = True

    def stands_for(node: int, formula: Formula) -> Formula:
        if node in bound:
            return name(bound[node])
        if node in circles and node in calls:
            inputs = calls[node].inputs
            arguments = (said[source] if source in said else leaf(source) for source in inputs)
            return call(f"{circles[node]}:{len(inputs)}", *arguments)
        if node in circles:
            return name(circles[node])
        if graph.names[node] and is_general(graph.operations[node]):
            return name(graph.names[node])
        return formula

    def keep(direction: Direction, node: int, formula: Formula) -> Formula:
        nonlocal fits
        if direction == "forward":
            handed = stands_for(node, formula)
        else:
            barred = "" if graph.ends(node) else (by_name and gradients.get(node)) or bar(bound.get(node, ""))
            handed = name(barred) if barred and barred not in used else formula
        if not is_bearable(handed, longest):
            handed = name(f"{prefixes[direction]}{node}")
            fits = False
        if handed != formula:
            long[handed] = formula
        if direction == "forward":
            said[node] = handed
        return handed

    result = passes(graph, leaf, [name(seed) for seed in seeds], arithmetic, keep)
    return Bounded(seeds, result, long, prefixes, bool(bound), fits, longest)


def upstream(outputs: int, used: Collection[str]) -> tuple[str, ...]:
    """The letters of what enters at the outputs, none of which is used.

    >>> upstream(1, ["x"]), upstream(1, ["E"]), upstream(2, ["x"])
    (('E',), ("E'",), ('E_1', 'E_2'))
    """
    for primes in range(60):
        letters = tuple(f"E_{number}" + "'" * primes for number in range(1, outputs + 1))
        found = letters if outputs > 1 else ("E" + "'" * primes,)
        if not {*found} & {*used}:
            return found
    raise AssertionError("no text has sixty letters for one thing")


def has_names(graph: Graph) -> bool:
    """Whether the reader has named anything that is computed."""
    return any(name and kind == "operation" for name, kind in zip(graph.names, graph.kinds, strict=True))


def _bound(graph: Graph) -> dict[int, str]:
    """The nodes that hand on a name of the reader's: operations with one, and the dots behind them."""
    names = {node: word for node, word in enumerate(graph.names) if word and graph.kinds[node] == "operation"}
    dots = {
        node: names[sources[0]]
        for node, sources in enumerate(graph.inputs)
        if graph.kinds[node] == "branch" and sources[0] in names
    }
    return names | dots


def leaves(graph: Graph, open_constants: Collection[str]) -> Callable[[int], Formula]:
    """The formula of a variable or constant; a named constant is its number unless it is among ``open_constants``."""

    def leaf(node: int) -> Formula:
        value = graph.numbers[node]
        if value is None or graph.names[node] in open_constants:
            return name(graph.names[node])
        return name(graph.operations[node]) if graph.operations[node] else number(value)

    return leaf


def is_bearable(formula: Formula, longest: int = LONGEST) -> bool:
    """Whether a line can bear it."""
    return formula.size <= longest and formula.depth <= DEEPEST


def prefix(letters: str, used: Collection[str]) -> str:
    """The first of the letters that is none of the reader's own, and ``_``; if all are, more of the first.

    >>> prefix("vu", ["x", "velocity"]), prefix("vu", ["v"]), prefix("vu", ["v_1", "u'"])
    ('v_', 'u_', 'vv_')
    """
    stems = {_INDEX.sub("", word) for word in used}
    more = (letters[0] * times for times in count(2))
    return next(f"{free}_" for free in chain(letters, more) if free not in stems)
