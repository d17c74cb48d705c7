"""What is known for one question, each part computed once and only when somebody needs it."""

from functools import cached_property

from kuroaka.asked import Asked
from kuroaka.formulas import Label, Symbols, derivative, name_math, rule, symbols, whole
from kuroaka.graph import Drawn, Evaluation, Graph, Step, build, definition, evaluate, fold, is_network, network, steps
from kuroaka.graph.graph import OUTSIDE
from kuroaka.graph.steps import Direction
from kuroaka.kept import NODES, kept
from kuroaka.language import UNLIMITED, ExpressionProblem, Limits, Notice, Spelling
from kuroaka.scene.named import gradient_names
from kuroaka.scene.parts import Line, Node
from kuroaka.scene.signs import Sign, name_sign, sign_of
from kuroaka.scene.slots import rule_in_slots
from kuroaka.words import say


def structure(asked: Asked, limits: Limits = UNLIMITED) -> Graph:
    """The graph that is asked for. Graphs are frozen, so all who ask for the same share one.

    Raises SyntaxProblem, NameProblem or LimitProblem with the span of the offending text.

    >>> structure(Asked(expression="x^3", derivative=("x",))).text
    '3*x^2'
    """
    return _structure(asked.expression, asked.syntax, asked.output, frozenset(asked.open), asked.derivative, limits)


@kept(NODES, len)
def _structure(
    expression: str,
    syntax: Spelling,
    output: tuple[str, ...],
    opened: frozenset[str],
    names: tuple[str, ...],
    limits: Limits,
) -> Graph:
    graph = build(expression, output, limits, syntax, opened)
    try:
        for name in names:
            graph = derivative(graph, name, limits)
    except ExpressionProblem as problem:
        problem.span = (0, len(expression))  # its own is one of a text that nobody typed
        raise
    return graph


@kept(NODES, lambda drawn: len(drawn.graph))
def _as_network(graph: Graph, folded: tuple[str, ...], opened: frozenset[str]) -> Drawn:
    return network(fold(graph, folded), opened)


