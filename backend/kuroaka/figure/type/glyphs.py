"""The words for set formulas: glyphs and rules at their places, in thousandths of the type size (the font's own units,
so outlines stay whole numbers), y downward from the baseline.
"""

from typing import NamedTuple

UNITS = 1000  # of the font, to the type size
AXIS = 258  # height above the baseline where a fraction's bar lies, and the middle of + and ×


class GlyphUse(NamedTuple):
    """One glyph at a place. ``scale`` is 1 but in scripts and fractions within scripts."""

    outline: int
    x: int
    y: int
    scale: float


class TextUse(NamedTuple):
    """Letters that our font does not have, each as wide as it is high, at a place: written as text in the reader's own
    font."""

    text: str
    x: int
    y: int
    scale: float


class Rule(NamedTuple):
    """A bar of a fraction or root: a filled rectangle from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


class Typeset(NamedTuple):
    """``left``, ``right``: where the ink begins and ends; ``ascent``, ``descent``: its reach above and below
    the baseline (descent is negative where the ink stays above it)."""

    left: int
    right: int
    ascent: int
    descent: int
    glyphs: tuple[GlyphUse, ...]
    rules: tuple[Rule, ...]
    texts: tuple[TextUse, ...] = ()

    @property
    def width(self) -> int:
        return self.right - self.left


NOTHING = Typeset(0, 0, 0, 0, (), ())

OUTLINES: dict[int, str] = {}  # path data by the glyph's index in the font, filled as glyphs are met
