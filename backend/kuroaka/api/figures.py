"""``/api/v1/figure.svg`` and ``.png``: a link in, an image out that an ``<img>`` shows."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from kuroaka.answers.documents import answers
from kuroaka.api.caching import cacheable
from kuroaka.api.images import HEADERS, MEDIA_TYPES, Medium
from kuroaka.api.links import Linked
from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.files.raster import SCALE, rasterise
from kuroaka.scene import Scene

router = APIRouter(prefix="/api/v1")


@router.get("/figure.svg", responses=answers("The figure.", media_type="image/svg+xml"), response_class=Response)
def get_svg(request: Request, scene: Linked) -> Response:
    """The figure as SVG: black values flow forward, red gradients flow back. It plays in an img element.

    What is refused is answered by a card of the same medium that says why, or, to a request whose Accept names JSON,
    by a problem document.
    """
    return _image(request, "svg", scene, lambda: figure(scene).encode())


@router.get("/figure.png", responses=answers("The figure.", media_type="image/png"), response_class=Response)
def get_png(
    request: Request,
    scene: Linked,
    scale: Annotated[float, Query(ge=1, le=4, description="Pixels of the image for one of the figure.")] = SCALE,
) -> Response:
    """The figure as a still PNG on white, finished or at a frame. What is refused is answered as by figure.svg."""
    return _image(request, "png", scene, lambda: rasterise(figure(scene.but(animate=False)), scale), f" {scale}")


def _image(request: Request, medium: Medium, scene: Scene, make: Callable[[], bytes], size: str = "") -> Response:
    answer = cacheable(request, f"{medium}{size}?{scene.asked.link()}", make, MEDIA_TYPES[medium])
    answer.headers.update(HEADERS)
    return answer
