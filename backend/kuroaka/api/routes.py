"""The routes of ``/api/v1``: text in, graph and numbers out. Nothing is stored."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from kuroaka.answers.documents import CheckAnswer, GraphAnswer, SweepAnswer
from kuroaka.answers.encoding import Setting
from kuroaka.answers.tables import OperationsAnswer, SlipsAnswer
from kuroaka.api import caching, work
from kuroaka.api.links import InLanguage, LinkedGraph, asked_of
from kuroaka.api.responses import answers, replies
from kuroaka.api.schemas import GraphRequest, PointRequest, SweepRequest
from kuroaka.api.strict import StrictRoute

router = APIRouter(prefix="/api/v1", route_class=StrictRoute, tags=["graphs"])
table = APIRouter(prefix="/api/v1", route_class=StrictRoute, tags=["tables"])

_JSON = "application/json"


InSetting = Annotated[
    Setting,
    Query(alias="formulas", description="latex, or math: trees, and steps as clauses, for a page that sets both."),
]


@router.post("/graph", responses=replies("The graph.", GraphAnswer), response_class=Response)
async def compute_graph(
    request: Request, body: GraphRequest, language: InLanguage, setting: InSetting = "latex"
) -> Response:
    """The computational graph of an expression: every node and edge with value, gradient, formula and rule."""
    return await caching.fresh(request, _JSON, work.graph, asked_of(request, body.asked(language)), setting)


@router.get("/graph", responses=answers("The graph.", GraphAnswer), response_class=Response)
async def get_graph(request: Request, asked: LinkedGraph, setting: InSetting = "latex") -> Response:
    """The same as a link that can be cached. What a link asks of a drawing alone (show, frame, animate, dashes) is no
    mistake here, and changes nothing.
    """
    return await caching.kept(request, f"graph/{setting}?{asked.link()}", _JSON, work.graph, asked, setting)


@router.post("/sweep", responses=replies("The curve.", SweepAnswer), response_class=Response)
async def compute_sweep(request: Request, body: SweepRequest, language: InLanguage) -> Response:
    """A curve and its derivative over a range: three columns, null where a value is not finite."""
    asked = asked_of(request, body.asked(language))
    return await caching.fresh(request, _JSON, work.curve, asked, body.name, body.start, body.stop, body.points)


@router.post("/check", responses=replies("The rows of the check.", CheckAnswer), response_class=Response)
async def check_gradients(request: Request, body: PointRequest, language: InLanguage) -> Response:
    """The gradient check: for every name the red number beside central differences, for h from 1e-1 to 1e-12."""
    return await caching.fresh(request, _JSON, work.checked, asked_of(request, body.asked(language)))


@table.get("/operations", responses=answers("The table.", OperationsAnswer), response_class=Response)
async def list_operations(request: Request, language: InLanguage, setting: InSetting = "latex") -> Response:
    """Every operation with its rules, as text, set, and as programs that a browser can run."""
    return await caching.kept(request, f"operations/{setting} {language}", _JSON, work.operations, language, setting)


@table.get("/slips", responses=answers("The slips.", SlipsAnswer), response_class=Response)
async def list_slips(request: Request, language: InLanguage) -> Response:
    """The mistakes people make in the backward pass: the sentence of each, and the wrong rules beside those of the
    operations, as programs that a browser can run."""
    return await caching.kept(request, f"slips {language}", _JSON, work.slips, language)
