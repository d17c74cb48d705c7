"""The article as a course: lessons as files of data, read and checked here, with every number and formula of their
sentences computed.
"""

from kuroaka.lessons.checking import check_lesson
from kuroaka.lessons.exercise import exercise
from kuroaka.lessons.lesson import Exercise, Lesson, LessonProblem, Shown, Step
from kuroaka.lessons.reading import read_lesson
from kuroaka.lessons.sentences import Filled, fill
from kuroaka.lessons.shelf import LESSONS, lesson_named

__all__ = [
    "LESSONS",
    "Exercise",
    "Filled",
    "Lesson",
    "LessonProblem",
    "Shown",
    "Step",
    "check_lesson",
    "exercise",
    "fill",
    "lesson_named",
    "read_lesson",
]
