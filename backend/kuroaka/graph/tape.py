"""Values and operations noted one after the other, and at the end a graph: the one way to make one, with a text
(``build``), from rules (``derivative``), or from anything else.

What enters: names, numbers, operations of the table. What leaves: a graph in which every value that is used more than
once passes through a branch.
"""

import difflib
import math
from collections.abc import Sequence
from functools import partial, reduce
from typing import NamedTuple

from kuroaka.graph.calls import FunctionCall
from kuroaka.graph.graph import NOWHERE, Graph, Kind, Span
from kuroaka.graph.write import write
from kuroaka.language import BARE, NameProblem, is_name
from kuroaka.language.names import GENERAL
from kuroaka.operations import (
    CONSTANTS,
    OPERATIONS,
    Arithmetic,
    Operation,
    called,
    chained,
    functions,
    is_general,
    sum_signs,
)


class Node(NamedTuple):
    """What a tape knows of a node; the columns of ``Graph``, of one node."""

    kind: Kind
    operation: str = ""
    name: str = ""
    number: float | None = None
    inputs: tuple[int, ...] = ()
    span: Span = NOWHERE
    opened: str = ""
    group: int = -1
    closed: bool = False  # keeps its own circle where it begins a sum

    @property
    def is_literal(self) -> bool:
        """Whether it is a constant without a name."""
        return self.kind == "constant" and not self.name

    def begins(self, other: "Node") -> bool:
        """Whether it is the beginning of a sum and nothing more."""
        return not self.closed and not self.name and (self.opened, self.group) == (other.opened, other.group)

    @property
    def literal(self) -> float | None:
        """The number of a literal that is written as a number; None for all else, also for ``pi``."""
        return None if self.name or self.operation else self.number


def gather(nodes: Sequence[Node], uses: Sequence[int]) -> list[Node | None]:
    """The nodes with each sum that only begins another put into that; None for what is not used, or was put in."""
    found: list[Node | None] = [node if use else None for node, use in zip(nodes, uses, strict=True)]
    for index, node in enumerate(found):
        if node is None or len(own := sum_signs(node.operation)) != 2:
            continue
        first, last = node.inputs
        before = found[first]
        if before is not None and (signs := sum_signs(before.operation)) and uses[first] == 1 and before.begins(node):
            operation = f"add:{signs}{own[-1]}"
            found[index] = node._replace(operation=operation, inputs=(*before.inputs, last))
            found[first] = None
    return found


