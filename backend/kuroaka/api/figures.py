"""``/api/v1/figure.svg`` and ``.png``: a link in, an image out that an ``<img>`` shows."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from kuroaka.api.caching import cacheable
from kuroaka.api.documents import answers
from kuroaka.api.images import HEADERS, MEDIA_TYPES, Medium
from kuroaka.api.parameters import Asked
from kuroaka.api.routes import Expression, Folded, Opened, Point, read_link
from kuroaka.figure.compose import figure
from kuroaka.figure.raster import SCALE, rasterise
from kuroaka.parameters import read_names, read_show

router = APIRouter(prefix="/api/v1")


def draw_link(
    request: Request,
    language: Asked,
    expr: Expression,
    at: Point = "",
    show: Annotated[str, Query(description="formulas, numbers or rules; several, the first is seen.")] = "formulas",
    opened: Opened = "",
    folded: Folded = "",
    animate: Annotated[bool, Query(description="false for a still picture.")] = True,
    frame: Annotated[int | None, Query(ge=0, description="A still of this frame; 0 has only the nodes.")] = None,
) -> str:
    """The figure a link asks for, as SVG."""
    evaluation = read_link(request, expr, at, opened)
    kinds = read_show(show)
    return figure(evaluation, kinds, animate=animate, frame=frame, language=language, folded=read_names(folded))


Drawn = Annotated[str, Depends(draw_link)]


@router.get("/figure.svg", responses=answers("The figure.", media_type="image/svg+xml"), response_class=Response)
def get_svg(request: Request, drawn: Drawn) -> Response:
    """The figure as SVG: black values flow forward, red gradients flow back. It plays in an img element.

    What is refused is answered by a card of the same medium that says why, or, to a request whose Accept names JSON,
    by a problem document.
    """
    return _image(request, "svg", drawn.encode())


@router.get("/figure.png", responses=answers("The figure.", media_type="image/png"), response_class=Response)
def get_png(
    request: Request,
    drawn: Drawn,
    scale: Annotated[float, Query(ge=1, le=4, description="Pixels of the image for one of the figure.")] = SCALE,
) -> Response:
    """The figure as a still PNG on white, finished or at a frame. What is refused is answered as by figure.svg."""
    return _image(request, "png", rasterise(drawn, scale))


def _image(request: Request, medium: Medium, body: bytes) -> Response:
    answer = cacheable(request, body, MEDIA_TYPES[medium])
    answer.headers.update(HEADERS)
    return answer
