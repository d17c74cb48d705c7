"""The course: its lessons as documents that read well without a script."""

from html import escape
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from kuroaka.api.article import article
from kuroaka.api.languages import language_of
from kuroaka.api.lessons import FILES, known_lesson
from kuroaka.api.sharing import address, one_line, shown
from kuroaka.asked import ROWS, Asked, ParameterProblem
from kuroaka.language import ExpressionProblem
from kuroaka.lessons import LESSONS, Lesson, exercise
from kuroaka.lessons.document import listed, picture, sections
from kuroaka.words import Language, say

router = APIRouter(include_in_schema=False)
_QUESTION = {row.link for row in ROWS.values()} | {"exercise", "blank"}


@router.get("/lessons")
async def get_list(request: Request) -> Response:
    """The lessons as a list of small figures."""
    language = language_of(request)
    body = await run_in_threadpool(_list, language)
    texts = {"title": say("lessons.title", language), "description": say("lessons.about", language)}
    way = f'<p class="onward"><a href="lessons/from?lang={language}">{escape(say("brought.way", language))}</a></p>'
    return article(language, "", texts, f"<ol>\n{body}\n</ol>\n{way}", kind="lessons")


@router.get("/lessons/{name}")
async def get_lesson(request: Request, name: str) -> Response:
    """A lesson."""
    language, lesson = language_of(request), known_lesson(name)
    body = await run_in_threadpool(sections, lesson, language, "../") + _onward(name, language)
    texts = {"title": lesson.title[language], "description": lesson.about[language]}
    image = address(request) + picture(lesson.steps[0].figures[0], language, "", whole=True).replace(
        ".svg?", ".png?", 1
    )
    canonical = f"{address(request)}lessons/{name}?lang={language}"
    links = f'<link rel="canonical" href="{escape(canonical)}">\n    ' + "\n    ".join(
        f'<meta property="og:{key}" content="{escape(value)}">'
        for key, value in {"type": "article", "site_name": "Kuroaka", **texts, "image": image, "url": canonical}.items()
    )
    files = _files(language, f"../api/v1/lessons/{name}/", f"lang={language}")
    return article(language, "../", texts, body, links=links, files=files, framed=True)


@router.get("/exercise")
async def get_exercise(request: Request) -> Response:
    """Any figure as an exercise: a lesson of one step. A text that cannot be read is told by the page."""
    language, said = language_of(request), shown(request.url.query)
    try:
        lesson = await run_in_threadpool(_exercise, said)
    except (ExpressionProblem, ParameterProblem):
        rest = {name: text for name, text in said.items() if name not in ("exercise", "blank")}
        return RedirectResponse(f"./?{urlencode(rest)}", 307)
    body = await run_in_threadpool(sections, lesson, language, "")
    texts = {"title": say("exercise.title", language), "description": one_line(said)}
    links = '<meta name="robots" content="noindex">'
    question = {name: text for name, text in said.items() if name in _QUESTION}
    query = urlencode({**question, "lang": language})
    files = _files(language, "api/v1/exercise/", query)
    return article(language, "", texts, body, links=links, files=files, kept=question, framed=True)


def _exercise(said: dict[str, str]) -> Lesson:
    """The lesson of a link. Raises ExpressionProblem and ParameterProblem."""
    return exercise(Asked.read(said), said.get("exercise", "red"), said.get("blank", ""))


def is_exercise(query: str) -> bool:
    """Whether a link can be an exercise."""
    try:
        _exercise(shown(query))
    except (ExpressionProblem, ParameterProblem):
        return False
    return True


def _list(language: Language) -> str:
    return listed([known_lesson(name) for name in LESSONS], language, "")


def _onward(name: str, language: Language) -> str:
    """The line that leads to the next lesson; nothing after the last."""
    place = LESSONS.index(name) + 1
    if place == len(LESSONS):
        return ""
    says = say("lesson.onward", language, title=known_lesson(LESSONS[place]).title[language])
    return f'\n<p class="onward"><a rel="next" href="{LESSONS[place]}?lang={language}">{escape(says)}</a></p>'


def _files(language: Language, base: str, query: str) -> str:
    """The lines under a lesson for who takes it along."""
    links = "".join(
        f'<a href="{base}{kind}?{escape(query)}" download>{escape(say(f"lesson.file-{kind}", language))}</a>'
        for kind in FILES
    )
    return f'<footer class="files">{escape(say("lesson.files", language))} {links}</footer>'
