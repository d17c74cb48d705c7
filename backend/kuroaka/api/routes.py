"""The routes of ``/api/v1``: text in, graph and numbers out. Nothing is stored."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from kuroaka.api.caching import cacheable
from kuroaka.api.documents import CheckAnswer, GraphAnswer, SweepAnswer, answers
from kuroaka.api.parameters import Asked
from kuroaka.api.schemas import GraphRequest, PointRequest, SweepRequest
from kuroaka.exports.answer import check_answer, encode, graph_answer, operations_answer
from kuroaka.graph import Evaluation, Graph, build, check, derivative, evaluate, sweep
from kuroaka.language import LIMITS, Spelling
from kuroaka.parameters import read_names, read_point

router = APIRouter(prefix="/api/v1")

Expression = Annotated[str, Query(description="The expression, for example 1/(1 + exp(-x)).")]
Point = Annotated[str, Query(description="Numbers for variables and named constants, for example x:0.5,y:2.")]

Opened = Annotated[str, Query(alias="open", description="Operations that show their inside: sigmoid,tanh.")]
Folded = Annotated[str, Query(alias="fold", description="Bound names that are one circle with all that only they use.")]
Derivatives = Annotated[str, Query(alias="derivative", description="Names to differentiate to first: x, or x,x.")]

_GRAPH = answers("The graph.", GraphAnswer)


@lru_cache(maxsize=1024)
def cached_graph(
    expression: str, output: str | None, spelling: Spelling, opened: frozenset[str], derivatives: tuple[str, ...]
) -> Graph:
    """Graphs are frozen, so requests for the same text share one."""
    graph = build(expression, output, spelling=spelling, opened=opened)
    for name in derivatives:
        graph = derivative(graph, name, LIMITS)
    return graph


def read_graph(request: Request, asked: PointRequest, derivatives: Sequence[str] = ()) -> Graph:
    """The graph a request asks for; the text is kept at hand for a problem to point into."""
    request.state.expression = asked.expression
    return cached_graph(asked.expression, asked.output, asked.syntax, frozenset(asked.open), tuple(derivatives))


def read_link(
    request: Request, expr: str, at: str, opened: str, derivatives: str = "", seed: float = 1.0
) -> Evaluation:
    """The evaluation a link asks for."""
    asked = PointRequest(expression=expr, values=read_point(at), open=read_names(opened))
    return evaluate(read_graph(request, asked, read_names(derivatives)), asked.values, seed)


@router.post("/graph", responses=_GRAPH, response_class=Response)
def post_graph(request: Request, body: GraphRequest, language: Asked) -> Response:
    """The computational graph of an expression: every node and edge with value, gradient, formula and rule."""
    graph = read_graph(request, body, body.derivative)
    evaluation = evaluate(graph, body.values, body.seed)
    return Response(encode(graph_answer(evaluation, language, body.fold)), media_type="application/json")


@router.get("/graph", responses=_GRAPH, response_class=Response)
def get_graph(
    request: Request,
    language: Asked,
    expr: Expression,
    at: Point = "",
    opened: Opened = "",
    folded: Folded = "",
    derivatives: Derivatives = "",
) -> Response:
    """The same as a link that can be cached."""
    evaluation = read_link(request, expr, at, opened, derivatives)
    return cacheable(request, encode(graph_answer(evaluation, language, read_names(folded))), "application/json")


@router.post("/sweep", responses=answers("The curve.", SweepAnswer), response_class=Response)
def post_sweep(request: Request, body: SweepRequest) -> Response:
    """A curve and its derivative over a range: three columns, null where a value is not finite."""
    curve = sweep(read_graph(request, body), body.name, body.start, body.stop, body.points, body.values)
    columns = {"points": curve.points, "values": curve.values, "derivatives": curve.derivatives}
    return Response(encode({"name": body.name, **columns}), media_type="application/json")


@router.post("/check", responses=answers("The rows of the check.", CheckAnswer), response_class=Response)
def post_check(request: Request, body: PointRequest) -> Response:
    """The gradient check: for every name the red number beside central differences, for h from 1e-1 to 1e-12."""
    return Response(encode(check_answer(check(read_graph(request, body), body.values))), media_type="application/json")


@router.get("/operations", responses=answers("The table."), response_class=Response)
def get_operations(request: Request, language: Asked) -> Response:
    """Every operation with its rules, as text, as LaTeX, and as programs that a browser can run."""
    return cacheable(request, encode(operations_answer(language)), "application/json")
