"""LineTexts and symbols in, places out: where every circle, line and label of the figure stands, whoever draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kuroaka.asked import Fit, Show
from kuroaka.figure.drawing.strokes import Parallel, parallel
from kuroaka.figure.drawing.timeline import Timeline, lay_in_time
from kuroaka.figure.layout.lay_out import lay_out
from kuroaka.figure.layout.network.lay_out import lay_out_network
from kuroaka.figure.layout.slide import on_slide, roomy
from kuroaka.figure.type.geometry import Box, Layout, LineSize, Point
from kuroaka.figure.type.glyphs import Typeset
from kuroaka.figure.type.measures import CORNER, DOT, ENTRY, FAINTEST, LABEL_RISE, RADIUS, STROKE, VALUE_SIZE, WIDEST
from kuroaka.figure.type.sizes import (
    LineTexts,
    Standing,
    Symbol,
    Way,
    fit_halves,
    fit_symbol,
    line_offset,
    line_size,
    name_size,
    node_size,
    standing,
)
from kuroaka.figure.type.typeset import typeset
from kuroaka.graph.fold import Drawn
from kuroaka.graph.graph import OUTSIDE
from kuroaka.graph.network import sign_of_sum
from kuroaka.graph.steps import steps
from kuroaka.operations import Math, chained, is_ordered, sum_signs


@dataclass(frozen=True)
class Picture:
    """What is drawn, and where. Lines and nodes are counted as in ``drawn.graph``.

    ``symbols[i]`` is what stands for node i: in its circle, or at the left end of a leaf's line; ``fitted[i]`` the
    same as glyphs, with ``fronts[i]`` in the left half of its circle, if that has halves. ``names`` stand behind the
    lines that leave the graph, ``ends`` are the same as glyphs. ``red[i]`` says whether a gradient flows through line
    i, ``rooms[i]`` how large its labels are, ``sizes[i]`` what it carries forward and back, if that is known.
    """

    drawn: Drawn
    labels: Mapping[Show, LineTexts]
    symbols: Sequence[Math]
    fronts: Sequence[Math]
    fitted: Sequence[Symbol]
    names: Sequence[Math]
    ends: Sequence[Typeset]
    red: Sequence[bool]
    rooms: Sequence[LineSize]
    layout: Layout
    timeline: Timeline
    sizes: Sequence[tuple[float, float]]

    def source(self, line: int) -> int:
        """The node that a line leaves."""
        return self.drawn.graph.lines[line].source

    def stroke(self, line: int, *, is_forward: bool, is_alone: bool = False) -> Parallel:
        """The black stroke of a line, or the red one. While black is alone it runs on the axis, into the middle of what
        it leads to.
        """
        path = self.layout.lines[line]
        assert path is not None, "a line that is not drawn has no stroke"
        source, target, _ = self.drawn.graph.lines[line]
        at_source = self._radius(source)
        at_target = 0.0 if target == OUTSIDE else self._radius(target)
        offset = line_offset(is_red=self.red[line] and not is_alone)
        if is_forward:
            return parallel(path.axis, offset, at_source, at_target)
        return parallel(path.axis[::-1], offset, at_target, path.landing if at_source == DOT else at_source)

    def entries(self, node: int) -> list[tuple[Point, str]]:
        """What stands inside a circle where a line enters it: a minus where that is taken away; a 2 where the second
        input comes in above the first, and it makes a difference which is which.
        """
        graph, point = self.drawn.graph, self.layout.nodes[node]
        name = graph.operations[node]
        if point is None or not name:
            return []
        network = self.drawn.is_network
        signs = sum_signs(name) if network else chained(name)[1]
        lines = [line for line in graph.arrivals[node] if self.layout.lines[line]]
        ordered = network and not signs and len(lines) == 2 and is_ordered(name)  # a graph keeps their order
        if not ordered and "-" not in signs:
            return []
        tips = {line: self.stroke(line, is_forward=True).tip for line in lines}
        marks = {line: "−" for line, sign in zip(graph.arrivals[node], signs, strict=False) if sign == "-"}
        if ordered and tips[lines[1]][1] < tips[lines[0]][1]:
            marks = {lines[1]: "2"}
        x, y = point[0] - self.fitted[node].half + RADIUS, point[1]
        return [
            ((x + ENTRY * (tip[0] - x), y + ENTRY * (tip[1] - y)), marks[line])
            for line, tip in tips.items()
            if line in marks
        ]

    def standing(self, line: int, way: Way) -> list[Standing]:
        """The labels on one side of a line."""
        return standing(self.labels, line, way, is_red=self.red[line], number_size=_number_size(self.drawn))

    def width(self, line: int, *, is_forward: bool) -> float:
        """Of a stroke: among many faint ones the larger what it carries is, the wider."""
        if line not in self.layout.faint or not self.sizes:
            return STROKE
        way = 0 if is_forward else 1
        most = max((abs(self.sizes[other][way]) for other in self.layout.faint), default=0.0)
        part = abs(self.sizes[line][way]) / most if most else 0.0
        return STROKE * (FAINTEST + (WIDEST - FAINTEST) * (part if part <= 1 else 0.0))

    def ink(self, line: int, *, is_forward: bool) -> Box:
        """Where the black stroke of a line and its labels leave ink, or the red ones, at most."""
        path = self.layout.lines[line]
        assert path is not None, "a line that is not drawn leaves none"
        stroke, (x, y) = self.stroke(line, is_forward=is_forward), path.middle(is_forward=is_forward)
        corners = [point for corner in stroke.corners for point in (corner.begin, corner.finish)]
        points = [stroke.begin, *corners, stroke.tip]
        labels = self.standing(line, "forward" if is_forward else "backward")
        xs = [x + side * label.ink.width / 2 for label in labels for side in (-1, 1)]
        ys = [y + label.baseline + reach for label in labels for reach in (-label.ink.ascent, label.ink.descent)]
        xs += [at + side * CORNER for at, _ in points for side in (-1, 1)]  # more than heads and corners take
        ys += [at + side * CORNER for _, at in points for side in (-1, 1)]
        return min(xs), min(ys), max(xs), max(ys)

    def riders(self) -> list[tuple[int, int, Box]]:
        """The leaves that stand beside a line, by the black label there: the line, the node of the whole graph, the
        place.
        """
        drawn, found = self.drawn, list[tuple[int, int, Box]]()
        for line, path in enumerate(self.layout.lines[: len(drawn.graph.edges)]):
            if path and line not in self.layout.faint and (line in drawn.onward or self.source(line) in drawn.stubs):
                (x, y), room = path.label, self.rooms[line]
                box = (x - room.width_above / 2, y - room.above, x + room.width_above / 2, y - LABEL_RISE)
                found.append((line, drawn.whole.edges[drawn.lines[line]].source, box))
        return found

    def _radius(self, node: int) -> float:
        """Of what a line ends at; names have none, their lines simply end."""
        return {"operation": RADIUS + STROKE / 2, "branch": DOT}.get(self.drawn.graph.kinds[node], 0.0)


def place(
    drawn: Drawn,
    labels: Mapping[Show, LineTexts],
    symbols: Sequence[Math],
    names: Sequence[Math],
    sizes: Sequence[tuple[float, float]] = (),
    fit: Fit = "auto",
) -> Picture:
    """Place what is drawn of a graph.

    ``labels["formulas"]`` and ``["rules"]`` are mathematics, ``["numbers"]`` printed numbers.
    """
    graph = drawn.graph
    timeline = lay_in_time(steps(graph), len(graph.lines))
    red = [
        when is not None and any(kind.backward[line] is not None for kind in labels.values())
        for line, when in enumerate(timeline.backward)
    ]
    fronts = [sign_of_sum(drawn, at) if node in drawn.halves else "" for at, node in enumerate(drawn.nodes)]
    fitted = [
        fit_halves(front, symbol) if front else fit_symbol(symbol)
        for front, symbol in zip(fronts, symbols, strict=True)
    ]
    nodes = [node_size(kind, symbol) for kind, symbol in zip(graph.kinds, fitted, strict=True)]
    number_size = _number_size(drawn)
    rooms = [line_size(labels, line, is_red=is_red, number_size=number_size) for line, is_red in enumerate(red)]
    ends = [typeset(name) for name in names]
    behind = [name_size(end, at_left=False) for end in ends]

    def lay(rooms: Sequence[LineSize]) -> Layout:
        return lay_out(graph, nodes, rooms, behind)

    if drawn.is_network:  # which is about as high as a slide by itself
        layout = lay_out_network(drawn, nodes, rooms, behind)
    else:
        layout = roomy(lay, rooms) if fit == "slide" else lay(rooms)
    layout = on_slide(layout) if fit == "slide" else layout
    return Picture(drawn, labels, symbols, fronts, fitted, names, ends, red, rooms, layout, timeline, sizes)


def _number_size(drawn: Drawn) -> float:
    """Of numbers that stand alone: in a network many stand close together."""
    return VALUE_SIZE if drawn.is_network else 1.0
