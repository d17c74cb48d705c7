"""The PDF: PDFium draws on each page what the PNG of its frame has, and finds in it what is read out."""

from ctypes import create_string_buffer
from io import BytesIO
from math import ceil

import numpy as np
import pypdfium2 as pdfium
import pytest
from numpy.typing import NDArray
from PIL import Image
from pypdfium2 import raw

from kuroaka.asked import Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.drawing.stills import Stills, stills
from kuroaka.figure.files.pdf import POINTS, as_pdf
from kuroaka.figure.files.raster import rasterise, size
from kuroaka.scene import Scene
from kuroaka.words import Language
from tests.figure.drawings import SIGMOID
from tests.networks import LARGE, THREE_THREE_TWO

SCALE = 1.5
DRAWN = {
    "sigmoid": Asked(expression=SIGMOID, at={"x": 0.5}, show=("formulas", "numbers")),
    "network": Asked(expression=THREE_THREE_TWO),
    "faint": Asked(expression=LARGE, show=("numbers",)),
    "dashes": Asked(expression="softplus(x*y) + |x|", dashes=True),
}


def document(shown: Stills, language: Language = "en") -> pdfium.PdfDocument:
    return pdfium.PdfDocument(as_pdf(shown, language))


def on_whole_pixels(shown: Stills) -> Stills:
    """On paper of whole pixels: PDFium would stretch the page to them."""
    width, height = (str(ceil(length)) for length in shown.size)
    shown.root.attrib.update(width=width, height=height, viewBox=f"0 0 {width} {height}")
    return shown


def painted(page: pdfium.PdfPage) -> NDArray[np.int16]:
    colours: NDArray[np.uint8] = page.render(scale=SCALE / POINTS, rev_byteorder=True).to_numpy()
    return colours[:, :, :3].astype(np.int16)


def png(svg: str) -> NDArray[np.int16]:
    return np.asarray(Image.open(BytesIO(rasterise(svg, SCALE))).convert("RGB")).astype(np.int16)


def missing(a: NDArray[np.int16], b: NDArray[np.int16]) -> float:
    """Pixels of one picture that nothing like them is beside in the other, for one that has ink."""
    height, width = (length - 1 for length in a.shape[:2])
    a = a[1:height, 1:width]
    near = [abs(a - b[1 + y : height + y, 1 + x : width + x]).max(axis=2) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    return float((np.min(near, axis=0) > 64).sum() / (a.min(axis=2) < 128).sum())


@pytest.mark.parametrize("name", DRAWN)
def test_a_page_is_the_picture_of_its_frame(name: str) -> None:
    shown = on_whole_pixels(stills(Scene(DRAWN[name])))
    pages = document(shown)
    assert len(pages) == len(shown.frames)
    for place in (len(pages) // 2, len(pages) - 1):
        page, picture = painted(pages[place]), png(shown.still(shown.frames[place]))
        assert page.shape == picture.shape
        assert missing(page, picture) < 0.001
        assert missing(picture, page) < 0.05  # bars of fractions are as wide as whole pixels there


def test_a_page_is_as_large_as_the_figure() -> None:
    shown = stills(Scene(Asked(expression="x*y", frame=1)))
    (page,) = document(shown)
    assert page.get_size() == pytest.approx(
        [length * POINTS for length in size(figure(Scene(Asked(expression="x*y"))))]
    )


def test_every_page_is_read_out() -> None:
    shown = stills(Scene(DRAWN["sigmoid"].but(lang="ja")))
    pages = document(shown, "ja")
    assert pages.get_metadata_value("Title") == f"{SIGMOID} の計算グラフ"
    assert pages.is_tagged()
    for place, page in enumerate(pages):
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        element = raw.FPDF_StructTree_GetChildAtIndex(tree, place)
        text = create_string_buffer(2000)
        length = raw.FPDF_StructElement_GetAltText(element, text, len(text))
        assert text.raw[: length - 2].decode("utf-16-le") == shown.says
        raw.FPDF_StructTree_Close(tree)


def test_letters_that_our_font_does_not_have_are_text() -> None:
    text = document(stills(Scene(Asked(expression="重み*x", frame=2))))[0].get_textpage().get_text_range()
    assert "重み" in text.replace("\r\n", "")
    assert b"/Font" not in as_pdf(stills(Scene(DRAWN["sigmoid"])), "en")


def test_the_same_input_gives_the_same_bytes() -> None:
    first, again = (as_pdf(stills(Scene(DRAWN["sigmoid"])), "en") for _ in range(2))
    assert first == again
    assert len(first) < 35_000
