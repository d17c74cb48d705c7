"""An element of a still in, the operators that paint it on a page of a PDF out.

It knows what ``drawing/svg.py`` writes and nothing else: groups, strokes with round corners, circles, boxes, glyphs
that are used, and letters that our font does not have. Points are complex numbers, which turn by multiplication.
"""

import re
from cmath import exp, phase
from collections.abc import Callable, Mapping
from math import ceil, pi, sqrt, tan
from xml.etree.ElementTree import Element

from kuroaka.extras import extra
from kuroaka.figure.drawing.strokes import number

with extra("png"):
    import pydyf

TEXT, FAINT = "Text", "Faint"  # the names of the font of those letters, and of the state in which strokes are faint
_PIECES = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_TRANSFORM = re.compile(r"(translate|scale)\(([^)]*)\)")
_TAKES = {"m": 2, "l": 2, "h": 1, "v": 1, "q": 4, "c": 6, "a": 7, "z": 0}  # numbers behind a letter of a path


def paint(element: Element, page: pydyf.Stream) -> None:
    """Paint an element, and what is in it."""
    page.push_state()
    for matrix in matrices(element):
        page.set_matrix(*matrix)
    _take_pens(element, page)
    _PAINTERS[element.tag](element, page)
    page.pop_state()


def matrices(element: Element) -> list[tuple[str, ...]]:
    """How an element is moved and scaled.

    >>> matrices(Element("g", transform="translate(2 3)scale(0.5)"))
    [('1', '0', '0', '1', '2', '3'), ('0.5', '0', '0', '0.5', '0', '0')]
    """
    return [
        ("1", "0", "0", "1", *given.split()) if word == "translate" else (given, "0", "0", given, "0", "0")
        for word, given in _TRANSFORM.findall(element.get("transform", ""))
    ]


def trace(data: str, page: pydyf.Stream) -> list[complex]:
    """Put a path on the page, to be filled or stroked. The points that it stays between."""
    here = start = 0j
    found: list[complex] = []
    pieces = iter(_PIECES.findall(data))
    for letter in pieces:
        way = letter.lower()
        given = [float(next(pieces)) for _ in range(_TAKES[way])]
        if way == "z":
            page.close()
            here = start
            continue
        numbers = {"a": given[5:], "h": [*given, 0.0], "v": [0.0, *given]}.get(way, given)
        origin = here if letter == way else 0j
        points = [origin + complex(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        end = points[-1]
        match way:
            case "m":
                page.move_to(*_at(end))
                start = end
            case "q":
                _curve(page, here + (points[0] - here) * 2 / 3, end + (points[0] - end) * 2 / 3, end)
            case "c":
                _curve(page, *points)
            case "a":
                half = (end - here) / 2
                rise = sqrt(max(given[0] ** 2 - abs(half) ** 2, 0.0)) * half / abs(half)
                middle = here + half + rise * (1j if given[4] else -1j)
                _arc(page, middle, here, phase((end - middle) / (here - middle)))
            case _:
                page.line_to(*_at(end))
        here = end
        found += points
    return found


def _take_pens(element: Element, page: pydyf.Stream) -> None:
    """Set colours, width and dashes, as far as an element says them."""
    for name, is_stroke in (("fill", False), ("stroke", True)):
        if (colour := element.get(name, "none")) != "none":
            page.set_color_rgb(*_rgb(colour), stroke=is_stroke)
    if width := element.get("stroke-width"):
        page.set_line_width(width)
    if dashes := element.get("stroke-dasharray"):
        page.set_dash(dashes.split(), 0)
    if "stroke-opacity" in element.attrib:
        page.set_state(FAINT)


def _paint_group(group: Element, page: pydyf.Stream) -> None:
    for element in group:
        paint(element, page)


def _finish(element: Element, page: pydyf.Stream) -> None:
    """Fill and stroke what was traced."""
    is_filled, is_stroked = (element.get(name) != "none" for name in ("fill", "stroke"))
    if is_filled:
        page.fill()
    elif is_stroked and "stroke" in element.attrib:
        page.stroke()
    else:
        page.end()


def _paint_path(element: Element, page: pydyf.Stream) -> None:
    trace(element.attrib["d"], page)
    _finish(element, page)


def _paint_circle(element: Element, page: pydyf.Stream) -> None:
    middle, radius = complex(*_numbers(element, "cx", "cy")), float(element.attrib["r"])
    page.move_to(*_at(middle + radius))
    _arc(page, middle, middle + radius, 2 * pi)
    page.close()
    _finish(element, page)


def _paint_box(element: Element, page: pydyf.Stream) -> None:
    """A rectangle, or one whose sides are half circles."""
    x, y, width, height = _numbers(element, "x", "y", "width", "height")
    round_ = float(element.get("rx", 0))
    if round_:
        left, right = complex(x + round_, y + round_), complex(x + width - round_, y + round_)
        page.move_to(*_at(left + 1j * round_))
        _arc(page, left, left + 1j * round_, pi)
        page.line_to(*_at(right - 1j * round_))
        _arc(page, right, right - 1j * round_, pi)
        page.close()
    else:
        page.rectangle(x, y, width, height)
    _finish(element, page)


def _paint_glyph(element: Element, page: pydyf.Stream) -> None:
    x, y = element.get("x", "0"), element.get("y", "0")
    if (x, y) != ("0", "0"):
        page.set_matrix(1, 0, 0, 1, x, y)
    page.draw_x_object(element.attrib["href"][1:])


def _paint_text(element: Element, page: pydyf.Stream) -> None:
    page.begin_text()
    page.set_font_size(TEXT, element.attrib["font-size"])
    page.set_text_matrix(1, 0, 0, -1, element.attrib["x"], element.attrib["y"])
    page.stream.append(f"<{(element.text or '').encode('utf-16-be').hex()}> Tj")
    page.end_text()


_PAINTERS: Mapping[str, Callable[[Element, pydyf.Stream], None]] = {
    "g": _paint_group,
    "path": _paint_path,
    "circle": _paint_circle,
    "rect": _paint_box,
    "use": _paint_glyph,
    "text": _paint_text,
}


def _arc(page: pydyf.Stream, middle: complex, begin: complex, angle: float) -> None:
    """Around a middle, in curves of a quarter turn at most."""
    parts = ceil(abs(angle) / (pi / 2) - 1e-9)
    turn, reach = exp(1j * angle / parts), 1j * tan(angle / parts / 4) * 4 / 3
    for _ in range(parts):
        end = middle + (begin - middle) * turn
        _curve(page, begin + (begin - middle) * reach, end - (end - middle) * reach, end)
        begin = end


def _curve(page: pydyf.Stream, first: complex, second: complex, end: complex) -> None:
    page.curve_to(*_at(first), *_at(second), *_at(end))


def _at(point: complex) -> tuple[str, str]:
    return number(point.real, 2), number(point.imag, 2)


def _numbers(element: Element, *names: str) -> list[float]:
    return [float(element.attrib[name]) for name in names]


def _rgb(colour: str) -> list[str]:
    """#000 or #d3232f in parts from 0 to 1."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return [number(int(digits[at : at + 2], 16) / 255, 3) for at in (0, 2, 4)]
