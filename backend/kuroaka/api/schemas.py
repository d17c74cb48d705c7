"""What a request may hold, from the table of what can be asked. ``kuroaka.answers.documents`` describes answers."""

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Discriminator, Field, FiniteFloat, Tag, create_model

from kuroaka.api.links import described_as
from kuroaka.asked import Asked, Door, Row, rows_of
from kuroaka.words import Language

Number = Annotated[FiniteFloat, Field(strict=True)]
_EXAMPLES: dict[str, Any] = {"expression": "1/(1 + exp(-x))", "at": {"x": 0.5}}


class Body(BaseModel):
    """A question about an expression."""

    model_config = ConfigDict(extra="forbid")
    rows: ClassVar[list[Row]]

    def asked(self, language: Language) -> Asked:
        """The question."""
        given = {
            row.name: row.take(value) if row.kind.name == "names" else value
            for row in self.rows
            if (value := getattr(self, row.body)) is not None
        }
        return Asked(**given, lang=language)


def _body(name: str, says: str, door: Door) -> type[Body]:
    """A body with the rows that a door takes; the language is asked for by ``?lang=`` and ``Accept-Language``."""
    rows = [row for row in rows_of(door) if row.name != "lang"]
    columns: dict[str, Any] = {row.body: (_type(row), ... if row.required else _default(row)) for row in rows}
    model = create_model(name, __base__=Body, __doc__=says, **columns)
    model.rows = rows
    return model


def _type(row: Row) -> Any:
    examples = [_EXAMPLES[row.name]] if row.name in _EXAMPLES else None
    words = AliasChoices(row.body, *row.words - {row.body}) if len(row.words) > 1 else None
    described = Field(description=described_as(row, row.body), examples=examples, validation_alias=words)
    match row.kind.name:
        case "point":
            return Annotated[dict[str, Number], described]
        case "number":
            return Annotated[Number, described]
        case "names":
            listed = Annotated[tuple[str, ...], Field(max_length=row.kind.most), Tag("list")]
            return Annotated[listed | Annotated[str, Tag("text")], described, Discriminator(_form)]
        case "choice":
            return Annotated[Literal[tuple(row.kind.choices)], described]
        case _:
            return Annotated[str if row.required else str | None, described]


def _form(value: object) -> str:
    """A list of names, or a text with commas between them."""
    return "text" if isinstance(value, str) else "list"


def _default(row: Row) -> Any:
    return row.default or None if row.kind.name == "text" else row.default


if TYPE_CHECKING:  # what a checker cannot see: the columns are made from the table
    PointRequest = Body
    GraphRequest = Body
else:
    PointRequest = _body("PointRequest", "An expression and the point at which to look at it.", "point")
    GraphRequest = _body("GraphRequest", "What a graph is asked for.", "graph")


class SweepRequest(PointRequest):
    """A curve over one name, all others held."""

    name: Annotated[str, Field(description="The variable or named constant that moves.", examples=["x"])]
    start: Annotated[Number, Field(description="Where it begins.")] = -5.0
    stop: Annotated[Number, Field(description="Where it ends.")] = 5.0
    points: Annotated[int, Field(description="How many points, both ends included.", ge=2, le=2000, strict=True)] = 200
