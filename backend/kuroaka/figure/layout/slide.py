"""A layout in the shape of a slide: what is too flat has its lines further apart, what is too narrow longer ones, as
far as looks well; then it stands in the middle.
"""

from collections.abc import Callable, Sequence

from kuroaka.figure.type.geometry import Layout, LinePath, LineSize, Point

RATIO = 16 / 9
APART = 48.0  # pixels more, at most, above and below a line; twice that along it
SMALLER = 1.1  # how much wider what is flat may become: all of it is drawn so much smaller then
TRIES = 5

Lay = Callable[[Sequence[LineSize]], Layout]


def roomy(lay: Lay, lines: Sequence[LineSize]) -> Layout:
    """What is laid out with so much more room for its lines that it fills most of a slide."""
    found = lay(lines)
    is_flat = found.width > RATIO * found.height
    widest = SMALLER * found.width if is_flat else float("inf")
    least, most = 0.0, APART
    for _ in range(TRIES):
        more = (least + most) / 2
        tried = lay([_roomier(line, more, is_flat=is_flat) for line in lines])
        if (tried.width > RATIO * tried.height) == is_flat and tried.width <= widest:
            least, found = more, tried
        else:
            most = more
    return found


def on_slide(layout: Layout) -> Layout:
    """In the middle of the smallest slide that holds it."""
    width, height = max(layout.width, RATIO * layout.height), max(layout.height, layout.width / RATIO)
    moved = _moved(layout, (width - layout.width) / 2, (height - layout.height) / 2)
    return moved._replace(width=width, height=height)


def _roomier(line: LineSize, more: float, *, is_flat: bool) -> LineSize:
    if is_flat:
        return line._replace(above=line.above + more, below=line.below + more)
    return line._replace(width_above=line.width_above + 2 * more, width_below=line.width_below + 2 * more)


def _moved(layout: Layout, right: float, down: float) -> Layout:
    def point(at: Point) -> Point:
        return at[0] + right, at[1] + down

    def path(line: LinePath) -> LinePath:
        back = line.back and point(line.back)
        return line._replace(axis=tuple(map(point, line.axis)), label=point(line.label), back=back)

    return layout._replace(
        nodes=tuple(node and point(node) for node in layout.nodes),
        lines=tuple(line and path(line) for line in layout.lines),
        dots=tuple(map(point, layout.dots)),
    )
