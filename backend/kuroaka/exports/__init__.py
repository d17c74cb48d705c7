"""A scene in, a file of another program out: one format a file.

Every format is a row of ``FORMATS``; the API, the library, the command line and the page's menu read the table.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from kuroaka.exports import answers, dot, html, jax, json, latex, mermaid, python, pytorch, tikz
from kuroaka.scene import Scene

_GRAPH = frozenset({"fold", "view", "show", "naming", "fit"})
_DRAWN = _GRAPH | {"frame"}
_PAGE = _DRAWN | {"animate", "dashes", "paper", "lang"}


class Format(NamedTuple):
    """A format: how its file ends, its media type, what writes it, and which rows about the drawing change the file:
    a program has no labels, a file of another program stands still.

    >>> from kuroaka.asked import Asked
    >>> FORMATS["python"].write(Scene(Asked(expression="x*y"))).splitlines()[0]
    'import numpy as np'
    """

    name: str
    extension: str
    media_type: str
    write: Callable[[Scene], str]
    heeds: frozenset[str] = frozenset()


_ROWS = (
    Format("tikz", "tex", "application/x-tex", tikz.write, _DRAWN | {"dashes"}),
    Format("dot", "dot", "text/vnd.graphviz", dot.write, _DRAWN),  # one line of two colours: red alone cannot be dashed
    Format("mermaid", "mmd", "text/vnd.mermaid", mermaid.write, _DRAWN),  # the same
    Format("latex", "tex", "application/x-tex", latex.write),
    Format("python", "py", "text/x-python", python.write, frozenset({"lang"})),
    Format("pytorch", "py", "text/x-python", pytorch.write, frozenset({"lang"})),
    Format("jax", "py", "text/x-python", jax.write, frozenset({"lang"})),
    Format("json", "json", "application/json", json.write, frozenset({"fold", "view", "naming", "fit", "lang"})),
    Format("answers", "json", "application/json", answers.write, _PAGE),
    Format("html", "html", "text/html", html.write, _PAGE),
)

FORMATS: Mapping[str, Format] = {row.name: row for row in _ROWS}
