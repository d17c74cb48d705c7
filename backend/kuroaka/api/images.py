"""Images as answers: which requests await one, what all of them carry, and what is shown where something is wrong."""

from collections.abc import Mapping

from fastapi import Request, Response

from kuroaka.api import work
from kuroaka.api.languages import wanted
from kuroaka.api.workers import Workers
from kuroaka.asked import Asked
from kuroaka.figure.files import Medium
from kuroaka.figure.files.card import card
from kuroaka.figure.files.media import MEDIA
from kuroaka.figure.files.raster import SCALE

# Of the card for a picture that moves nothing moves.
_ROUTES: Mapping[str, Medium] = {
    f"/api/v1/figure.{medium}": "svg" if medium == "svg" else "png"
    for medium, row in MEDIA.items()
    if row.media_type.startswith("image/")
}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",  # any page may show it
}


def awaited(request: Request) -> Medium | None:
    """The medium in which a request can show a problem; None for a client that asks for JSON by name."""
    if "json" in request.headers.get("accept", ""):
        return None
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    return _ROUTES.get(path) or ("svg" if path.startswith("/api/") and is_shown(request) else None)


def is_shown(request: Request) -> bool:
    """Whether a browser asks in order to show a picture: some show none that comes under the status of a problem."""
    if place := request.headers.get("sec-fetch-dest"):
        return place == "image"
    first, *_ = [*wanted(request.headers.get("accept", "")), ""]
    return first.startswith("image/")


def question(asked: Asked, medium: Medium, scale: float = SCALE) -> str:
    """What a figure is asked for with, by which its answer is kept, whoever asks."""
    return f"{medium} {scale}?{asked.link()}"


async def show(
    request: Request, medium: Medium, status: int, said: tuple[str, str, str], headers: Mapping[str, str]
) -> Response:
    """A problem as an image: an ``<img>`` shows what is wrong, where it would show JSON as a broken picture. ``said``
    is what is wrong, what to do instead, and two lines that show where.
    """
    drawn = card(*said)
    workers: Workers = request.app.state.answers.workers
    body = await workers.make(work.pixels, drawn) if medium == "png" else drawn.encode()
    return Response(
        body, 200 if is_shown(request) else status, {**headers, **HEADERS}, media_type=MEDIA[medium].media_type
    )
