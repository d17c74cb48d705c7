"""The font, STIX Two Math, as far as formulas need it. Only this module knows how it is read, which takes a while:
``typeset`` loads it when the first formula is set.

Measures are the font's own units, y upward.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from threading import RLock
from typing import Any, NamedTuple

from ziamath.mathfont import MathFont
from ziamath.styles import MathVariant

from kuroaka.figure.type.glyphs import OUTLINES

_lock = RLock()  # glyphs are read lazily, by a reader that has one place in the file


class Glyph(NamedTuple):
    """A glyph: where its ink is, how far the next one stands, how far its top leans to the right, and where an
    accent meets it (0 for its middle). A bracket larger than the largest of the font is made of ``parts``, each
    with its height above the baseline; its own number is negative then."""

    outline: int
    left: float
    right: float
    bottom: float
    top: float
    advance: float
    lean: float = 0.0
    attachment: float = 0.0
    parts: tuple[tuple[int, float], ...] = ()


def _read() -> MathFont:
    with as_file(files("ziamath.fonts") / "STIXTwoMath-Regular.ttf") as path:
        return MathFont(path)


_FONT = _read()
MEASURES = _FONT.math.consts


@cache
def glyph(character: str, *, italic: bool = False, small: bool = False) -> Glyph:
    """The glyph of a character; ``small`` as it is drawn to stand above or below."""
    with _lock:
        found = _FONT.findglyph(character, MathVariant(italic=italic, normal=not italic))
        if small and _FONT.gsub:
            found = _FONT.glyph_fromid(_FONT.gsub.sub([found.index], _FONT.features)[0])
        return _glyph(found)


@cache
def kerned(index: int, following: int) -> float:
    """How far a glyph stands from the one before it on the line."""
    with _lock:
        return float(_FONT.advance(index, following))


def enclosing(found: Glyph, bottom: float, top: float) -> Glyph:
    """The smallest form of a bracket that reaches around what stands in it."""
    with _lock:
        return _glyph(_FONT.math.variant_minmax(found.outline, bottom, top))


def as_high(found: Glyph, height: float) -> Glyph:
    """The smallest form, of a root, that is so high."""
    with _lock:
        return _glyph(_FONT.math.variant(found.outline, height))


def as_wide(found: Glyph, width: float) -> Glyph:
    """The smallest form, of an accent, that is so wide."""
    with _lock:
        return _glyph(_FONT.math.variant(found.outline, width, vert=False))


@cache
def raised_kern(base: int, above: int) -> tuple[float, float]:
    """How far a raised glyph moves towards its base, and how high it stands."""
    with _lock:
        return _FONT.math.kernsuper(_FONT.glyph_fromid(base), _FONT.glyph_fromid(above))


@cache
def lowered_kern(base: int, below: int) -> float:
    """How far a lowered glyph moves towards its base."""
    with _lock:
        return _FONT.math.kernsub(_FONT.glyph_fromid(base), _FONT.glyph_fromid(below))[0]


def _glyph(found: Any) -> Glyph:
    ink = found.bbox
    parts: tuple[tuple[int, float], ...] = ()
    if found.index < 0:  # put together
        parts = tuple((part.index, height) for part, height in zip(found.glyphs, found.offsets, strict=True))
    for index, _ in parts or ((found.index, 0.0),):
        _read_outline(index)
    lean = _FONT.math.italicsCorrection.getvalue(found.index) or 0.0
    attachment = _FONT.math.topattachment(found.index) or 0.0
    return Glyph(found.index, ink.xmin, ink.xmax, ink.ymin, ink.ymax, found.advance(), lean, attachment, parts)


def _read_outline(index: int) -> None:
    """Keep the path of a glyph in whole units, y downward, with relative steps (a third shorter)."""
    if index not in OUTLINES:
        OUTLINES[index] = "".join(_contours(_FONT.glyph_fromid(index)))


def _contours(glyph: Any) -> Iterator[str]:
    x = y = start_x = start_y = 0
    is_open = False
    for operator in glyph.operators:
        kind = type(operator).__name__
        if kind == "Moveto":
            if is_open:
                yield "z"  # which takes the pen back to the start of the contour
                x, y = start_x, start_y
            is_open = True
        steps: list[int] = []
        end_x, end_y = x, y
        for point in operator.points()[0]:
            end_x, end_y = round(point.x), round(-point.y)
            steps += (end_x - x, end_y - y)
        if kind == "Moveto":
            start_x, start_y = end_x, end_y
            yield "m" + _numbers(steps)
        elif kind != "Lineto":
            yield {"Quad": "q", "Cubic": "c"}[kind] + _numbers(steps)
        elif steps[0] and steps[1]:
            yield "l" + _numbers(steps)
        elif any(steps):
            yield f"h{steps[0]}" if steps[0] else f"v{steps[1]}"
        x, y = end_x, end_y
    if is_open:
        yield "z"


def _numbers(steps: list[int]) -> str:
    """Numbers of a path; a minus sign parts them as well as a space does."""
    return " ".join(map(str, steps)).replace(" -", "-")
