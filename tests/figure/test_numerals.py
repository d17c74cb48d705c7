"""Printed numbers, by the vectors that bind Python and the browser, and their glyphs."""

import json
import math
import random
import re
from fractions import Fraction
from pathlib import Path

from kuroaka.figure.type.numerals import NAMES, ROOM, character, shrunk, width
from kuroaka.formulas.numerals import PrintedSum, figure_number, print_number, print_sum
from tests.each import each
from tests.figure.numeral_vectors import PATH, expected, spelled, vectors

LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
VECTORS = json.loads(PATH.read_text(encoding="utf-8"))


def test_the_file_is_what_the_oracle_says() -> None:
    assert vectors() == VECTORS


@each(VECTORS["numbers"])
def test_a_number_is_printed_as_agreed(vector: tuple[float | str, str, str]) -> None:
    value, figure, text = vector
    assert (figure_number(float(value)), print_number(float(value))) == (figure, text)


def test_any_number_agrees_with_the_oracle_and_fits_the_room_kept_for_it() -> None:
    rng = random.Random(7)
    for _ in range(2000):
        value = math.ldexp(rng.uniform(-1, 1), rng.randint(-1070, 1020))
        printed = figure_number(value)
        assert printed == expected(value)
        assert print_number(value) == spelled(printed)
        assert set(printed) <= set(NAMES)
        assert width(printed) * shrunk(printed) <= width(ROOM) + 1e-6
        assert shrunk(printed) > 0.65
        assert re.fullmatch(r"−?\d+(\.\d+)?(e−?\d+)?", printed)


def test_the_page_has_the_same_room_for_a_number() -> None:
    page = Path(__file__).parents[2] / "frontend" / "src" / "typeset" / "numerals.js"
    assert f'const ROOM = "{ROOM}";' in page.read_text("utf-8")


def test_what_was_typed_is_printed_as_it_was_typed() -> None:
    rng = random.Random(3)
    for _ in range(500):
        typed = f"{rng.randint(1, 9999) / 10 ** rng.randint(0, 4):g}"
        assert figure_number(float(typed)) == typed or float(typed) < 0.001
        assert figure_number(float(typed) * (1 + 1e-15)) == figure_number(float(typed))


def number(text: str) -> Fraction:
    """What a reader reads."""
    digits = re.fullmatch(r"(-?)([\d.]*)(?:·?10([⁻⁰-⁹¹²³]+))?", text.replace("−", "-"))
    assert digits
    sign, mantissa, power = digits.groups()
    return Fraction(f"{sign}{mantissa or 1}") * Fraction(10) ** int((power or "0").translate(LOWERED))


def reads(printed: PrintedSum) -> tuple[list[Fraction], Fraction]:
    return [number(one) for one in printed.addends], number(printed.total)


def test_what_is_printed_of_a_sum_adds_up_or_says_that_it_does_not() -> None:
    rng = random.Random(11)
    about = 0
    for _ in range(3000):
        scale = 10.0 ** rng.choice([0, 0, 2, 4, 6, -4, -20])
        addends = [rng.choice([rng.uniform(-3, 3), rng.randint(-9, 9) / 4]) * scale for _ in range(rng.randint(2, 5))]
        total = math.fsum(addends)
        printed = print_sum(addends, total)
        shown, result = reads(printed)
        assert (sum(shown) == result) == (printed.sign == "="), (addends, printed)
        about += printed.sign == "≈"
        largest = max(map(abs, (*addends, total)))
        for value, one in zip((*addends, total), (*shown, result), strict=True):
            assert abs(Fraction(value) - one) <= Fraction(largest) / 1000
    assert 0 < about < 300, "most sums add up, and some cannot"


def test_a_sum_has_one_decimal_place() -> None:
    printed = print_sum([-1.24501, 0.77494, -0.11748], -0.58755)
    assert {len(one.partition(".")[2]) for one in (*printed.addends, printed.total)} == {4}


@each(VECTORS["sums"])
def test_a_sum_is_printed_as_agreed(vector: tuple[list[float | str], float | str, list[str], str, str]) -> None:
    addends, total, *printed = vector
    assert [*print_sum([*map(float, addends)], float(total))] == printed


def test_digits_are_equally_wide() -> None:
    assert len({character(digit)[1] for digit in "0123456789"}) == 1
