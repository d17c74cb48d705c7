"""``/healthz`` and ``/readyz``: whether the process lives, and whether it computes."""

from fastapi import APIRouter, Response

from kuroaka.answers.tables import StatusAnswer
from kuroaka.api.caching import NEVER
from kuroaka.api.lifecycle import is_leaving
from kuroaka.api.responses import Responses, answers
from kuroaka.graph import build, evaluate

router = APIRouter(tags=["service"])

_WELL = answers("It is well.", StatusAnswer)
_ALIVE: Responses = {status: _WELL[status] for status in (200, 414, 431)}
_READY: Responses = {**_ALIVE, 503: {**_WELL[200], "description": "It is about to leave, or does not compute."}}


@router.get("/healthz", responses=_ALIVE, response_class=Response)
async def get_health() -> Response:
    """Alive: answers without doing anything."""
    return _status("ok")


@router.get("/readyz", responses=_READY, response_class=Response)
def get_readiness() -> Response:
    """Ready: not about to leave, and one fixed graph is parsed and differentiated."""
    if is_leaving():
        return _status("leaving", 503)
    is_ready = evaluate(build("1/(1 + exp(-x))"), {"x": 0.0}).gradients["x"] == 0.25
    return _status("ok") if is_ready else _status("failing", 503)


def _status(word: str, code: int = 200) -> Response:
    body = f'{{"status":"{word}"}}'
    return Response(body, code, {"Cache-Control": NEVER}, media_type="application/json")
