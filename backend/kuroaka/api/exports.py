"""The route of the exports: a link in, the file of another program out."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from kuroaka.answers.encoding import encode
from kuroaka.answers.tables import FormatsAnswer
from kuroaka.api import caching, work
from kuroaka.api.links import InLanguage, Linked
from kuroaka.api.responses import answers, files
from kuroaka.api.strict import StrictRoute
from kuroaka.asked import ParameterProblem
from kuroaka.exports import FORMATS, html
from kuroaka.words import Language, say

router = APIRouter(prefix="/api/v1", route_class=StrictRoute, tags=["exports"])

_NAMES = list(FORMATS)
_POLICY = "default-src 'none'; sandbox"
_RESPONSES = files("The file.", *(row.media_type for row in FORMATS.values()), missing=True)


@router.get("/export", responses=answers("The formats.", FormatsAnswer), response_class=Response)
async def list_formats(request: Request, language: InLanguage) -> Response:
    """The formats, each with the name it is asked for by, a title, how its file ends and its media type."""
    return await caching.kept(request, f"formats {language}", "application/json", formats, language)


@router.get("/export/{format}", responses=_RESPONSES, response_class=Response)
async def export_graph(
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


def formats(language: Language) -> bytes:
    """What a graph can be exported as."""
    rows = [
        {
            "name": row.name,
            "title": say(f"format.{row.name}", language),
            "extension": row.extension,
            "media_type": row.media_type,
        }
        for row in FORMATS.values()
    ]
    return encode({"formats": rows})
