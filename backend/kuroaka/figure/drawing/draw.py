"""What is placed in, the finished file out: strokes and glyphs come together here."""

from xml.etree.ElementTree import Element

from kuroaka.asked import Paper, Show
from kuroaka.figure.drawing.dashes import dash_array, hidden
from kuroaka.figure.drawing.motion import Aside, style_rules
from kuroaka.figure.drawing.picture import Picture
from kuroaka.figure.drawing.strokes import head_path, number, stroke_path
from kuroaka.figure.drawing.svg import OWN, Document, add
from kuroaka.figure.type.geometry import Point
from kuroaka.figure.type.glyphs import AXIS, Typeset
from kuroaka.figure.type.measures import (
    BLACK,
    DOT,
    ELLIPSIS,
    ENTRY_SIZE,
    FAINT,
    RADIUS,
    RED,
    RING,
    STROKE,
    TERMINAL_GAP,
    THIN,
    WHITE,
)
from kuroaka.figure.type.sizes import SCALE, Symbol, Way
from kuroaka.figure.type.typeset import typeset
from kuroaka.graph.graph import OUTSIDE, Kind
from kuroaka.graph.ids import edge_id, node_id

STEPPING = 130  # in a figure of more lines nobody sees one step aside, and its rules are many
CLASSES: dict[Show, str] = {"formulas": "formula", "numbers": "number", "rules": "rule"}


def draw(
    placed: Picture,
    *,
    title: str,
    description: str,
    animate: bool = True,
    frame: int | None = None,
    dashes: bool = False,
    paper: Paper = "none",
) -> str:
    """The figure as SVG, but for its own name (``named``). Ids are those of the whole graph.

    Of formulas and numbers together the numbers stand smaller, beyond the formulas. ``frame`` makes a still in which
    what is not yet computed is absent. With ``dashes`` red lines are dashed. What stands on
    ``paper`` has it behind all else.
    """
    drawn, layout, timeline = placed.drawn, placed.layout, placed.timeline
    graph = drawn.graph
    document = Document(layout.width, layout.height, title, description)
    if drawn.is_network:
        document.root.set("class", f"kuroaka network {OWN}")
    if paper == "white":
        add(document.root, "rect", x=0, y=0, width=layout.width, height=layout.height, fill=WHITE)
    is_moving = animate and frame is None
    if is_moving and "numbers" in placed.labels:
        document.define_numerals()  # for whoever writes other numbers into it
    lines = _Lines(document, placed, frame=frame, is_moving=is_moving, dashes=dashes)
    group = add(document.root, "g", class_="lines")
    for line, path in enumerate(layout.lines):
        if path is None:
            continue
        line_group = lines.open(group, line)
        for when, is_forward in ((timeline.forward[line], True), (timeline.backward[line], False)):
            if when and (is_forward or placed.red[line]) and (frame is None or when[0] <= frame):
                lines.draw(line_group, line, path.middle(is_forward=is_forward), when[1], is_forward=is_forward)
    group = add(document.root, "g", class_="nodes")
    for node, point in enumerate(layout.nodes):
        if point and node not in drawn.stubs:
            name = f"node {graph.kinds[node]}" + " folded" * drawn.folded[node]
            place = add(group, "g", class_=name, data_node=drawn.ids[node])
            _draw_node(document, place, graph.kinds[node], placed.fitted[node], point, folded=drawn.folded[node])
            for (x, y), mark in placed.entries(node):
                size = ENTRY_SIZE
                document.place_formula(add(place, "g"), typeset(mark), x, y + AXIS * SCALE * size, size)
    for _, node, (left, top, right, bottom) in placed.riders():
        place = add(group, "g", class_=f"node {drawn.whole.kinds[node]} rider", data_node=node_id(node))
        add(place, "rect", x=left, y=top, width=right - left, height=bottom - top, fill="none")
    for x, y in layout.dots:
        for way in (-1, 0, 1):
            add(group, "circle", cx=x, cy=y + way * ELLIPSIS, r=THIN * 2)
    for line, end in zip(graph.output_lines, placed.ends, strict=True):
        path = layout.lines[line]
        if end.glyphs and path:
            place = add(group, "g", class_="node output", data_node=drawn.line_ids[line])
            _place_name(document, place, end, path.axis[-1], TERMINAL_GAP)
    if not is_moving:
        return document.text(())
    document.root.set("data-duration", f"{timeline.duration:g}")
    document.root.set("data-frames", " ".join(f"{time:g}" for time in timeline.frames))
    return document.text(style_rules(timeline, lines.beats, lines.asides, lines.dashed))


