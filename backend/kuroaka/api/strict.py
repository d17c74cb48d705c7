"""Requests read to the letter: of two that say different things about one name a reader would take either, and of a
name that nobody knows nothing would be heard.

A request in, the same with every name in the words of its route out; or a problem.
"""

import json
from collections.abc import Callable, Collection, Coroutine
from typing import Any
from urllib.parse import parse_qsl, urlencode

from fastapi import Request, Response
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Query
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from kuroaka.api.near import unknown
from kuroaka.asked import ROWS, ParameterProblem

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


def _is_json(request: Request) -> bool:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    return media_type == _JSON and coding == "identity"


def canonical(query: str, known: Collection[str]) -> str:
    """A query by the names that a route knows, where a row may be called by the name it has elsewhere; what a link asks
    of a drawing is left out where nothing is drawn, so that one query serves every route. Raises ParameterProblem for a
    name that is not known, or that two things are said about.

    >>> canonical("expression=x*y&at=x:2", ["expr", "at"])
    'expr=x%2Ay&at=x%3A2'
    """
    names = {name: name for name in known}
    for row in ROWS.values():
        if row.link in names or "expr" in names:
            names.update(dict.fromkeys(row.words, row.link))
    found: dict[str, str] = {}
    for name, text in parse_qsl(query, keep_blank_values=True):
        if name not in names:
            raise unknown(name, known)
        if found.get(names[name], text) != text:
            raise ParameterProblem("repeated-parameter", f"/{name}", name=names[name])
        found[names[name]] = text
    return urlencode({name: text for name, text in found.items() if name in known})


class StrictRoute(APIRoute):
    """A route whose query and body are read so."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()
        known = [each.alias for each in get_flat_params(self.dependant) if isinstance(each.field_info, Query)]

        async def strict(request: Request) -> Response:
            if request.method == "POST" and not _is_json(request):
                raise HTTPException(415)
            query = canonical(request.scope["query_string"].decode("latin-1"), known)
            return await handler(_Strict({**request.scope, "query_string": query.encode()}, request.receive))

        return strict
