"""The routes of ``/api/v1``: text in, graph and numbers out. Nothing is stored."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from kuroaka.answers.check import check_answer
from kuroaka.answers.documents import CheckAnswer, GraphAnswer, SweepAnswer, answers
from kuroaka.answers.encoding import Setting, encode
from kuroaka.answers.graph import graph_answer
from kuroaka.answers.operations import operations_answer
from kuroaka.api.caching import cacheable
from kuroaka.api.links import InLanguage, LinkedGraph, scene_of
from kuroaka.api.schemas import GraphRequest, PointRequest, SweepRequest
from kuroaka.api.strict import StrictRoute
from kuroaka.graph import check, sweep

router = APIRouter(prefix="/api/v1", route_class=StrictRoute)

_GRAPH = answers("The graph.", GraphAnswer)


InSetting = Annotated[
    Setting,
    Query(alias="formulas", description="latex, or math: trees, and steps as clauses, for a page that sets both."),
]


@router.post("/graph", responses=_GRAPH, response_class=Response)
def post_graph(request: Request, body: GraphRequest, language: InLanguage, setting: InSetting = "latex") -> Response:
    """The computational graph of an expression: every node and edge with value, gradient, formula and rule."""
    scene = scene_of(request, body.asked(language))
    return Response(encode(graph_answer(scene, setting)), media_type="application/json")


@router.get("/graph", responses=_GRAPH, response_class=Response)
def get_graph(request: Request, scene: LinkedGraph, setting: InSetting = "latex") -> Response:
    """The same as a link that can be cached."""
    question = f"graph/{setting}?{scene.asked.link()}"
    return cacheable(request, question, lambda: encode(graph_answer(scene, setting)), "application/json")


@router.post("/sweep", responses=answers("The curve.", SweepAnswer), response_class=Response)
def post_sweep(request: Request, body: SweepRequest, language: InLanguage) -> Response:
    """A curve and its derivative over a range: three columns, null where a value is not finite."""
    scene = scene_of(request, body.asked(language))
    curve = sweep(scene.graph, body.name, body.start, body.stop, body.points, scene.asked.at)
    columns = {"points": curve.points, "values": curve.values, "derivatives": curve.derivatives}
    return Response(encode({"name": body.name, **columns}), media_type="application/json")


@router.post("/check", responses=answers("The rows of the check.", CheckAnswer), response_class=Response)
def post_check(request: Request, body: PointRequest, language: InLanguage) -> Response:
    """The gradient check: for every name the red number beside central differences, for h from 1e-1 to 1e-12."""
    scene = scene_of(request, body.asked(language))
    return Response(encode(check_answer(check(scene.graph, scene.asked.at))), media_type="application/json")


@router.get("/operations", responses=answers("The table."), response_class=Response)
def get_operations(request: Request, language: InLanguage, setting: InSetting = "latex") -> Response:
    """Every operation with its rules, as text, set, and as programs that a browser can run."""
    question = f"operations/{setting} {language}"
    return cacheable(request, question, lambda: encode(operations_answer(language, setting)), "application/json")
