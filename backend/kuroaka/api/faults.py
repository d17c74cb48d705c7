"""The pages that problem documents lead to: a code in, what is meant by it and what helps out."""

from html import escape

from fastapi import APIRouter, HTTPException, Request, Response

from kuroaka.api.article import article
from kuroaka.api.languages import language_of
from kuroaka.api.statuses import STATUS
from kuroaka.words import Language, catalogue, say

router = APIRouter(prefix="/problems", include_in_schema=False)


class _Blanks(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


@router.get("")
async def list_problems(request: Request) -> Response:
    """Every code with its sentence."""
    language = language_of(request)
    rows = "\n".join(
        f'<li><a href="problems/{code}?lang={language}"><code>{code}</code></a> '
        f"{escape(_general('problem', code, language))}</li>"
        for code in STATUS
    )
    texts = {"title": say("problems.title", language), "description": say("problems.about", language)}
    return article(language, "", texts, f"<ul>\n{rows}\n</ul>", kind="problem")


@router.get("/{code}")
async def explain_problem(request: Request, code: str) -> Response:
    """What a code means, whatever the request was: what stands in its sentences differently each time is left open."""
    if code not in STATUS:
        raise HTTPException(404)
    language, status = language_of(request), STATUS[code]
    texts = {"title": _general("problem", code, language), "description": _general("hint", code, language)}
    told = say("problems.told", language, code=code, status=status, title=say(f"title.{status}", language))
    more = escape(say("problems.title", language))
    body = f'<p>{escape(told)}</p>\n<p><a href="../problems?lang={language}">{more}</a></p>'
    return article(language, "../", texts, body, kind="problem")


def _general(kind: str, code: str, language: Language) -> str:
    sentence = catalogue(language).get(f"{kind}.{code}", "")
    return sentence.format_map(_Blanks()).replace("`", "")
