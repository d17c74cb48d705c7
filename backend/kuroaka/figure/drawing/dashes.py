"""Red strokes in dashes, so that the two passes are told apart without colour.

A stroke is drawn in by its dash offset, which runs from the stroke's length (nothing is seen) to 0: so dashes that
make up that length together, and a gap as long behind them, slide in as they are. They are written in pixels, since
not every program counts by ``pathLength``. The browser does the same where the reader switches, in parts of the length
(frontend/src/figure/dashes.js); a test holds the two together.
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


def dash_array(stroke: Parallel) -> str:
    """The ``stroke-dasharray`` of a stroke, in pixels."""
    whole = length(stroke)
    *dashes, gap = pattern(whole)
    return " ".join(number(part) for part in [*(dash * whole for dash in dashes), gap * 1.05 * whole + 2])


def hidden(stroke: Parallel) -> float:
    """The offset at which nothing of those dashes is seen: a little more than the length, as they are rounded."""
    return 1.01 * length(stroke) + 1


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
