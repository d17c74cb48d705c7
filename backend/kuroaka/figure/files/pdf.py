"""The stills of a figure in, a PDF with a page for each out: outlines, sharp at any size, for TeX, slides and paper.

What comes in a frame stands in the file once, and every page from then on shows it; so does a glyph. What is read out
of a page is what is said of the figure.
"""

from collections.abc import Sequence
from io import BytesIO
from xml.etree.ElementTree import Element

from kuroaka.extras import extra
from kuroaka.figure.drawing.stills import Stills
from kuroaka.figure.files.painting import FAINT, TEXT, matrices, paint, trace
from kuroaka.figure.type import measures
from kuroaka.words import Language

with extra("png"):
    import pydyf

POINTS = 0.75  # of paper, for a pixel of the figure
# For letters that ours does not have, each as wide as it is high: the reader's own, as in the SVG.
FONT = """<</Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UTF16-H /DescendantFonts [
<</Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /DW 1000
/CIDSystemInfo <</Registry (Adobe) /Ordering (Japan1) /Supplement 5>>
/FontDescriptor <</Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 /ItalicAngle 0 /FontBBox [0 -120 1000 880]
/Ascent 880 /Descent -120 /CapHeight 709 /StemV 69>>>>]>>"""


def as_pdf(stills: Stills, language: Language) -> bytes:
    """A page for each frame, as large as the figure.

    >>> from kuroaka.asked import Asked
    >>> from kuroaka.figure.drawing.stills import stills
    >>> from kuroaka.scene import Scene
    >>> as_pdf(stills(Scene(Asked(expression="x*y"))), "en")[:8]
    b'%PDF-1.7'
    """
    pdf = pydyf.PDF()
    box = [0.0, 0.0, *stills.size]
    shared = _new(pdf, pydyf.Dictionary())
    forms = {glyph.attrib["id"]: _new(pdf, _glyph(glyph)) for glyph in stills.root.iterfind("defs/path")}
    for place, part in enumerate(stills.parts):
        form = pydyf.Stream(extra=_form(box, Resources=shared.reference), compress=True)
        form.set_line_width(stills.root.attrib["stroke-width"])
        paint(part.drawn, form)
        forms[_name(place)] = _new(pdf, form)
    shared["XObject"] = pydyf.Dictionary({name: form.reference for name, form in forms.items()})
    shared["ExtGState"] = pydyf.Dictionary({FAINT: f"<</CA {measures.FAINT}>>"})
    if stills.root.find(".//text") is not None:
        shared["Font"] = pydyf.Dictionary({TEXT: FONT})
    pages = [_add_page(pdf, stills, frame, shared) for frame in stills.frames]
    _describe(pdf, stills, pages, language)
    written = BytesIO()
    pdf.write(written, compress=True)
    return written.getvalue()


def _add_page(pdf: pydyf.PDF, stills: Stills, frame: int, shared: pydyf.Dictionary) -> pydyf.Dictionary:
    """What has come by a frame, as a page."""
    width, height = (length * POINTS for length in stills.size)
    content = pydyf.Stream(compress=True)
    content.begin_marked_content("Figure", "<</MCID 0>>")
    content.set_matrix(POINTS, 0, 0, -POINTS, 0, height)  # y points down from here on
    shown = [_name(place) for place, part in enumerate(stills.parts) if part.since <= frame < part.until]
    content.stream.append("\n".join(f"/{name} Do" for name in shown))  # at once: of many lines there are many pages
    content.end_marked_content()
    page = pydyf.Dictionary(
        {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            "MediaBox": pydyf.Array([0, 0, width, height]),
            "Contents": _new(pdf, content).reference,
            "Resources": shared.reference,
            "StructParents": pdf.pages["Count"],
        }
    )
    pdf.add_page(page)
    return page


def _describe(pdf: pydyf.PDF, stills: Stills, pages: Sequence[pydyf.Dictionary], language: Language) -> None:
    """Its title, and what is read out of each page."""
    root = _new(pdf, pydyf.Dictionary({"Type": "/StructTreeRoot"}))
    figure = {"Type": "/StructElem", "S": "/Figure", "P": root.reference, "K": 0, "Alt": pydyf.String(stills.says)}
    read = [_new(pdf, pydyf.Dictionary({**figure, "Pg": page.reference})).reference for page in pages]
    numbered = [part for at, one in enumerate(read) for part in (at, pydyf.Array([one]))]
    root.update({"K": pydyf.Array(read), "ParentTree": pydyf.Dictionary({"Nums": pydyf.Array(numbered)})})
    pdf.info["Title"] = pydyf.String(stills.title)
    pdf.catalog["Lang"] = pydyf.String(language)
    pdf.catalog["MarkInfo"] = "<</Marked true>>"
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["ViewerPreferences"] = "<</DisplayDocTitle true>>"


def _glyph(outline: Element) -> pydyf.Stream:
    """A glyph, painted in the colour of whoever shows it."""
    glyph = pydyf.Stream(compress=True)
    points = trace(outline.attrib["d"], glyph)
    glyph.fill()
    xs, ys = [point.real for point in points], [point.imag for point in points]
    glyph.extra = _form([min(xs), min(ys), max(xs), max(ys)])
    for matrix in matrices(outline):
        glyph.extra["Matrix"] = pydyf.Array(matrix)
    return glyph


def _form(box: Sequence[float], **more: object) -> dict[str, object]:
    """What can be shown from elsewhere."""
    return {"Type": "/XObject", "Subtype": "/Form", "BBox": pydyf.Array(box), **more}


def _name(place: int) -> str:
    return f"p-{place}"  # which no glyph is called


def _new(pdf: pydyf.PDF, part: pydyf.Object) -> pydyf.Object:
    pdf.add_object(part)
    return part
