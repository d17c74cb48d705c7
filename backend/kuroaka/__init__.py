"""Kuroaka: type an expression, see values flow forward in black and gradients flow back in red.

>>> from kuroaka import Graph
>>> Graph("1/(1 + exp(-x))").evaluate(x=0.5).value
0.6224593312018546
"""

from typing import TYPE_CHECKING

from kuroaka.version import __version__

if TYPE_CHECKING:
    from kuroaka.library import Figure, Graph

__all__ = ["Figure", "Graph", "__version__"]


def __getattr__(name: str) -> object:
    """Load the library when it is asked for: the rooms below it import this package too."""
    if name in __all__:
        from kuroaka import library  # noqa: PLC0415

        return getattr(library, name)
    raise AttributeError(f"module 'kuroaka' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What is meant for use, without the rooms that have been loaded."""
    return __all__
