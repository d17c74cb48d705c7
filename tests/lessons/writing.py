"""A lesson in a few lines, for tests that change one thing of it."""

from kuroaka.lessons import Filled, fill, read_lesson
from kuroaka.words import Language

HEAD = """title = {en = "A product", ja = "積"}
about = {en = "One circle.", ja = "円が一つ。"}
"""
FIGURE = 'expr = "z = x*y", at = {x = 2, y = 3}'


def written(says: str = "Look.", figure: str = FIGURE, more: str = "") -> str:
    """A lesson of one step; its figure is in line 5, what is said in line 6, and what comes in ``more`` in line 7."""
    return f"{HEAD}\n[[step]]\nfigure = {{{figure}}}\nsays = {{en = '{says}', ja = '{says}'}}\n{more}\n"


def filled(says: str, figure: str = FIGURE, more: str = "", language: Language = "en") -> list[Filled]:
    """What is said in the step, its holes filled."""
    lesson = read_lesson(written(says, figure, more), "lesson.toml")
    return fill(lesson, lesson.steps[0], language)