class _Lines:
    """Draws lines one by one, and remembers which beats they belong to, and what steps aside."""

    def __init__(
        self, document: Document, placed: Picture, *, frame: int | None, is_moving: bool, dashes: bool
    ) -> None:
        self.document, self.placed = document, placed
        self.drawn, self.graph = placed.drawn, placed.drawn.graph
        self.frame, self.is_moving, self.dashes = frame, is_moving, dashes
        self.beats: set[int] = set()
        self.dashed: set[int] = set()
        self.asides: list[Aside] = []

    def open(self, parent: Element, line: int) -> Element:
        target, back = self.graph.lines[line].target, self.drawn.back[line]
        return add(
            parent,
            "g",
            class_="line faint" if line in self.placed.layout.faint else "line",
            data_line=self.drawn.line_ids[line],
            data_back=None if back == self.drawn.lines[line] else edge_id(self.drawn.whole, back),
            data_source=self.drawn.ids[self.placed.source(line)],
            data_target=None if target == OUTSIDE else self.drawn.ids[target],
        )

    def draw(self, parent: Element, line: int, middle: Point, beat: int, *, is_forward: bool) -> None:
        self.beats.add(beat)
        colour = BLACK if is_forward else RED
        group = add(parent, "g", class_="forward" if is_forward else "backward", fill=colour)
        red = self.placed.timeline.backward[line] if is_forward and self.placed.red[line] else None
        is_alone = red is not None and self.frame is not None and self.frame < red[0]
        stroke = self.placed.stroke(line, is_forward=is_forward, is_alone=is_alone)
        is_faint = line in self.placed.layout.faint
        is_dashed = self.dashes and not is_forward
        if is_dashed:
            self.dashed.add(beat)
        body = add(
            group,
            "path",
            class_=self._moving("stroke", beat),
            pathLength="1" if self.is_moving and not is_dashed else None,
            font_size=hidden(stroke) if self.is_moving and is_dashed else None,
            d=stroke_path(stroke),
            fill="none",
            stroke=colour,
            stroke_width=None
            if (width := self.placed.width(line, is_forward=is_forward)) == STROKE
            else number(width, 2),
            stroke_opacity=FAINT if is_faint else None,
            stroke_dasharray=dash_array(stroke) if is_dashed else None,
        )
        head = add(group, "path", class_=self._moving("head", beat), d=head_path(stroke), **_seen(not is_faint))
        if is_faint and not self.is_moving:
            group.remove(head)
        if red is not None and self.is_moving and len(self.graph.lines) <= STEPPING:
            alone = self.placed.stroke(line, is_forward=True, is_alone=True)
            self._step_aside(body, line, red[1], stroke_path(alone))
            self._step_aside(head, line, red[1], head_path(alone))
        ways: tuple[Way, ...] = ("forward",) if is_forward else ("backward", "onward")
        for way in ways:
            is_seen = way != "onward" and not is_faint
            if not is_seen and not self.is_moving:
                continue
            for standing in self.placed.standing(line, way):
                name = f"label {CLASSES[standing.show]}" + " onward" * (way == "onward")
                label = add(group, "g", class_=self._moving(name, beat), **_seen(is_seen))
                if way == "onward":
                    label.set("data-line", edge_id(self.drawn.whole, self.drawn.onward[line]))
                baseline = middle[1] + standing.baseline
                if standing.show == "numbers":
                    self.document.place_number(label, str(standing.text), middle[0], baseline, standing.size)
                else:
                    self.document.place_formula(label, typeset(standing.text), middle[0], baseline)

    def _step_aside(self, path: Element, line: int, red: int, alone: str) -> None:
        name, moving = path.attrib["class"].split()
        aside = Aside(f"{name[0]}a{line}", moving, red, alone, path.attrib["d"])
        path.set("class", f"{name} {moving} {aside.name}")
        self.asides.append(aside)

    def _moving(self, name: str, beat: int) -> str:
        return f"{name} {name[0]}{beat}" if self.is_moving else name


def _seen(is_seen: bool) -> dict[str, str]:
    """What the page alone shows, when it is asked to, stands unseen in what plays. It has no ink there, as some
    programs know no visibility; a still is without it.
    """
    return {} if is_seen else {"visibility": "hidden", "fill": "none"}


def _draw_node(document: Document, group: Element, kind: Kind, symbol: Symbol, point: Point, *, folded: bool) -> None:
    if kind == "branch":
        add(group, "circle", cx=point[0], cy=point[1], r=DOT)
    elif kind == "operation":
        _draw_frame(group, symbol.half, point)
        if folded:
            _draw_frame(group, symbol.half, point, within=RING)
        baseline = point[1] + AXIS * SCALE * symbol.size
        front, middle = symbol.middles(point[0])
        if symbol.front.glyphs:
            seam = f"M{number(point[0] + symbol.seam)} {number(point[1] - RADIUS)}v{number(2 * RADIUS)}"
            add(group, "path", d=seam, fill="none", stroke=BLACK, stroke_width=f"{THIN:g}")
            document.place_formula(add(group, "g"), symbol.front, front, point[1] + AXIS * SCALE)
        document.place_formula(add(group, "g"), symbol.formula, middle, baseline, symbol.size)
    else:
        _place_name(document, group, symbol.formula, point, -TERMINAL_GAP)


def _draw_frame(group: Element, half: float, point: Point, within: float = 0.0) -> None:
    """A circle, or for a long name a circle drawn out to both sides; or a thin one, so much ``within`` that."""
    radius = RADIUS - within
    if half == RADIUS:
        frame = add(group, "circle", cx=point[0], cy=point[1], r=radius)
    else:
        left, width = point[0] - half + within, 2 * (half - within)
        frame = add(group, "rect", x=left, y=point[1] - radius, width=width, height=2 * radius, rx=radius)
    frame.set("fill", "none")
    frame.set("stroke", BLACK)
    if within:
        frame.set("stroke-width", f"{THIN:g}")


def _place_name(document: Document, group: Element, name: Typeset, point: Point, gap: float) -> None:
    """A name left (gap below 0) or right of a point, its axis level with it."""
    half = name.width * SCALE / 2
    x = point[0] + gap + (half if gap > 0 else -half)
    document.place_formula(add(group, "g"), name, x, point[1] + AXIS * SCALE)
