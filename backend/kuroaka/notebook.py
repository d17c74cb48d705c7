"""A figure that is live in a notebook: it plays, steps, and follows numbers, also where no service runs.

What enters: an expression and numbers. What leaves: a widget (anywidget, so Jupyter, VS Code, Colab and marimo show it)
that carries all it needs; what it shows can be read off it. Needs ``pip install kuroaka[notebook]``.
"""

import math
import warnings
from types import new_class
from typing import Any

from kuroaka.answers.packed import packed
from kuroaka.asked import ROWS, Asked, Row
from kuroaka.extras import extra
from kuroaka.figure.files.outputs import Outputs, outputs
from kuroaka.graph import Evaluation
from kuroaka.page.bundle import bundle
from kuroaka.scene import Scene, structure

with extra("notebook"):
    import anywidget
    import traitlets

# What the answers depend on that the figure brings along, and what only changes how it is shown.
_CARRIED = ("expression", "syntax", "output", "open", "derivative", "fold", "view", "naming", "fit", "lang")
_SHOWN = ("fold", "view", "show", "naming", "fit", "frame", "animate", "dashes", "paper", "lang")


def _trait(row: Row) -> Any:
    """The trait of a row, under its name in a widget: what is set is a value of the row, or text as in a link."""
    match row.kind.name:
        case "point":
            trait: Any = traitlets.Dict()
        case "truth":
            trait = traitlets.Bool(row.default)
        case "number":
            trait = traitlets.Float(row.default)
        case "count":
            trait = traitlets.Int(None, allow_none=True)
        case "choice":
            trait = traitlets.Enum(row.kind.choices, row.default)
        case "text":
            trait = traitlets.Unicode("")
        case _:
            trait = traitlets.Unicode(row.kind.write(row.default))
    return trait.tag(sync=True)


_ROWS = {("opened" if row.name == "open" else row.attribute): row for row in ROWS.values()}  # by trait
_Asking: Any = new_class(
    "_Asking", (anywidget.AnyWidget,), exec_body=lambda body: body.update({name: _trait(_ROWS[name]) for name in _ROWS})
)


class Widget(_Asking):  # type: ignore[misc]  # its traits are made from the table
    """The live figure. The rows of the table are traits that can be set at any time (``open`` is ``opened`` here:
    widgets have a method of that name); ``values``, ``value``, ``gradients`` and ``frame`` tell what it shows. What is
    refused raises, and the figure stays.

    >>> widget = Widget("x*y", at={"x": 2, "y": 3})
    >>> widget.value, widget.gradients
    (6.0, {'x': 3.0, 'y': 2.0})
    """

    _esm = bundle("entries/widget.js")

    values = traitlets.Dict().tag(sync=True)
    value = traitlets.Float(None, allow_none=True).tag(sync=True)
    gradients = traitlets.Dict().tag(sync=True)
    carried = traitlets.Dict().tag(sync=True)

    def __init__(self, expression: str, **asked: Any) -> None:
        """``asked`` has rows of the table by name. Raises ParameterProblem and what ``Graph`` raises."""
        self._brought: Asked | None = None  # what the answers in ``carried`` were made for
        given = Asked(expression=expression, **{name: ROWS[name].take(value) for name, value in asked.items()})
        for notice in Scene(given).notices:  # refuses before there is a widget
            warnings.warn(notice.says(given.lang), stacklevel=2)
        super().__init__(**{trait: _held(row, getattr(given, row.name)) for trait, row in _ROWS.items()})

    @classmethod
    def of(cls, scene: Scene) -> "Widget":
        """The widget of a scene."""
        question = scene.question
        return cls(**{row.name: getattr(question, row.name) for row in ROWS.values()})

    @traitlets.validate(*_ROWS)
    def _take(self, proposal: Any) -> Any:
        """What the figure needs goes ahead of the text, language or drawing that needs it."""
        row = _ROWS[proposal.trait.name]
        value = row.take(proposal.value)
        asked = self._asked().but(**{row.name: value})
        if asked.expression:
            if row.name not in ("at", "seed", "seeds"):  # numbers for names that another expression had are left alone
                graph = structure(asked)
                asked = asked.but(
                    at={name: number for name, number in asked.at.items() if name in graph.leaves},
                    seeds={name: seed for name, seed in asked.seeds.items() if name in graph.output_names},
                )
            if row.name in _CARRIED:
                self._bring(asked)
            if row.name not in _SHOWN:
                self._tell(Scene(asked).evaluation)
        return _held(row, value)

    def _asked(self) -> Asked:
        return Asked(**{row.name: row.take(getattr(self, trait)) for trait, row in _ROWS.items()})

    def _bring(self, asked: Asked) -> None:
        needs = asked.but(**{name: ROWS[name].default for name in ROWS if name not in _CARRIED})
        if needs != self._brought:
            self._brought = needs
            self.carried = packed(Scene(asked))

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
        data, metadata = outputs(Scene(self._asked().but(at=self.values)))
        return {**live[0], **data}, {**live[1], **metadata}


def _held(row: Row, value: Any) -> Any:
    """A value as its trait holds it."""
    return row.kind.write(value) if isinstance(value, tuple) else dict(value) if row.kind.name == "point" else value


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None
