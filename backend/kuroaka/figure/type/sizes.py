"""LineTexts and symbols in, the room they need out, and where labels stand beside their run.

Measures are pixels. All numbers have the same room, so that changing one moves nothing.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from kuroaka.asked import Show
from kuroaka.figure.type.geometry import LineSize, NodeSize
from kuroaka.figure.type.glyphs import AXIS, NOTHING, UNITS, Typeset
from kuroaka.figure.type.measures import (
    CAPITAL,
    CIRCLE_CLEAR,
    DOT,
    FRONT,
    LABEL_CLEAR,
    LABEL_RISE,
    OFFSET,
    RADIUS,
    ROUND,
    STROKE,
    SYMBOL_LEAST,
    SYMBOL_PAD,
    TERMINAL_GAP,
    TYPE_SIZE,
    VALUE_CLEAR,
    VALUE_SIZE,
)
from kuroaka.figure.type.numerals import ROOM
from kuroaka.figure.type.numerals import width as numeral_width
from kuroaka.figure.type.typeset import typeset
from kuroaka.graph.graph import Kind
from kuroaka.operations import Math

Way = Literal["forward", "backward", "onward"]  # a black label, a red one, or what flows on past a weight

SCALE = TYPE_SIZE / UNITS
DIGIT_ASCENT, DIGIT_DESCENT = 647, 13  # of the tallest and deepest digit


class LineTexts(NamedTuple):
    """One entry a line: the edges of what is drawn in order, then the output line. Numbers are as they are printed.

    None in ``forward`` is a line without a label, None in ``backward`` a line no gradient flows through: no red
    is drawn there. ``onward`` is what flows on along a line that a weight rides on: seen while its source is chosen.
    """

    forward: Sequence[Math | None]
    backward: Sequence[Math | None]
    onward: Mapping[int, Math] = MappingProxyType({})


class Symbol(NamedTuple):
    """What stands in a circle: its glyphs, their size, and half the width of its frame. In a circle of two halves,
    which meet so far right of its middle, ``front`` is what stands in the left one.
    """

    formula: Typeset
    size: float
    half: float
    front: Typeset = NOTHING
    seam: float = 0.0

    def middles(self, x: float) -> tuple[float, float]:
        """Of a circle with its middle at x, the middles of its halves; of one without, twice its own."""
        if not self.front.glyphs:
            return x, x
        return x + (self.seam - self.half) / 2 + ROUND, x + (self.seam + self.half) / 2 - ROUND


class Ink(NamedTuple):
    """A label's measure in pixels."""

    width: float
    ascent: float
    descent: float


class Standing(NamedTuple):
    """A label beside the run of its line: its ink, and its baseline from the axis of the run."""

    show: Show
    text: Math
    size: float  # of its type
    ink: Ink
    baseline: float


def fit_symbol(symbol: Math) -> Symbol:
    """Long names are set smaller, and what still does not fit gets a longer frame."""
    formula = typeset(symbol)
    room = 2 * (RADIUS - SYMBOL_PAD / 2)
    width = formula.width * SCALE
    size = max(min(1.0, room / width if width else 1.0), SYMBOL_LEAST)
    fits = width * size <= room + 0.1
    return Symbol(formula, size, RADIUS if fits else max(RADIUS, width * size / 2 + SYMBOL_PAD))


def fit_halves(front: Math, symbol: Math) -> Symbol:
    """A sum, and the function behind it."""
    formula = typeset(symbol)
    room = FRONT - SYMBOL_PAD
    width = formula.width * SCALE
    size = max(min(1.0, room / width if width else 1.0), SYMBOL_LEAST)
    right = max(FRONT - SYMBOL_PAD / 2, width * size + SYMBOL_PAD + SYMBOL_PAD / 2)
    half = (FRONT + right) / 2
    return Symbol(formula, size, half, typeset(front), FRONT - half)


def measure_label(show: Show, text: Math, size: float = 1.0) -> Ink:
    """The ink of a label, or the room of any number of that size."""
    if show == "numbers":
        scale = SCALE * size
        return Ink(numeral_width(ROOM) * scale, DIGIT_ASCENT * scale, DIGIT_DESCENT * scale)
    formula = typeset(text)
    return Ink(formula.width * SCALE, formula.ascent * SCALE, formula.descent * SCALE)