class Tape:
    """A graph in the making. Every method hands out the number of a node, which later calls take as an input.

    What a tape says, a text can say: ``-1`` is a number and a power of ``e`` is an exponential, as they are in a text.
    If there is a text, ``here`` says where in it the next nodes stand.

    >>> tape = Tape()
    >>> w, x = tape.variable("w"), tape.variable("x")
    >>> hidden = tape.bind("h", tape.call("tanh", tape.call("mul", w, x)))
    >>> graph = tape.graph(tape.call("mul", hidden, hidden))
    >>> graph.text, graph.kinds.count("branch")
    ('h = tanh(w*x); h*h', 1)
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.names: dict[str, int] = {}  # variables and bound names
        self.here = NOWHERE  # where in a text the next nodes stand
        self.within = ""  # the operation whose inside they are
        self.calls: list[FunctionCall] = []
        self.group = -1  # the call to which they belong

    def variable(self, name: str) -> int:
        """The node of a name: a variable, unless the name is bound to something.

        Raises NameProblem for a name that no text could have.
        """
        if name not in self.names:
            if name in CONSTANTS or name in BARE:
                raise NameProblem("reserved-name", self.here, name=name)
            if not is_name(name):
                raise NameProblem("not-a-name", self.here, name=name)
            self.names[name] = self._add("variable", name=name)
        return self.names[name]

    def constant(self, number: float | str, name: str = "") -> int:
        """A number, or a constant by its symbol such as ``pi``. With a name it is a named constant: it has a gradient,
        and its number is only a default. Raises NameProblem for a name that is not free, ValueError for a number
        that is not finite.

        >>> tape = Tape()
        >>> tape.graph(tape.call("mul", tape.constant(-1, "a"), tape.constant("pi"))).text
        'a = -1; a*pi'
        """
        if isinstance(number, str):
            node = self._add("constant", number, number=CONSTANTS[number])
        elif math.isfinite(number):
            node = self._add("constant", number=float(number))
        else:
            raise ValueError(f"a constant is a finite number, not {number}")
        return self.bind(name, node) if name else node

    def call(self, word: str, *inputs: int) -> int:
        """An operation by its name in the table or by a name it is called by.

        Raises NameProblem for a name or a number of inputs that no operation has.
        """
        operation = called(word, len(inputs)) or self._many(word, len(inputs)) or self._general(word, len(inputs))
        first = self.nodes[inputs[0]]
        if operation.name == "neg" and first.literal is not None:
            return self._add("constant", number=-first.literal)
        if operation.name == "pow" and first.operation == "e":
            return self._add("operation", "exp", inputs=inputs[1:])
        return self._add("operation", operation.name, inputs=inputs)

    def _many(self, word: str, count: int) -> Operation | None:
        """The operation of many arguments by a word."""
        pair = called(word, 2)
        if chained(word)[0]:
            return OPERATIONS[word]
        return OPERATIONS[f"{pair.name}:{'+' * count}"] if pair is not None and pair.many and count > 2 else None

    def close(self, node: int) -> None:
        """Keep a sum apart from one that it begins, as its reader did with brackets."""
        self.nodes[node] = self.nodes[node]._replace(closed=True)

    def _general(self, word: str, count: int) -> Operation:
        """The article's general node, by the letters f, g and h. Raises NameProblem for all else."""
        if word == "slope" or is_general(word):
            return OPERATIONS[word]
        if GENERAL.fullmatch(word.rstrip("'")) and word not in functions():
            return OPERATIONS[f"{word}:{count}"]
        raise _unknown(word, count, self.here)

    def begin_call(self) -> None:
        """What is noted from here on belongs to a call of a function, until ``end_call`` says which."""
        self.calls.append(FunctionCall("", -1, (), self.group))
        self.group = len(self.calls) - 1

    def end_call(self, name: str, root: int, inputs: tuple[int, ...], arguments: tuple[str, ...]) -> None:
        """The call that was begun last is one of ``name``, and its value is that of ``root``."""
        call = self.calls[self.group]
        self.calls[self.group] = call._replace(name=name, root=root, inputs=inputs, arguments=arguments)
        self.group = call.around

    def bind(self, name: str, node: int) -> int:
        """Give a node a name. One that has a name keeps it, and the new one means the same node.

        Raises NameProblem for a name that no text could have, or that means another node.
        """
        if not is_name(name):
            raise NameProblem("not-a-name", self.here, name=name)
        if self.names.setdefault(name, node) != node:
            raise NameProblem("bound-twice", self.here, name=name)
        known = self.nodes[node]
        if not known.name and (known.kind == "operation" or known.literal is not None):
            self.nodes[node] = known._replace(name=name)
        return node

    def graph(self, *outputs: int, text: str = "", names: Sequence[str] = ()) -> Graph:
        """The graph of what leads to the outputs, with the ``text`` that the spans are of, and ``names`` for several
        outputs. Without a text one is written (see ``kuroaka.graph.write``), and building that gives this very graph.

        A literal belongs to one operation, so one that is used again is there again.
        """
        uses = self._uses(outputs)
        nodes = gather(self.nodes, uses)
        kept: list[Node] = []
        place: dict[int, int] = {}  # what hands a value on: the node, or the branch behind it
        own: dict[int, int] = {}

        def keep(index: int, node: Node) -> None:
            kept.append(node)
            own[index] = len(kept) - 1
            if uses[index] > 1 and not node.is_literal:
                kept.append(Node("branch", inputs=(len(kept) - 1,), span=node.span))
            place[index] = len(kept) - 1

        for index, node in enumerate(nodes[: max(outputs) + 1]):
            if node is None:
                continue
            inputs = []
            for source in node.inputs:
                inputs.append(place[source])
                if self.nodes[source].is_literal and uses[source] > 1:
                    uses[source] -= 1
                    keep(source, self.nodes[source])  # for its next use
            keep(index, node._replace(inputs=tuple(inputs)))
        kinds, operations, words, numbers, inputs_, spans, opened, groups, _ = zip(*kept, strict=True)
        calls = tuple(
            call._replace(root=own.get(call.root, -1), inputs=tuple(own.get(source, -1) for source in call.inputs))
            for call in self.calls
        )
        graph = Graph(
            text,
            kinds,
            operations,
            words,
            numbers,
            inputs_,
            tuple(place[output] for output in outputs),
            spans,
            opened,
            groups,
            calls,
            output_names=tuple(names),
        )
        return graph if text else write(graph, taken=self.names)

    def arithmetic(self) -> Arithmetic[int]:
        """Nodes of this tape in place of numbers: with it a rule of the table, or a pass over a graph, notes what it
        computes.

        >>> from kuroaka.operations import OPERATIONS, contribution
        >>> tape = Tape()
        >>> x, y, E = map(tape.variable, "xyE")
        >>> product = tape.call("mul", x, y)
        >>> tape.graph(contribution(OPERATIONS["mul"], tape.arithmetic(), 0, E, product, (x, y))).text
        'E*y'
        """
        return Arithmetic(
            self.constant,
            {name: partial(self.call, name) for name in OPERATIONS},
            total=partial(reduce, partial(self.call, "add")),
            symbol=self.constant,
        )

    def _add(
        self,
        kind: Kind,
        operation: str = "",
        name: str = "",
        number: float | None = None,
        inputs: tuple[int, ...] = (),
    ) -> int:
        if kind == "variable":  # stands outside of whatever uses it
            self.nodes.append(Node(kind, name=name, span=self.here))
        else:
            self.nodes.append(Node(kind, operation, name, number, inputs, self.here, self.within, self.group))
        return len(self.nodes) - 1

    def _uses(self, outputs: Sequence[int]) -> list[int]:
        """How often each node is used on the way to the outputs."""
        uses = [0] * len(self.nodes)
        for output in outputs:
            uses[output] += 1
        for index in range(max(outputs), -1, -1):
            if uses[index]:
                for source in self.nodes[index].inputs:
                    uses[source] += 1
        return uses


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
        example = f"{near[0]}({', '.join('xyz'[: min(known[near[0]])])})"
        return NameProblem("misspelled-function", named, name=word, suggestion=example)
    return NameProblem("unknown-function", named, name=word, argument="y" if word == "x" else "x")
