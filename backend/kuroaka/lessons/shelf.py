"""The lessons there are, in the order of the course: the files beside this module."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kuroaka.lessons.lesson import Lesson
from kuroaka.lessons.reading import read_lesson

_FILES = Path(__file__).with_name("files")
_ORDER = _FILES / "order.txt"

LESSONS: tuple[str, ...] = tuple(_ORDER.read_text("utf-8").split())


def lesson_named(name: str) -> Lesson | None:
    """A lesson of the course, None if there is none of that name.

    >>> lesson_named("neuron").name
    'neuron'
    """
    return _lessons().get(name)


@cache
def _lessons() -> Mapping[str, Lesson]:
    return {name: read_lesson((_FILES / f"{name}.toml").read_text("utf-8"), f"{name}.toml") for name in LESSONS}
