"""What is known for one question, each part computed once and only when somebody needs it."""

from functools import cached_property

from kuroaka.asked import Asked
from kuroaka.formulas import Label, Symbols, derivative, name_math, rule, symbols, whole
from kuroaka.graph import Drawn, Evaluation, Graph, Step, build, definition, evaluate, fold, steps
from kuroaka.graph.graph import OUTSIDE
from kuroaka.graph.steps import Direction
from kuroaka.kept import kept
from kuroaka.language import UNLIMITED, Limits, Notice, Spelling
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


@kept(40_000, len)  # nodes
def _structure(
    expression: str,
    syntax: Spelling,
    output: tuple[str, ...],
    opened: frozenset[str],
    names: tuple[str, ...],
    limits: Limits,
) -> Graph:
    graph = build(expression, output, limits, syntax, opened)
    for name in names:
        graph = derivative(graph, name, limits)
    return graph


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
        """The graph with the names folded that are asked to be."""
        return fold(self.graph, self.asked.fold)

    @cached_property
    def labels(self) -> Symbols:
        """Both passes in symbols, of the whole graph. A named constant with another number goes by its name."""
        return symbols(self.graph, self.overridden, self.drawn.circles, self.asked.naming)

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
                self.graph.kinds[node],
                folded,
                node in self.graph.exponents,
                self.signs[node],
                self.labels.values[node],
            )
            for name, node, folded in zip(drawn.ids, drawn.nodes, drawn.folded, strict=True)
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn as a line, in the order of ``drawn.graph.lines``."""
        drawn, passes, labels = self.drawn, self.evaluation.passes, self.labels
        return tuple(
            Line(
                name,
                source,
                None if target == OUTSIDE else target,
                passes.values[drawn.nodes[source]],
                passes.contributions[line],
                labels.values[drawn.nodes[source]],
                labels.contributions[line],
                labels.contributions[line] and self._rule(source, target, line),
            )
            for name, line, (source, target, _) in zip(drawn.line_ids, drawn.lines, drawn.graph.lines, strict=True)
        )

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
        """The rule of the table; into a call that of its function, into any other circle ``E ∂h/∂x``, where that is all
        that flows.
        """
        if target == OUTSIDE:
            return self.labels.contributions[line]
        if self.drawn.folded[target]:
            into = self._functions.get(self.drawn.nodes[target])
            if into is not None and self.drawn.graph.inputs[target].count(source) == 1:
                return into.get(self._origin(source)) or self.labels.contributions[line]
            return self._chain(source, target) or self.labels.contributions[line]
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

    def _origin(self, source: int) -> int:
        """The node of the whole graph whose value a drawn place hands on."""
        return self.graph.origin(self.drawn.nodes[source])

    def _chain(self, source: int, target: int) -> Label | None:
        """None where it is only part of what flows, because the same value enters twice, or the value has no name."""
        graph = self.drawn.graph
        name, circle = self.graph.names[self._origin(source)], self.drawn.circles[self.drawn.nodes[target]]
        if not name or graph.inputs[target].count(source) > 1:
            return None
        slope = ("frac", ("row", "∂", name_math(circle)), ("row", "∂", name_math(name)))
        return Label(f"E*∂{circle}/∂{name}", ("times", "E", slope))
