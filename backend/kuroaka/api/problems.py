"""Exceptions in, problem documents (RFC 9457) out, or a card where an image is awaited.

One table says which exception has which status.
"""

from collections.abc import Awaitable, Callable, Mapping

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from kuroaka.answers.encoding import encode
from kuroaka.api import images
from kuroaka.asked import ParameterProblem
from kuroaka.language.problems import ExpressionProblem, LimitProblem, NameProblem, SyntaxProblem, locate
from kuroaka.words import Language, say

STATUS: Mapping[type[Exception], int] = {SyntaxProblem: 422, NameProblem: 422, LimitProblem: 422}


def install(app: FastAPI, language_of: Callable[[Request], Language]) -> None:
    """Answer every exception of a request with a problem document in the language asked for."""

    def spoken(request: Request) -> Language:
        """English in a PNG: its letters are drawn here, with a font that has no Japanese."""
        return "en" if images.awaited(request) == "png" else language_of(request)

    async def expression(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, ExpressionProblem)
        language = spoken(request)
        text = getattr(request.state, "expression", "")
        place = _place(problem, text, language)
        return _answer(request, STATUS[type(problem)], problem.code, problem.detail(language), language, [place])

    async def parameter(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, ParameterProblem)
        language = spoken(request)
        place: dict[str, object] = {"pointer": problem.pointer, "hint": problem.hint(language)}
        return _answer(request, 422, problem.code, problem.detail(language), language, [place])

    async def validation(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, RequestValidationError)
        language = spoken(request)
        found = problem.errors()
        if any(error["type"] == "json_invalid" for error in found):
            return _answer(request, 400, "malformed-json", say("problem.malformed-json", language), language, [])
        errors: list[dict[str, object]] = [
            {"pointer": "/" + "/".join(map(str, error["loc"][1:])), "hint": _printable(error["msg"])} for error in found
        ]
        return _answer(request, 422, "bad-request", say("problem.bad-request", language), language, errors)

    async def http(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, HTTPException)
        language = spoken(request)
        code = _HTTP.get(problem.status_code, "bad-request")
        answer = _answer(request, problem.status_code, code, say(f"problem.{code}", language), language, [])
        answer.headers.update(problem.headers or {})
        return answer

    handlers: list[tuple[type[Exception], Callable[[Request, Exception], Awaitable[Response]]]] = [
        (ExpressionProblem, expression),
        (ParameterProblem, parameter),
        (RequestValidationError, validation),
        (HTTPException, http),
    ]
    for kind, handler in handlers:
        app.add_exception_handler(kind, handler)


_HTTP = {400: "malformed-json", 404: "not-found", 405: "method-not-allowed", 413: "body-too-large"}


def _place(problem: ExpressionProblem, text: str, language: Language) -> dict[str, object]:
    """Where in the expression: counted in code points (``offset``) and in UTF-16 units, as browsers count."""
    start, stop = problem.span
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


def _printable(message: str) -> str:
    return message.encode("utf-8", "replace").decode("utf-8")


def _answer(
    request: Request, status: int, code: str, detail: str, language: Language, errors: list[dict[str, object]]
) -> Response:
    headers = {"Cache-Control": "no-store", "Content-Language": language}
    if medium := images.awaited(request):
        first = errors[0] if errors else {}
        return images.show(medium, status, detail, str(first.get("hint", "")), str(first.get("caret", "")), headers)
    body = {
        "type": f"/problems/{code}",
        "title": say(f"title.{status}", language),
        "status": status,
        "code": code,
        "detail": detail,
        "errors": errors,
    }
    return Response(encode(body), status, headers, media_type="application/problem+json")
