"""What is drawn in, the same as a network out: three folds of the same graph, with no new meaning.

A sum and the function behind it are one circle in two halves. A weight that is used once rides on the line it weighs,
so its product is no circle. A leaf that is added last enters as a short stub. As with any folding, values, adjoints,
contributions and ids are those of the whole graph; a neuron whose name is ``opened`` stays as it is.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import combinations

from kuroaka.graph.fold import Drawn
from kuroaka.graph.graph import Graph
from kuroaka.operations import sum_signs


def is_network(drawn: Drawn) -> bool:
    """Whether there is a layer: two weighted sums of the same two values.

    >>> from kuroaka.graph import build, fold
    >>> texts = "y = a*x + b*z", "p = a*x + b*z; q = c*x + d*z; p*q"
    >>> [is_network(network(fold(build(text)))) for text in texts]
    [False, True]
    """
    graph = drawn.graph
    seen: set[tuple[int, int]] = set()
    for target in range(len(graph)):
        if sum_signs(graph.operations[target]):
            shared = sorted({graph.edges[line].source for line in graph.arrivals[target] if line in drawn.onward})
            pairs = set(combinations([source for source in shared if graph.kinds[source] == "branch"][:8], 2))
            if pairs & seen:
                return True
            seen |= pairs
    return False


def network(drawn: Drawn, opened: Collection[str] = ()) -> Drawn:
    """The same as a network.

    >>> from kuroaka.graph import build, fold
    >>> drawn = network(fold(build("h = tanh(w*x + b); v*h")))
    >>> [name or kind for name, kind in zip(drawn.graph.names, drawn.graph.kinds, strict=True)]
    ['x', 'b', 'h', 'v', 'operation']
    """
    graph = drawn.graph
    made = _made_of_literals(graph)
    halves = dict(_halves(drawn, opened))
    sums = {node: function for function, node in halves.items()}
    weights = _weights(drawn, made, sums, opened)
    inside: dict[int, int] = dict(sums)  # drawn node -> the circle it lies in
    for product in weights:
        target = graph.lines[graph.consumers[product][0]].target
        inside[product] = sums.get(target, target)
    for function in halves:
        inside |= dict.fromkeys(graph.inputs[function][1:], function)  # a literal exponent
    for node in reversed(range(len(graph))):
        for line in graph.consumers[node]:
            number = graph.lines[line].target
            if number in made or inside.get(number) in made:
                inside[node] = inside.get(number, number)
    gone = inside.keys() | weights.values()
    nodes = [node for node in range(len(graph)) if node not in gone]
    place = {node: number for number, node in enumerate(nodes)}
    lines, onward, inputs = list[int](), dict[int, int](), list[tuple[int, ...]]()
    for node in nodes:
        sources: list[int] = []
        for line in graph.arrivals[halves.get(node, node)]:
            source = graph.edges[line].source
            if node in made:
                continue
            if (weight := weights.get(source)) is None:
                sources.append(place[source])
                lines.append(drawn.lines[line])
                continue
            weighing, weighed = sorted(
                graph.arrivals[source], key=lambda entering: graph.edges[entering].source != weight
            )
            sources.append(place[graph.edges[weighed].source])
            onward[len(lines)] = drawn.lines[weighed]
            lines.append(drawn.lines[weighing])
        inputs.append(tuple(sources))
    whole = drawn.nodes
    hidden = {whole[node]: whole[circle] for node, circle in inside.items()}
    found = replace(
        drawn,
        graph=Graph(
            graph.text,
            tuple("constant" if node in made else graph.kinds[node] for node in nodes),
            tuple("" if node in made else graph.operations[halves.get(node, node)] for node in nodes),
            tuple("" if node in made else graph.names[node] for node in nodes),  # with one it would have a gradient
            tuple(graph.numbers[node] for node in nodes),
            tuple(inputs),
            tuple(place[output] for output in graph.outputs),
            tuple(graph.spans[node] for node in nodes),
            tuple(graph.opened[node] for node in nodes),
            output_names=graph.output_names,
        ),
        nodes=[whole[node] for node in nodes],
        lines=[*lines, *drawn.whole.output_lines],
        inside=[hidden.get(node, circle) for node, circle in enumerate(drawn.inside)],
        halves={whole[function]: whole[node] for function, node in halves.items()},
        onward=onward,
        is_network=True,
    )
    return replace(found, stubs=frozenset(_stubs(found)))


def _halves(drawn: Drawn, opened: Collection[str]) -> Iterator[tuple[int, int]]:
    """The functions of one argument that stand right behind a sum, each with the sum."""
    graph = drawn.graph
    for node, name in enumerate(graph.operations):
        sources = [source for source in graph.inputs[node] if source not in graph.exponents]
        if name in ("", "neg") or len(sources) != 1 or graph.kinds[node] != "operation" or _is_sum(graph, node):
            continue
        if _is_sum(graph, sources[0]) and not {graph.names[node], graph.names[sources[0]]} & {*opened}:
            yield node, sources[0]


def _weights(drawn: Drawn, made: Collection[int], sums: Collection[int], opened: Collection[str]) -> dict[int, int]:
    """The products that need no circle, each with its weight: they lead into a sum or a function, and one of their
    factors is a leaf of its own, or a number."""
    graph = drawn.graph
    names = {*opened}
    open_sums = {source for node in range(len(graph)) if graph.names[node] in names for source in graph.inputs[node]}
    found: dict[int, int] = {}
    for node in range(len(graph)):
        if graph.operations[node] != "mul" or graph.names[node] or graph.ends(node) or node in made:
            continue
        target = graph.lines[graph.consumers[node][0]].target
        takes = _is_sum(graph, target) or (target not in sums and len(graph.inputs[target]) == 1)
        is_open = graph.names[target] in names or target in open_sums
        if graph.kinds[target] != "operation" or not graph.operations[target] or not takes or is_open:
            continue
        riding = sorted(
            (factor for factor in graph.inputs[node] if factor in made or _is_leaf(graph, factor)),
            key=lambda factor: (graph.differentiable[factor], not graph.names[factor].lower().startswith("w"), factor),
        )
        if riding:
            found[node] = riding[0]
    return found


def _made_of_literals(graph: Graph) -> frozenset[int]:
    """The largest operations that are numbers, as 1/2 is."""
    is_number = [False] * len(graph)
    for node, kind in enumerate(graph.kinds):
        if kind == "constant":
            is_number[node] = not graph.names[node]
        elif kind == "operation":
            sources = graph.inputs[node]
            is_number[node] = bool(graph.operations[node] and sources) and all(is_number[each] for each in sources)
    return frozenset(
        node
        for node, kind in enumerate(graph.kinds)
        if kind == "operation"
        and is_number[node]
        and any(not is_number[graph.edges[line].target] for line in graph.consumers[node] if line < len(graph.edges))
    )


def _is_leaf(graph: Graph, node: int) -> bool:
    return graph.kinds[node] in ("variable", "constant")


def _is_sum(graph: Graph, node: int) -> bool:
    return bool(sum_signs(graph.operations[node]))


def _stubs(drawn: Drawn) -> Iterator[int]:
    """The last leaf of each sum and product that has another kind of input too, and what something is divided by."""
    graph = drawn.graph
    for target, name in enumerate(graph.operations):
        if name == "div" and [_is_leaf(graph, source) for source in graph.inputs[target]] == [False, True]:
            yield graph.inputs[target][1]
        if not _is_sum(graph, target) and name != "mul":
            continue
        sources = [(graph.edges[line].source, line in drawn.onward) for line in graph.arrivals[target]]
        leaves = [source for source, is_weighed in sources if _is_leaf(graph, source) and not is_weighed]
        if leaves and len(leaves) < len(sources):
            yield leaves[-1]


def sign_of_sum(drawn: Drawn, node: int) -> str:
    """What stands for a drawn sum of a network: its entries have the minuses. "" for what is no sum."""
    signs = sum_signs(drawn.graph.operations[node]) if drawn.is_network else ""
    return "" if not signs else "+" if len(signs) == 2 else "Σ"
