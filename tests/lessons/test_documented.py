"""What the page on lessons says: its example holds, and every key and every hole stands there, in both languages."""

import re
from pathlib import Path

import pytest

from kuroaka.lessons import Lesson, check_lesson, fill, read_lesson, reading, sentences
from kuroaka.lessons.document import plain

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"en": DOCS / "lessons.md", "ja": DOCS / "lessons.ja.md"}


def example(page: Path) -> Lesson:
    (text,) = re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    return read_lesson(text, "product.toml")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_example_holds(page: Path) -> None:
    lesson = example(page)
    check_lesson(lesson)
    said = [plain(fill(lesson, step, "en")) for step in lesson.steps]
    assert said[1].startswith("The product is 1.2, and with the bias it is 0.5.")
    assert said[2].endswith("w gets E*x: here 1.5.")


def test_both_pages_have_the_same_example() -> None:
    one, other = (example(page) for page in PAGES.values())
    assert one == other


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_key_and_every_hole_is_told(page: Path) -> None:
    text = page.read_text("utf-8")
    keys = [f"`{key}`" for key in ("title", "about", *reading._STEP, *reading._EXERCISE)]
    holes = [f"`{{{kind} " for kind in (*sentences._KINDS, "beside")]
    assert [word for word in (*keys, *holes, "`[[step]]`") if word not in text] == []
