"""Lines out of one dot leave at angles that keep their heads apart."""

from itertools import pairwise
from math import atan2, degrees

import pytest

from kuroaka.figure.layout.fans import landing, spread
from kuroaka.figure.type.geometry import Point, times_crossed
from kuroaka.figure.type.measures import DOT

DOT_AT = (100.0, 50.0)
FANS = {
    "two": [(150.0, 20.0), (150.0, 80.0)],
    "three": [(150.0, 0.0), (150.0, 50.0), (150.0, 100.0)],
    "four, two of them near": [(150.0, -20.0), (150.0, 42.0), (150.0, 60.0), (150.0, 110.0)],
    "all below": [(150.0, 60.0), (150.0, 75.0), (150.0, 95.0)],
}


def angles(bends: list[Point]) -> list[float]:
    return [degrees(atan2(y - DOT_AT[1], x - DOT_AT[0])) for x, y in bends]


@pytest.mark.parametrize("bends", FANS.values(), ids=FANS.keys())
def test_neighbours_leave_at_clear_angles_and_bend_no_later(bends: list[Point]) -> None:
    moved = spread(DOT_AT, bends)
    assert all(after - before > 25 for before, after in pairwise(angles(moved)))
    assert all(abs(angle) < 70 for angle in angles(moved))
    for old, new in zip(bends, moved, strict=True):
        assert new[1] == old[1]
        assert DOT_AT[0] <= new[0] <= old[0]


def test_heads_of_few_lines_end_at_the_dot_and_those_of_many_a_little_off_it() -> None:
    assert landing(DOT_AT, FANS["three"]) == DOT
    many = [(150.0, 50.0 + 20 * step) for step in range(-3, 4)]
    assert DOT < landing(DOT_AT, spread(DOT_AT, many)) <= 6 * DOT


def test_crossings_of_polylines_are_counted() -> None:
    assert times_crossed([(0, 0), (10, 10)], [(0, 10), (10, 0)]) == 1
    assert times_crossed([(0, 0), (10, 0)], [(0, 10), (10, 10)]) == 0
