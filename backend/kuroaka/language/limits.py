"""How much one expression may hold. The service uses ``LIMITS``; a library user may lift them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Counts are of code points, tokens, open brackets, nodes of the graph with its branches, lines of a figure,
    pixels drawn for a picture that moves, and bytes of the SVG of a figure.
    """

    characters: int
    tokens: int
    depth: int
    name_characters: int
    names: int
    number_characters: int
    nodes: int
    lines: int
    pixels: int
    bytes: int


LIMITS = Limits(
    characters=2000,
    tokens=1500,
    depth=100,
    name_characters=32,
    names=150,
    number_characters=40,
    nodes=500,
    lines=600,
    pixels=2_500_000,
    bytes=512 * 1024,
)

_ENDLESS = 2**62
UNLIMITED = Limits(*[_ENDLESS] * 10)
