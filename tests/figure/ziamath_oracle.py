"""Where ziamath puts glyphs and rules: LaTeX in, what the setter should have said out."""

import re
from typing import Any

import ziamath
from ziamath.drawable import Glyph, HLine, VLine

from kuroaka.figure.type.glyphs import UNITS, GlyphUse, Rule
from kuroaka.formulas import latex
from kuroaka.operations import Math

_SIZE = 100  # so large that ziamath's smallest size of a script never interferes


def expected(math: Math) -> tuple[list[GlyphUse], list[Rule]]:
    """The glyphs and rules of a formula; ziamath leaves no room in front of a named function, the setter does."""
    spaced = re.sub(r"(?<![,|]) \\(operatorname|max|min)", r"\\,\\\1", latex(math))
    scale = UNITS / _SIZE
    glyphs: list[GlyphUse] = []
    rules: list[Rule] = []
    waiting: list[tuple[float, float, Any]] = [(0.0, 0.0, ziamath.Latex(spaced, size=_SIZE).node)]
    while waiting:
        x, y, node = waiting.pop()
        if isinstance(node, Glyph):
            found: Any = node.glyph
            if found.bbox.xmax > found.bbox.xmin:
                size = round(node.size * scale / UNITS, 4)
                parts = [(found.index, 0.0)]
                if found.index < 0:  # a bracket that the font has no single glyph for
                    parts = [(part.index, height) for part, height in zip(found.glyphs, found.offsets, strict=True)]
                glyphs += (
                    GlyphUse(index, round(x * scale), round(y * scale - height * size), size) for index, height in parts
                )
        elif isinstance(node, HLine | VLine):
            assert isinstance(node, HLine), "no construct of ours has a vertical rule"
            rules.append(Rule(round(x * scale), round(y * scale), round(node.length * scale), round(node.lw * scale)))
        else:
            inside = [(x + dx, y + dy, child) for child, (dx, dy) in zip(node.nodes, node.nodexy, strict=True)]
            waiting += reversed(inside)
    return glyphs, rules


def is_set_otherwise(math: Math) -> bool:
    """What ziamath sets wrong: names of functions with a digit (in italics), two bars side by side (as one sign), room
    around what stands on a letter, none behind the base of a logarithm; and Japanese letters, which are not in its
    font."""
    written = latex(math)
    return bool(re.search(r"\\operatorname\{\w*\d\w*\}|\|\||\\(hat|tilde|text|log_)", written))
