"""Kuroaka as a Python library: one class that reads an expression, evaluates it, and draws itself in a notebook.

What draws and writes is loaded when it is asked for: who only computes does not wait for it.
"""

# ruff: noqa: PLC0415

import warnings
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Any, TypeVar

from kuroaka.asked import ROWS, Asked
from kuroaka.formulas import derivative, whole
from kuroaka.graph import Check, Evaluation, Sweep, Tape, check, evaluate, expand, sweep
from kuroaka.graph import Graph as Structure
from kuroaka.language import Notice, Spelling
from kuroaka.scene import Scene, structure

if TYPE_CHECKING:
    from kuroaka.figure.files import Medium
    from kuroaka.figure.files.outputs import Outputs
    from kuroaka.notebook import Widget

Method = TypeVar("Method", bound=Callable[..., Any])
_FIXED = ("expression", "syntax", "output", "open", "derivative", "at")  # they make the graph, or are given as numbers


def _warn(notices: Iterable[Notice]) -> None:
    """Say in Python's way what was understood but perhaps not meant, at the line of whoever calls the library."""
    for notice in notices:
        warnings.warn(ExpressionWarning(str(notice)), stacklevel=3)


class ExpressionWarning(UserWarning):
    """Something in an expression was understood, but perhaps not meant."""


