"""What the answers hold that are tables of the service itself, as ``documents`` has those about an expression."""

from typing import Annotated, Literal

from pydantic import Field

from kuroaka.answers.documents import Document, Label, Math

Program = Annotated[
    list[str | float | list[str | int]],
    Field(
        description="Steps, the last is the result: a name, a number, or a primitive and the places of the steps that "
        "it is applied to."
    ),
]


class Operation(Document):
    """An operation: how it is written, what it computes, and the rule of the chain rule for each argument."""

    title: str
    arguments: list[str]
    sign: Annotated[str, Field(description="What stands in its circle.")]
    symbol: Annotated[Math, Field(description="The same as it is set, in LaTeX or as trees.")]
    spellings: list[str]
    value: Annotated[Program | None, Field(description="What it computes.")]
    backward: Annotated[
        list[Program], Field(description="What each argument receives: E is what comes in, z the value.")
    ]
    rules: list[Label]
    definition: Annotated[Label | None, Field(description="By other operations.")] = None
    note: Annotated[str | None, Field(description="What is agreed where there is no derivative.")] = None
    kink: Annotated[Program | None, Field(description="Is 0 where there is no derivative.")] = None
    slips: "list[WrongRules] | None" = None


class OperationsAnswer(Document):
    """The table of operations by name."""

    operations: dict[str, Operation]


class Slip(Document):
    """A mistake people make; ``{sign}`` in its sentence stands for the sign in the circle where it is made."""

    name: str
    says: str


class GeneralSlip(Document):
    """A wrong rule that stands for that of any input of any operation."""

    name: str
    backward: Program


class WrongRules(Document):
    """The wrong rules of one operation: a program for each input, empty where nothing is wrong."""

    name: str
    backward: list[Program]


class SlipsAnswer(Document):
    """Every slip with its sentence, the one that says more first; the wrong rules as programs, as operations have
    them. Those of a sum or maximum of many stand with the operation in the answer of its graph."""

    slips: list[Slip]
    general: list[GeneralSlip]
    operations: dict[str, list[WrongRules]]


class Format(Document):
    """What a graph can be exported as."""

    name: Annotated[str, Field(description="What it is called in addresses.")]
    title: str
    extension: str
    media_type: str


class FormatsAnswer(Document):
    """The formats of an export."""

    formats: list[Format]


class OembedAnswer(Document):
    """oEmbed 1.0, of the type rich."""

    version: Literal["1.0"]
    type: Literal["rich"]
    provider_name: str
    provider_url: str
    title: str
    html: Annotated[str, Field(description="A frame.")]
    width: int
    height: int
    thumbnail_url: str
    thumbnail_width: int
    thumbnail_height: int
    cache_age: Annotated[int, Field(description="In seconds.")]


class StatusAnswer(Document):
    """How the service is."""

    status: Literal["ok", "leaving", "failing"]
