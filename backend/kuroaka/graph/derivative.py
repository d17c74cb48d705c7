"""The red graph as a graph: because rules are written in our own language, a derivative is an expression again.

What enters: a graph and a name. What leaves: a graph whose output is the derivative, with its own text, so that
it can be drawn, evaluated, linked to and differentiated again.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce

from kuroaka.graph.build import build
from kuroaka.graph.graph import Graph
from kuroaka.graph.passes import passes
from kuroaka.language import UNLIMITED, Binding, Limits, NameProblem, Syntax, write_text
from kuroaka.operations import CONSTANTS, FLOATS, OPERATIONS, Arithmetic


def derivative(graph: Graph, name: str, limits: Limits = UNLIMITED) -> Graph:
    """The derivative of the output to a variable or named constant.

    Raises NameProblem for a name the graph does not have.

    >>> from kuroaka.graph import build
    >>> first = derivative(build("sin(x)*x"), "x")
    >>> first.text
    'sin(x) + x*cos(x)'
    >>> derivative(first, "x").text
    'cos(x) - x*sin(x) + cos(x)'
    """
    if name not in graph.leaves:
        raise NameProblem("unknown-value", (0, len(graph.text)), name=name, names=", ".join(graph.leaves))
    tape = _Tape()

    def leaf(node: int) -> int:
        return tape.leaf(graph.names[node] or graph.operations[node], graph.numbers[node])

    adjoint = passes(graph, leaf, tape.number(1.0), tape.arithmetic()).adjoints[graph.leaves[name]]
    assert adjoint is not None, "a leaf with a name always has a gradient"
    return build(write_text(tape.syntax(adjoint)), limits=limits)


@dataclass
class _Tape:
    """Terms of the derivative as they come up. Products with 0 and 1 and sums with 0 never become terms."""

    words: list[str] = field(default_factory=list)
    inputs: list[tuple[int, ...]] = field(default_factory=list)
    numbers: list[float | None] = field(default_factory=list)  # of a literal
    constants: dict[int, float] = field(default_factory=dict)  # the number of a named constant

    def arithmetic(self) -> Arithmetic[int]:
        """The rules of the table, working on terms instead of numbers."""

        def call(word: str) -> Callable[..., int]:
            return lambda *inputs: self.term(word, inputs)

        calls = {name: call(operation.spellings[0]) for name, operation in OPERATIONS.items() if operation.spellings}
        infix = {"add": self.add, "sub": self.subtract, "mul": self.multiply, "div": self.divide, "pow": self.power}
        return Arithmetic(
            number=self.number,
            primitives={**calls, **infix, "neg": self.negate},
            total=lambda terms: reduce(self.add, terms),
            symbolic=True,
        )

    def term(self, word: str, inputs: tuple[int, ...] = (), number: float | None = None) -> int:
        self.words.append(word)
        self.inputs.append(inputs)
        self.numbers.append(number)
        return len(self.words) - 1

    def number(self, value: float) -> int:
        return self.term(repr(abs(value)), (), value)

    def leaf(self, word: str, number: float | None) -> int:
        if not word:
            assert number is not None
            return self.number(number)
        term = self.term(word)
        if number is not None and word not in CONSTANTS:
            self.constants[term] = number
        return term

    # ---- what a careful hand leaves out ------------------------------------------------------------------------

    def add(self, x: int, y: int) -> int:
        if self.numbers[x] == 0:
            return y
        if self.numbers[y] == 0:
            return x
        if self.words[y] == "neg":
            return self.subtract(x, self.inputs[y][0])
        return self.infix("add", x, y)

    def subtract(self, x: int, y: int) -> int:
        if self.numbers[y] == 0:
            return x
        if self.numbers[x] == 0:
            return self.negate(y)
        return self.infix("sub", x, y)

    def negate(self, x: int) -> int:
        number = self.numbers[x]
        if number is not None:
            return self.number(-number)
        return self.inputs[x][0] if self.words[x] == "neg" else self.term("neg", (x,))

    def multiply(self, x: int, y: int) -> int:
        for one, other in ((x, y), (y, x)):
            if self.numbers[one] == 1:
                return other
            if self.numbers[one] == 0:
                return one
            if self.numbers[one] == -1:
                return self.negate(other)
        if self.words[x] == "neg":
            return self.negate(self.multiply(self.inputs[x][0], y))
        if self.words[y] == "neg":
            return self.negate(self.multiply(x, self.inputs[y][0]))
        return self.infix("mul", x, y)

    def divide(self, x: int, y: int) -> int:
        if self.numbers[y] == 1 or (self.numbers[x] == 0 and self.numbers[y] != 0):
            return x
        return self.negate(self.divide(self.inputs[x][0], y)) if self.words[x] == "neg" else self.term("div", (x, y))

    def power(self, x: int, y: int) -> int:
        return x if self.numbers[y] == 1 else self.term("pow", (x, y))

    def infix(self, word: str, x: int, y: int) -> int:
        """Two literals are a literal."""
        a, b = self.numbers[x], self.numbers[y]
        return self.term(word, (x, y)) if a is None or b is None else self.number(FLOATS.primitives[word](a, b))

    # ---- terms to syntax ---------------------------------------------------------------------------------------

    def syntax(self, output: int) -> Syntax:
        """What leads to the output, with a line for every constant and every value that is used twice."""
        uses = [0] * len(self.words)
        uses[output] = 1
        for term in range(output, -1, -1):
            if uses[term]:
                for source in self.inputs[term]:
                    uses[source] += 1
        writer = _Writer(self)
        for term, number in self.constants.items():
            if uses[term]:
                writer.bind(self.words[term], writer.number(number))
        for term in range(output):
            if uses[term] and self.inputs[term]:
                writer.place(term, shared=uses[term] > 1)
        return writer.end(output)


class _Writer:
    """The columns of the syntax, filled line by line."""

    def __init__(self, tape: _Tape) -> None:
        self.tape = tape
        self.words: list[str] = []
        self.inputs: list[tuple[int, ...]] = []
        self.bindings: list[Binding] = []
        self.placed: dict[int, int] = {}  # terms of the tape that stand in the columns, used once
        self.named: dict[int, str] = {}  # terms of the tape that have a line of their own
        taken = {word for word, inputs in zip(tape.words, tape.inputs, strict=True) if not inputs}
        self.fresh = (name for count in itertools.count(1) if (name := f"v_{count}") not in taken)

    def emit(self, word: str, inputs: tuple[int, ...] = ()) -> int:
        self.words.append(word)
        self.inputs.append(inputs)
        return len(self.words) - 1

    def number(self, value: float) -> int:
        written = self.emit(repr(abs(value)).removesuffix(".0"))
        return self.emit("neg", (written,)) if value < 0 else written

    def bind(self, name: str, term: int) -> None:
        self.bindings.append(Binding(name, term, (0, 0)))

    def use(self, term: int) -> int:
        """A use of a term: where it stands, or once more its name or number."""
        if term in self.placed:
            return self.placed[term]
        number = self.tape.numbers[term]
        return self.number(number) if number is not None else self.emit(self.named.get(term, self.tape.words[term]))

    def place(self, term: int, shared: bool) -> int:
        where = self.emit(self.tape.words[term], tuple(self.use(source) for source in self.tape.inputs[term]))
        if shared:
            self.named[term] = next(self.fresh)
            self.bind(self.named[term], where)
        else:
            self.placed[term] = where
        return where

    def end(self, output: int) -> Syntax:
        self.bind("", self.place(output, shared=False) if self.tape.inputs[output] else self.use(output))
        spans = ((0, 0),) * len(self.words)
        return Syntax("", tuple(self.words), tuple(self.inputs), spans, tuple(self.bindings))
