"""Syntax in, graph out: names get a meaning, functions of the reader's own are put in where they are called, and a
value used more than once gets a branch.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kuroaka.graph.expand import expand
from kuroaka.graph.graph import Graph
from kuroaka.graph.notices import notices
from kuroaka.graph.tape import Tape
from kuroaka.language import LIMITS, Binding, LimitProblem, Limits, NameProblem, Span, Spelling, Syntax, parse
from kuroaka.operations import CONSTANTS, functions

DEEPEST = 20  # calls within calls


def build(
    expression: str | Syntax,
    output: str | Sequence[str] = (),
    limits: Limits = LIMITS,
    spelling: Spelling = "auto",
    opened: Collection[str] = (),
) -> Graph:
    """The graph of an expression; ``output`` names the line or lines it ends in, the last one by default. ``spelling``
    says whether it is plain text or LaTeX. An operation or function among ``opened`` shows its inside: what defines it.

    Raises SyntaxProblem, NameProblem or LimitProblem with the span of the offending text.

    >>> graph = build("x*x")
    >>> graph.kinds, graph.inputs
    (('variable', 'branch', 'operation'), ((), (0,), (1, 1)))
    >>> [name for name in build("sigmoid(x)", opened=["sigmoid"]).operations if name]
    ['neg', 'exp', 'add', 'div']
    >>> [(call.name, call.root) for call in build("f(x) = x^2; f(y + 1)").calls]
    [('f', 4)]
    """
    syntax = parse(expression, limits, spelling, functions()) if isinstance(expression, str) else expression
    tape = Tape()
    lines = _Lines(syntax, tape, limits, opened)
    names = tuple(dict.fromkeys([output] if isinstance(output, str) else output))
    roots = lines.read(names)
    graph = expand(tape.graph(*roots, text=syntax.text, names=names if len(names) > 1 else ()), opened)
    check_size(graph, limits)
    dropped = frozenset(lines.names - graph.leaves.keys())
    told = notices(syntax, graph, lines.used | {*names}, names)
    return replace(graph, notices=(*syntax.notices, *told), dropped=dropped)


def check_size(graph: Graph, limits: Limits) -> None:
    """Raises LimitProblem for a graph that has more nodes or names than the limits allow."""
    named = [node for node, name in enumerate(graph.names) if name]
    if len(named) > limits.names:
        raise LimitProblem("too-many-names", graph.spans[named[limits.names]], limit=limits.names)
    if len(graph) > limits.nodes:
        raise LimitProblem("graph-too-large", (0, len(graph.text)), nodes=len(graph), limit=limits.nodes)


@dataclass(frozen=True)
class _Function:
    """A line with arguments, and where its terms begin."""

    binding: Binding
    first: int


@dataclass
class _Lines:
    """The lines of a syntax, noted on a tape one after the other."""

    syntax: Syntax
    tape: Tape
    limits: Limits
    opened: Collection[str]
    functions: dict[str, _Function] = field(default_factory=dict)
    later: set[str] = field(default_factory=set)  # names of lines that are still to come
    names: set[str] = field(default_factory=set)  # variables and bound names
    used: set[str] = field(default_factory=set)  # names that another line uses
    calling: list[str] = field(default_factory=list)  # the functions that are being put in, one inside the other

    def read(self, outputs: Sequence[str]) -> list[int]:
        """Every line onto the tape; the nodes of the outputs come back."""
        bindings = self.syntax.bindings
        chosen = [self._chosen(name) for name in outputs] or [len(bindings) - 1]
        self.later = {binding.name for binding in bindings if binding.name}
        first, found, where = 0, dict[int, int](), dict[int, int]()
        for line, binding in enumerate(bindings):
            function = _Function(binding, first)
            self.later.discard(binding.name)
            if line in chosen or not binding.arguments:
                node = self._terms(function, where, {})
                if binding.name:
                    self.tape.here = binding.span
                    self.tape.bind(binding.name, node)
                    self.names.add(binding.name)
                found[line] = node
            if binding.arguments:
                self.functions[binding.name] = function
            first = binding.term + 1
        return [found[line] for line in chosen]

    def _chosen(self, output: str) -> int:
        bindings = self.syntax.bindings
        for line, binding in enumerate(bindings):
            if binding.name == output:
                return line
        names = ", ".join(binding.name for binding in bindings if binding.name)
        raise NameProblem("unknown-output", (0, len(self.syntax.text)), name=output, names=names)

    def _terms(
        self, function: _Function, where: dict[int, int], given: Mapping[str, int], call: Span | None = None
    ) -> int:
        """The terms of a line, with nodes ``given`` for the names of its arguments; the node of the last comes back."""
        syntax, tape = self.syntax, self.tape
        for term in range(function.first, function.binding.term + 1):
            word, inputs = syntax.words[term], syntax.inputs[term]
            tape.here = syntax.spans[term] if call is None else call
            if not inputs:
                where[term] = given[word] if word in given else self._leaf(term, word)
            elif word in self.functions or (function.binding.arguments and word == function.binding.name):
                where[term] = self._call(word, tuple(where[source] for source in inputs), term)
            else:
                if word in self.later:
                    raise NameProblem("bound-after-use", syntax.spans[term], name=word)
                where[term] = tape.call(word, *(where[source] for source in inputs))
                if term in syntax.bracketed:
                    tape.close(where[term])
        return where[function.binding.term]

    def _leaf(self, term: int, word: str) -> int:
        tape, span = self.tape, self.syntax.spans[term]
        if word in tape.names:
            self.used.add(word)
            return tape.names[word]
        number = self.syntax.number(term)
        if number is not None or word in CONSTANTS:
            return tape.constant(word if number is None else number)
        if word in self.later:
            raise NameProblem("bound-after-use", span, name=word)
        if word in self.functions:
            raise NameProblem("function-without-argument", span, name=word, arguments=self._arguments(word))
        self.names.add(word)
        return tape.variable(word)

    def _names(self, function: _Function) -> list[str]:
        """The names that a function uses and that are no arguments of it."""
        terms = range(function.first, function.binding.term + 1)
        return [
            self.syntax.words[term]
            for term in terms
            if not self.syntax.inputs[term] and self.syntax.words[term] not in function.binding.arguments
        ]

    def _arguments(self, word: str) -> str:
        return ", ".join(self.functions[word].binding.arguments)

    def _call(self, word: str, inputs: tuple[int, ...], term: int) -> int:
        """A function of the reader's own, put in: a group of its own on the tape unless it is opened."""
        span = self.syntax.spans[term]
        if word not in self.functions or word in self.calling:
            raise NameProblem("recursive-function", span, name=word)
        function = self.functions[word]
        arguments = function.binding.arguments
        self.used.add(word)
        if len(arguments) != len(inputs):
            example = f"{word}({self._arguments(word)})"
            raise NameProblem(
                "wrong-arity", span, name=word, expected=len(arguments), given=len(inputs), example=example
            )
        if len(self.calling) >= DEEPEST or len(self.tape.nodes) > 4 * self.limits.nodes:
            raise LimitProblem("too-many-calls", span, name=word)
        tape = self.tape
        here, within = tape.here, tape.within
        self.calling.append(word)
        if word in self.opened:
            tape.within = word
            node = self._terms(function, {}, dict(zip(arguments, inputs, strict=True)), here)
            tape.within = within
        else:
            tape.begin_call()
            node = self._terms(function, {}, dict(zip(arguments, inputs, strict=True)), here)
            # no rule of its own: an argument that the function also knows by its name, or a number, which has copies
            given = [tape.nodes[source] for source in inputs]
            known = any(one.is_literal or one.name in self._names(function) for one in given)
            tape.end_call(word, node, inputs, () if known else arguments)
        self.calling.pop()
        tape.here = here
        return node
