"""Black and red run parallel and end exactly on the borders."""

from math import hypot

import pytest

from kuroaka.figure.drawing.strokes import Parallel, head_path, number, parallel, stroke_path

AXIS = ((0.0, 100.0), (60.0, 40.0), (300.0, 40.0), (360.0, 100.0))


@pytest.mark.parametrize("offset", [3.0, -3.0])
def test_a_stroke_begins_and_ends_on_the_borders(offset: float) -> None:
    stroke = parallel(AXIS, offset, 4.0, 18.0)
    assert hypot(stroke.begin[0], stroke.begin[1] - 100) == pytest.approx(4.0)
    assert hypot(stroke.tip[0] - 360, stroke.tip[1] - 100) == pytest.approx(18.0)


def test_black_runs_above_the_axis_and_red_on_the_way_back_below() -> None:
    black = parallel(AXIS, 3.0, 0.0, 0.0)
    red = parallel(AXIS[::-1], 3.0, 0.0, 0.0)
    assert black.corners[0].finish[1] == pytest.approx(37.0)
    assert red.corners[0].finish[1] == pytest.approx(43.0)


def test_the_corners_of_the_two_are_concentric() -> None:
    black = parallel(AXIS, 3.0, 0.0, 0.0)
    red = parallel(AXIS[::-1], 3.0, 0.0, 0.0)
    for outer, inner in zip(black.corners, reversed(red.corners), strict=True):
        assert outer.radius - inner.radius == pytest.approx(6.0)
        assert outer.finish[0] == pytest.approx(inner.begin[0]) or outer.begin[0] == pytest.approx(inner.finish[0])


def test_short_slants_get_small_corners() -> None:
    stroke = parallel(((0.0, 0.0), (100.0, 0.0), (128.0, 28.0)), 3.0, 0.0, 18.0)
    last = stroke.corners[-1].finish
    assert hypot(stroke.tip[0] - last[0], stroke.tip[1] - last[1]) >= 8.0


def test_a_level_line_is_one_straight_stroke() -> None:
    stroke = parallel(((0.0, 5.0), (50.0, 5.0)), 0.0, 0.0, 18.0)
    assert stroke == Parallel((0.0, 5.0), (), (32.0, 5.0))
    assert stroke_path(stroke) == "M0 5L26.5 5"
    assert head_path(stroke) == "M32 5l-8.5 -2.6l2.5 2.6l-2.5 2.6z"


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.04, "0"), (12.25, "12.2"), (0.96, "1"), (100.0, "100")])
def test_coordinates_are_written_short(value: float, text: str) -> None:
    assert number(value) == text
