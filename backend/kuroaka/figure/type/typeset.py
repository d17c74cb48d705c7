"""Mathematics as a tree in, glyphs out: what the figure places instead of text, so that it looks the same everywhere.

Every formula is set once. The outlines themselves live in ``OUTLINES``; the file's ``<defs>`` take the ones it uses.
"""

from functools import lru_cache

from kuroaka.figure.type.glyphs import NOTHING, UNITS, Typeset, stacked
from kuroaka.figure.type.measures import LINE_GAP, TYPE_SIZE
from kuroaka.operations import Math


@lru_cache(maxsize=4096)
def typeset(math: Math) -> Typeset:
    """The glyphs of a formula in display style.

    >>> typeset(("row", "x", "+", "1")).ascent > typeset("x").ascent
    True
    """
    from kuroaka.figure.type.setter import set_formula  # noqa: PLC0415  (the font: only to draw)

    if isinstance(math, tuple) and math[0] == "lines":
        return stacked(typeset(math[1]), typeset(math[2]), round(LINE_GAP * UNITS / TYPE_SIZE))
    return set_formula(math) if math else NOTHING


@lru_cache(maxsize=64)
def upright(character: str) -> tuple[Typeset, int]:
    """One upright character and its advance, for numerals."""
    from kuroaka.figure.type.setter import set_character  # noqa: PLC0415

    return set_character(character)
