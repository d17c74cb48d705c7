"""The route of the exports: a link in, the file of another program out."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from kuroaka.api.caching import cacheable
from kuroaka.api.documents import PROBLEMS, Responses
from kuroaka.api.parameters import Asked, read_show
from kuroaka.api.problems import ParameterProblem
from kuroaka.api.routes import Derivatives, Expression, Opened, Point, read_link
from kuroaka.exports import FORMATS

router = APIRouter(prefix="/api/v1")

_NAMES = list(FORMATS)
_RESPONSES: Responses = {
    200: {"description": "The file.", "content": {row.media_type: {"schema": {}} for row in FORMATS.values()}},
    **PROBLEMS,
}


@router.get("/export/{format}", responses=_RESPONSES, response_class=Response)
def get_export(
    request: Request,
    language: Asked,
    name: Annotated[
        str, Path(alias="format", description=f"One of {', '.join(_NAMES)}.", json_schema_extra={"enum": _NAMES})
    ],
    expr: Expression,
    at: Point = "",
    opened: Opened = "",
    derivatives: Derivatives = "",
    seed: Annotated[float, Query(description="The gradient that enters at the output.", allow_inf_nan=False)] = 1.0,
    show: Annotated[
        str, Query(description="What stands on the lines of a format that draws: formulas, numbers or rules.")
    ] = "formulas",
    download: Annotated[bool, Query(description="true for a file to save.")] = False,
) -> Response:
    """The graph in another format: a drawing for TeX, Graphviz or Mermaid, a derivation, a program, or JSON."""
    if name not in FORMATS:
        raise ParameterProblem("unknown-format", "/format", formats=", ".join(FORMATS))
    wanted = FORMATS[name]
    written = wanted.text(read_link(request, expr, at, opened, derivatives, seed), language, read_show(show)[0])
    answer = cacheable(request, written.encode(), f"{wanted.media_type}; charset=utf-8")
    place = "attachment" if download else "inline"
    answer.headers["Content-Disposition"] = f'{place}; filename="kuroaka-{wanted.name}.{wanted.extension}"'
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
