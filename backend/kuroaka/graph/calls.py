"""Calls of the reader's own functions: each is a group of nodes, drawn as one circle."""

from typing import NamedTuple


class FunctionCall(NamedTuple):
    """A call of ``name``: ``root`` is the node of its value, ``inputs`` those of its ``arguments``; ``around`` is the
    index of the call in whose function it stands, -1 for none."""

    name: str
    root: int
    inputs: tuple[int, ...]
    around: int = -1
    arguments: tuple[str, ...] = ()
