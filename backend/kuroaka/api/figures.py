"""``/api/v1/figure.svg``, ``.png`` and others: a link in, the figure as a file out; an ``<img>`` shows its images."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from kuroaka.api import caching, work
from kuroaka.api.images import HEADERS, question
from kuroaka.api.links import Linked
from kuroaka.api.responses import pictures
from kuroaka.api.strict import StrictRoute
from kuroaka.asked import Asked
from kuroaka.figure.files import Medium
from kuroaka.figure.files.media import MEDIA
from kuroaka.figure.files.raster import SCALE

router = APIRouter(prefix="/api/v1", route_class=StrictRoute, tags=["figures"])

InScale = Annotated[
    float,
    Query(alias="scale", ge=1, le=4, description="Pixels of the image for one of the figure; SVG and PDF have none."),
]


@router.get("/figure.svg", responses=pictures(MEDIA["svg"].media_type), response_class=Response)
async def get_figure_svg(request: Request, asked: Linked, _scale: InScale = SCALE) -> Response:
    """The figure as SVG: black values flow forward, red gradients flow back. It plays in an img element.

    What is refused is answered by a card of the same medium that says why, as a picture that browsers show where they
    ask for one (Sec-Fetch-Dest, Accept), else under its status; to a request whose Accept names JSON, by a problem
    document.
    """
    return await _drawn(request, asked, "svg")


@router.get("/figure.png", responses=pictures(MEDIA["png"].media_type), response_class=Response)
async def get_figure_png(request: Request, asked: Linked, scale: InScale = SCALE) -> Response:
    """The figure as a still PNG on white, finished or at a frame. What is refused is answered as by figure.svg."""
    return await _drawn(request, asked, "png", scale)


@router.get("/figure.pdf", responses=pictures(MEDIA["pdf"].media_type), response_class=Response)
async def get_figure_pdf(request: Request, asked: Linked, _scale: InScale = SCALE) -> Response:
    """The figure as PDF, a page for each frame, in outlines; with a frame, or animate=false, one page."""
    return await _drawn(request, asked, "pdf")


@router.get("/figure.gif", responses=pictures(MEDIA["gif"].media_type), response_class=Response)
async def get_figure_gif(request: Request, asked: Linked, scale: InScale = SCALE) -> Response:
    """The figure as a GIF that moves from frame to frame, with what is said of it as its comment; with a frame, or
    animate=false, one picture. What is too large to be read is refused. Refusals are answered as by figure.png.
    """
    return await _drawn(request, asked, "gif", scale)


@router.get("/figure.webp", responses=pictures(MEDIA["webp"].media_type), response_class=Response)
async def get_figure_webp(request: Request, asked: Linked, scale: InScale = SCALE) -> Response:
    """The same as WebP, the smallest."""
    return await _drawn(request, asked, "webp", scale)


@router.get("/figure.apng", responses=pictures(MEDIA["apng"].media_type), response_class=Response)
async def get_figure_apng(request: Request, asked: Linked, scale: InScale = SCALE) -> Response:
    """The same as APNG: a PNG whose first frame is seen where it does not move."""
    return await _drawn(request, asked, "apng", scale)


async def _drawn(request: Request, asked: Asked, medium: Medium, scale: float = SCALE) -> Response:
    name, media_type = question(asked, medium, scale), MEDIA[medium].media_type
    answer = await caching.kept(request, name, media_type, work.figure, asked, medium, scale)
    answer.headers.update(HEADERS)
    answer.headers["Content-Disposition"] = f'inline; filename="kuroaka.{MEDIA[medium].extension}"'
    return answer
