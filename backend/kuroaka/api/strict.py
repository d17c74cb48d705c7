"""Bodies that are said to be JSON, in which every name stands once: of two, readers would take different ones."""

import json
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

_JSON = "application/json"


class _Strict(Request):
    async def json(self) -> Any:
        text = (await self.body()).decode("utf-8")
        return json.loads(text, object_pairs_hook=_unique)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise json.JSONDecodeError("A name stands twice", "", 0)
    return found


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


class StrictRoute(APIRoute):
    """A route whose body is read so."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def strict(request: Request) -> Response:
            if request.method == "POST" and _media_type(request) != _JSON:
                raise HTTPException(415)
            return await handler(_Strict(request.scope, request.receive))

        return strict
