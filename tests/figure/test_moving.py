"""When a moving box lies on something, against steps of the way looked at one by one."""

import random

import pytest

from kuroaka.figure.layout.network.moving import moved_across, moved_into
from kuroaka.figure.layout.obstacles import overlap, touches
from kuroaka.figure.type.geometry import Box, Point

STEPS = [step / 200 for step in range(201)]
NEAR = 1e-6  # of an end either answer is right


def some_box(rng: random.Random) -> Box:
    x, y = rng.uniform(-20, 20), rng.uniform(-20, 20)
    return x, y, x + rng.uniform(1, 9), y + rng.uniform(1, 9)


def some_point(rng: random.Random) -> Point:
    return rng.uniform(-20, 20), rng.uniform(-20, 20)


@pytest.mark.parametrize("seed", range(60))
def test_the_span_is_where_it_lies_on_the_other(seed: int) -> None:
    rng = random.Random(seed)
    box, other, (a, b) = some_box(rng), some_box(rng), (some_point(rng), some_point(rng))
    step = rng.choice([(rng.uniform(-40, 40), 0.0), (0.0, rng.uniform(-40, 40)), some_point(rng)])
    b = rng.choice([b, (a[0], b[1]), (b[0], a[1])])
    into, across = moved_into(box, step, other), moved_across(box, step, a, b)
    for part in STEPS:
        dx, dy = step[0] * part, step[1] * part
        moved = box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy
        for (low, high), found in ((into, overlap(moved, other)), (across, touches(a, b, moved))):
            if abs(part - low) > NEAR and abs(part - high) > NEAR:
                assert (low < part < high) == found, (part, low, high)