class Scene:
    """A question and its answers. ``graph`` is built from the question, unless one is given that exists already.

    >>> scene = Scene(Asked(expression="x*y", at={"x": 2, "y": 3}, seed=5))
    >>> scene.evaluation.gradients
    {'x': 15.0, 'y': 10.0}
    >>> [(line.id, line.forward.text, line.backward.text, line.flowing) for line in scene.lines]
    [('e0', 'x', 'E*y', 15.0), ('e1', 'y', 'E*x', 10.0), ('out', 'x*y', 'E', 5.0)]
    """

    def __init__(self, asked: Asked, graph: Graph | None = None, limits: Limits = UNLIMITED) -> None:
        self.asked, self.limits = asked, limits
        self.graph = structure(asked, limits) if graph is None else graph

    def but(self, **changes: object) -> "Scene":
        """The same graph, asked otherwise: other numbers, other labels, another language."""
        return Scene(self.asked.but(**changes), self.graph, self.limits)

    @property
    def question(self) -> Asked:
        """What asks for this by its text alone: a derivative, or a graph that nobody typed, has a text of its own."""
        asked = self.asked.but(at=self.evaluation.point)
        if self.graph.text == asked.expression:
            return asked
        output = self.graph.output_names if len(self.graph.outputs) > 1 else ()
        return asked.but(expression=self.graph.text, syntax="auto", output=output, open=(), derivative=())

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was understood, but perhaps not meant."""
        return (*self.graph.notices, *self.evaluation.notices)

    @cached_property
    def evaluation(self) -> Evaluation:
        """Both passes in numbers. Raises NameProblem for a name that the graph does not have."""
        return evaluate(self.graph, self.asked.at, self.asked.seed, self.asked.seeds)

    @cached_property
    def drawn(self) -> Drawn:
        """The graph with the names folded that are asked to be; a network as one, unless the plain graph is wanted."""
        drawn, view = fold(self.graph, self.asked.fold), self.asked.view
        is_wanted = view == "network" or (view == "auto" and self.layered)
        return _as_network(self.graph, self.asked.fold, frozenset(self.asked.open)) if is_wanted else drawn

    @cached_property
    def layered(self) -> bool:
        """Whether there are layers, so that it reads best as a network."""
        return is_network(_as_network(self.graph, self.asked.fold, frozenset()))

    @cached_property
    def labels(self) -> Symbols:
        """Both passes in symbols, of the whole graph. A named constant with another number goes by its name."""
        drawn, naming = self.drawn, self.asked.naming
        if naming == "auto" and (drawn.is_network or self.asked.fit == "slide"):
            naming = "names"  # there is little room
        if not drawn.is_network:
            return symbols(self.graph, self.overridden, drawn.circles, naming)
        return symbols(self.graph, self.overridden, drawn.circles, naming, gradient_names(drawn))

    @property
    def latex(self) -> str:
        """The whole expression in LaTeX."""
        return whole(self.graph, self.overridden)

    @cached_property
    def overridden(self) -> frozenset[str]:
        """The named constants that were given another number."""
        point, numbers = self.evaluation.point, self.graph.numbers
        return frozenset(name for name, node in self.graph.leaves.items() if numbers[node] not in (None, point[name]))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """What is drawn as a node, in the order of ``drawn.graph``."""
        drawn = self.drawn
        return tuple(
            Node(
                name,
                kind,
                folded,
                node in self.graph.exponents,
                self._sign(node),
                self.labels.values[node],
            )
            for name, node, kind, folded in zip(drawn.ids, drawn.nodes, drawn.graph.kinds, drawn.folded, strict=True)
        )

    def _sign(self, node: int) -> Sign:
        """What stands in a circle; in one of two halves the sum first."""
        front, sign = self.drawn.halves.get(node), self.signs[node]
        return sign if front is None else Sign(f"{self.signs[front].text} {sign.text}", sign.math)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn as a line, in the order of ``drawn.graph.lines``. Where a weight rides on it, what is said of
        the line is what is said of the weight.
        """
        drawn, passes, labels, whole = self.drawn, self.evaluation.passes, self.labels, self.graph.lines
        return tuple(
            Line(
                name,
                source,
                None if target == OUTSIDE else target,
                passes.values[whole[line].source],
                passes.contributions[back],
                labels.values[whole[line].source],
                labels.contributions[back],
                labels.contributions[back] and self._rule(source, target, back),
            )
            for name, line, back, (source, target, _) in zip(
                drawn.line_ids, drawn.lines, drawn.back, drawn.graph.lines, strict=True
            )
        )

    @property
    def onward(self) -> dict[int, tuple[Label, float]]:
        """What flows on along a drawn line that a weight rides on, to where the line comes from."""
        labels, numbers = self.labels.contributions, self.evaluation.passes.contributions
        return {
            line: (label, number)
            for line, whole in self.drawn.onward.items()
            if whole != self.drawn.back[line]
            and (label := labels[whole]) is not None
            and (number := numbers[whole]) is not None
        }

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The frames, in drawn places."""
        return steps(self.drawn.graph)

    @cached_property
    def _frames(self) -> dict[tuple[Direction, int], int]:
        """The frame in which each line is drawn, by direction; frames count from 1."""
        return {
            (step.direction, line): frame
            for frame, step in enumerate(self.steps, 1)
            for beat in step.beats
            for line in beat
        }

    def is_drawn(self, line: int, direction: Direction) -> bool:
        """Whether a drawn line is there in the frame that is asked for; all are in the finished figure."""
        frame = self.asked.frame
        return (direction, line) in self._frames and (frame is None or self._frames[direction, line] <= frame)

    @property
    def title(self) -> str:
        """What the figure is called."""
        return say("title.untitled", self.asked.lang, expression=self.graph.text.strip())

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """What stands for each node of the whole graph; for a circle its name."""
        graph, circles = self.graph, self.drawn.circles
        return tuple(
            name_sign(circles[node]) if node in circles else sign_of(graph, node) for node in range(len(graph))
        )

    def _rule(self, source: int, target: int, line: int) -> Label | None:
        """The rule of the table; into a call that of its function, into any other circle, and where the line passes
        more than one operation, ``E ∂h/∂x``, where that is all that flows.
        """
        if target == OUTSIDE:
            return self.labels.contributions[line]
        if self.drawn.folded[target]:
            into = self._functions.get(self.drawn.nodes[target])
            if into is not None and self.drawn.graph.inputs[target].count(source) == 1:
                return into.get(self._origin(line)) or self.labels.contributions[line]
        if self.drawn.folded[target] or self.graph.edges[line].target != self.drawn.nodes[target]:
            return self._chain(source, target, line) or self.labels.contributions[line]
        name = self.drawn.graph.operations[target]
        if not name:
            return rule("E")
        return rule(rule_in_slots(self.graph, self.drawn.nodes[target], self.graph.edges[line].position))

    @cached_property
    def _functions(self) -> dict[int, dict[int, Label | None]]:
        """For each circle that is a call what its function sends back into each of its inputs, in the names that the
        function has for them."""
        graph = self.graph
        found: dict[int, dict[int, Label | None]] = {}
        for index, call in enumerate(graph.calls):
            if call.around < 0 and call.root in self.drawn.circles and call.arguments and -1 not in call.inputs:
                inside = definition(graph, index)
                labels = symbols(inside).adjoints
                names = dict(graph.leaves) | dict(zip(call.arguments, call.inputs, strict=True))
                found[call.root] = {names[name]: labels[node] for name, node in inside.leaves.items() if name in names}
        return found

    def _origin(self, line: int) -> int:
        """The node whose value a line of the whole graph hands on."""
        return self.graph.origin(self.graph.lines[line].source)

    def _chain(self, source: int, target: int, line: int) -> Label | None:
        """None where it is only part of what flows, because the same value enters twice, or something has no name."""
        node = self.drawn.nodes[target]
        name, circle = self.graph.names[self._origin(line)], self.drawn.circles.get(node) or self.graph.names[node]
        is_own = self.graph.edges[line].source == self.drawn.nodes[source]
        is_twice = is_own and self.drawn.graph.inputs[target].count(source) > 1
        if not name or not circle or is_twice:
            return None
        slope = ("frac", ("row", "∂", name_math(circle)), ("row", "∂", name_math(name)))
        return Label(f"E*∂{circle}/∂{name}", ("times", "E", slope))
