"""The setter: a tree of mathematics in, glyphs at their places out. Every line and every item is set once for each
style that it is met in, so that labels which hold each other share what they are set from.
"""

from functools import lru_cache

from kuroaka.figure.type.boxes import Box, Ink, Part, Style, flat
from kuroaka.figure.type.constructs import accent, fraction, root, script
from kuroaka.figure.type.font import glyph
from kuroaka.figure.type.glyphs import Typeset
from kuroaka.figure.type.items import PRIMES, Item, items
from kuroaka.figure.type.signs import THIN, VERY_THIN, Form, fence, function, letter, letters, sign, space, text
from kuroaka.operations import Math


def set_formula(math: Math) -> Typeset:
    """The glyphs of a formula in display style."""
    return flat(_tree(math, Style()))


def set_character(character: str) -> tuple[Typeset, int]:
    """One upright character and its advance."""
    found = glyph(character)
    return flat(Box(0, 0, 0, 0, 0, ((0.0, 0.0, Ink(found, 1.0)),), 1.0)), round(found.advance)


def _tree(math: Math, style: Style) -> Box:
    return _line(tuple(items(math)), style)


@lru_cache(maxsize=8192)
def _line(line: tuple[Item, ...], style: Style, fences: str = "") -> Box:
    """Items side by side, between ``fences`` that reach around them."""
    if fences:
        bare = Box(0, 0, 0, 0, 0, (), 1) if style.bare else _line(line, style._replace(bare=True))
        opened, closed = (fence(word, style, bare.bottom, bare.top) for word in fences)
        boxes = [opened, *(_item(item, style, "between") for item in line), closed]
        line = (Item("sign", fences[0]), *line, Item("sign", fences[1]))
    else:
        boxes = [_item(item, style, _form(place, len(line))) for place, item in enumerate(line)]
    left, right, bottom, top, x = 0.0, 0.0, 9999.0, -9999.0, 0.0
    parts: list[tuple[float, float, Part]] = []
    for place, box in enumerate(boxes):
        if place:
            x += _gap(line[place - 1], line[place], style)
        parts.append((x, 0.0, box))
        left = min(left, x + box.left) if place else box.left
        right = max(right, x + box.right)
        if box.bottom <= box.top:  # else it is not looked at
            bottom, top = min(bottom, box.bottom), max(top, box.top)
        x += box.advance
    first, last = (boxes[0].first, boxes[-1].last) if boxes else (None, None)
    return Box(left, right, bottom, top, x, tuple(parts), style.scale, first, last)


def _form(place: int, count: int) -> Form:
    """Where a sign stands on a line without brackets."""
    return "alone" if count == 1 else "between" if place else "first"


def _gap(before: Item, item: Item, style: Style) -> float:
    """The space between two neighbours that neither brings along."""
    if item.kind == "frac":
        return (VERY_THIN if before.kind == "frac" else THIN) * style.of_fraction.scale
    return VERY_THIN * style.scale if item.kind == "group" and item.word else 0.0


@lru_cache(maxsize=8192)
def _item(item: Item, style: Style, form: Form = "first", *, is_base: bool = False) -> Box:
    match item.kind:
        case "letter":
            return letter(item.word, style)
        case "number":
            return letters(item.word, style, italic=False)
        case "function":
            return function(item.word, style, is_base=is_base)
        case "word":
            return _line(tuple(Item("number", one) for one in item.word), style)
        case "text":
            return text(item.word, style)
        case "sign":
            return sign(item.word, style, form)
        case "space":
            return space(style)
        case "group":
            return _line((item.base,) if item.base else tuple(items(item.parts[0])), style, item.word)
        case "frac":
            inside = style.of_fraction._replace(above=False, fraction=True)
            return fraction(_tree(item.parts[0], inside), _tree(item.parts[1], inside), style)
        case "sqrt" | "root":
            degree = _tree(item.parts[1], style._replace(level=style.level + 2)) if item.kind == "root" else None
            return root(_tree(item.parts[0], style), degree, style)
        case "over":
            is_letter = isinstance(item.parts[0], str) and len(item.parts[0]) == 1
            return accent(_tree(item.parts[0], style), item.word, style, is_letter=is_letter)
        case "script":
            return _script(item, style)


def _script(item: Item, style: Style) -> Box:
    assert item.base is not None, "a script has a base"
    below, above = item.parts
    primes = above if isinstance(above, str) and above in PRIMES else ""
    inside = style._replace(level=style.level + 1, above=style.above or bool(above), below=style.below or bool(below))
    low = _tree(below, inside) if below else None
    high = letter(primes, inside) if primes else _tree(above, inside) if above else None
    return script(item.base, _item(item.base, style, is_base=True), low, high, style, is_prime=bool(primes))
