"""A lesson: steps, each with what is seen, what is said of it, and perhaps a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from kuroaka.asked import Asked
from kuroaka.words import Language
from kuroaka.words.problem import Problem

Said = Mapping[Language, str]

# Rows of a figure that only a browser has: who is chosen, where sliders begin and end, and what is left out.
BROWSER_ROWS = ("node", "range", "hide")
BLANK = ("red", "black", "both")  # which lines an exercise asks for


class LessonProblem(Problem):
    """A lesson that cannot be used: the file, the line, what is wrong there and what to write instead.

    >>> print(LessonProblem("lesson-missing", "neuron.toml", 3, key="title"))
    neuron.toml:3: 'title' is missing.
    """

    def __init__(self, code: str, file: str, line: int, /, **parts: object) -> None:
        super().__init__(code)
        self.code, self.file, self.line, self.parts = code, file, line, parts

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.detail()}"


@dataclass(frozen=True)
class Shown:
    """A figure of a step: what is asked, and the rows that only a browser has, as text."""

    asked: Asked
    rows: Mapping[str, str] = field(default_factory=dict)

    def link(self, language: Language) -> str:
        """The query of its page, in a language.

        >>> Shown(Asked(expression="x*y"), {"node": "n2"}).link("ja")
        'expr=x%2Ay&lang=ja&node=n2'
        """
        return urlencode({**replace(self.asked, lang=language).written(), **self.rows})


@dataclass(frozen=True)
class Exercise:
    """The lines that are blank: all red or black ones (``of``), or those of some names."""

    of: str = "red"
    blank: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """What is seen at once. ``moves`` are names with a slider, ``frozen`` names that count as constants here; ``line``
    is where it stands in its file.
    """

    line: int
    figures: tuple[Shown, ...]
    says: Said
    moves: tuple[str, ...] = ()
    frozen: tuple[str, ...] = ()
    curve: str = ""  # the input of the curves below
    exercise: Exercise | None = None


@dataclass(frozen=True)
class Lesson:
    """``name`` is what it is called in links; ``about`` is one sentence for lists and previews; ``learned`` says what
    its reader can do at the end.
    """

    name: str
    file: str
    title: Said
    about: Said
    steps: tuple[Step, ...]
    learned: Said | None = None
