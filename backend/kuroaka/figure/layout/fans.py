"""The lines out of one dot: parted widely enough that their arrow heads do not pile up on it.

What enters: where the dot stands and where each line's slant ends. What leaves: bends that may come earlier, so
that slants which would leave almost together leave at a clear angle, and the distance from the dot's centre at
which the red heads end. Three lines need no more than the dot itself; seven end a little off it.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, radians, sin, tan

from kuroaka.figure.type.geometry import Point
from kuroaka.figure.type.measures import DOT, HEAD_LENGTH, HEAD_WIDTH, OFFSET, STROKE

STEEPEST = radians(68)
WIDE = radians(42)  # between two neighbours there is no need for more
APART = 2 * OFFSET + (HEAD_WIDTH + STROKE) / 2 + 0.5  # between the axes of neighbours where a head is widest


def spread(dot: Point, bends: Sequence[Point]) -> list[Point]:
    """The bends, moved left where their lines would leave too close to each other.

    >>> spread((0, 0), [(40, -30), (40, 30)]) == [(40, -30), (40, 30)]
    True
    """
    drops = [bend[1] - dot[1] for bend in bends]
    moved = list(bends)
    is_level = any(drop == 0 for drop in drops)
    sides = [[line for line, drop in enumerate(drops) if drop * side > 0] for side in (-1, 1)]
    most = max(map(len, sides))
    part = min(WIDE, STEEPEST / max(most - (0 if is_level else 0.5), 0.5))
    first = part if is_level else part / 2
    for side in sides:
        for place, line in enumerate(sorted(side, key=lambda line: abs(drops[line]))):
            natural = atan2(abs(drops[line]), bends[line][0] - dot[0])
            angle = max(natural, min(first + place * part, STEEPEST))
            if angle > natural:
                moved[line] = (dot[0] + abs(drops[line]) / tan(angle), bends[line][1])
    return moved


def landing(dot: Point, bends: Sequence[Point]) -> float:
    """How far from the centre of the dot the red heads end."""
    angles = sorted(atan2(bend[1] - dot[1], bend[0] - dot[0]) for bend in bends)
    narrowest = min((b - a for a, b in pairwise(angles)), default=WIDE)
    return min(max(DOT, APART / (2 * sin(max(narrowest, 0.05) / 2)) - HEAD_LENGTH), 6 * DOT)
