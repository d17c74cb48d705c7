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

    def moved(self, x: int, y: int) -> "Typeset":
        """The same somewhere else, y downward."""
        return Typeset(
            self.left + x,
            self.right + x,
            self.ascent - y,
            self.descent + y,
            tuple([glyph._replace(x=glyph.x + x, y=glyph.y + y) for glyph in self.glyphs]),
            tuple([rule._replace(x=rule.x + x, y=rule.y + y) for rule in self.rules]),
            tuple([text._replace(x=text.x + x, y=text.y + y) for text in self.texts]),
        )


def stacked(first: Typeset, second: Typeset, gap: int) -> Typeset:
    """Two lines, one below the middle of the other, ``gap`` apart; the baseline is that of the first."""
    x = round((first.left + first.right - second.left - second.right) / 2)
    below = second.moved(x, first.descent + gap + second.ascent)
    return Typeset(
        min(first.left, below.left),
        max(first.right, below.right),
        first.ascent,
        below.descent,
        (*first.glyphs, *below.glyphs),
        (*first.rules, *below.rules),
        (*first.texts, *below.texts),
    )


NOTHING = Typeset(0, 0, 0, 0, (), ())

OUTLINES: dict[int, str] = {}  # path data by the glyph's index in the font, filled as glyphs are met
