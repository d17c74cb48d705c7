"""A figure that is live in a notebook: it plays, steps, and follows numbers, also where no service runs.

What enters: an expression and numbers. What leaves: a widget (anywidget, so Jupyter, VS Code, Colab and marimo show it)
that carries all it needs; what it shows can be read off it. Needs ``pip install kuroaka[notebook]``.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any, cast

import anywidget
import traitlets

from kuroaka.exports.bundle import bundle
from kuroaka.exports.carried import carried
from kuroaka.figure.compose import figure
from kuroaka.figure.draw import Show
from kuroaka.figure.outputs import Outputs, outputs
from kuroaka.graph import Evaluation, Graph, build, evaluate
from kuroaka.language import UNLIMITED
from kuroaka.words import LANGUAGES, Language

_SHOWN = ("formulas", "numbers", "formulas,numbers", "rules")


class Widget(anywidget.AnyWidget):
    """The live figure. ``expression``, ``at``, ``show`` and ``lang`` can be set at any time; ``values``, ``value``,
    ``gradients`` and ``frame`` tell what it shows. A text that is refused raises, and the figure stays.

    >>> widget = Widget("x*y", at={"x": 2, "y": 3})
    >>> widget.value, widget.gradients
    (6.0, {'x': 3.0, 'y': 2.0})
    """

    _esm = bundle("entries/widget.js")

    expression = traitlets.Unicode().tag(sync=True)
    at = traitlets.Dict().tag(sync=True)
    show = traitlets.Enum(_SHOWN, "formulas").tag(sync=True)
    lang = traitlets.Enum(LANGUAGES, "en").tag(sync=True)
    frame = traitlets.Int(None, allow_none=True).tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    value = traitlets.Float(None, allow_none=True).tag(sync=True)
    gradients = traitlets.Dict().tag(sync=True)
    carried = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        expression: str,
        *,
        at: Mapping[str, float] | None = None,
        show: str = "formulas",
        lang: Language = "en",
        open: Iterable[str] = (),  # noqa: A002 - the word of the state table
    ) -> None:
        self._opened = tuple(open)
        super().__init__(at=dict(at or {}), show=show, lang=lang)
        self.expression = expression

    @traitlets.validate("expression", "lang")
    def _carry(self, proposal: Any) -> Any:
        """What the figure needs goes ahead of the text or language that needs it."""
        asked = {"expression": self.expression, "lang": self.lang, proposal.trait.name: proposal.value}
        if asked["expression"]:
            self._answer(str(asked["expression"]), cast(Language, asked["lang"]))
        return proposal.value

    @traitlets.validate("at")
    def _check(self, proposal: Any) -> Any:
        """Only names that the expression has."""
        if self.expression:
            self._tell(evaluate(self._graph(self.expression), proposal.value))
        return proposal.value

    def _answer(self, expression: str, lang: Language) -> None:
        graph = self._graph(expression)
        result = evaluate(graph, {name: number for name, number in self.at.items() if name in graph.leaves})
        self.carried = carried(result, lang)
        self._tell(result)

    def _graph(self, expression: str) -> Graph:
        return build(expression, limits=UNLIMITED, opened=self._opened)

    def _tell(self, result: Evaluation) -> None:
        """The numbers before anybody has moved them."""
        self.values = dict(result.point)
        self.value = _finite(result.value)
        self.gradients = {name: _finite(slope) for name, slope in result.gradients.items()}

    def _repr_mimebundle_(self, **kwargs: Any) -> Outputs | None:
        """The widget, and the figure as it is now for where no widget can be: GitHub, a printed notebook."""
        live = super()._repr_mimebundle_(**kwargs)
        if live is None:
            return None
        shows = cast("tuple[Show, ...]", tuple(self.show.split(",")))
        still = figure(evaluate(self._graph(self.expression), self.values), shows, frame=self.frame, language=self.lang)
        data, metadata = outputs(still, self.expression)
        return {**live[0], **data}, {**live[1], **metadata}


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None
