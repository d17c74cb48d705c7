"""What is wrong in, a small card that says it out: the SVG an image shows where there is no figure to show.

Its text is text, in the reader's own fonts; nothing of it is markup.
"""

from collections.abc import Sequence
from textwrap import wrap
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from kuroaka.figure.drawing.svg import OWN, named, printable
from kuroaka.figure.type.measures import BLACK, RED, WHITE

WIDTH = 640
MARGIN = 24
TYPE_SIZE = 16
LINE = 24
COLUMNS = 66  # of Latin letters beside each other
GREY = "#555"


def card(detail: str, hint: str = "", caret: str = "") -> str:
    r"""``caret`` is the offending line and, on a second line, ``^`` under what offends, which is underlined in red.

    >>> "Expected" in card("Expected a value after '+'.", caret="x +\n   ^")
    True
    """
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "class": "kuroaka card", "role": "img"})
    root.set("aria-labelledby", f"{OWN}title")
    title = SubElement(root, "title", id=f"{OWN}title")
    title.text = printable(detail)
    paper = SubElement(root, "rect", {"x": "0.5", "y": "0.5", "fill": WHITE, "stroke": RED})
    baseline = MARGIN
    for text in _lines(detail):
        baseline += LINE
        _text(root, baseline, BLACK).text = text
    if caret:
        baseline += LINE + LINE // 2
        _mark(_text(root, baseline, BLACK, "monospace"), *_cut(*caret.split("\n")))
        baseline += LINE // 2
    for text in _lines(hint):
        baseline += LINE
        _text(root, baseline, GREY).text = text
    height = baseline + LINE // 2 + MARGIN
    root.set("viewBox", f"0 0 {WIDTH} {height}")
    root.set("width", str(WIDTH))
    root.set("height", str(height))
    paper.set("width", str(WIDTH - 1))
    paper.set("height", str(height - 1))
    return named(ElementTree.tostring(root, encoding="unicode"))


def _text(root: Element, baseline: float, colour: str, family: str = "system-ui, sans-serif") -> Element:
    place = {"x": str(MARGIN), "y": str(baseline), "fill": colour}
    return SubElement(root, "text", {**place, "font-family": family, "font-size": str(TYPE_SIZE)})


def _mark(text: Element, line: str, start: int, stop: int) -> None:
    """The line with what offends underlined; spaces are hard ones, which SVG keeps."""
    line = line.ljust(stop).replace(" ", "\u00a0")
    text.text = line[:start]
    mark = SubElement(text, "tspan", {"fill": RED, "text-decoration": "underline"})
    mark.text, mark.tail = line[start:stop], line[stop:]


def _cut(line: str, carets: str) -> tuple[str, int, int]:
    """So much of the line as fits, with what offends in it."""
    start, stop = carets.find("^"), len(carets)
    room = _columns(line) - 6  # letters of equal width are wider
    left = max(0, min(start - room // 2, len(line) - room))
    return printable(line[left : left + room]), start - left, min(stop - left, room + 1)


def _lines(text: str) -> Sequence[str]:
    return wrap(printable(text), _columns(text))


def _columns(text: str) -> int:
    """How many letters fit on a line: half as many where some are as wide as those of Japanese."""
    return COLUMNS // 2 if any(letter >= "\u2e80" for letter in text) else COLUMNS
