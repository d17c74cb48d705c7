"""A graph in, the same graph with a text out: a line for every named value and for every value that is used twice."""

import itertools
import math
from collections.abc import Collection, Iterator, Sequence

from kuroaka.graph.graph import Graph
from kuroaka.language import Binding, Syntax
from kuroaka.language import write as write_syntax
from kuroaka.operations import OPERATIONS, sum_signs


def write(graph: Graph, taken: Collection[str] = ()) -> Graph:
    """The graph with a text that says it, spans in that, and its nodes in the order in which it names them: the graph
    that ``build`` makes of the text, each of several outputs on a line with a name. An inside that is open is written
    out. A value that is used twice and has no name gets one that is not ``taken``.

    >>> kinds = ("variable", "operation", "branch", "operation")
    >>> columns = ("", "sin", "", "mul"), ("x", "", "", ""), (None,) * 4, ((), (0,), (1,), (2, 2))
    >>> written = write(Graph("", kinds, *columns, outputs=(3,)))
    >>> written.text, written.names, written.spans
    ('v_1 = sin(x); v_1*v_1', ('x', 'v_1', '', ''), ((10, 11), (6, 12), (6, 12), (14, 21)))
    """
    terms = _Terms(graph)
    roots = [graph.origin(output) for output in graph.outputs]
    last = roots[0] if len(roots) == 1 else None
    used = {*taken, *graph.names, *graph.output_names}
    fresh, free = _fresh("v", used), _fresh("y", used)
    own = {} if last is not None else dict(zip(reversed(roots), reversed(graph.output_names), strict=True))
    for node, (kind, name) in enumerate(zip(graph.kinds, graph.names, strict=True)):
        is_shared = kind == "operation" and terms.branch(node) is not None
        if node != last and kind != "variable" and (name or is_shared or node in own):
            terms.line(node, name or (next(fresh) if node not in own else own[node] or next(free)))
    if last is not None:
        terms.line(last, "" if graph.kinds[last] == "variable" else graph.names[last])
    names: list[str] = []
    for root, name in zip(roots, graph.output_names, strict=True) if last is None else ():
        known = terms.names[root] if graph.kinds[root] != "variable" and terms.names[root] not in names else ""
        names.append(name or known or next(free))
        if names[-1] != known:
            terms.line(root, names[-1])
    syntax = write_syntax(terms.syntax())
    order = list(terms.first)
    place = {node: index for index, node in enumerate(order)}
    return Graph(
        syntax.text,
        tuple(graph.kinds[node] for node in order),
        tuple(graph.operations[node] for node in order),
        tuple(terms.names.get(node, "") for node in order),
        tuple(graph.numbers[node] for node in order),
        tuple(tuple(place[source] for source in graph.inputs[node]) for node in order),
        tuple(place[output] for output in graph.outputs),
        tuple(syntax.spans[term] for term in terms.first.values()),
        tuple(graph.opened[node] for node in order),
        output_names=tuple(names),
    )


def _fresh(letter: str, used: Collection[str]) -> Iterator[str]:
    """Names that are not used."""
    return (name for count in itertools.count(1) if (name := f"{letter}_{count}") not in used)


class _Terms:
    """The terms of the syntax, line by line, each input before its consumer."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.words: list[str] = []
        self.inputs: list[tuple[int, ...]] = []
        self.bindings: list[Binding] = []
        self.bracketed: set[int] = set()  # terms that need brackets to stay apart
        self.first: dict[int, int] = {}  # the term that says a node first; of a branch, that of its source
        self.names = {node: graph.names[node] for node, kind in enumerate(graph.kinds) if kind == "variable"}

    def syntax(self) -> Syntax:
        """What was said, with no text yet."""
        spans = ((0, 0),) * len(self.words)
        columns = tuple(self.words), tuple(self.inputs), spans, tuple(self.bindings)
        return Syntax("", *columns, bracketed=frozenset(self.bracketed))

    def branch(self, node: int) -> int | None:
        """The branch behind a node."""
        targets = [self.graph.lines[line].target for line in self.graph.consumers[node]]
        return next((target for target in targets if target >= 0 and self.graph.kinds[target] == "branch"), None)

    def line(self, root: int, name: str) -> None:
        """``name = …``; what has a name already is said by that."""
        graph = self.graph
        waiting = [root]
        open_calls: set[int] = set()
        said: list[int] = []
        while waiting:
            node = waiting.pop()
            sources = graph.inputs[node]
            if graph.kinds[node] == "branch":
                waiting.append(sources[0])
            elif node in self.names:
                said.append(self._term(node, self.names[node]))
            elif graph.kinds[node] == "constant":
                said.append(self._constant(node))
            elif node in open_calls:
                arguments = said[len(said) - len(sources) :]
                del said[len(said) - len(sources) :]
                said.append(self._called(node, arguments))
            else:
                open_calls.add(node)
                waiting += [node, *reversed(sources)]
        self.bindings.append(Binding(name, said[0], (0, 0)))
        if name:
            self.names.setdefault(root, name)

    def _called(self, node: int, arguments: Sequence[int]) -> int:
        """An operation applied to what was said; a sum of many as a chain."""
        operation = OPERATIONS[self.graph.operations[node]]
        if operation.spellings:
            return self._term(node, operation.spellings[0], tuple(arguments))
        first, *others = arguments
        if not others:
            return self._term(node, operation.name, (first,))
        if self._is_sum(self.graph.inputs[node][0]):
            self.bracketed.add(first)
        for pair, one in zip(operation.chain[:-1], others, strict=False):
            self.words.append(pair.name)
            self.inputs.append((first, one))
            first = len(self.words) - 1
        return self._term(node, (operation.chain or (operation,))[-1].name, (first, others[-1]))

    def _is_sum(self, node: int) -> bool:
        """Whether what is written of a node is a sum, which would go on."""
        return node not in self.names and bool(sum_signs(self.graph.operations[node]))

    def _constant(self, node: int) -> int:
        number = self.graph.numbers[node]
        if self.graph.operations[node] or number is None:
            return self._term(node, self.graph.operations[node])
        written = repr(abs(number)).removesuffix(".0")
        if math.copysign(1.0, number) > 0:
            return self._term(node, written)
        self.words.append(written)
        self.inputs.append(())
        return self._term(node, "neg", (len(self.words) - 1,))

    def _term(self, node: int, word: str, inputs: tuple[int, ...] = ()) -> int:
        self.words.append(word)
        self.inputs.append(inputs)
        term = len(self.words) - 1
        if node not in self.first:
            self.first[node] = term
            branch = self.branch(node)
            if branch is not None:
                self.first[branch] = term
        return term
