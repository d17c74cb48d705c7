"""A scene in, its figure taken apart by frames out: for files that show one frame after the other.

The figure is laid out once and drawn twice: as it is before red comes, when black runs alone on its axis, and finished.
A frame is what has come by then and has not stepped aside. A frame in which nothing comes is none.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kuroaka.figure.drawing.compose import description, picture
from kuroaka.figure.drawing.draw import draw
from kuroaka.figure.drawing.picture import Picture
from kuroaka.figure.drawing.svg import XMLNS, elements
from kuroaka.figure.type.geometry import Box
from kuroaka.scene import Scene

EVER = 10**6


class Part(NamedTuple):
    """Something that is drawn at once: where its ink is, the frame in which it comes, 0 for circles and names, and that
    in which it has gone.
    """

    drawn: Element
    ink: Box
    since: int = 0
    until: int = EVER


class Stills(NamedTuple):
    """What is drawn, in the order in which it is. Of what does not play only one frame is shown."""

    root: Element
    parts: Sequence[Part]
    only: int | None = None

    @property
    def frames(self) -> list[int]:
        """The frames that are shown: those in which something comes, and before them the one with nothing computed."""
        frames = sorted({0, *(part.since for part in self.parts)})
        return frames if self.only is None else [frame for frame in frames if frame <= self.only][-1:]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, in pixels of the figure."""
        return float(self.root.attrib["width"]), float(self.root.attrib["height"])

    @property
    def title(self) -> str:
        """What the figure is called."""
        return self.root.findtext("title", "")

    @property
    def says(self) -> str:
        """What is said to who cannot see it, in one text."""
        return f"{self.title}. {self.root.findtext('desc', '')}"

    def still(self, frame: int, window: Box | None = None, pixels: tuple[int, int] = (0, 0)) -> str:
        """A frame as a file of its own; or what is seen of it through a window, which is so many pixels large."""
        root = Element("svg", {"xmlns": XMLNS, **self.root.attrib})
        parts = [part for part in self.parts if part.since <= frame < part.until]
        if window:
            left, top, right, bottom = window
            parts = [part for part in parts if _meet(part.ink, window)]
            root.set("viewBox", f"{left} {top} {right - left} {bottom - top}")
            root.set("width", str(pixels[0]))
            root.set("height", str(pixels[1]))
            root.set("preserveAspectRatio", "none")
        root.extend([*self.root.findall("defs"), *(part.drawn for part in parts)])
        return ElementTree.tostring(root, encoding="unicode")

    def news(self, frame: int) -> Box:
        """Where the ink is of what comes in a frame."""
        left, top, right, bottom = zip(*(part.ink for part in self.parts if part.since == frame), strict=True)
        return min(left), min(top), max(right), max(bottom)


def stills(scene: Scene) -> Stills:
    """The frames of a figure that plays; of one that stands still only that one.

    >>> from kuroaka.asked import Asked
    >>> [stills(Scene(Asked(expression="x*y", frame=frame))).frames for frame in (None, 1)]
    [[0, 1, 2], [1]]
    """
    asked, placed, says = scene.asked, picture(scene), description(scene)
    before = min((when[0] for when in placed.timeline.backward if when), default=EVER) - 1
    alone, whole = (
        elements(draw(placed, title=scene.title, description=says, frame=frame, dashes=asked.dashes, paper=asked.paper))
        for frame in (before, EVER)
    )
    drawn = [part for part in whole if part.tag not in ("title", "desc", "defs")]
    paper = [drawn.pop(0)] if drawn[0].tag == "rect" else []
    lines, *others = drawn
    everywhere = (0.0, 0.0, placed.layout.width, placed.layout.height)
    parts = [
        *(Part(sheet, everywhere) for sheet in paper),
        *_parts(alone.findall("g[@class='lines']/g"), list(lines), placed),
        *(Part(other, everywhere) for other in others),
    ]
    return Stills(whole, parts, asked.frame if asked.animate or asked.frame is not None else EVER)


def _parts(alone: Sequence[Element], whole: Sequence[Element], placed: Picture) -> Iterator[Part]:
    """What is drawn of each line: black alone, black beside its red one, red."""
    places = {name: place for place, name in enumerate(placed.drawn.line_ids)}
    for first, last in zip(alone, whole, strict=True):
        line = places[last.attrib["data-line"]]
        black, red = placed.timeline.forward[line], placed.timeline.backward[line]
        comes = red[0] if red and last.find("g[@class='backward']") is not None else EVER
        for drawn in first:
            yield Part(drawn, placed.ink(line, is_forward=True), black[0] if black else 0, comes)
        for drawn in last if comes < EVER else ():
            yield Part(drawn, placed.ink(line, is_forward=drawn.attrib["class"] == "forward"), comes)


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
