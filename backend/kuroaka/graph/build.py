"""Syntax in, graph out: names get a meaning, and a value used more than once gets a branch."""

from collections.abc import Collection

from kuroaka.graph.expand import expand
from kuroaka.graph.graph import Graph
from kuroaka.graph.tape import Tape
from kuroaka.language import LIMITS, LimitProblem, Limits, NameProblem, Spelling, Syntax, parse
from kuroaka.operations import CONSTANTS, functions


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
    syntax = parse(expression, limits, spelling, functions()) if isinstance(expression, str) else expression
    tape = Tape()
    graph = expand(tape.graph(_read(syntax, output, tape), syntax.text), opened)
    check_size(graph, limits)
    return graph


def check_size(graph: Graph, limits: Limits) -> None:
    """Raises LimitProblem for a graph that has more nodes or names than the limits allow."""
    named = [node for node, name in enumerate(graph.names) if name]
    if len(named) > limits.names:
        raise LimitProblem("too-many-names", graph.spans[named[limits.names]], limit=limits.names)
    if len(graph) > limits.nodes:
        raise LimitProblem("graph-too-large", (0, len(graph.text)), nodes=len(graph), limit=limits.nodes)


def _read(syntax: Syntax, output: str | None, tape: Tape) -> int:
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
            tape.here = binding.span
            tape.bind(binding.name, root)
            bound_later.discard(binding.name)
        roots[binding.name] = root
    if output is None:
        return root
    if output not in roots:
        names = ", ".join(name for name in roots if name)
        raise NameProblem("unknown-output", (0, len(syntax.text)), name=output, names=names)
    return roots[output]


def _node(syntax: Syntax, term: int, where: list[int], bound_later: set[str], tape: Tape) -> int:
    word, span = syntax.words[term], syntax.spans[term]
    tape.here = span
    if syntax.inputs[term]:
        return tape.call(word, *(where[source] for source in syntax.inputs[term]))
    if word in tape.names:
        return tape.names[word]
    number = syntax.number(term)
    if number is not None or word in CONSTANTS:
        return tape.constant(word if number is None else number)
    if word in bound_later:
        raise NameProblem("bound-after-use", span, name=word)
    if word in functions() and len(word) > 1:
        raise NameProblem("function-without-argument", span, name=word)
    return tape.variable(word)
