"""Red strokes in dashes, so that the two passes are told apart without colour.

A stroke is drawn in by its dash offset, which runs from 1 (nothing is seen) to 0, with the stroke's length counted
as 1: so dashes that make up 1 together, and a gap of 1 behind them, slide in as they are. The browser does the same
where the reader switches (frontend/src/figure/dashes.js); a test holds the two together.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import asin, hypot

from kuroaka.figure.drawing.strokes import Parallel, number

DASH, GAP = 7.0, 4.0  # pixels
_MOST = 1000  # of a line longer than that many dashes they are longer


def pattern(length: float) -> Sequence[float]:
    """Dashes and gaps by turns, in parts of a length: it begins and ends with a dash.

    >>> pattern(18.0)
    [0.3889, 0.2222, 0.3889, 1.0]
    """
    gaps = min(max(int((length - DASH) / (DASH + GAP) + 0.5), 0), _MOST)
    whole = (gaps + 1) * DASH + gaps * GAP
    dash, gap = (float(f"{part / whole:.4g}") for part in (DASH, GAP))
    return [*[dash, gap] * gaps, dash, 1.0]


def dash_array(stroke: Parallel, *, unit: float = 1.0) -> str:
    """The ``stroke-dasharray`` of a stroke whose length counts as ``unit``."""
    digits = 4 if unit == 1 else 1
    return " ".join(number(part * unit, digits) for part in pattern(length(stroke)))


def length(stroke: Parallel) -> float:
    """How long a stroke is, in pixels."""
    straight = [
        stroke.begin,
        *(point for corner in stroke.corners for point in (corner.begin, corner.finish)),
        stroke.tip,
    ]
    total = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in list(pairwise(straight))[::2])
    for corner in stroke.corners:
        chord = hypot(corner.finish[0] - corner.begin[0], corner.finish[1] - corner.begin[1])
        total += 2 * corner.radius * asin(min(chord / (2 * corner.radius), 1.0))
    return total
