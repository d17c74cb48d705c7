"""A scene in, the figure for LaTeX out: the same places, circles, lines and labels, drawn by TikZ.

A document that compiles alone; its picture can be moved into another one with the packages, the colour and the styles
above it. All that is defined has a name of ours: TikZ has a key ``label``, and an author may have a ``node`` of theirs.
Coordinates are the pixels of the figure, y downward; a unit is chosen so that 10 pt type has the figure's proportions.
"""

from collections.abc import Iterator
from math import hypot, sqrt

from kuroaka.exports.tex import numeral, tex, typed
from kuroaka.figure.drawing.compose import picture
from kuroaka.figure.drawing.dashes import DASH, GAP
from kuroaka.figure.drawing.picture import Picture
from kuroaka.figure.drawing.strokes import Parallel
from kuroaka.figure.drawing.strokes import number as coordinate
from kuroaka.figure.type.geometry import Point
from kuroaka.figure.type.glyphs import AXIS
from kuroaka.figure.type.measures import (
    DOT,
    ELLIPSIS,
    ENTRY_SIZE,
    FAINT,
    HEAD_LENGTH,
    HEAD_NOTCH,
    HEAD_WIDTH,
    RADIUS,
    RED,
    STROKE,
    TERMINAL_GAP,
    THIN,
    TYPE_SIZE,
)
from kuroaka.figure.type.numerals import shrunk
from kuroaka.figure.type.sizes import SCALE
from kuroaka.formulas import latex
from kuroaka.graph.steps import Direction
from kuroaka.scene import Scene

_PAIR = ("formulas", "numbers")
_UNIT = 10 / TYPE_SIZE  # points to a pixel
_DASHES = f", dash pattern=on {coordinate(DASH * _UNIT, 2)}pt off {coordinate(GAP * _UNIT, 2)}pt"
_FILE = r"""\documentclass[tikz, border=3pt]{standalone}
\usepackage{amsmath, amssymb}
\usetikzlibrary{arrows.meta}
\definecolor{kuroaka-red}{HTML}{%(red)s}
\tikzset{
  kuroaka line/.style={line width=%(stroke)spt, -{Stealth[length=%(length)spt, width=%(width)spt, inset=%(inset)spt]}},
  kuroaka forward/.style={kuroaka line},
  kuroaka backward/.style={kuroaka line, draw=kuroaka-red, text=kuroaka-red%(dashes)s},
  kuroaka label/.style={
    anchor=base, inner sep=0pt, execute at begin node=$\displaystyle, execute at end node=$
  },
  kuroaka symbol/.style={kuroaka label, font=\small},
}

%(typed)s
\begin{document}
\begin{tikzpicture}[x=%(unit)spt, y=-%(unit)spt, line width=%(stroke)spt]
%(body)s
\end{tikzpicture}
\end{document}
"""


def write(scene: Scene) -> str:
    r"""The document.

    >>> from kuroaka.asked import Asked
    >>> print("\n".join(write(Scene(Asked(expression="x^2"))).splitlines()[-9:-2]))
      \draw[kuroaka forward] (116.1, 29.1) -- (158.8, 29.1);
      \node[kuroaka label] at (137.2, 24.1) {x^{2}};
      \draw[kuroaka backward] (158.8, 34.9) -- (116.1, 34.9);
      \node[kuroaka label, text=kuroaka-red] at (137.2, 51.1) {E};
      \node[kuroaka label, anchor=base east] at (18.8, 36.4) {x};
      \draw (97.7, 32) circle[radius=18];
      \node[kuroaka label] at (97.7, 36.4) {\square^{2}};
    """
    show = scene.asked.show
    placed = picture(scene.but(show=show if show == _PAIR else show[:1]))
    body = [*_lines(scene, placed), *_nodes(placed)]
    return _FILE % {
        "red": RED.removeprefix("#").upper(),
        "dashes": _DASHES if scene.asked.dashes else "",
        "unit": coordinate(_UNIT, 4),
        "stroke": coordinate(STROKE * _UNIT, 2),
        "length": coordinate(HEAD_LENGTH * _UNIT, 2),
        "width": coordinate(HEAD_WIDTH * _UNIT, 2),
        "inset": coordinate((HEAD_LENGTH - HEAD_NOTCH) * _UNIT, 2),
        "typed": typed(scene.graph.text),
        "body": "\n".join(f"  {line}" for line in body),
    }


