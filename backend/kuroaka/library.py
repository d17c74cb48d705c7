"""Kuroaka as a Python library: one class that reads an expression, evaluates it, and draws itself in a notebook."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroaka.formulas import symbols
from kuroaka.graph import Check, Evaluation, Sweep, Tape, build, check, derivative, evaluate, expand, sweep
from kuroaka.graph import Graph as Structure
from kuroaka.language import UNLIMITED, Spelling
from kuroaka.words import Language

if TYPE_CHECKING:
    from kuroaka.figure import Show
    from kuroaka.figure.outputs import Outputs
    from kuroaka.notebook import Widget


@dataclass(frozen=True)
class Figure:
    """A drawn figure. It shows itself in a notebook; ``svg`` is its file."""

    svg: str
    title: str

    def png(self, scale: float = 2.0) -> bytes:
        """The finished figure, or the frame of a still, as a PNG of ``scale`` times its size."""
        from kuroaka.figure.raster import rasterise  # noqa: PLC0415  (the drawing of pixels: only where asked for)

        return rasterise(self.svg, scale)

    def _repr_mimebundle_(self, **_: object) -> "Outputs":
        from kuroaka.figure.outputs import outputs  # noqa: PLC0415

        return outputs(self.svg, self.title)


class Graph:
    r"""The computational graph of an expression in plain text or LaTeX.

    ``open`` names operations that show their inside, such as ``["sigmoid"]``. Raises SyntaxProblem, NameProblem or
    LimitProblem (all ValueError) with the span of the offending text.

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
        output: str | None = None,
        syntax: Spelling = "auto",
        open: Collection[str] = (),  # noqa: A002  (the word of the API)
    ) -> None:
        self.structure = build(expression, output, UNLIMITED, syntax, open)

    @classmethod
    def from_tape(cls, tape: Tape, output: int, *, open: Collection[str] = ()) -> "Graph":  # noqa: A002
        """The graph of what a tape noted on the way to ``output``. Its text is written: it can be typed, and linked to.

        >>> from kuroaka.graph import Tape
        >>> tape = Tape()
        >>> x = tape.variable("x")
        >>> for _ in range(2):
        ...     x = tape.call("sin", tape.call("mul", x, x))
        >>> Graph.from_tape(tape, x).text
        'v_1 = sin(x*x); sin(v_1*v_1)'
        """
        return cls._of(expand(tape.graph(output), open))

    @classmethod
    def _of(cls, structure: Structure) -> "Graph":
        graph = cls.__new__(cls)
        graph.structure = structure
        return graph

    @property
    def text(self) -> str:
        """The expression."""
        return self.structure.text

    @property
    def latex(self) -> str:
        """The formula of the output in LaTeX."""
        return symbols(self.structure).values[self.structure.output].latex

    @property
    def names(self) -> tuple[str, ...]:
        """The variables and named constants: what can be given a value, and has a gradient.

        >>> Graph("a = -1; exp(a*x)").names
        ('a', 'x')
        """
        return tuple(self.structure.leaves)

    def evaluate(self, point: Mapping[str, float] | None = None, *, seed: float = 1.0, **values: float) -> Evaluation:
        """Values and gradients at a point, given as a mapping, by keyword, or both. A variable without a value
        has 1. Raises NameProblem for a name the graph does not have.

        >>> Graph("w'*x").evaluate({"w'": 3}, x=2).gradients
        {"w'": 2.0, 'x': 3.0}
        """
        return evaluate(self.structure, {**(point or {}), **values}, seed)

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

    def figure(
        self,
        point: Mapping[str, float] | None = None,
        *,
        show: "Show" = "formulas",
        animate: bool = True,
        frame: int | None = None,
        fold: Collection[str] = (),
        language: Language = "en",
        **values: float,
    ) -> Figure:
        """The figure at a point: ``show`` is formulas, numbers or rules; ``frame`` makes it a still of one frame.
        A bound name among ``fold`` is one circle with all that only it uses.

        >>> Graph("x*y").figure(x=2, y=3).svg[:4]
        '<svg'
        """
        from kuroaka.figure.compose import figure  # noqa: PLC0415  (the typesetter and its font: only to draw)

        evaluation = self.evaluate(point, **values)
        svg = figure(evaluation, (show,), animate=animate, frame=frame, language=language, folded=fold)
        return Figure(svg, self.text)

    def live(
        self,
        point: Mapping[str, float] | None = None,
        *,
        show: str = "formulas",
        language: Language = "en",
        **values: float,
    ) -> "Widget":
        """The figure with its controls and sliders, for a notebook. Needs ``pip install kuroaka[notebook]``."""
        from kuroaka.notebook import Widget  # noqa: PLC0415  (needs anywidget, which is an extra)

        return Widget(self.text, at={**(point or {}), **values}, show=show, lang=language)

    def export(
        self,
        format: str,  # noqa: A002  (the word of the API)
        point: Mapping[str, float] | None = None,
        *,
        seed: float = 1.0,
        show: "Show" = "formulas",
        fold: Collection[str] = (),
        language: Language = "en",
        **values: float,
    ) -> str:
        """The graph at a point as a file of another program; ``kuroaka.exports.FORMATS`` has the formats.

        >>> Graph("x*y").export("python", x=2, y=3).splitlines()[-1]
        'print("gradient of y:", dy)'
        """
        from kuroaka.exports import FORMATS  # noqa: PLC0415  (the typesetter and its font: only to draw)

        if format not in FORMATS:
            raise ValueError(f"no format {format!r}: choose from {', '.join(FORMATS)}")
        return FORMATS[format].text(self.evaluate(point, seed=seed, **values), language, show, fold)

    def __repr__(self) -> str:
        return f"Graph({self.text!r})"

    def _repr_mimebundle_(self, **_: object) -> "Outputs":
        return self.figure()._repr_mimebundle_()
