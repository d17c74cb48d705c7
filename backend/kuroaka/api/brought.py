"""A lesson that somebody else has written, brought by the reader's browser: from an address, or pasted. The service
fetches nothing.
"""

from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Request, Response

from kuroaka.api.article import article
from kuroaka.api.languages import language_of
from kuroaka.lessons import Lesson, LessonProblem, check_lesson, read_lesson
from kuroaka.lessons.document import sections
from kuroaka.words import Language, say

router = APIRouter(include_in_schema=False)

_ROOT = "../"
_PASTED = "lesson.toml"
_UNLISTED = '<meta name="robots" content="noindex">'


@router.get("/lessons/from")
async def get_form(request: Request) -> Response:
    """Where a lesson is pasted; with an address it is fetched from there, by the page."""
    return _form(request, "")


@router.post("/lessons/from")
async def show_lesson(request: Request) -> Response:
    """The lesson of a file, or what is wrong with it."""
    language, address = language_of(request), _address(request)
    text = dict(parse_qsl((await request.body()).decode("utf-8", "replace"))).get("text", "")
    file = urlsplit(address).path.rpartition("/")[2] or _PASTED
    try:
        lesson, body = await request.app.state.answers.workers.make(_read, text, file, language)
    except LessonProblem as problem:
        return _form(request, text, problem)
    texts = {"title": lesson.title[language], "description": lesson.about[language]}
    return article(language, _ROOT, texts, body, links=_UNLISTED, kept=_kept(address))


def _read(text: str, file: str, language: Language) -> tuple[Lesson, str]:
    lesson = read_lesson(text, file)
    check_lesson(lesson)
    return lesson, sections(lesson, language, _ROOT)


def _address(request: Request) -> str:
    """Where the lesson is, if a browser can ask there."""
    address = request.query_params.get("address", "")
    try:
        return address if urlsplit(address).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _kept(address: str) -> dict[str, str]:
    return {"address": address} if address else {}


def _form(request: Request, text: str, problem: LessonProblem | None = None) -> Response:
    language, address = language_of(request), _address(request)
    action = escape(f"from?{urlencode({**_kept(address), 'lang': language})}")
    from_there = f' data-address="{escape(address)}"' if address and problem is None else ""
    told = ""
    if problem:
        where = f"{problem.file}:{problem.line}: {problem.detail(language)}"
        told = f'<p class="problem" role="alert">{escape(where)}<br>{escape(problem.hint(language))}</p>'
    body = (
        f'<form class="brought" method="post" action="{action}"{from_there}>{told}'
        f'<p class="fetched" role="status" hidden>{escape(say("brought.fetched", language, address=address))}</p>'
        f'<p class="away" role="alert" hidden>{escape(say("brought.away", language, address=address))}</p>'
        f'<label for="text">{escape(say("brought.text", language))}</label>'
        f'<textarea id="text" name="text" rows="20" spellcheck="false" autocapitalize="off" required>\n{escape(text)}'
        f'</textarea><button class="open">{escape(say("brought.open", language))}</button></form>'
    )
    texts = {"title": say("brought.title", language), "description": say("brought.about", language)}
    answer = article(language, _ROOT, texts, body, links=_UNLISTED, kept=_kept(address), asks=True)
    answer.status_code = 422 if problem else 200
    return answer
