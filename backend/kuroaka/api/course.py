"""The course: its lessons as documents that read well without a script, and as data."""

from collections.abc import Callable, Mapping
from html import escape
from string import Template
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from kuroaka.answers.documents import MISSING, PROBLEMS, LessonAnswer, LessonsAnswer, Responses, answers
from kuroaka.answers.encoding import encode
from kuroaka.api.caching import ASK, kept
from kuroaka.api.languages import language_of
from kuroaka.api.links import InLanguage, Linked
from kuroaka.api.sharing import address, one_line, shown
from kuroaka.asked import Asked, ParameterProblem
from kuroaka.language import ExpressionProblem
from kuroaka.lessons import (
    LESSONS,
    Lesson,
    exercise,
    fill,
    lesson_named,
)
from kuroaka.lessons.document import listed, picture, plain, sections
from kuroaka.lessons.single import write_file, write_package
from kuroaka.page.served import document
from kuroaka.words import LANGUAGES, Language, say

router = APIRouter()

_WRITERS: Mapping[str, Callable[[Lesson, Language], str | bytes]] = {"html": write_file, "scorm": write_package}
_ENDS = {"html": "html", "scorm": "zip"}
_TYPES = {"html": "text/html", "scorm": "application/zip"}
_FILES: Responses = {
    200: {"description": "The file.", "content": {kind: {"schema": {}} for kind in _TYPES.values()}},
    **PROBLEMS,
}

# A lesson may stand in a frame of a course's page; the list may not.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; frame-ancestors "
)


@router.get("/lessons", include_in_schema=False)
async def get_list(request: Request) -> Response:
    """The lessons as a list of small figures."""
    language = language_of(request)
    body = await run_in_threadpool(_list, language)
    texts = {"title": say("lessons.title", language), "description": say("lessons.about", language)}
    return _document(language, "", texts, f"<ol>\n{body}\n</ol>", "", "'none'")


@router.get("/lessons/{name}", include_in_schema=False)
async def get_lesson(request: Request, name: str) -> Response:
    """A lesson."""
    language, lesson = language_of(request), _lesson(name)
    body = await run_in_threadpool(sections, lesson, language, "../") + _onward(name, language)
    texts = {"title": lesson.title[language], "description": lesson.about[language]}
    image = address(request) + picture(lesson.steps[0].figures[0], language, "", whole=True).replace(
        ".svg?", ".png?", 1
    )
    links = "\n    ".join(
        f'<meta property="og:{key}" content="{escape(value)}">'
        for key, value in {"type": "article", "site_name": "Kuroaka", **texts, "image": image}.items()
    )
    files = _files(language, f"../api/v1/lessons/{name}/", f"lang={language}")
    return _document(language, "../", texts, body, links, "*", files)


@router.get("/exercise", include_in_schema=False)
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
    query = urlencode({**said, "lang": language})
    return _document(language, "", texts, body, links, "*", _files(language, "api/v1/exercise/", query))


@router.get("/api/v1/lessons", responses=answers("The lessons.", LessonsAnswer), response_class=Response)
async def get_lessons(request: Request, language: InLanguage) -> Response:
    """The lessons of the course in their order: name, title and what each is about."""
    return await kept(request, f"lessons {language}", "application/json", _rows, language)


@router.get(
    "/api/v1/lessons/{name}", responses={**answers("The lesson.", LessonAnswer), **MISSING}, response_class=Response
)
async def get_lesson_data(request: Request, name: str, language: InLanguage) -> Response:
    """A lesson: for each step the links of its figures, and what is said, every number and formula of it computed."""
    return await kept(request, f"lesson/{name} {language}", "application/json", _answer, _lesson(name), language)


@router.get("/api/v1/lessons/{name}/{kind}", responses={**_FILES, **MISSING}, response_class=Response)
async def get_lesson_file(
    name: str,
    kind: Annotated[Literal["html", "scorm"], Path(description="html: one file; scorm: a zip of SCORM 1.2.")],
    language: InLanguage,
) -> Response:
    """A lesson as one file that needs no service, or as a package for a course system."""
    lesson, write = _lesson(name), _WRITERS[kind]
    body = await run_in_threadpool(write, lesson, language)
    return _saved(body, name, kind)


