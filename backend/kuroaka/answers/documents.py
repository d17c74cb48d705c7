"""What the answers hold, for the API's documentation. Answers are written as bytes by ``kuroaka.answers``; a
test holds them to these models.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from kuroaka.words.problem import CODES

Nonfinite = Literal["Infinity", "-Infinity", "NaN"]
_REFERENCE = {"format": "uri-reference"}
_SPAN = "First and last (exclusive) code point in the expression."


class Document(BaseModel):
    """Part of an answer: exactly these fields."""

    model_config = ConfigDict(extra="forbid", defer_build=True)  # built when the documentation is asked for


Math = Annotated[
    str | list[Any],
    Field(
        description="Mathematics as it is set: a letter, a word, a number or a sign; or a list: a construct (row, "
        "times, of, call, par, abs, frac, sqrt, sup, sub), then its parts."
    ),
]


class Sign(Document):
    """What stands for a node, in its circle, at its line, in a sentence: as text, and in LaTeX or as it is set."""

    text: str
    latex: str | None = None
    math: Math | None = None


class Label(Sign):
    """A formula, in LaTeX or as it is set; ``text`` is our own language and parses back."""

    means: Annotated[str | None, Field(description="What a short name such as v_5 stands for.")] = None
    means_latex: Annotated[str | None, Field(description="The same in LaTeX.")] = None
    means_math: Annotated[Math | None, Field(description="The same as it is set.")] = None


class Node(Document):
    """A node; ``forward`` is the formula of its value, ``backward`` that of its adjoint."""

    id: str
    kind: Literal["variable", "constant", "operation", "branch"]
    operation: str | None
    name: str | None
    name_math: Annotated[Math | None, Field(description="The name as it is set, on what has one.")] = None
    sign: Sign
    inputs: list[str]
    span: Annotated[tuple[int, int], Field(description=_SPAN)]
    value: float | None
    nonfinite: Nonfinite | None = None
    reason: str | None = None
    origin: bool | None = None
    adjoint: Annotated[
        float | None,
        Field(description="The derivative of the output to this node, times the seed; of several their sum."),
    ]
    adjoint_nonfinite: Nonfinite | None = None
    adjoint_reason: str | None = None
    adjoint_origin: bool | None = None
    convention: Annotated[str | None, Field(description="At a kink: the convention that was used.")] = None
    slots: Annotated[
        list[str] | None, Field(description="The letters in which rules speak of its inputs, and at last of its value.")
    ] = None
    opened: Annotated[str | None, Field(description="The operation whose inside this belongs to.")] = None
    folded: Annotated[Sign | None, Field(description="Drawn as one circle: the name it carries.")] = None
    call: Annotated[str | None, Field(description="Of a circle that is a call: the function, which can be opened.")] = (
        None
    )
    inside: Annotated[str | None, Field(description="The folded node inside of which this is not drawn.")] = None
    forward: Label
    backward: Label | None


class Edge(Document):
    """A line from ``source`` into input number ``position`` of ``target``: contribution = upstream times local."""

    id: str
    source: str
    target: str
    position: int
    value: float | None
    local: float | None
    contribution: float | None
    contribution_nonfinite: Nonfinite | None = None
    contribution_reason: str | None = None
    contribution_origin: bool | None = None
    rule: Annotated[
        Label, Field(description="In the names of the arguments, z for the output and E for what comes in.")
    ]
    forward: Label
    backward: Label | None


Slot = Literal["sign", "value", "adjoint", "contribution", "sum"]
Piece = str | tuple[Slot, str] | tuple[Slot, str, Literal["brief"]]


class Step(Document):
    """One frame of the figure: a sentence; or, where formulas are trees, what it is made of: words, and slots, which
    have a kind and the id of a node or edge; ``brief`` asks for the number without its formula.
    """

    direction: Literal["forward", "backward"]
    nodes: list[str]
    edges: list[str]
    says: str | None = None
    clauses: list[Piece] | None = None


class Notice(Document):
    """What was understood, but perhaps not meant."""

    code: str
    span: tuple[int, int]
    says: str
    output: Annotated[
        str | None, Field(description="What to ask for as the output, to have all that leads nowhere drawn too.")
    ] = None


class Output(Document):
    """An output: the node, the line out of it, the name of its line, and what enters there on the way back."""

    id: str
    line: str
    name: str | None
    value: float | None
    seed: float
    upstream: Annotated[str, Field(description="The letter of the upstream gradient in the formulas.")]
    name_math: Annotated[Math | None, Field(description="The name as it is set.")] = None
    upstream_math: Annotated[Math | None, Field(description="The letter as it is set.")] = None


class GraphAnswer(Document):
    """A graph at a point. A number that is not finite is null, and a field beside it says what it is. ``output``,
    ``value``, ``seed`` and ``upstream`` are those of the first of ``outputs``.
    """

    expression: str
    latex: str
    output: str
    value: float | None
    seed: float
    upstream: str
    outputs: list[Output]
    naming: Annotated[
        Literal["written", "names"],
        Field(description="By names, h_1 is its own value and h_bar_1 its gradient; a label says what it means."),
    ]
    view: Annotated[Literal["graph", "network"], Field(description="How it is drawn; the steps are of that.")]
    layered: Annotated[bool, Field(description="Whether it has layers, and can be drawn as a network.")]
    gradients: dict[str, float | None]
    point: dict[str, float]
    defaulted: Annotated[list[str], Field(description="Variables that were given no value; they have 1.")]
    notices: list[Notice]
    functions: Annotated[
        dict[str, Any] | None, Field(description="Operations of the graph without a row in the table, in its form.")
    ] = None
    nodes: list[Node]
    edges: list[Edge]
    steps: list[Step]


class SweepAnswer(Document):
    """Three columns of one length."""

    name: str
    points: list[float]
    values: list[float | None]
    derivatives: list[float | None]


class Nudge(Document):
    """The output at x + h and x - h, the slope between them, and how far that is from the gradient."""

    h: float
    up: float | None
    down: float | None
    slope: float | None
    error: Annotated[
        float | None,
        Field(
            description="Relative to the gradient; absolute where no nudge could tell the gradient from 0. "
            "At a kink that of the side that is further off."
        ),
    ]


class Check(Document):
    """The gradient of one name, and a row for each h."""

    gradient: float | None
    at_kink: Annotated[
        bool, Field(description="At a kink or a jump of the output, where the gradient is a convention.")
    ]
    nudges: list[Nudge]


class CheckAnswer(Document):
    """A gradient check for every name."""

    checks: dict[str, Check]


class LessonRow(Document):
    """A lesson as it stands in the list."""

    name: Annotated[str, Field(description="What it is called in addresses.")]
    title: str
    about: Annotated[str, Field(description="What it is about, in one sentence.")]
    steps: Annotated[int, Field(description="How many it has.")]


class LessonsAnswer(Document):
    """The lessons of the course in their order."""

    lessons: list[LessonRow]


class Blanks(Document):
    """The lines that an exercise asks for."""

    of: Literal["red", "black", "both"]
    blank: Annotated[list[str], Field(description="Names whose lines alone are asked for; of none all lines are.")]


class LessonStep(Document):
    """A step of a lesson."""

    figures: Annotated[list[str], Field(description="The query of each figure's page, one or two side by side.")]
    says: Annotated[str, Field(description="What is said, with every number and formula of it computed.")]
    moves: Annotated[list[str], Field(description="Names that have a slider.")]
    frozen: Annotated[list[str], Field(description="Names that count as constants here.")]
    exercise: Blanks | None


class LessonAnswer(Document):
    """A lesson with all its steps."""

    name: str
    title: str
    about: str
    steps: list[LessonStep]


class Place(BaseModel):
    """Where a problem is and what to write instead; ``offset`` counts code points, ``utf16`` as browsers count."""

    pointer: str
    hint: str
    offset: int | None = None
    utf16: int | None = None
    length: int | None = None
    line: int | None = None
    column: int | None = None
    caret: str | None = None


class ProblemAnswer(Document):
    """A problem document (RFC 9457)."""

    type: Annotated[str, Field(description="The path of a page about the code.", json_schema_extra=_REFERENCE)]
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    code: Literal[CODES]  # type: ignore[valid-type]  # a checker cannot see the catalogue
    detail: str
    errors: list[Place]
