"""Straight lines in, where the labels stand beside them out: the black one above its line, the red one below.

A label touches its line with a corner. What has the fewest places left is placed first, where it takes the fewest from
others; if something has none left, the lines need more room.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import hypot
from typing import NamedTuple

from kuroaka.figure.layout.network.moving import Span, moved_across, moved_into
from kuroaka.figure.layout.obstacles import overlap, wider
from kuroaka.figure.type.geometry import Box, LineSize, Point
from kuroaka.figure.type.measures import LABEL_CLEAR, OFFSET, STROKE

REACH = OFFSET + STROKE / 2 + LABEL_CLEAR  # from the axis of a line to its labels
PLACES = (0.03, *(place / 12 for place in range(1, 12)), 0.97)  # parts of a line, besides ends of free stretches
WISHED = 0.3
CLEAR = OFFSET + STROKE / 2 + 0.7  # around a label, from the axes of other lines
APART = 8.0  # between labels beside each other, or one would read as a factor of the other


class Straight(NamedTuple):
    """A line by its number, from where to where it is free, and the room of its labels."""

    line: int
    begin: Point
    end: Point
    room: LineSize


Middles = Mapping[int, tuple[Point, Point]]  # of each line where the black label stands, and the red one


def beside(lines: Sequence[Straight], others: Sequence[Box], crossing: Sequence[Straight]) -> Middles | int:
    """The places of the labels; if there is not enough room, the line for which there is none: best
    tried first next time. ``others`` are boxes that stand in the way, and so do the lines of ``crossing``, whose own
    labels are elsewhere.
    """
    segments = [(each.begin, each.end, each.line) for each in (*lines, *crossing)]
    free: dict[tuple[int, bool], list[Box]] = {}
    for straight in lines:
        around = [(a, b) for a, b, line in segments if line != straight.line]
        for is_forward in (True, False):
            free[straight.line, is_forward] = list(_boxes(straight, others, around, is_forward=is_forward))
            if not free[straight.line, is_forward]:
                return straight.line
    placed = _placed(free)
    if isinstance(placed, int):
        return placed
    return {
        line: (middle_of(placed[line, True], is_forward=True), middle_of(placed[line, False], is_forward=False))
        for line, _ in placed
    }


def _placed(free: dict[tuple[int, bool], list[Box]]) -> dict[tuple[int, bool], Box] | int:
    """One of the free places for each label, so that none lies on another; a line whose label finds none."""
    placed: dict[tuple[int, bool], Box] = {}
    while free:
        label = min(free, key=lambda each: len(free[each]))
        own = free.pop(label)
        if not own:
            return label[0]
        wide = [wider(box, CLEAR, APART) for box in own]
        cost = [sum(overlap(each, box) / len(rest) ** 2 for rest in free.values() for box in rest) for each in wide]
        best = cost.index(min(cost))
        placed[label] = own[best]
        free = {other: [box for box in boxes if not overlap(wide[best], box)] for other, boxes in free.items()}
    return placed


def label_box(corner: Point, room: LineSize, way: int, *, is_forward: bool) -> Box:
    """The box of a label that touches a line at a point; it lies to the right of it, to the left, or evenly (1, -1,
    0).
    """
    width = room.width_above if is_forward else room.width_below
    height = max((room.above if is_forward else room.below) - REACH, 0.0)
    left = corner[0] - width * (1 - way) / 2
    top = corner[1] - height if is_forward else corner[1]
    return left, top, left + width, top + height


def middle_of(box: Box, *, is_forward: bool) -> Point:
    """The point of a run at which the label would lie in this box."""
    return (box[0] + box[2]) / 2, box[3] + REACH if is_forward else box[1] - REACH


def label_boxes(label: Point, back: Point, room: LineSize) -> list[Box]:
    """The boxes of the labels that stand at these points, with the white up to the axis of a run."""
    above, below = room.width_above / 2, room.width_below / 2
    black = (label[0] - above, label[1] - room.above, label[0] + above, label[1])
    red = (back[0] - below, back[1], back[0] + below, back[1] + room.below)
    return [black, red] if room.width_below else [black]


def _boxes(
    straight: Straight, others: Sequence[Box], segments: Sequence[tuple[Point, Point]], *, is_forward: bool
) -> Iterator[Box]:
    """The free places beside a line, from the wished one outward."""
    (x, y), (end_x, end_y) = straight.begin, straight.end
    step = (end_x - x, end_y - y)
    length = hypot(*step) or 1.0
    side = -1 if is_forward else 1
    out = (-step[1] / length * side * REACH, step[0] / length * side * REACH)  # to the side of the label
    way = (out[0] > 0) - (out[0] < 0)
    first = label_box((x + out[0], y + out[1]), straight.room, way, is_forward=is_forward)
    wide = wider(first, CLEAR)
    taken = [moved_into(wide, step, box) for box in others]
    taken += [moved_across(wide, step, a, b) for a, b in segments]
    for part in sorted(_free(taken), key=lambda place: abs(place - WISHED)):
        dx, dy = step[0] * part, step[1] * part
        yield first[0] + dx, first[1] + dy, first[2] + dx, first[3] + dy


def _free(taken: Iterable[Span]) -> Iterator[float]:
    """Parts of a line that none of these spans has."""
    begin = PLACES[0]
    for low, high in [*sorted(span for span in taken if span[0] < span[1]), (PLACES[-1], 1.0)]:
        end = min(low, PLACES[-1])
        if begin <= end:
            yield from {begin, end, *(place for place in PLACES if begin < place < end)}
        begin = max(begin, high)
