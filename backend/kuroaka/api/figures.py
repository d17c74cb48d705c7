"""``/api/v1/figure.svg`` and ``.png``: a link in, an image out that an ``<img>`` shows."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from kuroaka.answers.documents import answers
from kuroaka.api import caching, work
from kuroaka.api.images import HEADERS, MEDIA_TYPES
from kuroaka.api.links import Linked
from kuroaka.figure.files.raster import SCALE

router = APIRouter(prefix="/api/v1")


@router.get("/figure.svg", responses=answers("The figure.", media_type="image/svg+xml"), response_class=Response)
async def get_svg(request: Request, asked: Linked) -> Response:
    """The figure as SVG: black values flow forward, red gradients flow back. It plays in an img element.

    What is refused is answered by a card of the same medium that says why, or, to a request whose Accept names JSON,
    by a problem document.
    """
    answer = await caching.kept(request, f"svg?{asked.link()}", MEDIA_TYPES["svg"], work.svg, asked)
    answer.headers.update(HEADERS)
    return answer


@router.get("/figure.png", responses=answers("The figure.", media_type="image/png"), response_class=Response)
async def get_png(
    request: Request,
    asked: Linked,
    scale: Annotated[float, Query(ge=1, le=4, description="Pixels of the image for one of the figure.")] = SCALE,
) -> Response:
    """The figure as a still PNG on white, finished or at a frame. What is refused is answered as by figure.svg."""
    answer = await caching.kept(request, f"png {scale}?{asked.link()}", MEDIA_TYPES["png"], work.png, asked, scale)
    answer.headers.update(HEADERS)
    return answer
