"""The course as data and as files, and any figure as an exercise to take along."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, NamedTuple

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from kuroaka.answers.documents import LessonAnswer, LessonsAnswer
from kuroaka.answers.encoding import encode
from kuroaka.api.caching import ASK, kept
from kuroaka.api.links import InLanguage, Linked
from kuroaka.api.responses import answers, files
from kuroaka.api.strict import StrictRoute
from kuroaka.asked import ParameterProblem
from kuroaka.lessons import LESSONS, Lesson, exercise, fill, lesson_named
from kuroaka.lessons.document import plain
from kuroaka.lessons.single import write_file, write_package
from kuroaka.words import Language

router = APIRouter(prefix="/api/v1", route_class=StrictRoute, tags=["lessons"])


class File(NamedTuple):
    """How a lesson is taken along."""

    extension: str
    media_type: str
    write: Callable[[Lesson, Language], str | bytes]


FILES: Mapping[str, File] = {
    "html": File("html", "text/html", write_file),
    "scorm": File("zip", "application/zip", write_package),
}
_FILES = files("The file.", *(row.media_type for row in FILES.values()), missing=True)
InKind = Annotated[
    str, Path(description="html: one file; scorm: a zip of SCORM 1.2.", json_schema_extra={"enum": [*FILES]})
]


@router.get("/lessons", responses=answers("The lessons.", LessonsAnswer), response_class=Response)
async def list_lessons(request: Request, language: InLanguage) -> Response:
    """The lessons of the course in their order: name, title and what each is about."""
    return await kept(request, f"lessons {language}", "application/json", rows, language)


@router.get("/lessons/{name}", responses=answers("The lesson.", LessonAnswer, 404), response_class=Response)
async def get_lesson(request: Request, name: str, language: InLanguage) -> Response:
    """A lesson: for each step the links of its figures, and what is said, every number and formula of it computed."""
    return await kept(
        request, f"lesson/{name} {language}", "application/json", lesson_answer, known_lesson(name), language
    )


@router.get("/lessons/{name}/{kind}", responses=_FILES, response_class=Response)
async def get_lesson_file(name: str, kind: InKind, language: InLanguage) -> Response:
    """A lesson as one file that needs no service, or as a package for a course system."""
    lesson, file = known_lesson(name), _file(kind)
    return _saved(await run_in_threadpool(file.write, lesson, language), name, file)


@router.get("/exercise/{kind}", responses=_FILES, response_class=Response)
async def get_exercise_file(
    request: Request,
    kind: InKind,
    language: InLanguage,
    asked: Linked,
    of: Annotated[
        Literal["red", "black", "both"], Query(alias="exercise", description="Which lines are blank.")
    ] = "red",
    blank: Annotated[str, Query(description="Names whose lines alone are blank.")] = "",
) -> Response:
    """Any figure as an exercise, as one file or as a package for a course system."""
    file = _file(kind)
    lesson = await run_in_threadpool(exercise, asked, of, blank)
    body = await request.app.state.answers.workers.make(file.write, lesson, language)
    return _saved(body, "exercise", file)


def _row(lesson: Lesson, language: Language) -> dict[str, Any]:
    return {
        "name": lesson.name,
        "title": lesson.title[language],
        "about": lesson.about[language],
        "steps": len(lesson.steps),
    }


def rows(language: Language) -> bytes:
    """The lessons as they stand in the list."""
    return encode({"lessons": [_row(known_lesson(name), language) for name in LESSONS]})


def lesson_answer(lesson: Lesson, language: Language) -> bytes:
    """A lesson with all its steps."""
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


def known_lesson(name: str) -> Lesson:
    """A lesson of the course; for no other name there is anything."""
    lesson = lesson_named(name)
    if lesson is None:
        raise HTTPException(404)
    return lesson


def _file(kind: str) -> File:
    if kind not in FILES:
        raise ParameterProblem("unknown-format", "/kind", formats=", ".join(FILES))
    return FILES[kind]


def _saved(body: str | bytes, name: str, file: File) -> Response:
    """A file to save."""
    place = f'attachment; filename="kuroaka-{name}.{file.extension}"'
    headers = {"Content-Disposition": place, "Cache-Control": ASK, "Vary": "Accept-Language"}
    return Response(body, headers=headers, media_type=file.media_type)
