"""A file in, a lesson out: TOML, checked against the few keys there are. Every problem says the file, the line and the
cure.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from kuroaka.asked import ROWS, Asked, ParameterProblem
from kuroaka.lessons.lesson import BLANK, BROWSER_ROWS, Exercise, Lesson, LessonProblem, Said, Shown, Step
from kuroaka.words import LANGUAGES

_LESSON = {"title": dict, "about": dict, "learned": dict, "step": list}
_STEP = {
    "figure": dict,
    "beside": dict,
    "says": dict,
    "moves": list,
    "frozen": list,
    "curve": str,
    "exercise": dict,
}
_EXERCISE = {"of": str, "blank": list}
_TYPES: Mapping[type, str] = {dict: "table", list: "array", str: "string"}  # as TOML calls them
_LINKS = {row.link: row for row in ROWS.values() if row.name != "lang"}
_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")
_MOST_FIGURES = 2


def read_lesson(text: str, file: str) -> Lesson:
    r"""The lesson of a file. Raises LessonProblem.

    >>> lesson = read_lesson('''
    ... title = {en = "A product", ja = "積"}
    ... about = {en = "One circle.", ja = "円が一つ。"}
    ... [[step]]
    ... figure = {expr = "z = x*y", at = {x = 2, y = 3}}
    ... says = {en = "{value z}", ja = "{value z}"}
    ... ''', "product.toml")
    >>> lesson.name, lesson.steps[0].figures[0].asked.at
    ('product', {'x': 2.0, 'y': 3.0})
    """
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as wrong:  # no TOML; a number of too many digits, or too much in one another
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
        found = _PLACE.search(str(wrong))
        if not found:
            raise LessonProblem("lesson-beyond-toml", file, line) from None
        if found[1]:
            line, column = int(found[1]), int(found[2])
        raise LessonProblem("lesson-toml", file, line, line=line, column=column) from None
    return _Reader(text, file).lesson(data)


class _Reader:
    """Reads one file, and knows where in it a key stands."""

    def __init__(self, text: str, file: str) -> None:
        self.lines, self.file = text.splitlines(), file
        self.step_lines = [
            number for number, line in enumerate(self.lines, 1) if re.match(r"\s*\[\[\s*step\s*\]\]", line)
        ]

    def lesson(self, data: Mapping[str, Any]) -> Lesson:
        self.keys(data, _LESSON, -1)
        for key in ("title", "about", "step"):
            if not data.get(key):
                raise self.problem("lesson-missing", -1, key, key=key)
        steps: list[Step] = []
        for place, step in enumerate(data["step"]):
            steps.append(self.step(step, place, steps[-1].figures if steps else ()))
        name = self.file.rpartition("/")[2].removesuffix(".toml")
        title, about = (self.said(data, key, -1) for key in ("title", "about"))
        learned = self.said(data, "learned", -1) if "learned" in data else None
        return Lesson(name, self.file, title, about, tuple(steps), learned)

    def step(self, step: Any, place: int, before: tuple[Shown, ...]) -> Step:
        self.keys(step, _STEP, place)
        if "says" not in step:
            raise self.problem("lesson-missing", place, "says", key="says")
        figures = [self.shown(step.get("figure", {}), before[:1], place, "figure")]
        if "beside" in step:
            figures.append(self.shown(step["beside"], before[1:], place, "beside"))
        exercise = step.get("exercise")
        return Step(
            self.step_lines[place] if place < len(self.step_lines) else 1,
            tuple(figures[:_MOST_FIGURES]),
            self.said(step, "says", place),
            self.names(step, "moves", place),
            self.names(step, "frozen", place),
            step.get("curve", ""),
            None if exercise is None else self.exercise(exercise, place),
        )

    def shown(self, rows: Mapping[str, Any], before: tuple[Shown, ...], place: int, key: str) -> Shown:
        """A figure; without an expression it is that of the step before, with these rows."""
        last = before[0] if before and "expr" not in rows else Shown(Asked(expression=""))
        changes: dict[str, Any] = {}
        browser = dict(last.rows)
        for name, value in rows.items():
            row = _LINKS.get(name)
            if name in BROWSER_ROWS:
                browser[name] = _written(value)
            elif row is None:
                known = ", ".join([*_LINKS, *BROWSER_ROWS])
                raise self.problem("lesson-row", place, name, row=name, rows=known)
            else:
                try:
                    changes[row.name] = row.read(_written(value))
                except ParameterProblem as problem:
                    raise self.problem("lesson-value", place, name, row=name, message=problem) from None
        asked = last.asked.but(**changes)
        if not asked.expression.strip():
            raise self.problem("lesson-missing", place, key, key=f"{key}.expr")
        return Shown(asked, browser)

    def exercise(self, exercise: Mapping[str, Any], place: int) -> Exercise:
        self.keys(exercise, _EXERCISE, place)
        of = exercise.get("of", "red")
        if of not in BLANK:
            raise self.problem("lesson-value", place, "of", row="of", message=", ".join(BLANK))
        return Exercise(of, self.names(exercise, "blank", place))

    def said(self, data: Mapping[str, Any], key: str, place: int) -> Said:
        """A text in every language."""
        said = data[key]
        if (
            not isinstance(said, dict)
            or {*said} != {*LANGUAGES}
            or not all(isinstance(one, str) for one in said.values())
        ):
            raise self.problem("lesson-languages", place, key, key=key, languages=", ".join(LANGUAGES))
        return {language: said[language].strip() for language in LANGUAGES}

    def names(self, data: Mapping[str, Any], key: str, place: int) -> tuple[str, ...]:
        listed = data.get(key, [])
        if not all(isinstance(one, str) for one in listed):
            raise self.problem("lesson-type", place, key, key=key, kind="array of names")
        return tuple(listed)

    def keys(self, data: Any, known: Mapping[str, type], place: int) -> None:
        """Refuse keys that nobody knows, and values of another kind."""
        if not isinstance(data, Mapping):
            raise self.problem("lesson-type", place, "step", key="step", kind="[[step]]")
        for key, value in data.items():
            if key not in known:
                raise self.problem("lesson-key", place, key, key=key, keys=", ".join(known))
            if not isinstance(value, known[key]):
                raise self.problem("lesson-type", place, key, key=key, kind=_TYPES[known[key]])

    def problem(self, code: str, place: int, where: str, /, **parts: object) -> LessonProblem:
        return LessonProblem(code, self.file, self.line_of(place, where), **parts)

    def line_of(self, place: int, key: str) -> int:
        """Where a key of a step stands; of the lesson itself at -1."""
        begin = self.step_lines[place] if 0 <= place < len(self.step_lines) else 1
        after: Iterable[int] = (line for line in self.step_lines if line > begin or place < 0)
        end = next(iter(after), len(self.lines) + 1)
        pattern = re.compile(rf"(^|[\s{{,.])[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
        return next((line for line in range(begin, end) if pattern.search(self.lines[line - 1])), begin)


def _written(value: Any) -> str:
    """A value of TOML as a link has it."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Mapping):
        return ",".join(f"{name}:{_ends(number)}" for name, number in value.items())
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _ends(value: Any) -> str:
    """A number, or where a slider begins and ends."""
    return ":".join(map(str, value)) if isinstance(value, list) else str(value)
