"""A scene in, a picture that moves from frame to frame out: GIF, WebP or APNG, for slides and posts.

A frame is drawn on the one before, and only where something comes. All share one palette, without dither: the figure
has two colours, and what lies between them and the paper.
"""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from math import ceil, floor, sqrt
from typing import Any, Literal
from xml.sax.saxutils import escape

from kuroaka.extras import extra
from kuroaka.figure.drawing.stills import EVER, Stills, stills
from kuroaka.figure.files.raster import PIXELS, most, rasterise
from kuroaka.figure.type.measures import BLACK, RED
from kuroaka.language import LimitProblem
from kuroaka.scene import Scene

with extra("png"):
    from PIL import Image, ImageColor
    from PIL.PngImagePlugin import PngInfo

Moving = Literal["gif", "webp", "apng"]
STEP, HOLD = 900, 2500  # milliseconds of a frame, and of the last one
SHADES = 16  # of each colour
LEAST = 0.55  # of its size at which a figure can still be read
# What it costs to write a pixel, as it is done for each frame, to what it costs to draw one.
WRITING: Mapping[Moving, float] = {"gif": 0.05, "webp": 0.4, "apng": 0.1}
Window = tuple[int, int, int, int]  # left, top, right, bottom, in pixels


def film(scene: Scene, medium: Moving, scale: float) -> bytes:
    """The frames one after the other, ``scale`` times the size of the figure, or less where the scene may have no more
    pixels. What is said of the figure goes along.

    Raises LimitProblem where nothing could be read at that size.

    >>> from kuroaka.asked import Asked
    >>> film(Scene(Asked(expression="x*y")), "gif", 1)[:6]
    b'GIF89a'
    """
    shown = stills(scene)
    first, *later = _frames(shown, _zoom(scene, shown, medium, scale))
    times = [STEP] * len(later) + [HOLD]
    written = BytesIO()
    how = _HOW[medium](shown.says)
    if medium == "webp":
        first, later = first.convert("RGB"), [frame.convert("RGB") for frame in later]
    first.save(written, save_all=True, append_images=later, duration=times, loop=0, **how)
    return written.getvalue()


def _zoom(scene: Scene, shown: Stills, medium: Moving, scale: float) -> float:
    """How much larger than the figure the picture is."""
    width, height = shown.size
    windows = [shown.news(frame) for frame in shown.frames[1:]]
    drawn = width * height + sum((right - left) * (bottom - top) for left, top, right, bottom in windows)
    possible = most(sum(part.until == EVER for part in shown.parts))
    cost = (drawn + WRITING[medium] * width * height * len(shown.frames)) * PIXELS / possible
    bearable = sqrt(scene.limits.pixels / cost)
    if bearable < LEAST:
        size = {"frames": len(shown.frames), "width": round(width), "height": round(height)}
        raise LimitProblem("film-too-large", (0, len(scene.asked.expression)), **size)
    return min(scale, bearable, sqrt(possible / (width * height)))


def _frames(shown: Stills, zoom: float) -> Iterator[Image.Image]:
    """Each frame in the colours of the palette."""
    palette = Image.new("P", (1, 1))
    palette.putpalette(_palette())
    first, *later = shown.frames
    width, height = (round(length * zoom) for length in shown.size)
    whole = _seen(shown, first, (0, 0, width, height), zoom, palette)
    yield whole
    for frame in later:
        left, top, right, bottom = (length * zoom for length in shown.news(frame))
        window = max(floor(left), 0), max(floor(top), 0), min(ceil(right), width), min(ceil(bottom), height)
        whole = whole.copy()
        whole.paste(_seen(shown, frame, window, zoom, palette), window[:2])
        yield whole


def _seen(shown: Stills, frame: int, window: Window, zoom: float, palette: Image.Image) -> Image.Image:
    """What is seen of a frame in some of its pixels."""
    left, top, right, bottom = window
    svg = shown.still(frame, (left / zoom, top / zoom, right / zoom, bottom / zoom), (right - left, bottom - top))
    picture = Image.open(BytesIO(rasterise(svg, 1))).convert("RGB")
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _palette() -> list[int]:
    """The shades from black to white, and those from red to almost white: red, green and blue of each."""
    black, red = ImageColor.getrgb(BLACK), ImageColor.getrgb(RED)
    shades = [(black, shade / (SHADES - 1)) for shade in range(SHADES)]
    shades += [(red, shade / SHADES) for shade in range(SHADES)]
    return [round(part + (255 - part) * white) for colour, white in shades for part in colour[:3]]


def _gif(says: str) -> dict[str, Any]:
    return {"format": "GIF", "comment": says.encode(), "optimize": False}


def _apng(says: str) -> dict[str, Any]:
    info = PngInfo()
    info.add_itxt("Description", says)
    return {"format": "PNG", "pnginfo": info}


def _webp(says: str) -> dict[str, Any]:
    """What is said stands where programs look for the text of an image (IPTC)."""
    iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmp = (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}"><rdf:Description xmlns:i="{iptc}">'
        f'<i:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">{escape(says)}</rdf:li></rdf:Alt>'
        "</i:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    return {"format": "WEBP", "lossless": True, "quality": 50, "method": 2, "xmp": xmp.encode()}


_HOW: Mapping[Moving, Callable[[str], dict[str, Any]]] = {"gif": _gif, "webp": _webp, "apng": _apng}
