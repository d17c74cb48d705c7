"""What a step says in TOML, as the link of its figure has it."""

import pytest

from kuroaka.lessons import read_lesson
from tests.lessons.writing import FIGURE, written


@pytest.mark.parametrize(
    ("row", "link"),
    [
        ("range = {x = [0.1, 6], y = [-2, 2]}", "range=x%3A0.1%3A6%2Cy%3A-2%3A2"),
        ('range = "x:0.1:6"', "range=x%3A0.1%3A6"),
        ('hide = ["zoom", "caption"]', "hide=zoom%2Ccaption"),
        ('node = "n2"', "node=n2"),
        ("dashes = true", "dashes=1"),
        ('show = ["formulas", "numbers"]', "show=formulas%2Cnumbers"),
    ],
)
def test_a_row_is_written_as_its_link(row: str, link: str) -> None:
    (step,) = read_lesson(written(figure=f"{FIGURE}, {row}"), "lesson.toml").steps
    assert link in step.figures[0].link("en").split("&")
