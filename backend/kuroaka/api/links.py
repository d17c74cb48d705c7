"""The query of a link in, what it asks for out: the dependency of every route that answers a link.

The parameters are the rows of the table: one that is added there is known and documented here.
"""

from collections.abc import Callable, Coroutine
from inspect import Parameter, Signature
from typing import Annotated, Any

from fastapi import Depends, Query, Request

from kuroaka.api.languages import language_of
from kuroaka.asked import Asked, Door, Row, rows_of
from kuroaka.words import Language, say

_LANG = Query(alias="lang", description="en or ja; by default as the browser.")


def asked_of(request: Request, asked: Asked) -> Asked:
    """The question, its text kept at hand for a problem to point into."""
    request.state.expression = asked.expression
    return asked


async def _language(request: Request, _lang: Annotated[str, _LANG] = "") -> Language:
    """A language that is not spoken here is no mistake. The parameter is declared for the documentation alone."""
    return language_of(request)


def _asked_by(door: Door | None = None) -> Callable[..., Coroutine[Any, Any, Asked]]:
    """The dependency for the rows that a door takes. What is empty is absent."""
    rows = [row for row in rows_of(door) if row.name != "lang"]

    async def asked(request: Request, language: Language, **written: str) -> Asked:
        return asked_of(request, Asked.read({row.link: written[row.name] for row in rows}, lang=language))

    fixed = [_keyword("request", Request), _keyword("language", InLanguage)]
    asked.__signature__ = Signature([*fixed, *map(_parameter, rows)])  # type: ignore[attr-defined]  # FastAPI reads it
    return asked


def _parameter(row: Row) -> Parameter:
    query = Query(alias=row.link, description=described_as(row, row.link), json_schema_extra=dict(row.kind.schema))
    return _keyword(row.name, Annotated[str, query], Parameter.empty if row.required else "")


def described_as(row: Row, word: str) -> str:
    """What a row is, for the documentation, and by which other words it can be asked for.

    >>> from kuroaka.asked import ROWS
    >>> described_as(ROWS["at"], "at").split(". ")[-1]
    'Also called values.'
    """
    also = ", ".join(sorted(row.words - {word}))
    return f"{row.says()} {say('parameter.also', words=also)}" if also else row.says()


def _keyword(name: str, annotation: Any, default: Any = Parameter.empty) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


InLanguage = Annotated[Language, Depends(_language)]
Linked = Annotated[Asked, Depends(_asked_by())]
LinkedGraph = Annotated[Asked, Depends(_asked_by("graph"))]