class Figure:
    """A drawn figure. It shows itself in a notebook; ``svg`` is its file."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def svg(self) -> str:
        """The figure as SVG, which plays."""
        from kuroaka.figure.drawing.compose import figure

        return figure(self.scene)

    @property
    def title(self) -> str:
        """The expression."""
        return self.scene.graph.text

    def png(self, scale: float = 2.0) -> bytes:
        """The finished figure, or the frame of a still, as a PNG of ``scale`` times its size."""
        return self._file("png", scale)

    def pdf(self) -> bytes:
        """A PDF with a page for each frame, or one with the frame of a still."""
        return self._file("pdf")

    def gif(self, scale: float = 2.0) -> bytes:
        """A GIF that moves from frame to frame."""
        return self._file("gif", scale)

    def webp(self, scale: float = 2.0) -> bytes:
        """The same as WebP, the smallest."""
        return self._file("webp", scale)

    def apng(self, scale: float = 2.0) -> bytes:
        """The same as APNG."""
        return self._file("apng", scale)

    def _file(self, medium: "Medium", scale: float = 2.0) -> bytes:
        from kuroaka.figure.files.media import MEDIA

        return MEDIA[medium].write(self.scene, scale)

    def __repr__(self) -> str:
        return f"Figure({self.title!r})"

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_mimebundle_(self, **_: object) -> "Outputs":
        from kuroaka.figure.files.outputs import outputs

        return outputs(self.scene)


def asking(method: Method) -> Method:
    """A method that takes the rows of the table as keywords; ``help`` and notebooks show them with their defaults."""
    rows = [row for row in ROWS.values() if row.name not in _FIXED]
    keywords = [
        Parameter(row.name, Parameter.KEYWORD_ONLY, default=row.default, annotation=Asked.__annotations__[row.name])
        for row in rows
    ]
    own = signature(method)
    kept = [one for one in own.parameters.values() if one.kind is not Parameter.VAR_KEYWORD]
    values = Parameter("values", Parameter.VAR_KEYWORD, annotation=float)
    method.__signature__ = Signature(  # type: ignore[attr-defined]
        [*kept, *keywords, values], return_annotation=own.return_annotation
    )
    method.__doc__ = f"{method.__doc__}\n" + "".join(f"\n``{row.name}``: {row.says()}" for row in rows)
    return method


class Graph:
    r"""The computational graph of an expression in plain text or LaTeX.

    ``open`` names operations that show their inside, such as ``["sigmoid"]``; ``output`` the line to end in. Raises
    SyntaxProblem, NameProblem or LimitProblem (all ValueError) with the span of the offending text.

    >>> g = Graph("1/(1 + exp(-x))")
    >>> g.evaluate(x=0.5).gradients["x"]
    0.2350037122015945
    >>> g.derivative("x").evaluate(x=0.5).value
    0.2350037122015945
    >>> g.latex
    '\\frac{1}{1+e^{-x}}'
    """

    def __init__(
        self,
        expression: str,
        *,
        output: str | Sequence[str] = (),
        syntax: Spelling = "auto",
        open: Collection[str] = (),  # noqa: A002  (the word of the API)
    ) -> None:
        self.asked = Asked(expression=expression, output=ROWS["output"].take(output), syntax=syntax, open=tuple(open))
        self.structure = structure(self.asked)
        _warn(self.notices)

    @classmethod
    def from_tape(cls, tape: Tape, *outputs: int, open: Collection[str] = ()) -> "Graph":  # noqa: A002
        """The graph of what a tape noted on the way to the ``outputs``. Its text is written: it can be typed, and
        linked to.

        >>> from kuroaka.graph import Tape
        >>> tape = Tape()
        >>> x = tape.variable("x")
        >>> for _ in range(2):
        ...     x = tape.call("sin", tape.call("mul", x, x))
        >>> Graph.from_tape(tape, x).text
        'v_1 = sin(x*x); sin(v_1*v_1)'
        """
        return cls._of(expand(tape.graph(*outputs), open))

    @classmethod
    def _of(cls, structure: Structure) -> "Graph":
        graph = cls.__new__(cls)
        output = structure.output_names if len(structure.outputs) > 1 else ()
        graph.asked, graph.structure = Asked(expression=structure.text, output=output), structure
        return graph

    @property
    def text(self) -> str:
        """The expression."""
        return self.structure.text

    @property
    def latex(self) -> str:
        """The whole expression in LaTeX."""
        return whole(self.structure)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was understood, but perhaps not meant; Python warns of it too.

        >>> [str(notice) for notice in Graph("x*y; x^2").notices]  # doctest: +SKIP
        ['x*y leads nowhere: the output does not use it.']
        """
        return self.structure.notices

    @property
    def names(self) -> tuple[str, ...]:
        """The variables and named constants: what can be given a value, and has a gradient.

        >>> Graph("a = -1; exp(a*x)").names
        ('a', 'x')
        """
        return tuple(self.structure.leaves)

    def evaluate(
        self,
        point: Mapping[str, float] | None = None,
        *,
        seed: float = 1.0,
        seeds: Mapping[str, float] | None = None,
        **values: float,
    ) -> Evaluation:
        """Values and gradients at a point, given as a mapping, by keyword, or both. A variable without a value
        has 1. ``seeds`` has the gradient that enters at an output by its name, ``seed`` that at all others. Raises
        NameProblem for a name the graph does not have.

        >>> Graph("w'*x").evaluate({"w'": 3}, x=2).gradients
        {"w'": 2.0, 'x': 3.0}
        >>> Graph("u = x^2; v = 3*x", output=["u", "v"]).evaluate(x=2, seeds={"v": 0}).gradients
        {'x': 4.0}
        """
        result = evaluate(self.structure, {**(point or {}), **values}, seed, seeds)
        _warn(result.notices)
        return result

    def derivative(self, name: str) -> "Graph":
        """The derivative of the output to a name, as a graph again.

        >>> Graph("x^3").derivative("x").derivative("x").text
        '6*x'
        """
        return Graph._of(derivative(self.structure, name))

    def check(self, point: Mapping[str, float] | None = None, **values: float) -> dict[str, Check]:
        """For every name the gradient beside central differences, for nudges from 1e-1 to 1e-12."""
        return check(self.structure, {**(point or {}), **values})

    def sweep(self, name: str, start: float, stop: float, points: int = 500, **values: float) -> Sweep:
        """The curve of the output and its derivative over a range of one name."""
        return sweep(self.structure, name, start, stop, points, values)

    @asking
    def figure(self, point: Mapping[str, float] | None = None, **asked: Any) -> Figure:
        """The figure at a point.

        >>> Graph("x*y").figure(x=2, y=3, show="numbers").svg[:4]
        '<svg'
        """
        return Figure(self._scene(point, asked))

    @asking
    def live(self, point: Mapping[str, float] | None = None, **asked: Any) -> "Widget":
        """The figure with its controls and sliders, for a notebook. Needs ``pip install kuroaka[notebook]``."""
        from kuroaka.notebook import Widget  # needs anywidget, which is an extra

        return Widget.of(self._scene(point, asked))

    @asking
    def export(
        self,
        format: str,  # noqa: A002  (the word of the API)
        point: Mapping[str, float] | None = None,
        **asked: Any,
    ) -> str:
        """The graph at a point as a file of another program; ``kuroaka.exports.FORMATS`` has the formats.

        >>> Graph("x*y").export("python", x=2, y=3).splitlines()[-1]
        'print("gradient of y:", dy)'
        """
        from kuroaka.exports import FORMATS

        if format not in FORMATS:
            raise ValueError(f"no format {format!r}: choose from {', '.join(FORMATS)}")
        return FORMATS[format].write(self._scene(point, asked))

    def _scene(self, point: Mapping[str, float] | None, keywords: Mapping[str, Any]) -> Scene:
        """What is asked by keyword: the rows of the table, and numbers by name."""
        rows = {name: ROWS[name].take(value) for name, value in keywords.items() if name in ROWS}
        values = {name: value for name, value in keywords.items() if name not in ROWS}
        scene = Scene(self.asked.but(at={**(point or {}), **values}, **rows), self.structure)
        scene.evaluation  # noqa: B018  (refuses a name that the graph does not have, here and not when it is drawn)
        return scene

    def __repr__(self) -> str:
        return f"Graph({self.text!r})"

    def _repr_svg_(self) -> str:
        return self.figure().svg

    def _repr_mimebundle_(self, **_: object) -> "Outputs":
        return self.figure()._repr_mimebundle_()