@router.get("/api/v1/exercise/{kind}", responses=_FILES, response_class=Response)
async def get_exercise_file(
    request: Request,
    kind: Annotated[Literal["html", "scorm"], Path(description="html: one file; scorm: a zip of SCORM 1.2.")],
    language: InLanguage,
    asked: Linked,
    of: Annotated[
        Literal["red", "black", "both"], Query(alias="exercise", description="Which lines are blank.")
    ] = "red",
    blank: Annotated[str, Query(description="Names whose lines alone are blank.")] = "",
) -> Response:
    """Any figure as an exercise, as one file or as a package for a course system."""
    lesson = await run_in_threadpool(exercise, asked, of, blank)
    body = await request.app.state.answers.workers.make(_WRITERS[kind], lesson, language)
    return _saved(body, "exercise", kind)


def _saved(body: str | bytes, name: str, kind: str) -> Response:
    """A file to save."""
    place = f'attachment; filename="kuroaka-{name}.{_ENDS[kind]}"'
    headers = {"Content-Disposition": place, "Cache-Control": ASK, "Vary": "Accept-Language"}
    return Response(body, headers=headers, media_type=_TYPES[kind])


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


def _lesson(name: str) -> Lesson:
    lesson = lesson_named(name)
    if lesson is None:
        raise HTTPException(404)
    return lesson


def _list(language: Language) -> str:
    return listed([_lesson(name) for name in LESSONS], language, "")


def _row(lesson: Lesson, language: Language) -> dict[str, Any]:
    return {
        "name": lesson.name,
        "title": lesson.title[language],
        "about": lesson.about[language],
        "steps": len(lesson.steps),
    }


def _rows(language: Language) -> bytes:
    return encode({"lessons": [_row(_lesson(name), language) for name in LESSONS]})


def _answer(lesson: Lesson, language: Language) -> bytes:
    steps = [
        {
            "figures": [figure.link(language) for figure in step.figures],
            "says": plain(fill(lesson, step, language)),
            "moves": step.moves,
            "frozen": step.frozen,
            "exercise": {"of": step.exercise.of, "blank": step.exercise.blank} if step.exercise else None,
        }
        for step in lesson.steps
    ]
    return encode({**_row(lesson, language), "steps": steps})


def _onward(name: str, language: Language) -> str:
    """The line that leads to the next lesson; nothing after the last."""
    place = LESSONS.index(name) + 1
    if place == len(LESSONS):
        return ""
    says = say("lesson.onward", language, title=_lesson(LESSONS[place]).title[language])
    return f'\n<p class="onward"><a rel="next" href="{LESSONS[place]}?lang={language}">{escape(says)}</a></p>'


def _files(language: Language, base: str, query: str) -> str:
    """The lines under a lesson for who takes it along."""
    links = "".join(
        f'<a href="{base}{kind}?{escape(query)}" download>{escape(say(f"lesson.file-{kind}", language))}</a>'
        for kind in _WRITERS
    )
    return f'<footer class="files">{escape(say("lesson.files", language))} {links}</footer>'


def _document(
    language: Language, root: str, texts: dict[str, str], body: str, links: str, framed: str, files: str = ""
) -> Response:
    other = next(each for each in LANGUAGES if each != language)
    template = Template(document("lesson.html").replace('lang="en"', f'lang="{language}"', 1))
    text = template.substitute(
        {key: escape(value) for key, value in texts.items()},
        body=body,
        links=links,
        files=files,
        root=root,
        language=language,
        lessons=escape(say("lessons.title", language)),
        other=other,
        spoken=say("lessons.language", other),
        kind="lessons" if body.startswith("<ol>") else "lesson",
    )
    headers = {"Content-Security-Policy": _POLICY + framed, "Cache-Control": ASK, "Vary": "Accept-Language"}
    return Response(text, headers=headers, media_type="text/html")
