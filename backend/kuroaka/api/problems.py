"""Exceptions in, problem documents (RFC 9457) out, or a card where an image is awaited.

The table of ``statuses`` says which code has which status.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Match, Mount

from kuroaka.answers.encoding import encode
from kuroaka.api import images
from kuroaka.api.caching import NEVER
from kuroaka.api.gate import Unavailable
from kuroaka.api.invalid import places
from kuroaka.api.middleware import ADDRESS_LIMIT, LastResort
from kuroaka.api.settings import Settings
from kuroaka.api.statuses import STATUS
from kuroaka.asked import ParameterProblem
from kuroaka.language.problems import ExpressionProblem, locate
from kuroaka.words import Language, say

LONGEST = 300  # characters of one thing that is said
MOST_ERRORS = 20
_log = structlog.get_logger()


def install(app: FastAPI, language_of: Callable[[Request], Language]) -> None:
    """Answer every exception of a request with a problem document in the language asked for."""

    def spoken(request: Request) -> Language:
        """English in a PNG: its letters are drawn here, with a font that has no Japanese."""
        return "en" if images.awaited(request) == "png" else language_of(request)

    async def expression(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, ExpressionProblem)
        language = spoken(request)
        text = getattr(request.state, "expression", "")
        place = where(problem, text, language)
        return await _answer(request, problem.code, problem.detail(language), language, [place])

    async def parameter(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, ParameterProblem)
        language = spoken(request)
        place: dict[str, object] = {"pointer": problem.pointer, "hint": problem.hint(language)}
        return await _answer(request, problem.code, problem.detail(language), language, [place])

    async def validation(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, RequestValidationError)
        language = spoken(request)
        found = problem.errors()
        if any(error["type"] == "json_invalid" for error in found):
            return await _answer(request, "malformed-json", say("problem.malformed-json", language), language, [])
        errors = places(request, found, language)
        return await _answer(request, "bad-request", say("problem.bad-request", language), language, errors)

    async def http(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, HTTPException)
        language = spoken(request)
        code = getattr(problem, "code", _HTTP.get(problem.status_code, "bad-request"))
        detail = say(f"problem.{code}", language, limit=ADDRESS_LIMIT, **getattr(problem, "parts", {}))
        answer = await _answer(request, code, detail, language, [])
        answer.headers.update(problem.headers or {})
        if problem.status_code == 405:
            answer.headers["Allow"] = _allowed(app, request)
        return answer

    async def unavailable(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, Unavailable)
        language = spoken(request)
        detail = say(f"problem.{problem.code}", language)
        place: dict[str, object] = {"pointer": "/expression", "hint": say(f"hint.{problem.code}", language)}
        answer = await _answer(request, problem.code, detail, language, [place])
        answer.headers["Retry-After"] = str(problem.after)
        return answer

    async def gone(_request: Request, _problem: Exception) -> Response:
        return Response(status_code=499)  # read by nobody but the log

    async def unexpected(request: Request, problem: Exception) -> Response:
        language = spoken(request)
        _log.error("unexpected", id=request.state.number, path=request.url.path, exc_info=problem)
        return await _answer(request, "internal", say("problem.internal", language), language, [])

    handlers: list[tuple[type[Exception], Callable[[Request, Exception], Awaitable[Response]]]] = [
        (ExpressionProblem, expression),
        (ParameterProblem, parameter),
        (RequestValidationError, validation),
        (HTTPException, http),
        (Unavailable, unavailable),
        (ClientDisconnect, gone),
    ]
    for kind, handler in handlers:
        app.add_exception_handler(kind, handler)

    async def answer(request: Request, problem: Exception) -> Response:
        return await (http if isinstance(problem, HTTPException) else unexpected)(request, problem)

    app.add_middleware(LastResort, answer=answer)


_HTTP = {
    400: "malformed-json",
    404: "not-found",
    405: "method-not-allowed",
    413: "body-too-large",
    414: "address-too-long",
    415: "unsupported-media-type",
    431: "headers-too-large",
}


def _allowed(app: FastAPI, request: Request) -> str:
    """What can be asked at an address, in whichever of the routes."""
    whole = {**request.scope, "root_path": app.state.settings.root}  # a folder of files has made it longer
    methods = [
        method
        for method in ("GET", "POST")
        if any(
            route.matches({**whole, "method": method})[0] == Match.FULL
            for route in app.routes
            if method == "GET" or not isinstance(route, Mount)  # which leaves the method to its files
        )
    ]
    return ", ".join(sorted([*methods, "OPTIONS", *(["HEAD"] if "GET" in methods else [])]))


def where(problem: ExpressionProblem, text: str, language: Language) -> dict[str, object]:
    """Where in the expression: counted in code points (``offset``) and in UTF-16 units, as browsers count. The text of
    a derivative, which may be longer, nobody typed.
    """
    start, stop = (min(place, len(text)) for place in problem.span)
    place = locate(text, problem.span)
    return {
        "pointer": "/expression",
        "offset": start,
        "utf16": len(text[:start].encode("utf-16-le", "surrogatepass")) // 2,
        "length": stop - start,
        "line": place.line,
        "column": place.column,
        "caret": place.caret,
        "hint": problem.hint(language),
    }


def shorten(said: Any) -> Any:
    """What is quoted of a question is no longer than what a reader takes in; all else stays as it is.

    >>> len(shorten("x" * 60_000)), shorten(3)
    (300, 3)
    """
    return said if not isinstance(said, str) or len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


async def _answer(
    request: Request, code: str, detail: str, language: Language, errors: list[dict[str, object]]
) -> Response:
    headers = {"Cache-Control": NEVER, "Content-Language": language, "Vary": "Accept-Language, Accept, Sec-Fetch-Dest"}
    status = STATUS[code]
    detail = shorten(detail)
    errors = [{key: shorten(value) for key, value in error.items()} for error in errors[:MOST_ERRORS]]
    if medium := images.awaited(request):
        first = errors[0] if errors else {}
        said = (detail, str(first.get("hint", "")), str(first.get("caret", "")))
        try:
            return await images.show(request, medium, status, said, headers)
        except Unavailable:  # then nobody draws a picture of it
            pass
        except Exception as problem:  # noqa: BLE001  (it is told without a picture)
            _log.error("card", id=request.state.number, exc_info=problem)
    settings: Settings = request.app.state.settings
    body = encode(document(code, detail, language, errors, settings.root))
    return Response(body, status, headers, media_type="application/problem+json")


def document(
    code: str, detail: str, language: Language, errors: list[dict[str, object]], root: str = ""
) -> dict[str, object]:
    """A problem as JSON; ``root`` is the path below which the service stands."""
    return {
        "type": f"{root}/problems/{code}",
        "title": say(f"title.{STATUS[code]}", language),
        "status": STATUS[code],
        "code": code,
        "detail": detail,
        "errors": errors,
    }
