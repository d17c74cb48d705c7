"""Graph and numbers in, a file of another program out: one format a file.

Every format is a row of ``FORMATS``; the API, the library, the command line and the page's menu read the table.
"""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from kuroaka.exports import dot, html, jax, json, latex, mermaid, python, pytorch, tikz
from kuroaka.figure.draw import Show
from kuroaka.graph import Evaluation
from kuroaka.words import Language


class Format(NamedTuple):
    """A format: how its file ends, its media type, and what writes it. One that ``draws`` the figure can do so with
    another kind of labels, and with names folded into circles.
    """

    name: str
    extension: str
    media_type: str
    write: Callable[..., str]
    draws: bool = False

    def text(
        self,
        evaluation: Evaluation,
        language: Language = "en",
        show: Show = "formulas",
        folded: Collection[str] = (),
    ) -> str:
        """The file.

        >>> from kuroaka.graph import build, evaluate
        >>> FORMATS["python"].text(evaluate(build("x*y"))).splitlines()[0]
        'import numpy as np'
        """
        return self.write(evaluation, language, *((show, folded) if self.draws else ()))


_ROWS = (
    Format("tikz", "tex", "application/x-tex", tikz.write, draws=True),
    Format("dot", "dot", "text/vnd.graphviz", dot.write, draws=True),
    Format("mermaid", "mmd", "text/vnd.mermaid", mermaid.write, draws=True),
    Format("latex", "tex", "application/x-tex", latex.write),
    Format("python", "py", "text/x-python", python.write),
    Format("pytorch", "py", "text/x-python", pytorch.write),
    Format("jax", "py", "text/x-python", jax.write),
    Format("json", "json", "application/json", json.write),
    Format("html", "html", "text/html", html.write, draws=True),
)

FORMATS: Mapping[str, Format] = {row.name: row for row in _ROWS}
