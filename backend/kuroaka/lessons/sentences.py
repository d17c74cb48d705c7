"""A sentence of a lesson in, its pieces out: what stands between braces is computed from what the step shows.

``{value EXPR}`` is a number: of a name of the figure, or of any expression of its names. ``{red NAME}`` is a gradient.
``{formula NAME}`` and ``{gradient NAME}`` are the black and the red label there, ``{math EXPR}`` an expression as it is
set, ``{rule OPERATION ARGUMENT}`` a rule of the table and ``{means OPERATION}`` what an operation is made of. NAME may
be the id of a node or a line. A second figure is spoken of by ``{beside value EXPR}`` and so on.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from kuroaka.formulas import Label, figure_number, mathml, numeral_math, print_number, rule
from kuroaka.formulas import text as text_of
from kuroaka.formulas.labels import formula_of
from kuroaka.graph import Graph
from kuroaka.graph.ids import edge_id, node_id
from kuroaka.lessons.lesson import Lesson, LessonProblem, Step
from kuroaka.operations import OPERATIONS, Math, Operation
from kuroaka.scene import Scene, structure
from kuroaka.words import Language
from kuroaka.words.problem import Problem

_HOLE = re.compile(r"\{(beside\s+)?(\w+)\s*([^{}]*?)\s*\}|\{[^{}]*\}?|\}")  # a stray brace is a hole of no kind
_PART = re.compile(r"(n\d+|e\d+|out\d*)")


@dataclass(frozen=True)
class Filled:
    """A piece of a sentence. ``math`` is how it is set, None for words; ``of`` is the kind and the id of what a number
    is of, so that it can follow a slider, and ``figure`` says in which figure that is.
    """

    text: str
    math: Math | None = None
    of: tuple[str, str] | None = None
    figure: int = 0


def fill(lesson: Lesson, step: Step, language: Language) -> list[Filled]:
    """What is said in a step. Raises LessonProblem where something is asked for that is not there."""
    said, pieces, end = step.says[language], [], 0
    for hole in _HOLE.finditer(said):
        if hole.start() > end:
            pieces.append(Filled(said[end : hole.start()]))
        pieces.append(_filled(lesson, step, hole))
        end = hole.end()
    if end < len(said):
        pieces.append(Filled(said[end:]))
    return pieces


def _filled(lesson: Lesson, step: Step, hole: re.Match[str]) -> Filled:
    figure, kind, what = int(bool(hole[1])), hole[2], hole[3]
    try:
        if kind not in _KINDS:
            raise _Unfilled("lesson-hole", kinds=", ".join(_KINDS))
        if figure >= len(step.figures):
            raise _Unfilled("lesson-beside")
        found = _KINDS[kind](Scene(step.figures[figure].asked), what)
    except _Unfilled as unfilled:
        raise LessonProblem(unfilled.code, lesson.file, step.line, hole=hole[0], **unfilled.parts) from None
    except Problem as wrong:
        raise LessonProblem("lesson-hole-empty", lesson.file, step.line, hole=hole[0], message=wrong) from None
    if kind == "value" and found.of is None and step.moves:  # it would not follow the slider
        raise LessonProblem("lesson-stale", lesson.file, step.line, hole=hole[0])
    return Filled(found.text, found.math, found.of, figure)


class _Unfilled(Problem):
    def __init__(self, code: str, **parts: object) -> None:
        super().__init__(code)
        self.code, self.parts = code, parts


def _value(scene: Scene, what: str) -> Filled:
    node = node_of(scene.graph, what)
    if node is not None:
        return _number(scene.evaluation.passes.values[node], ("value", node_id(node)))
    asked = scene.asked
    text = f"{asked.expression}\n({what})"  # a line that begins with a sign would go on with the one before
    leaves = structure(asked.but(expression=text, output=())).leaves if what else ("",)
    for name in leaves:
        _there(scene, name)  # another name would be a variable without a value
    at = {name: number for name, number in asked.at.items() if name in leaves}
    return _number(Scene(asked.but(expression=text, output=(), at=at)).evaluation.value)


def _red(scene: Scene, what: str) -> Filled:
    line = _line(scene, what)
    if line is not None:
        number = scene.evaluation.passes.contributions[line]
        return _number(0.0 if number is None else number, ("contribution", what))
    node = _there(scene, what)
    number = scene.evaluation.passes.adjoints[node]
    return _number(0.0 if number is None else number, ("adjoint", node_id(node)))


def _formula(scene: Scene, what: str) -> Filled:
    line = _line(scene, what)
    node = _there(scene, what) if line is None else scene.graph.lines[line].source
    return _label(scene.labels.values[node])


def _gradient(scene: Scene, what: str) -> Filled:
    line = _line(scene, what)
    labels = scene.labels
    label = labels.adjoints[_there(scene, what)] if line is None else labels.contributions[line]
    if label is None:
        raise _Unfilled("lesson-constant", what=what)
    return _label(label)


def _math(_scene: Scene, what: str) -> Filled:
    return _label(_set(what))


@cache
def _set(what: str) -> Label:
    formula = formula_of(what)
    return Label(text_of(formula), mathml(formula))


def _rule(_scene: Scene, what: str) -> Filled:
    name, _space, argument = what.partition(" ")
    operation = _operation(name)
    argument = argument.strip() or operation.arguments[0]
    if argument not in operation.arguments:
        raise _Unfilled("lesson-argument", what=name, argument=argument, names=", ".join(operation.arguments))
    return _label(rule(operation.backward[operation.arguments.index(argument)]))


def _means(_scene: Scene, what: str) -> Filled:
    value = _operation(what).value
    if not value:
        raise _Unfilled("lesson-elementary", what=what)
    return _label(rule(value))


_KINDS: Mapping[str, Callable[[Scene, str], Filled]] = {
    "value": _value,
    "red": _red,
    "formula": _formula,
    "gradient": _gradient,
    "math": _math,
    "rule": _rule,
    "means": _means,
}


def _number(number: float, of: tuple[str, str] | None = None) -> Filled:
    return Filled(print_number(number), numeral_math(figure_number(number)), of)


def _label(label: Label) -> Filled:
    return Filled(label.text, label.math)


def node_of(graph: Graph, what: str) -> int | None:
    """The node of a name, or of an id.

    >>> from kuroaka.graph import build
    >>> node_of(build("z = x*y"), "y"), node_of(build("z = x*y"), "n2"), node_of(build("z = x*y"), "w")
    (1, 2, None)
    """
    if what in graph.names:
        return graph.names.index(what)
    if _PART.fullmatch(what) and what.startswith("n") and int(what[1:]) < len(graph):
        return int(what[1:])
    return None


def _operation(what: str) -> Operation:
    if what not in OPERATIONS:
        raise _Unfilled("lesson-operation", what=what)
    return OPERATIONS[what]


def _there(scene: Scene, what: str) -> int:
    node = node_of(scene.graph, what)
    if node is None:
        raise _Unfilled("lesson-nothing", what=what, names=", ".join(filter(None, scene.graph.names)))
    return node


def _line(scene: Scene, what: str) -> int | None:
    """The line of an id."""
    if not _PART.fullmatch(what) or what.startswith("n"):
        return None
    return next((line for line in range(len(scene.graph.lines)) if edge_id(scene.graph, line) == what), None)
