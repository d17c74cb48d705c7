"""Syntax in, graph out: names get a meaning, and a value used more than once gets a branch."""

import difflib
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from kuroaka.graph.graph import Graph, Kind, Span
from kuroaka.language import LIMITS, LimitProblem, Limits, NameProblem, Spelling, Syntax, parse
from kuroaka.operations import CONSTANTS, Operation, called, functions


def build(
    expression: str | Syntax,
    output: str | None = None,
    limits: Limits = LIMITS,
    spelling: Spelling = "auto",
    opened: Collection[str] = (),
) -> Graph:
    """The graph of an expression; ``output`` names the line it ends in, the last one by default. ``spelling``
    says whether it is plain text or LaTeX. An operation among ``opened`` shows its inside: what defines it.

    Raises SyntaxProblem, NameProblem or LimitProblem with the span of the offending text.

    >>> graph = build("x*x")
    >>> graph.kinds, graph.inputs
    (('variable', 'branch', 'operation'), ((), (0,), (1, 1)))
    >>> [name for name in build("sigmoid(x)", opened=["sigmoid"]).operations if name]
    ['neg', 'exp', 'add', 'div']
    """
    syntax = parse(expression, limits, spelling) if isinstance(expression, str) else expression
    tape = _Tape(opened)
    root = _read(syntax, output, tape)
    if len(tape.named) > limits.names:
        raise LimitProblem(
            "too-many-names", tape.nodes[tape.named[list(tape.named)[limits.names]]].span, limit=limits.names
        )
    graph = _branch(syntax.text, tape.nodes, root)
    if len(graph) > limits.nodes:
        raise LimitProblem("graph-too-large", (0, len(syntax.text)), nodes=len(graph), limit=limits.nodes)
    return graph


class _Node(NamedTuple):
    kind: Kind
    operation: str
    name: str
    number: float | None
    inputs: tuple[int, ...]
    span: Span
    opened: str = ""


@dataclass
class _Tape:
    """The nodes as they are read, each with all its uses, not yet branched."""

    opened: Collection[str]
    within: str = ""  # the operation whose inside is being read
    nodes: list[_Node] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)  # variables and bound names

    def add(
        self,
        kind: Kind,
        span: Span,
        operation: str = "",
        name: str = "",
        number: float | None = None,
        inputs: tuple[int, ...] = (),
    ) -> int:
        self.nodes.append(_Node(kind, operation, name, number, inputs, span, self.within))
        return len(self.nodes) - 1


def _read(syntax: Syntax, output: str | None, tape: _Tape) -> int:
    """Every line of the syntax onto the tape; the node of the output comes back."""
    where: list[int] = []  # the node of each term
    roots: dict[str, int] = {}
    bound_later = {binding.name for binding in syntax.bindings if binding.name}
    first = root = 0
    for binding in syntax.bindings:
        for term in range(first, binding.term + 1):
            where.append(_node(syntax, term, where, bound_later, tape))
        first = binding.term + 1
        root = where[binding.term]
        if binding.name:
            _check_bindable(binding.name, binding.span)
            root = _name(root, binding.name, tape)
            bound_later.discard(binding.name)
            tape.named[binding.name] = root
        roots[binding.name] = root
    if output is None:
        return root
    if output not in roots:
        names = ", ".join(name for name in roots if name)
        raise NameProblem("unknown-output", (0, len(syntax.text)), name=output, names=names)
    return roots[output]


def _node(syntax: Syntax, term: int, where: list[int], bound_later: set[str], tape: _Tape) -> int:
    word, span = syntax.words[term], syntax.spans[term]
    if syntax.inputs[term]:
        return _call(word, tuple(where[source] for source in syntax.inputs[term]), span, tape)
    number = syntax.number(term)
    if number is not None:
        return tape.add("constant", span, number=number)
    if word in tape.named:
        return tape.named[word]
    if word in bound_later:
        raise NameProblem("bound-after-use", span, name=word)
    if word in functions():
        raise NameProblem("function-without-argument", span, name=word)
    if word in CONSTANTS:
        return tape.add("constant", span, operation=word, number=CONSTANTS[word][0])
    tape.named[word] = tape.add("variable", span, name=word)
    return tape.named[word]


def _call(word: str, inputs: tuple[int, ...], span: Span, tape: _Tape) -> int:
    operation = called(word, len(inputs))
    if operation is None:
        raise _unknown(word, len(inputs), span)
    first = tape.nodes[inputs[0]]
    if operation.name == "neg" and first.number is not None and not first.name and not first.operation:
        return tape.add("constant", span, number=-first.number)  # -1 is a number
    if operation.name == "pow" and first.operation == "e":
        return tape.add("operation", span, operation="exp", inputs=inputs[1:])
    if operation.name in tape.opened and operation.value:
        return _inside(operation, inputs, span, tape)
    return tape.add("operation", span, operation=operation.name, inputs=inputs)


def _inside(operation: Operation, inputs: tuple[int, ...], span: Span, tape: _Tape) -> int:
    """What defines an operation, in its place."""
    rule = parse(operation.value)
    arguments = dict(zip(operation.arguments, inputs, strict=True))
    where: list[int] = []
    around, tape.within = tape.within, operation.name
    for term, word in enumerate(rule.words):
        if rule.inputs[term]:
            where.append(_call(word, tuple(where[source] for source in rule.inputs[term]), span, tape))
        else:
            number = rule.number(term)
            where.append(arguments[word] if number is None else tape.add("constant", span, number=number))
    tape.within = around
    return where[-1]


def _unknown(word: str, arguments: int, span: Span) -> NameProblem:
    known = functions()
    named = (span[0], span[0] + len(word))
    if word in known:
        counts = known[word]
        expected = counts[0] if len(counts) == 1 or arguments < counts[0] else counts[-1]
        example = f"{word}({', '.join('xyz'[:expected])})"
        if arguments > expected > 1:
            example = f"{word}(x, {word}(y, z))"
        return NameProblem("wrong-arity", span, name=word, expected=expected, given=arguments, example=example)
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.7)
    if near:
        return NameProblem("misspelled-function", named, name=word, suggestion=near[0])
    return NameProblem("unknown-function", named, name=word, functions=", ".join(known))


def _check_bindable(name: str, span: Span) -> None:
    if name in CONSTANTS or name in functions():
        raise NameProblem("reserved-name", span, name=name)


def _name(root: int, name: str, tape: _Tape) -> int:
    """Give a node the name of its line. A name for a name that exists is one more name for the same node."""
    node = tape.nodes[root]
    if not node.name and not (node.kind == "constant" and node.operation):
        tape.nodes[root] = node._replace(name=name)
    return root


def _branch(text: str, nodes: list[_Node], root: int) -> Graph:
    """Keep what leads to the output, and put a branch behind every node that is used more than once."""
    uses = [0] * len(nodes)
    uses[root] = 1
    for index in range(root, -1, -1):
        if uses[index]:
            for source in nodes[index].inputs:
                uses[source] += 1
    kept: list[_Node] = []
    moved: dict[int, int] = {}
    for index, node in enumerate(nodes[: root + 1]):
        if uses[index]:
            kept.append(node._replace(inputs=tuple(moved[source] for source in node.inputs)))
            if uses[index] > 1 and index != root:
                kept.append(_Node("branch", "", "", None, (len(kept) - 1,), node.span))
            moved[index] = len(kept) - 1
    kinds, operations, names, numbers, inputs, spans, opened = zip(*kept, strict=True)
    return Graph(text, kinds, operations, names, numbers, inputs, spans, opened, moved[root])
