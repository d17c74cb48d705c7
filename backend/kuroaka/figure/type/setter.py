"""The setter: LaTeX written by our own printers in, glyphs out. Only this module and ziamath know the font (STIX Two
Math), which takes a while to read; ``typeset`` loads them when the first formula is set.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from threading import Lock
from typing import Any
from xml.etree import ElementTree

import ziamath
from ziamath import operators
from ziamath.drawable import Drawable, Glyph, HLine, VLine
from ziamath.mathfont import MathFont
from ziamath.nodes.mrow import Mrow
from ziamath.styles import MathVariant

from kuroaka.figure.type.glyphs import NOTHING, OUTLINES, UNITS, GlyphUse, Rule, TextUse, Typeset
from kuroaka.language.names import JAPANESE

_font_lock = Lock()  # ziamath loads glyphs lazily into shared dictionaries


def set_formula(latex: str) -> Typeset:
    """The glyphs of a formula in display style."""
    with _font_lock:
        # 100: large enough that ziamath's smallest script size, bound to its default font size, never interferes.
        root = ziamath.Latex(latex, size=100).node
        return _collect(_placed(root), UNITS / 100)


def set_character(character: str) -> tuple[Typeset, int]:
    """One upright character and its advance."""
    with _font_lock:
        font = ziamath.Latex("x", size=100).font
        glyph = font.findglyph(character, MathVariant(normal=True))
        return _collect([(0.0, 0.0, Glyph(glyph, character, UNITS))], 1), round(glyph.advance())


def _placed(root: Any) -> Iterator[tuple[float, float, Drawable]]:
    """The glyphs and rules under a ziamath node, in reading order, with their positions."""
    waiting: list[tuple[float, float, Any]] = [(0.0, 0.0, root)]
    while waiting:
        x, y, node = waiting.pop()
        if isinstance(node, (Glyph, HLine, VLine)):
            if not node.phantom:
                yield x, y, node
        else:
            inside = [(x + dx, y + dy, child) for child, (dx, dy) in zip(node.nodes, node.nodexy, strict=True)]
            waiting += reversed(inside)


def _collect(placed: Iterable[tuple[float, float, Drawable]], scale: float) -> Typeset:
    glyphs: list[GlyphUse] = []
    rules: list[Rule] = []
    boxes: list[tuple[float, float, float, float]] = []
    texts: list[TextUse] = []
    for x, y, item in placed:
        if isinstance(item, Glyph) and _is_wide(item.char):
            size = round(item.size * scale / UNITS, 4)
            text = TextUse(item.char, round(x * scale), round(y * scale), size)
            texts[-1:] = _joined(texts[-1:], text)
            boxes.append((text.x, text.y - 880 * size, text.x + UNITS * size, text.y + 120 * size))
        elif isinstance(item, Glyph):
            outline = _outline(item.glyph)
            if not outline:
                continue
            size = round(item.size * scale / UNITS, 4)
            use = GlyphUse(item.glyph.index, round(x * scale), round(y * scale), size)
            glyphs.append(use)
            ink = item.glyph.bbox
            across = (use.x + ink.xmin * size, use.x + ink.xmax * size)
            boxes.append((across[0], use.y - ink.ymax * size, across[1], use.y - ink.ymin * size))
        elif isinstance(item, HLine):
            rules.append(Rule(round(x * scale), round(y * scale), round(item.length * scale), round(item.lw * scale)))
        elif isinstance(item, VLine):
            left = (x - item.lw / 2) * scale
            rules.append(Rule(round(left), round(y * scale), round(item.lw * scale), round(item.height * scale)))
    boxes += [(rule.x, rule.y, rule.x + rule.width, rule.y + rule.height) for rule in rules]
    if not boxes:
        return NOTHING
    return Typeset(
        left=round(min(box[0] for box in boxes)),
        right=round(max(box[2] for box in boxes)),
        ascent=round(-min(box[1] for box in boxes)),
        descent=round(max(box[3] for box in boxes)),
        glyphs=tuple(glyphs),
        rules=tuple(rules),
        texts=tuple(texts),
    )


def _joined(last: list[TextUse], text: TextUse) -> list[TextUse]:
    """Letters side by side are one text."""
    if (
        last
        and last[0].y == text.y
        and abs(last[0].x + len(last[0].text) * UNITS * last[0].scale - text.x) < UNITS / 10
    ):
        return [last[0]._replace(text=last[0].text + text.text)]
    return [*last, text]


def _outline(glyph: Any) -> str:
    """The path of a glyph in whole font units, y downward, with relative steps (a third shorter)."""
    if glyph.index not in OUTLINES:
        OUTLINES[glyph.index] = "".join(_contours(glyph))
    return OUTLINES[glyph.index]


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


def _is_wide(character: str) -> bool:
    """Whether it is Japanese, for which the font has no glyph."""
    return len(character) == 1 and re.match(f"[{JAPANESE}ー]", character) is not None


def _make_room_for_wide_letters() -> None:
    """Make ziamath set a wide letter as a space of its width: it is written as text afterwards."""
    find = MathFont.findglyph

    def find_or_make_room(self: MathFont, char: str, variant: MathVariant) -> Any:
        return self.glyph("\u2003") if _is_wide(char) else find(self, char, variant)

    setattr(MathFont, "findglyph", find_or_make_room)  # noqa: B010 - a plain assignment is no method to mypy


def _skip_needless_heights() -> None:
    """Make ziamath set a row once instead of twice at every level of nesting.

    ziamath measures each row without its stretchy brackets before it sets it, and the measuring measures
    again inside: 2^depth. Inside a measurement nothing is stretched, and a row without stretchy brackets
    has nothing to stretch, so both may skip it: identical output (tests/figure/test_typeset.py compares).
    """
    measure = Mrow._get_height_nostretch  # noqa: SLF001 - the patch is the point

    def measure_if_needed(self: Mrow, line: list[ElementTree.Element], **kwargs: Any) -> tuple[float, float]:
        if kwargs.get("nostretch") or not any(_may_stretch(part) for child in line for part in child.iter()):
            return (0.0, 0.0)
        return measure(self, line, **kwargs)

    setattr(Mrow, "_get_height_nostretch", measure_if_needed)  # noqa: B010 - a plain assignment is no method to mypy


@lru_cache(maxsize=512)
def _stretches(text: str) -> bool:
    forms = ("prefix", "infix", "postfix", "none")
    return any(operators.get_params(text, form).get("stretchy", "false") != "false" for form in forms)


def _may_stretch(element: ElementTree.Element) -> bool:
    if element.tag not in ("mi", "mo") or element.get("stretchy") == "false":
        return False
    return element.get("stretchy") is not None or _stretches((element.text or "").strip())


_make_room_for_wide_letters()
if version("ziamath") == "0.13":  # the version the patch was compared with; another one runs unpatched
    _skip_needless_heights()
