"""A lesson in, the body of its document out, which reads well before its script runs, and without it: a section a step,
with what is said and a picture of each figure. The script makes a room of it in which one step is seen at a time.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from urllib.parse import quote

from kuroaka.formulas import name_math
from kuroaka.lessons.lesson import Exercise, Lesson, Shown, Step
from kuroaka.lessons.sentences import Filled, fill
from kuroaka.page.mathml import mathml
from kuroaka.scene import Scene
from kuroaka.words import Language, say

_CLOSING = re.compile(r"[、。，．,.:;!?)」』）：；！？”’]+")


def sections(lesson: Lesson, language: Language, root: str, *, pictures: bool = True) -> str:
    """The steps, and what is learned by them; ``root`` leads to the pictures, if there are to be any."""
    steps = [
        _section(lesson, step, number, language, root if pictures else None)
        for number, step in enumerate(lesson.steps, 1)
    ]
    return "\n".join([*steps, *_learned(lesson, language)])


def plain(pieces: Iterable[Filled]) -> str:
    """A sentence as text."""
    return "".join(piece.text for piece in pieces)


def said(pieces: Iterable[Filled]) -> str:
    """A sentence as markup; a number that a slider moves says what it is of. No line begins with the sign that closes
    what stands before it.
    """
    written: list[str] = []
    before: Filled | None = None
    for piece in pieces:
        closing = _CLOSING.match(piece.text) if before and before.math and not piece.math else None
        if closing:
            written[-1] = f'<span class="together">{written[-1]}{closing[0]}</span>'
        written.append(_piece(replace(piece, text=piece.text[closing.end() :]) if closing else piece))
        before = piece
    return "".join(written)


def listed(lessons: Iterable[Lesson], language: Language, root: str) -> str:
    """The lessons as a list of small figures."""
    rows = []
    for number, lesson in enumerate(lessons, 1):
        figure = lesson.steps[0].figures[0]
        rows.append(
            f'<li><a href="{root}lessons/{quote(lesson.name)}?lang={language}">'
            f'<img src="{escape(picture(figure, language, root, whole=True))}" alt="" loading="lazy">'
            f"<strong>{number}. {escape(lesson.title[language])}</strong>"
            f"<span>{escape(lesson.about[language])}</span></a></li>"
        )
    return "\n".join(rows)


def picture(shown: Shown, language: Language, root: str, *, whole: bool = False) -> str:
    """The address of a figure as it stands in a step; ``whole`` is the finished one, whatever the step shows."""
    asked = shown.asked.but(lang=language, animate=False)
    return f"{root}api/v1/figure.svg?{(asked.but(frame=None) if whole else asked).link()}"


def _section(lesson: Lesson, step: Step, number: int, language: Language, root: str | None) -> str:
    data = {"moves": ",".join(step.moves), "frozen": ",".join(step.frozen), "curve": step.curve}
    if step.exercise:
        data |= {"exercise": step.exercise.of, "blank": ",".join(step.exercise.blank)}
    attributes = "".join(f' data-{key}="{escape(value)}"' for key, value in data.items() if value)
    figures = "".join(_figure(shown, language, root, step.exercise) for shown in step.figures)
    heading = say("lesson.step", language, number=number, of=len(lesson.steps))
    return (
        f'<section class="step" id="step-{number}" aria-label="{escape(heading)}"{attributes}>\n'
        f"<p>{said(fill(lesson, step, language))}</p>\n{figures}{_lines(step)}\n</section>"
    )


def _learned(lesson: Lesson, language: Language) -> Iterable[str]:
    if lesson.learned:
        lead = escape(say("lesson.learned", language))
        yield f'<p class="learned"><strong>{lead}</strong> {escape(lesson.learned[language])}</p>'


def _lines(step: Step) -> str:
    """Where an answer is written on paper."""
    names = step.exercise.blank if step.exercise else ()
    return "".join(f'\n<p class="write">{mathml(name_math(name))}</p>' for name in names)


def _figure(shown: Shown, language: Language, root: str | None, exercise: Exercise | None) -> str:
    link = escape(shown.link(language))
    if root is None:
        return f'<a class="shown" href="?{link}"></a>'
    source = escape(picture(_unanswered(shown, exercise) if exercise else shown, language, root))
    alt = escape(" ".join(shown.asked.expression.split()))
    return f'<a class="shown" href="{root}?{link}"><img src="{source}" alt="{alt}" loading="lazy"></a>'


def _unanswered(shown: Shown, exercise: Exercise) -> Shown:
    """The figure before what is asked for is there: all black and no red, or inputs alone."""
    steps = Scene(shown.asked).steps if exercise.of == "red" else ()
    return replace(shown, asked=shown.asked.but(frame=sum(step.direction == "forward" for step in steps)))


def _piece(piece: Filled) -> str:
    if piece.math is None:
        return escape(piece.text)
    if piece.of is None:
        return mathml(piece.math)
    of = " ".join(piece.of)
    figure = f' data-figure="{piece.figure}"' if piece.figure else ""
    return f'<span class="computed" data-of="{escape(of)}"{figure}>{mathml(piece.math)}</span>'
