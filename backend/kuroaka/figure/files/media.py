"""The kinds of file that a figure can be, a row each. API, library and command line read the table."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.drawing.stills import stills
from kuroaka.figure.files import Medium
from kuroaka.figure.files.pdf import as_pdf
from kuroaka.figure.files.raster import rasterise
from kuroaka.scene import Scene


class Row(NamedTuple):
    """Its media type, and what writes it: from a scene, with so many pixels for one of the figure, if it has pixels."""

    media_type: str
    write: Callable[[Scene, float], bytes]


def _svg(scene: Scene, _scale: float) -> bytes:
    return figure(scene).encode()


def _png(scene: Scene, scale: float) -> bytes:
    return rasterise(figure(scene.but(animate=False)), scale)


def _pdf(scene: Scene, _scale: float) -> bytes:
    return as_pdf(stills(scene), scene.asked.lang)


MEDIA: Mapping[Medium, Row] = {
    "svg": Row("image/svg+xml; charset=utf-8", _svg),
    "png": Row("image/png", _png),
    "pdf": Row("application/pdf", _pdf),
}
