"""Compiled rules give the same bits as rules that are read step by step."""

import itertools
import math
import random
import struct

import pytest

from kuroaka.operations import FLOATS, OPERATIONS, apply, contribution, kernels

EDGES = (0.0, -0.0, 1.0, -1.0, 0.5, 710.0, -745.0, 1e-300, 1e308, math.inf, -math.inf, math.nan)


def same(one: float, other: float) -> bool:
    """Whether two floats are the same bits, or both no number."""
    return struct.pack("d", one) == struct.pack("d", other) or (math.isnan(one) and math.isnan(other))


@pytest.mark.parametrize("name", OPERATIONS)
def test_values_and_slopes_are_the_same_bits(name: str) -> None:
    operation = OPERATIONS[name]
    count = len(operation.arguments)
    chosen = random.Random(7)
    points = [*operation.samples, *itertools.product(EDGES, repeat=count)][:300]
    points += [tuple(chosen.uniform(-3, 3) for _ in range(count)) for _ in range(50)]
    known = kernels(FLOATS)[name]
    value, slopes = known.value, known.slopes
    assert len(slopes) == count
    for point in points:
        output = apply(operation, FLOATS, *point)
        assert same(value(*point), output), point
        for position, slope in enumerate(slopes):
            expected = contribution(operation, FLOATS, position, 0.7, output, point)
            assert same(slope(0.7, output, *point), expected), (position, point)


def test_a_kernel_is_made_once() -> None:
    assert kernels(FLOATS)["tanh"] is kernels(FLOATS)["tanh"]


def test_of_functions_that_nobody_defined_only_some_are_kept() -> None:
    for number in range(1200):
        assert kernels(FLOATS)[f"f_{number}:2"].slopes
    assert len(kernels(FLOATS)) <= 500