def _lines(scene: Scene, placed: Picture) -> Iterator[str]:
    directions: tuple[Direction, ...] = ("forward", "backward")
    for line, path in enumerate(placed.layout.lines):
        for style in directions:
            is_forward = style == "forward"
            if path is None or not (is_forward or placed.red[line]) or not scene.is_drawn(line, style):
                continue
            is_faint = line in placed.layout.faint
            faint = f", draw opacity={FAINT}, -" if is_faint else ""
            yield rf"\draw[kuroaka {style}{faint}{_drawn(placed.stroke(line, is_forward=is_forward))};"
            if is_faint:
                continue
            colour = "" if is_forward else ", text=kuroaka-red"
            middle = path.middle(is_forward=is_forward)
            for show, text, size, _, baseline in placed.standing(line, style):
                written = numeral(str(text)) if show == "numbers" else tex(latex(text))
                scale = size * (shrunk(str(text)) if show == "numbers" else 1.0)
                small = f", scale={coordinate(scale, 2)}" if scale < 1 else ""
                place = _point((middle[0], middle[1] + baseline))
                yield rf"\node[kuroaka label{colour}{small}] at {place} {{{written}}};"


def _nodes(placed: Picture) -> Iterator[str]:
    kinds = placed.drawn.graph.kinds
    parts = zip(kinds, placed.layout.nodes, placed.symbols, placed.fitted, strict=True)
    for node, (kind, point, math, symbol) in enumerate(parts):
        if point is None or node in placed.drawn.stubs:
            continue
        if kind == "branch":
            yield rf"\fill {_point(point)} circle[radius={DOT:g}];"
        elif kind == "operation":
            yield _frame(point, symbol.half)
            style = "kuroaka label" if symbol.size == 1 else "kuroaka symbol"
            baseline = point[1] + AXIS * SCALE * symbol.size
            if placed.fronts[node]:
                seam = point[0] + symbol.seam
                ends = _point((seam, point[1] - RADIUS)), _point((seam, point[1] + RADIUS))
                yield rf"\draw[line width={coordinate(THIN * _UNIT, 2)}pt] {ends[0]} -- {ends[1]};"
                front = _point((symbol.middles(point[0])[0], point[1] + AXIS * SCALE))
                yield rf"\node[kuroaka label] at {front} {{{tex(latex(placed.fronts[node]))}}};"
            place = _point((symbol.middles(point[0])[1], baseline))
            yield rf"\node[{style}] at {place} {{{tex(latex(math))}}};"
            for (x, y), mark in placed.entries(node):
                place = _point((x, y + AXIS * SCALE * ENTRY_SIZE))
                yield rf"\node[kuroaka symbol] at {place} {{\scriptstyle {latex(mark)}}};"
        else:
            yield _name(point, latex(math), -TERMINAL_GAP)
    for x, y in placed.layout.dots:
        yield from (rf"\fill {_point((x, y + way * ELLIPSIS))} circle[radius={2 * THIN:g}];" for way in (-1, 0, 1))
    for line, name in zip(placed.drawn.graph.output_lines, placed.names, strict=True):
        path = placed.layout.lines[line]
        if path and name:
            yield _name(path.axis[-1], latex(name), TERMINAL_GAP)


def _frame(point: Point, half: float) -> str:
    """A circle, or for a long name a circle drawn out to both sides."""
    if half == RADIUS:
        return rf"\draw {_point(point)} circle[radius={RADIUS:g}];"
    corners = _point((point[0] - half, point[1] - RADIUS)), _point((point[0] + half, point[1] + RADIUS))
    return rf"\draw[rounded corners={coordinate(RADIUS * _UNIT, 2)}pt] {corners[0]} rectangle {corners[1]};"


def _name(point: Point, written: str, gap: float) -> str:
    """A name left (gap below 0) or right of a point, its axis level with it."""
    place = _point((point[0] + gap, point[1] + AXIS * SCALE))
    return rf"\node[kuroaka label, anchor=base {'west' if gap > 0 else 'east'}] at {place} {{{tex(written)}}};"


def _drawn(stroke: Parallel) -> str:
    """The stroke, from the end of its style on: sharp corners, which TikZ rounds as far as the figure does."""
    points, cuts = [stroke.begin], []
    for corner in stroke.corners:
        chord = hypot(corner.finish[0] - corner.begin[0], corner.finish[1] - corner.begin[1])
        half = min(chord / (2 * corner.radius), 0.999)  # the sine of half the turn
        cut = corner.radius * half / sqrt(1 - half * half)
        x, y = points[-1]  # the sharp corner before, in line with where this one begins
        length = hypot(corner.begin[0] - x, corner.begin[1] - y)
        step = ((corner.begin[0] - x) / length, (corner.begin[1] - y) / length)
        points.append((corner.begin[0] + step[0] * cut, corner.begin[1] + step[1] * cut))
        cuts.append(cut)
    rounded = f", rounded corners={coordinate(max(cuts) * _UNIT)}pt" if cuts else ""
    return f"{rounded}] " + " -- ".join(map(_point, (*points, stroke.tip)))


def _point(point: Point) -> str:
    return f"({coordinate(point[0])}, {coordinate(point[1])})"
