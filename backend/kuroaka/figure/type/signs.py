"""Letters, numbers and signs as boxes, with the space that each brings along."""

from typing import Literal

from kuroaka.figure.type.boxes import Box, Ink, Style, Words
from kuroaka.figure.type.font import Glyph, enclosing, glyph, kerned
from kuroaka.figure.type.glyphs import UNITS
from kuroaka.language.names import is_japanese

EM = 1333.0027  # to which the spaces between signs are fractions
VERY_THIN, THIN, MEDIUM, THICK, VERY_THICK = (eighteenths / 18 * EM for eighteenths in (2, 3, 4, 5, 6))
_AROUND = {  # the space before and behind a sign between values
    **dict.fromkeys("+−", (MEDIUM, MEDIUM)),
    **dict.fromkeys("=<>≥≤≠", (THICK, THICK)),
    **dict.fromkeys("×÷", (VERY_THIN, VERY_THIN)),
    "·": (THIN, THIN),
    ",": (0.0, VERY_THICK),
    "∂": (0.0, VERY_THIN),
    "max": (0.0, THIN),
    "min": (0.0, THIN),
}
_DRAWN = {"⋅": "·", "□": "◻", "^": "\u0302"}
_HAIR = "\u2009"  # the space around the name of a function

# Where a sign stands on its line: alone, at its beginning, or between values.
Form = Literal["alone", "first", "between"]


def drawn(word: str) -> str:
    """The characters of the font that a word or sign is drawn with."""
    return _DRAWN.get(word, word)


def letters(word: str, style: Style, *, italic: bool) -> Box:
    """A letter, a number, or the name of a function."""
    size = style.scale
    x = 0.0
    places: list[tuple[float, float, Ink]] = []
    for place, character in enumerate(word):
        found = glyph(character, italic=italic, small=style.is_script)
        x -= min(found.left * size, 0.0)  # letters do not run together
        places.append((x, 0.0, Ink(found, size)))
        following = word[place + 1 : place + 2]
        x += (kerned(found.outline, glyph(following, italic=italic).outline) if following else found.advance) * size
    start, _, ink = places[-1]
    return _box(places, start + max(ink.glyph.right, ink.glyph.advance) * size, size)


def letter(word: str, style: Style) -> Box:
    """A letter, italic if it is Latin or a small Greek one."""
    word = drawn(word)
    return letters(word, style, italic=word.isascii() or "α" <= word <= "ω")


def function(word: str, style: Style, *, is_base: bool) -> Box:
    """The name of a function with a little space around it, none behind it where a script follows."""
    return letters(_HAIR + word + _HAIR * (not is_base), style, italic=False)


def text(word: str, style: Style) -> Box:
    """A word that holds Japanese letters."""
    x, size = 0.0, style.scale
    parts: list[tuple[float, float, Words | Ink]] = []
    for character in word:
        found = None if is_japanese(character) else glyph(character, small=style.is_script)
        parts.append((x, 0.0, Words(character, size) if found is None else Ink(found, size)))
        x += (UNITS if found is None else found.advance) * size
    return Box(0.0, x, 0.0, 0.0, x, tuple(parts), size)


def space(style: Style) -> Box:
    """That in front of a named function that would run into what is before it."""
    width = 0.167 * EM * style.scale
    return Box(0.0, width, 0.0, 0.0, width, (), style.scale)


def sign(word: str, style: Style, form: Form) -> Box:
    """A sign with the space around it, which is less in front of a value and none in scripts."""
    word, size = drawn(word), style.scale
    before, behind = (0.0, 0.0) if form == "alone" or style.is_script else _AROUND.get(word, (0.0, 0.0))
    if form == "first" and word in "+−" and behind:
        before, behind = 0.0, EM / 18
    x = before * size
    right = 0.0
    places: list[tuple[float, float, Ink]] = []
    for character in word:
        found = glyph(character, small=style.is_script)
        places.append((x, 0.0, Ink(found, size)))
        right = max(right, x + found.right * size)
        x += found.advance * size
    return _box(places, right if style.is_script else max(right, x + behind * size), size)


def fence(word: str, style: Style, bottom: float, top: float) -> Box:
    """A bracket around what reaches from ``bottom`` to ``top``."""
    size = style.scale
    least = glyph(word, small=style.is_script)
    found = enclosing(least, bottom / size, top / size)
    right = found.right * size if style.is_script else max(found.right, found.advance) * size
    reach = (1.0, -1.0) if style.bare else (found.bottom * size, found.top * size)
    return Box(least.left * size, right, *reach, right, ((0.0, 0.0, Ink(found, size)),), size, found, found)


def _box(places: list[tuple[float, float, Ink]], right: float, size: float) -> Box:
    """Glyphs on the baseline."""
    glyphs: list[Glyph] = [ink.glyph for _, _, ink in places]
    bottom, top = min(one.bottom for one in glyphs) * size, max(one.top for one in glyphs) * size
    return Box(glyphs[0].left * size, right, bottom, top, right, tuple(places), size, glyphs[0], glyphs[-1])
