"""What a picture stands on: nothing, or one white box behind all else, which nothing else knows of."""

import re
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
import pytest
from numpy.typing import NDArray
from PIL import Image

from kuroaka.asked import Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.drawing.svg import elements
from kuroaka.figure.files.media import MEDIA
from kuroaka.figure.files.raster import size
from kuroaka.scene import Scene
from tests.figure.drawings import SIGMOID
from tests.networks import THREE_THREE_TWO

DRAWN = [
    Asked(expression=SIGMOID),
    Asked(expression=SIGMOID, frame=3, dashes=True),
    Asked(expression=THREE_THREE_TWO, animate=False),
]


def unnamed(svg: str) -> str:
    """A file without what makes its names its own."""
    name = re.search(r'class="kuroaka (?:network )?(\w+)"', svg)
    assert name
    return svg.replace(name[1], "")


@pytest.mark.parametrize("asked", DRAWN)
def test_white_is_one_box_behind_everything_and_nothing_else(asked: Asked) -> None:
    svg, white = figure(Scene(asked)), figure(Scene(asked.but(paper="white")))
    width, height = size(white)
    box = f'<rect x="0" y="0" width="{width:g}" height="{height:g}" fill="#fff"/>'
    assert unnamed(white).replace(box, "", 1) == unnamed(svg)
    shown = [part for part in elements(white) if part.tag not in ("title", "desc", "style", "defs")]
    assert shown[0].tag == "rect"


@pytest.mark.parametrize("medium", ["png", "gif", "webp", "apng"])
def test_pixels_are_on_white_whatever_is_asked(medium: str) -> None:
    asked = Asked(expression="x*y")
    written, white = (MEDIA[medium].write(Scene(each), 1) for each in (asked, asked.but(paper="white")))  # type: ignore[index]
    assert written == white
    picture = Image.open(BytesIO(written)).convert("RGBA")
    assert picture.getpixel((0, 0)) == (255, 255, 255, 255)


def seen(asked: Asked) -> list[NDArray[np.uint8]]:
    """The pages of a PDF on green."""
    pages = pdfium.PdfDocument(MEDIA["pdf"].write(Scene(asked), 1))
    return [page.render(fill_color=(0, 200, 0, 255), rev_byteorder=True).to_numpy() for page in pages]


@pytest.mark.parametrize("asked", DRAWN)
def test_each_page_of_a_pdf_has_its_paper(asked: Asked) -> None:
    for bare, white in zip(seen(asked), seen(asked.but(paper="white")), strict=True):
        assert tuple(bare[3, 3][:3]) == (0, 200, 0)
        inside = white[2:-2, 2:-2, :3].astype(int)
        assert tuple(inside[1, 1]) == (255, 255, 255)
        green = (inside[:, :, 1] > inside[:, :, 0] + 40).sum()
        assert green == 0, "ink is black or red, on white"
