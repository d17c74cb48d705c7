"""The kinds of file that a figure can be, a row each. API, library and command line read the table.

What writes a file is loaded by the first of its kind: an installation without the extra ``png`` has the SVG.
"""

# ruff: noqa: PLC0415

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.drawing.stills import stills
from kuroaka.figure.files import Medium
from kuroaka.scene import Scene

if TYPE_CHECKING:
    from kuroaka.figure.files.film import Moving


class Row(NamedTuple):
    """How its file ends, its media type, and what writes it: from a scene, with so many pixels for one of the figure,
    if it has pixels.
    """

    extension: str
    media_type: str
    write: Callable[[Scene, float], bytes]


def _svg(scene: Scene, _scale: float) -> bytes:
    return figure(scene).encode()


def _png(scene: Scene, scale: float) -> bytes:
    from kuroaka.figure.files.raster import rasterise

    return rasterise(figure(scene.but(animate=False)), scale)


def _pdf(scene: Scene, _scale: float) -> bytes:
    from kuroaka.figure.files.pdf import as_pdf

    return as_pdf(stills(scene), scene.asked.lang)


def _moving(medium: "Moving") -> Callable[[Scene, float], bytes]:
    def write(scene: Scene, scale: float) -> bytes:
        from kuroaka.figure.files.film import film

        return film(scene, medium, scale)

    return write


MEDIA: Mapping[Medium, Row] = {
    "svg": Row("svg", "image/svg+xml; charset=utf-8", _svg),
    "png": Row("png", "image/png", _png),
    "pdf": Row("pdf", "application/pdf", _pdf),
    "gif": Row("gif", "image/gif", _moving("gif")),
    "webp": Row("webp", "image/webp", _moving("webp")),
    "apng": Row("apng.png", "image/apng", _moving("apng")),  # many sites take it by that ending alone
}