def line_offset(*, is_red: bool) -> float:
    """How far from the axis the strokes run: black alone runs on the axis itself."""
    return OFFSET if is_red else 0.0


def label_baseline(ink: Ink, *, is_forward: bool, is_red: bool) -> float:
    """Of a label, from the axis of its run: short labels share a baseline, taller ones keep clear of the stroke."""
    clear = STROKE / 2 + LABEL_CLEAR
    offset = line_offset(is_red=is_red)
    if is_forward:
        return -offset - max(LABEL_RISE, ink.descent + clear)
    return offset + max(LABEL_RISE + CAPITAL * TYPE_SIZE, ink.ascent + clear)


def value_baseline(formula: Ink, baseline: float, *, is_forward: bool) -> float:
    """Of the number beyond a formula, where both are shown: above a black one, below a red one."""
    if is_forward:
        return baseline - formula.ascent - VALUE_CLEAR - DIGIT_DESCENT * SCALE * VALUE_SIZE
    return baseline + formula.descent + VALUE_CLEAR + DIGIT_ASCENT * SCALE * VALUE_SIZE


def standing(
    labels: Mapping[Show, LineTexts], line: int, way: Way, *, is_red: bool, number_size: float = 1.0
) -> list[Standing]:
    """The labels on one side of a line: of one kind; or a formula and, smaller, its number beyond it, unless the
    formula is that number.
    """
    found = list[Standing]()
    for show, texts in labels.items():
        text = texts.onward.get(line) if way == "onward" else getattr(texts, way)[line]
        is_forward = way == "forward"
        if text and not found:
            size = number_size if show == "numbers" else 1.0
            ink = measure_label(show, text, size)
            baseline = label_baseline(ink, is_forward=is_forward, is_red=is_red)
            found.append(Standing(show, text, size, ink, baseline))
        elif text and not _is_number(found[0].text):
            ink = measure_label(show, text, VALUE_SIZE)
            baseline = value_baseline(found[0].ink, found[0].baseline, is_forward=is_forward)
            found.append(Standing(show, text, VALUE_SIZE, ink, baseline))
    return found


def line_size(labels: Mapping[Show, LineTexts], line: int, *, is_red: bool, number_size: float = 1.0) -> LineSize:
    """The room of the labels of a line."""
    above = standing(labels, line, "forward", is_red=is_red, number_size=number_size)
    below = standing(labels, line, "backward", is_red=is_red, number_size=number_size) if is_red else []
    least = OFFSET + CIRCLE_CLEAR
    return LineSize(
        max([least, *(each.ink.ascent - each.baseline for each in above)]),
        max([least, *(each.ink.descent + each.baseline for each in below)]),
        max([0.0, *(each.ink.width for each in above)]),
        max([0.0, *(each.ink.width for each in below)]),
    )


def node_size(kind: Kind, symbol: Symbol) -> NodeSize:
    """The room of a circle, a dot, or a leaf's name."""
    if kind == "operation":
        return NodeSize(symbol.half, symbol.half, RADIUS + CIRCLE_CLEAR, RADIUS + CIRCLE_CLEAR)
    if kind == "branch":
        return NodeSize(DOT, DOT, DOT + CIRCLE_CLEAR, DOT + CIRCLE_CLEAR)
    return name_size(symbol.formula, at_left=True)


def name_size(name: Typeset, *, at_left: bool) -> NodeSize:
    """The room of a name at an end of a line."""
    reach = TERMINAL_GAP + name.width * SCALE if name.width else 0.0
    above, below = (name.ascent - AXIS) * SCALE, (name.descent + AXIS) * SCALE
    least = OFFSET + CIRCLE_CLEAR
    return NodeSize(reach if at_left else 0.0, 0.0 if at_left else reach, max(above, least), max(below, least))


def _is_number(formula: Math) -> bool:
    """Whether it is digits, perhaps with a minus in front."""
    digits = formula[-1] if isinstance(formula, tuple) and formula[:2] == ("row", "−") else formula
    return isinstance(digits, str) and digits[:1].isdigit()
