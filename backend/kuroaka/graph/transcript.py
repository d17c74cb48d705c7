"""The red graph as a graph: because rules are written in our own language, a derivative is an expression again.

What enters: a graph and a name. What leaves: a graph whose output is the derivative, with its own text, so that
it can be drawn, evaluated, linked to and differentiated again. It says every step of the backward pass, however long
that is; ``kuroaka.formulas`` prints a derivative as a textbook does.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial, reduce

from kuroaka.graph.build import check_size
from kuroaka.graph.graph import Graph
from kuroaka.graph.passes import passes
from kuroaka.graph.tape import Tape
from kuroaka.language import UNLIMITED, Limits, NameProblem, parse
from kuroaka.operations import FLOATS, OPPOSITES, Arithmetic, keeping_digits


def transcript(graph: Graph, name: str, limits: Limits = UNLIMITED) -> Graph:
    """The derivative of the output to a variable or named constant, rule by rule; of several that of their sum.

    Raises NameProblem for a name the graph does not have, LimitProblem for a derivative beyond the ``limits``.

    >>> from kuroaka.graph import build
    >>> transcript(build("sin(x)*x"), "x").text
    'sin(x) + x*cos(x)'
    """
    if name not in graph.leaves:
        raise NameProblem("unknown-value", (0, len(graph.text)), name=name, names=", ".join(graph.leaves))
    tape = Tape()
    for leaf, node in graph.leaves.items():
        number = graph.numbers[node]
        if number is not None:
            tape.constant(number, leaf)  # the lines of constants come first

    def note(node: int) -> int:
        number = graph.numbers[node]
        if graph.names[node] or number is None:
            return tape.variable(graph.names[node])
        return tape.constant(graph.operations[node] or number)

    result = passes(graph, note, [tape.constant(1.0) for _ in graph.outputs], _Careful(tape).arithmetic())
    adjoint = result.adjoints[graph.leaves[name]]
    assert adjoint is not None, "a leaf with a name always has a gradient"
    derived = tape.graph(adjoint)
    dropped = ({*graph.leaves} | graph.dropped) - derived.leaves.keys()
    parse(derived.text, limits)  # a text that could not be typed is not handed out
    check_size(derived, limits)
    return replace(derived, dropped=frozenset(dropped))


@dataclass(frozen=True)
class _Careful:
    """Notes on a tape what a careful hand writes: no products with 0 and 1, no sums with 0, a minus in front."""

    tape: Tape

    def arithmetic(self) -> Arithmetic[int]:
        """The rules of the table, working on nodes of the tape instead of numbers."""
        noted = self.tape.arithmetic()
        own: dict[str, Callable[..., int]] = {
            "add": self.add,
            "sub": self.subtract,
            "mul": self.multiply,
            "div": self.divide,
            "pow": self.power,
            "neg": self.negate,
            "eq": partial(self.judge, "eq"),
            "ne": partial(self.judge, "ne"),
        }
        return replace(
            noted,
            primitives={**noted.primitives, **own},
            total=lambda terms: reduce(self.add, terms),
            rules=lambda operation, inputs: keeping_digits(operation, 0 in map(self.number, inputs)),
        )

    def number(self, node: int) -> float | None:
        """The number of a literal."""
        return self.tape.nodes[node].literal

    def negated(self, node: int) -> int | None:
        """What a minus stands in front of; None if none does."""
        known = self.tape.nodes[node]
        if known.literal is not None and known.literal < 0:
            return self.tape.constant(-known.literal)
        return known.inputs[0] if known.operation == "neg" else None

    def add(self, x: int, y: int) -> int:
        if self.number(x) == 0:
            return y
        if self.number(y) == 0:
            return x
        if (inner := self.negated(y)) is not None:
            return self.subtract(x, inner)
        inner = self.negated(x)
        return self.literal("add", x, y) if inner is None else self.subtract(y, inner)

    def subtract(self, x: int, y: int) -> int:
        if self.number(y) == 0:
            return x
        if self.number(x) == 0:
            return self.negate(y)
        inner = self.negated(y)
        return self.literal("sub", x, y) if inner is None else self.add(x, inner)

    def negate(self, x: int) -> int:
        if self.number(x) == 0:
            return x
        inner = self.negated(x)
        return self.tape.call("neg", x) if inner is None else inner

    def multiply(self, x: int, y: int) -> int:
        for one, other in ((x, y), (y, x)):
            if self.number(one) == 1:
                return other
            if self.number(one) == 0:
                return one
            if self.number(one) == -1:
                return self.negate(other)
        if (inner := self.negated(x)) is not None:
            return self.negate(self.multiply(inner, y))
        if (inner := self.negated(y)) is not None:
            return self.negate(self.multiply(x, inner))
        return self.literal("mul", x, y)

    def divide(self, x: int, y: int) -> int:
        if self.number(y) == 1 or (self.number(x) == 0 and self.number(y) != 0):
            return x
        inner = self.negated(x)
        return self.tape.call("div", x, y) if inner is None else self.negate(self.divide(inner, y))

    def power(self, x: int, y: int) -> int:
        return x if self.number(y) == 1 else self.tape.call("pow", x, y)

    def judge(self, word: str, x: int, y: int) -> int:
        """``eq`` or ``ne``: of a comparison and 0 it is the opposite one, or the comparison itself."""
        known = self.tape.nodes[x]
        if self.number(y) != 0 or known.operation not in OPPOSITES:
            return self.tape.call(word, x, y)
        return x if word == "ne" else self.tape.call(OPPOSITES[known.operation], *known.inputs)

    def literal(self, word: str, x: int, y: int) -> int:
        """A call; of two literals a literal, unless that is no number to write."""
        a, b = self.number(x), self.number(y)
        if a is not None and b is not None:
            number = FLOATS.primitives[word](a, b)
            if math.isfinite(number):
                return self.tape.constant(number)
        return self.tape.call(word, x, y)
