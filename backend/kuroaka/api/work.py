"""What the workers make: a question in, the bytes of an answer out. Whatever takes time stands here."""

import gzip
from collections.abc import Callable
from typing import Any, NamedTuple

import brotli

from kuroaka.answers.check import check_answer
from kuroaka.answers.encoding import Setting, encode
from kuroaka.answers.graph import graph_answer
from kuroaka.answers.operations import operations_answer
from kuroaka.answers.slips import slips_answer
from kuroaka.api.heights import Contents
from kuroaka.asked import Asked
from kuroaka.exports import FORMATS
from kuroaka.figure.drawing.compose import picture
from kuroaka.figure.files import Medium
from kuroaka.figure.files.media import MEDIA
from kuroaka.figure.files.raster import SCALE, rasterise
from kuroaka.graph import check, sweep
from kuroaka.language import LIMITS
from kuroaka.narration import clauses, sentence
from kuroaka.scene import Scene
from kuroaka.words import Language

_SHORT = 1000  # bytes that are not worth compressing
_BROTLI = 11  # its quality: half a second for the page's script
_COMPRESSED = (b"\x89PNG", b"wOF2", b"%PDF", b"GIF8", b"RIFF")  # how files begin that are so already


class Bytes(NamedTuple):
    """An answer, and the same by codings of HTTP; empty where that is not worth it."""

    plain: bytes
    gzip: bytes
    br: bytes = b""


def packed(level: int, make: Callable[..., bytes], *given: Any) -> Bytes:
    """What a function makes, ready to be sent, compressed at a level of gzip; 0 is not at all."""
    plain = make(*given)
    is_packed = level and len(plain) >= _SHORT and not plain.startswith(_COMPRESSED)
    return Bytes(plain, gzip.compress(plain, level, mtime=0) if is_packed else b"")


def packed_for_all(level: int, make: Callable[..., bytes], *given: Any) -> Bytes:
    """The same of what every reader is sent: by Brotli too, which takes long and makes it a seventh smaller."""
    answer = packed(level, make, *given)
    return answer._replace(br=brotli.compress(answer.plain, brotli.MODE_TEXT, _BROTLI)) if answer.gzip else answer


def figure(asked: Asked, medium: Medium = "svg", scale: float = SCALE) -> bytes:
    """The figure as a file."""
    return MEDIA[medium].write(_scene(asked), scale)


def pixels(drawn: str) -> bytes:
    """The PNG of an SVG."""
    return rasterise(drawn)


def export(asked: Asked, name: str) -> bytes:
    """The graph in another format."""
    return FORMATS[name].write(_scene(asked)).encode()


def graph(asked: Asked, setting: Setting) -> bytes:
    """Every node and edge with value, gradient, formula and rule."""
    return encode(graph_answer(_scene(asked), setting))


def curve(asked: Asked, name: str, start: float, stop: float, points: int) -> bytes:
    """A curve and its derivative over a range."""
    made = sweep(_scene(asked).graph, name, start, stop, points, asked.at)
    columns = {"points": made.points, "values": made.values, "derivatives": made.derivatives}
    return encode({"name": name, **columns})


def checked(asked: Asked) -> bytes:
    """The gradient check."""
    return encode(check_answer(check(_scene(asked).graph, asked.at)))


class Size(NamedTuple):
    """In pixels of the figure."""

    width: float
    height: float


class Sizes(NamedTuple):
    """The figure as it stands, and what a frame of it has in it."""

    still: Size
    contents: Contents


def sizes(asked: Asked) -> Sizes:
    """What decides how large a frame must be."""
    scene = _scene(asked)
    graph, layout = scene.graph, picture(scene).layout
    named = [node for node, name in enumerate(graph.names) if name and graph.kinds[node] == "operation"]
    alone = graph.outputs[0] if len(graph.outputs) == 1 else None
    contents = Contents(
        layout.width,
        layout.height,
        scene.drawn.is_network,
        tuple(sentence(scene, clauses(scene, step)) for step in scene.steps),
        graph.output_names,
        tuple(graph.leaves),
        tuple(graph.names[node] for node in named if node != alone),
    )
    return Sizes(Size(layout.width, layout.height), contents)


def operations(language: Language, setting: Setting) -> bytes:
    """The table of operations."""
    return encode(operations_answer(language, setting))


def slips(language: Language) -> bytes:
    """The mistakes people make."""
    return encode(slips_answer(language))


def _scene(asked: Asked) -> Scene:
    return Scene(asked, limits=LIMITS)
