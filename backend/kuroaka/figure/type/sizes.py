"""LineTexts and symbols in, the room they need out, and where labels stand beside their run.

Measures are pixels. A number is given the room of the widest number, so that changing it moves nothing.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

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
from kuroaka.figure.type.numerals import USUAL, WIDEST
from kuroaka.figure.type.numerals import width as numeral_width
from kuroaka.figure.type.typeset import typeset
from kuroaka.graph.graph import Kind
from kuroaka.operations import Math

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


class Numerals(NamedTuple):
    """How numbers are set: for which there is room in any case, and in what size."""

    widest: str
    size: float


STEADY = Numerals(WIDEST, 1.0)  # changing a number moves nothing, whatever it is
CLOSE = Numerals(USUAL, VALUE_SIZE)  # many stand close together


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


def measure_label(show: Show, text: Math, numerals: Numerals = STEADY) -> Ink:
    """The ink of a label, or the room of any number."""
    if show == "numbers":
        width = max(numeral_width(numerals.widest), numeral_width(str(text)))
        scale = SCALE * numerals.size
        return Ink(width * scale, DIGIT_ASCENT * scale, DIGIT_DESCENT * scale)
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


def line_size(labels: Mapping[Show, LineTexts], line: int, *, is_red: bool, numerals: Numerals = STEADY) -> LineSize:
    """The room of all labels a line may show, one kind at a time or a formula with its number beyond it."""
    above = below = OFFSET + CIRCLE_CLEAR
    width_above = width_below = 0.0
    for show, kind in labels.items():
        pair = show == "formulas" and "numbers" in labels
        if text := kind.forward[line]:
            ink = measure_label(show, text, numerals)
            baseline = label_baseline(ink, is_forward=True, is_red=is_red)
            width_above = max(width_above, ink.width)
            above = max(above, ink.ascent - baseline)
            if pair:
                above = max(above, DIGIT_ASCENT * SCALE * VALUE_SIZE - value_baseline(ink, baseline, is_forward=True))
        if is_red and (text := kind.backward[line]):
            ink = measure_label(show, text, numerals)
            baseline = label_baseline(ink, is_forward=False, is_red=is_red)
            width_below = max(width_below, ink.width)
            below = max(below, ink.descent + baseline)
            if pair:
                below = max(below, DIGIT_DESCENT * SCALE * VALUE_SIZE + value_baseline(ink, baseline, is_forward=False))
    return LineSize(above, below, width_above, width_below)


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
