"""The route of the exports: a link in, the file of another program out."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from kuroaka.answers.documents import PROBLEMS, Responses, answers
from kuroaka.answers.encoding import encode
from kuroaka.api import caching, work
from kuroaka.api.links import InLanguage, Linked
from kuroaka.asked import ParameterProblem
from kuroaka.exports import FORMATS, html
from kuroaka.words import say

router = APIRouter(prefix="/api/v1")

_NAMES = list(FORMATS)
_POLICY = "default-src 'none'; sandbox"
_RESPONSES: Responses = {
    200: {"description": "The file.", "content": {row.media_type: {"schema": {}} for row in FORMATS.values()}},
    **PROBLEMS,
}


@router.get("/export", responses=answers("The formats."), response_class=Response)
async def get_formats(language: InLanguage) -> Response:
    """The formats, each with the name it is asked for by, a title, how its file ends and its media type."""
    rows = [
        {
            "name": row.name,
            "title": say(f"format.{row.name}", language),
            "extension": row.extension,
            "media_type": row.media_type,
        }
        for row in FORMATS.values()
    ]
    return Response(encode({"formats": rows}), media_type="application/json")


@router.get("/export/{format}", responses=_RESPONSES, response_class=Response)
async def get_export(
    request: Request,
    name: Annotated[
        str, Path(alias="format", description=f"One of {', '.join(_NAMES)}.", json_schema_extra={"enum": _NAMES})
    ],
    asked: Linked,
    download: Annotated[bool, Query(description="true for a file to save.")] = False,
) -> Response:
    """The graph in another format: a drawing for TeX, Graphviz or Mermaid, a derivation, a program, or JSON."""
    if name not in FORMATS:
        raise ParameterProblem("unknown-format", "/format", formats=", ".join(FORMATS))
    wanted = FORMATS[name]
    media_type = f"{wanted.media_type}; charset=utf-8"
    answer = await caching.kept(request, f"export/{name}?{asked.link()}", media_type, work.export, asked, name)
    place = "attachment" if download else "inline"
    answer.headers["Content-Disposition"] = f'{place}; filename="kuroaka-{wanted.name}.{wanted.extension}"'
    is_page = wanted.media_type == "text/html"  # the one that is alive
    answer.headers["Content-Security-Policy"] = f"{html.POLICY}; sandbox allow-scripts" if is_page else _POLICY
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
