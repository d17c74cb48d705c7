"""Printed numbers, by the vectors that bind Python and the browser, and their glyphs."""

import json
import math
import random
import re

from kuroaka.figure.type.numerals import NAMES, WIDEST, character, width
from kuroaka.formulas import print_number
from tests.each import each
from tests.figure.numeral_vectors import PATH, expected, vectors

VECTORS = json.loads(PATH.read_text(encoding="utf-8"))


def test_the_file_is_what_the_oracle_says() -> None:
    assert vectors() == VECTORS


@each(VECTORS)
def test_a_number_is_printed_as_agreed(vector: tuple[float | str, str]) -> None:
    value, printed = vector
    assert print_number(float(value)) == printed


def test_any_number_agrees_with_the_oracle_and_fits_the_room_kept_for_it() -> None:
    rng = random.Random(7)
    for _ in range(2000):
        value = math.ldexp(rng.uniform(-1, 1), rng.randint(-1070, 1020))
        printed = print_number(value)
        assert printed == expected(value)
        assert set(printed) <= set(NAMES)
        assert width(printed) <= width(WIDEST)
        assert re.fullmatch(r"−?\d+(\.\d+)?(e−?\d+)?", printed)


def test_digits_are_equally_wide() -> None:
    assert len({character(digit)[1] for digit in "0123456789"}) == 1
