"""The room of its labels in, a stub out: the short line of a value that only one circle takes, up into it from below.

Its labels stand on its right as long as they end where the circle does. One that is wider stands below the line, so
that what leaves the circle goes straight where it leads.
"""

from typing import NamedTuple

from kuroaka.figure.layout.network.beside import REACH, label_box
from kuroaka.figure.type.geometry import Box, LineSize
from kuroaka.figure.type.measures import CIRCLE_CLEAR, RADIUS

LEAST = 14.0  # its length, below the circle
APART = CIRCLE_CLEAR / 2  # between its two labels


class Stub(NamedTuple):
    """How far below its circle's middle it begins, and its labels, black and red, all from where it leads to."""

    end: float
    boxes: tuple[Box, ...]


def stub(room: LineSize, top: float, right: float) -> Stub:
    """One whose labels are below ``top`` and, if they can, left of ``right``."""
    end, y = RADIUS + LEAST, top
    boxes = list[Box]()
    for is_forward, width in ((True, room.width_above), (False, room.width_below)):
        if not width and not is_forward:
            continue
        is_beside = REACH + width <= right and all(box[0] > 0 for box in boxes)
        if not is_beside:
            y = max(y, end + APART)
        height = max((room.above if is_forward else room.below) - REACH, 0.0)
        left = REACH if is_beside else min(-width / 2, right - width)
        corner = (left, y + height if is_forward else y)
        boxes.append(label_box(corner, room, 1, is_forward=is_forward))
        y += height + APART
        if is_beside:
            end = max(end, y + APART)
    return Stub(end, tuple(boxes))
