"""What a formula is set from: boxes in boxes, down to glyphs, words and bars; and the same flat, as a figure takes it.

Measures are thousandths of the type size, y upward from the baseline; in a ``Typeset`` y goes downward.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kuroaka.figure.type.font import MEASURES, Glyph
from kuroaka.figure.type.glyphs import NOTHING, UNITS, GlyphUse, Rule, TextUse, Typeset

_LEAST = 0.072  # how small a script of a script may be


class Style(NamedTuple):
    """Where something stands: how many levels down, above or below another, in a fraction; ``bare`` if what grows with
    its inside is not looked at, to see how far it has to."""

    level: int = 0
    above: bool = False
    below: bool = False
    fraction: bool = False
    bare: bool = False

    @property
    def scale(self) -> float:
        return scale(self.level)

    @property
    def is_script(self) -> bool:
        return self.above or self.below

    @property
    def of_fraction(self) -> "Style":
        """That of a fraction here: smaller in scripts and in fractions."""
        return self._replace(level=self.level + 1) if self.is_script or self.fraction else self


class Ink(NamedTuple):
    """One glyph, at a size."""

    glyph: Glyph
    scale: float


class Words(NamedTuple):
    """A letter that the font does not have, as wide as it is high."""

    letter: str
    scale: float


class Bar(NamedTuple):
    """The bar of a fraction or a root, its upper left corner at its place."""

    width: float
    thickness: float


class Box(NamedTuple):
    """What is set: its ink, where what follows stands (an index behind an accented letter stands elsewhere), what is in
    it with its places, its size, its first and its last glyph."""

    left: float
    right: float
    bottom: float
    top: float
    advance: float
    parts: "tuple[tuple[float, float, Part], ...]"
    scale: float
    first: Glyph | None = None
    last: Glyph | None = None
    indexed: float | None = None


Part = Box | Ink | Words | Bar


def scale(level: int) -> float:
    """The size of a script so many levels down."""
    return max((MEASURES.scriptPercentScaleDown / 100) ** level, _LEAST)


def flat(box: Box) -> Typeset:
    """The glyphs of a box at their places, in whole thousandths."""
    glyphs: list[GlyphUse] = []
    rules: list[Rule] = []
    texts: list[TextUse] = []
    inks: list[tuple[float, float, float, float]] = []
    for x, y, part in _placed(box):
        left, baseline = round(x), round(-y)
        if isinstance(part, Bar):
            rules.append(Rule(left, baseline, round(part.width), round(part.thickness)))
            inks.append((left, baseline, left + rules[-1].width, baseline + rules[-1].height))
            continue
        size = round(part.scale, 4)
        if isinstance(part, Words):
            _write(texts, TextUse(part.letter, left, baseline, size))
            inks.append((left, baseline - 880 * size, left + UNITS * size, baseline + 120 * size))
        elif part.glyph.right > part.glyph.left:
            for index, height in part.glyph.parts or ((part.glyph.outline, 0.0),):
                glyphs.append(GlyphUse(index, left, round(-y - height * size), size))
            _, ink_left, ink_right, bottom, top, *_ = part.glyph
            inks.append(
                (left + ink_left * size, baseline - top * size, left + ink_right * size, baseline - bottom * size)
            )
    if not inks:
        return NOTHING
    lefts, tops, rights, bottoms = zip(*inks, strict=True)
    reach = round(min(lefts)), round(max(rights)), round(-min(tops)), round(max(bottoms))
    return Typeset(*reach, tuple(glyphs), tuple(rules), tuple(texts))


def _placed(box: Box) -> Iterator[tuple[float, float, Ink | Words | Bar]]:
    """The glyphs, words and bars of a box, in reading order, with their places."""
    waiting: list[tuple[float, float, Part]] = [(0.0, 0.0, box)]
    while waiting:
        x, y, part = waiting.pop()
        if isinstance(part, Box):
            waiting += [(x + dx, y + dy, inner) for dx, dy, inner in reversed(part.parts)]
        else:
            yield x, y, part


def _write(texts: list[TextUse], text: TextUse) -> None:
    """Letters side by side are one text."""
    last = texts[-1] if texts else None
    if last and last.y == text.y and abs(last.x + len(last.text) * UNITS * last.scale - text.x) < UNITS / 10:
        texts[-1] = last._replace(text=last.text + text.text)
    else:
        texts.append(text)
