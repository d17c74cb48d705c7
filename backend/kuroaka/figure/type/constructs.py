"""Boxes in, a box out: fractions, roots, accents and scripts by the rules of OpenType for mathematics.

Where these leave a choice it is that of ziamath, with which the tests compare every place.
"""

from kuroaka.figure.type.boxes import Bar, Box, Ink, Part, Style, scale
from kuroaka.figure.type.font import MEASURES, as_high, as_wide, glyph, lowered_kern, raised_kern
from kuroaka.figure.type.items import Item
from kuroaka.figure.type.signs import THIN, VERY_THIN, drawn


def fraction(above: Box, below: Box, style: Style) -> Box:
    """One above the other with a bar between, at the height of the axis around it."""
    own = style.of_fraction
    size = own.scale
    thickness = MEASURES.fractionRuleThickness * scale(max(0, own.level - 1))
    axis = MEASURES.axisHeight * style.scale
    rise = max(
        MEASURES.fractionNumeratorDisplayStyleShiftUp * size,
        axis + thickness / 2 + MEASURES.fractionNumDisplayStyleGapMin * size - above.bottom,
    )
    fall = max(
        MEASURES.fractionDenominatorDisplayStyleShiftDown * size,
        thickness / 2 - axis + MEASURES.fractionDenomDisplayStyleGapMin * size + below.top,
    )
    width = max(above.right, below.right)
    placed = (
        ((width - above.right + above.left) / 2, rise, above),
        ((width - below.right + below.left) / 2, -fall, below),
        (0.0, axis + thickness / 2, Bar(width, thickness)),
    )
    right = width + THIN * size
    return Box(0.0, right, below.bottom - fall, above.top + rise, right, placed, size, above.first)


def root(base: Box, degree: Box | None, style: Style) -> Box:
    """A root whose sign reaches around its base, with its degree above the hook."""
    size = style.scale
    sign = as_high(glyph("√"), (base.top - base.bottom) / size)
    gap = MEASURES.radicalDisplayStyleVerticalGap * size
    thickness = MEASURES.radicalRuleThickness * size
    moves = base.top > sign.top * size - gap or base.bottom <= sign.bottom * size + thickness
    shift = base.top + gap + thickness - sign.top * size if moves else 0.0
    x, top = 0.0, shift + sign.top * size
    bottom = min(shift + sign.bottom * size, base.bottom)
    placed: list[tuple[float, float, Part]] = []
    if degree is not None:
        foot = sign.bottom if moves else 0.0  # from where the degree's height is counted
        y = shift + (foot + (sign.top - foot) * MEASURES.radicalDegreeBottomRaisePercent / 100) * size - degree.bottom
        x = MEASURES.radicalKernBeforeDegree * size
        placed.append((x, y, degree))
        x += degree.advance + MEASURES.radicalKernAfterDegree * size
        top = max(top, y + degree.top)
    placed.append((x, shift, Ink(sign, size)))
    x += sign.advance * size
    width = base.right + (base.last.lean * size if base.last else 0.0)
    placed += [(x, 0.0, base), (x, shift + sign.top * size, Bar(width, thickness))]
    first = degree.first if degree is not None else sign
    return Box(sign.left * size, x + width, bottom, top, x + width, tuple(placed), size, first)


def accent(base: Box, sign: str, style: Style, *, is_letter: bool) -> Box:
    """A hat, a tilde or a bar; on a single letter at the place the font says, else above the middle."""
    size = style.scale
    width = base.right - base.left
    over = as_wide(glyph(drawn(sign), small=style.is_script), width / size)
    over_right = over.right if style.is_script else max(over.right, over.advance)
    x = (width - (over.left + over_right) * size) / 2
    if is_letter and base.last is not None:
        x += base.last.lean * size
        if base.last.attachment:
            x = (base.last.attachment - (over.attachment or over_right / 2)) * size
    y = base.top + (MEASURES.overbarVerticalGap - over.bottom) * size
    moved, x = max(-x, 0.0), max(x, 0.0)
    left = min(x + over.left * size, moved + base.left)
    right = max(x + over_right * size, moved + base.right)
    index = moved + base.advance
    top = base.top if style.bare else y + over.top * size
    placed = ((moved, 0.0, base), (x, y, Ink(over, size)))
    is_hat = sign == "^"
    advance = right if is_hat else index
    return Box(left, right, base.bottom, top, advance, placed, size, base.first, base.last, index if is_hat else None)


def script(item: Item, base: Box, low: Box | None, high: Box | None, style: Style, *, is_prime: bool) -> Box:
    """What ``item`` was set as, with what stands below and above it."""
    size = style.scale
    x = base.advance if base.indexed is None or high is not None else base.indexed
    below = above = (0.0, 0.0)
    if low is not None:
        below = _lowered(item, base, low)
    if high is not None:
        above = _raised(base, high, is_prime=is_prime)
    if low is not None and high is not None:
        missing = MEASURES.subSuperscriptGapMin * size - (above[1] + high.bottom - below[1] - low.top)
        if missing > 0:
            below, above = (below[0], below[1] - missing / 2), (above[0], above[1] + missing / 2)
    placed: list[tuple[float, float, Box]] = [(0.0, 0.0, base)]
    left, right, bottom, top, last = base.left, base.right, base.bottom, base.top, base.last
    behind = VERY_THIN * size if item.kind == "function" else 0.0
    for one, (dx, y) in ((low, below), (high, above)):
        if one is not None:
            placed.append((x + dx, y, one))
            left, right = min(left, x + dx + one.left), max(right, x + dx + behind + max(one.right, one.advance))
            bottom, top, last = min(bottom, y + one.bottom), max(top, y + one.top), one.last
    return Box(left, right, bottom, top, right, tuple(placed), size, base.first, last)


def _lowered(item: Item, base: Box, low: Box) -> tuple[float, float]:
    """Where an index stands: how far from its base, and how deep."""
    x = 0.0
    if base.last is not None and low.first is not None and base.last.outline > 0:
        x = lowered_kern(base.last.outline, low.first.outline)
    down = float(MEASURES.subscriptShiftDown)
    if item.kind not in ("letter", "number", "function") and base.indexed is None:
        reach = low.first.top - MEASURES.subscriptTopMax if low.first is not None else 0.0
        down = max(down, reach, MEASURES.subscriptBaselineDropMin - base.bottom / base.scale)
    return x * base.scale, -down * base.scale


def _raised(base: Box, high: Box, *, is_prime: bool) -> tuple[float, float]:
    """Where a power stands: how far it leans with its base, and how high."""
    last, first = base.last, high.first
    x = last.lean if last is not None else 0.0
    reach = MEASURES.superscriptBottomMin - first.bottom if first is not None else 0.0
    up = max(MEASURES.superscriptShiftUp, reach, base.top / base.scale - MEASURES.superscriptBaselineDropMax)
    if is_prime and first is not None and last is not None and last.outline >= 0:
        kern, up = raised_kern(last.outline, first.outline)
        x += kern
    return x * base.scale, up * base.scale
