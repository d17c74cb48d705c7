"""LineTexts and symbols in, places out: where every circle, line and label of the figure stands, whoever draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kuroaka.asked import Show
from kuroaka.figure.drawing.strokes import Parallel, parallel
from kuroaka.figure.drawing.timeline import Timeline, lay_in_time
from kuroaka.figure.layout.lay_out import lay_out
from kuroaka.figure.type.geometry import Layout, Point
from kuroaka.figure.type.glyphs import Typeset
from kuroaka.figure.type.measures import DOT, ENTRY, RADIUS, STROKE
from kuroaka.figure.type.sizes import (
    LineTexts,
    Symbol,
    fit_symbol,
    label_baseline,
    line_offset,
    line_size,
    measure_label,
    name_size,
    node_size,
    value_baseline,
)
from kuroaka.figure.type.typeset import typeset
from kuroaka.graph.fold import Drawn
from kuroaka.graph.graph import OUTSIDE
from kuroaka.graph.steps import steps
from kuroaka.operations import Math, chained


@dataclass(frozen=True)
class Picture:
    """What is drawn, and where. Lines and nodes are counted as in ``drawn.graph``.

    ``symbols[i]`` is what stands for node i: in its circle, or at the left end of a leaf's line; ``fitted[i]`` the
    same as glyphs. ``names`` stand behind the lines that leave the graph, ``ends`` are the same as glyphs. ``red[i]``
    says whether a gradient flows through line i.
    """

    drawn: Drawn
    labels: Mapping[Show, LineTexts]
    symbols: Sequence[Math]
    fitted: Sequence[Symbol]
    names: Sequence[Math]
    ends: Sequence[Typeset]
    red: Sequence[bool]
    layout: Layout
    timeline: Timeline

    def source(self, line: int) -> int:
        """The node that a line leaves."""
        return self.drawn.graph.lines[line].source

    def stroke(self, line: int, *, is_forward: bool) -> Parallel:
        """The black stroke of a line, or the red one."""
        path = self.layout.lines[line]
        assert path is not None, "a line that is not drawn has no stroke"
        source, target, _ = self.drawn.graph.lines[line]
        at_source = self._radius(source)
        at_target = 0.0 if target == OUTSIDE else self._radius(target)
        offset = line_offset(is_red=self.red[line])
        if is_forward:
            return parallel(path.axis, offset, at_source, at_target)
        return parallel(path.axis[::-1], offset, at_target, path.landing if at_source == DOT else at_source)

    def minuses(self, node: int) -> list[Point]:
        """Where a minus stands at an entry of a sum: inside the circle, at the end of the line that is taken away."""
        graph, middle = self.drawn.graph, self.layout.nodes[node]
        _, signs = chained(graph.operations[node])
        found: list[Point] = []
        for line, sign in zip(graph.arrivals[node], signs, strict=False):
            if sign == "-" and middle:
                tip = self.stroke(line, is_forward=True).tip
                found.append((middle[0] + ENTRY * (tip[0] - middle[0]), middle[1] + ENTRY * (tip[1] - middle[1])))
        return found

    def baseline(self, line: int, show: Show, text: Math, *, is_forward: bool) -> float:
        """Of a label of a line, from the axis of the line's run."""
        return label_baseline(measure_label(show, text), is_forward=is_forward, is_red=self.red[line])

    @property
    def pair(self) -> bool:
        """Whether formulas and numbers are shown together, the numbers smaller, beyond the formulas."""
        return tuple(self.labels) == ("formulas", "numbers")

    def beyond(self, line: int, *, is_forward: bool) -> float | None:
        """Where the number stands when the formula is shown too, from the axis; None where the formula is a number."""
        if "formulas" not in self.labels:
            return None
        formulas = self.labels["formulas"]
        formula = (formulas.forward if is_forward else formulas.backward)[line]
        if not formula or _is_number(formula):
            return None
        baseline = self.baseline(line, "formulas", formula, is_forward=is_forward)
        return value_baseline(measure_label("formulas", formula), baseline, is_forward=is_forward)

    def _radius(self, node: int) -> float:
        """Of what a line ends at; names have none, their lines simply end."""
        return {"operation": RADIUS + STROKE / 2, "branch": DOT}.get(self.drawn.graph.kinds[node], 0.0)


def place(drawn: Drawn, labels: Mapping[Show, LineTexts], symbols: Sequence[Math], names: Sequence[Math]) -> Picture:
    """Place what is drawn of a graph.

    ``labels["formulas"]`` and ``["rules"]`` are mathematics, ``["numbers"]`` printed numbers; there
    is room for all of them.
    """
    graph = drawn.graph
    timeline = lay_in_time(steps(graph), len(graph.lines))
    red = [
        when is not None and any(kind.backward[line] is not None for kind in labels.values())
        for line, when in enumerate(timeline.backward)
    ]
    fitted = [fit_symbol(symbol) for symbol in symbols]
    ends = [typeset(name) for name in names]
    layout = lay_out(
        graph,
        [node_size(kind, symbol) for kind, symbol in zip(graph.kinds, fitted, strict=True)],
        [line_size(labels, line, is_red=is_red) for line, is_red in enumerate(red)],
        [name_size(end, at_left=False) for end in ends],
    )
    return Picture(drawn, labels, symbols, fitted, names, ends, red, layout, timeline)


def _is_number(formula: Math) -> bool:
    """Whether it is digits, perhaps with a minus in front."""
    digits = formula[-1] if isinstance(formula, tuple) and formula[:2] == ("row", "−") else formula
    return isinstance(digits, str) and digits[:1].isdigit()
