"""The routes of ``/api/v1``: text in, graph or figure out. Nothing is stored."""

from functools import lru_cache
from hashlib import blake2b
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from kuroaka.api.answer import encode, graph_answer, operations_answer
from kuroaka.api.parameters import Asked, read_point, read_show
from kuroaka.api.schemas import GraphRequest
from kuroaka.figure.compose import figure
from kuroaka.graph import Evaluation, Graph, build, evaluate
from kuroaka.language import Spelling

router = APIRouter(prefix="/api/v1")

Expression = Annotated[str, Query(description="The expression, for example 1/(1 + exp(-x)).")]
Point = Annotated[str, Query(description="Numbers for variables and named constants, for example x:0.5,y:2.")]

_PROBLEM: dict[str, Any] = {"application/problem+json": {}}
_GRAPH: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/json": {}}},
    422: {"content": _PROBLEM, "description": "Refused, with a reason and a place."},
}
_FIGURE: dict[int | str, dict[str, Any]] = {200: {"content": {"image/svg+xml": {}}}, 422: _GRAPH[422]}


_OPERATIONS: dict[int | str, dict[str, Any]] = {200: _GRAPH[200]}


@lru_cache(maxsize=1024)
def cached_graph(expression: str, output: str | None, spelling: Spelling) -> Graph:
    """Graphs are frozen, so requests for the same text share one."""
    return build(expression, output, spelling=spelling)


def read(
    request: Request,
    expression: str,
    values: dict[str, float],
    seed: float = 1.0,
    output: str | None = None,
    spelling: Spelling = "auto",
) -> Evaluation:
    """The evaluation a request asks for; the text is kept at hand for a problem to point into."""
    request.state.expression = expression
    return evaluate(cached_graph(expression, output, spelling), values, seed)


@router.post("/graph", responses=_GRAPH, response_class=Response)
def post_graph(request: Request, body: GraphRequest, language: Asked) -> Response:
    """The computational graph of an expression: every node and edge with value, gradient, formula and rule."""
    evaluation = read(request, body.expression, body.values, body.seed, body.output, body.syntax)
    return Response(encode(graph_answer(evaluation, language)), media_type="application/json")


@router.get("/graph", responses=_GRAPH, response_class=Response)
def get_graph(request: Request, language: Asked, expr: Expression, at: Point = "") -> Response:
    """The same as a link that can be cached."""
    evaluation = read(request, expr, read_point(at))
    return _cacheable(request, encode(graph_answer(evaluation, language)), "application/json")


@router.get("/figure.svg", responses=_FIGURE, response_class=Response)
def get_figure(
    request: Request,
    language: Asked,
    expr: Expression,
    at: Point = "",
    show: Annotated[str, Query(description="formulas, numbers or rules; several, the first is seen.")] = "formulas",
    animate: Annotated[bool, Query(description="false for a still picture.")] = True,
) -> Response:
    """The figure as SVG: black values flow forward, red gradients flow back. It plays in an img element."""
    evaluation = read(request, expr, read_point(at))
    drawn = figure(evaluation, read_show(show), animate=animate, language=language)
    answer = _cacheable(request, drawn.encode(), "image/svg+xml; charset=utf-8")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


@router.get("/operations", responses=_OPERATIONS, response_class=Response)
def get_operations(request: Request, language: Asked) -> Response:
    """Every operation with its rules, as text, as LaTeX, and as programs that a browser can run."""
    return _cacheable(request, encode(operations_answer(language)), "application/json")


def _cacheable(request: Request, body: bytes, media_type: str) -> Response:
    """An answer that depends on nothing but its link, with a strong ETag."""
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    headers = {
        "ETag": etag,
        "Cache-Control": "public, max-age=86400, stale-while-revalidate=604800",
        "Vary": "Accept-Language",
    }
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=media_type)
