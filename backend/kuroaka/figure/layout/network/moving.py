"""A box that moves straight on in, out of the way from 0 to 1 that part in which it lies on something else.

Two convex shapes lie on each other if they do so seen along both axes and along every side that is on neither; seen
so, each is a span, and one of the two moves evenly.
"""

from math import inf

from kuroaka.figure.type.geometry import Box, Point

Span = tuple[float, float]  # from where to where; nothing if it ends before it begins
NEVER = (1.0, 0.0)


def moved_into(box: Box, step: Point, other: Box) -> Span:
    """While a box moves by a step, when it lies on another.

    >>> moved_into((0, 0, 1, 1), (10, 0), (5, 0, 6, 1))
    (0.4, 0.6)
    """
    left, right = _meet((box[0], box[2]), step[0], (other[0], other[2]))
    top, below = _meet((box[1], box[3]), step[1], (other[1], other[3]))
    return max(left, top), min(right, below)


def moved_across(box: Box, step: Point, a: Point, b: Point) -> Span:
    """While a box moves by a step, when the segment from a to b enters it.

    >>> moved_across((0, 0, 1, 1), (10, 0), (2, 0), (4, 2))
    (0.1, 0.3)
    """
    x, y = b[0] - a[0], b[1] - a[1]
    low, high = moved_into(box, step, (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))
    if low >= high:
        return NEVER
    across = [y * corner - x * other for corner in (box[0], box[2]) for other in (box[1], box[3])]
    own = y * a[0] - x * a[1]
    enter, leave = _meet((min(across), max(across)), y * step[0] - x * step[1], (own, own))
    return max(low, enter), min(high, leave)


def _meet(moving: Span, step: float, still: Span) -> Span:
    """While a span moves by a step, when it shares more than an end with another."""
    if abs(step) < 1e-9:
        return (-inf, inf) if moving[0] < still[1] and still[0] < moving[1] else NEVER
    one, other = (still[0] - moving[1]) / step, (still[1] - moving[0]) / step
    return (one, other) if step > 0 else (other, one)
