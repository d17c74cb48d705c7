"""The file of a figure in, a picture of it in pixels out: PNG, for where no SVG can go."""

import math
import re
import struct
import zlib
from importlib.resources import as_file, files

from kuroaka.extras import extra
from kuroaka.figure.type.measures import WHITE

with extra("png"):
    import resvg_py

SCALE = 2.0  # pixels of a picture for one of its figure: crisp on fine screens
PIXELS = 4_000_000  # at most: 16 MB while it is drawn
# and of a figure with so many strokes: half a second either way, so that an answer has time for it
CROWDED, FEWER = 150, 2_400_000
# Ours, never the machine's: the same bytes everywhere. Only a figure with letters that it does not have takes others.
FONT = "STIX Two Math"


def size(svg: str) -> tuple[float, float]:
    """Width and height of a file of ours, in its own pixels."""
    found = re.match(r'<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"', svg)
    assert found, svg[:200]
    return float(found[1]), float(found[2])


def rasterise(svg: str, scale: float = SCALE) -> bytes:
    """A PNG on white, ``scale`` times the size of the file, less where that would be more than ``PIXELS``, or than
    ``FEWER`` of a crowded figure.

    Without its style an animated file is the finished figure; that is what is drawn.

    >>> rasterise('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>')[1:4]
    b'PNG'
    """
    width, height = size(svg)
    zoom = min(scale, math.sqrt(most(svg.count('class="stroke')) / (width * height)))
    with as_file(files("ziamath.fonts") / "STIXTwoMath-Regular.ttf") as font:
        png = resvg_py.svg_to_bytes(
            svg_string=re.sub(r"<style>[^<]*</style>", "", svg),
            zoom=zoom,
            background=WHITE,
            skip_system_fonts="<use" not in svg or "<text" not in svg,
            font_files=[str(font)],
            serif_family=FONT,
            sans_serif_family=FONT,
            monospace_family=FONT,
        )
    return _at_its_size(png, zoom)


def most(strokes: int) -> int:
    """How many pixels of a figure with so many strokes can be drawn in half a second."""
    return PIXELS if strokes < CROWDED else FEWER


def _at_its_size(png: bytes, zoom: float) -> bytes:
    """With its density written into it, so that on paper it is as large as the figure, and not ``zoom`` times that."""
    per_metre = round(96 * zoom / 0.0254)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    after_header = 33
    density = struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:after_header] + density + png[after_header:]
