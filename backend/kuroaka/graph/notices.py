"""What was understood, but perhaps not meant: a reader may have typed a product and got one name."""

from typing import NamedTuple

from kuroaka.graph.graph import Graph, Span
from kuroaka.language.letters import LETTERS


class Notice(NamedTuple):
    """A name that looks like a product of other names, and where it stands first."""

    name: str
    product: str
    span: Span


def notices(graph: Graph) -> list[Notice]:
    """The variables that look like products: two letters, or letters that are all variables themselves.

    >>> from kuroaka.graph import build
    >>> notices(build("xy + x"))
    [Notice(name='xy', product='x*y', span=(0, 2))]
    >>> notices(build("loss + alpha"))
    []
    """
    return [
        Notice(name, "*".join(name), graph.spans[node])
        for name, node in graph.leaves.items()
        if graph.kinds[node] == "variable"
        and len(name) > 1
        and name.isalpha()
        and (len(name) == 2 or all(letter in graph.leaves for letter in name))
        and name not in LETTERS
    ]
