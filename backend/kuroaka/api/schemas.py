"""What a request may hold. Answers are described in ``kuroaka.exports.answer`` and in docs/api.md."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat

from kuroaka.language import Spelling

Number = Annotated[FiniteFloat, Field(strict=True)]


class PointRequest(BaseModel):
    """An expression and the point at which to look at it."""

    model_config = ConfigDict(extra="forbid")

    expression: Annotated[
        str, Field(description="One or more lines name = value, the last is the output.", examples=["1/(1 + exp(-x))"])
    ]
    values: Annotated[
        dict[str, Number], Field(description="Numbers for variables and named constants.", examples=[{"x": 0.5}])
    ] = {}
    output: Annotated[str | None, Field(description="The name of the line to end in, instead of the last.")] = None
    open: Annotated[list[str], Field(description="Operations that show their inside.", max_length=64)] = []
    syntax: Annotated[Spelling, Field(description="Plain text or LaTeX; auto tells them apart.")] = "auto"


class GraphRequest(PointRequest):
    """What a graph is asked for: a point, a seed, names to fold in and to differentiate to first."""

    seed: Annotated[Number, Field(description="The gradient that enters at the output.")] = 1.0
    fold: Annotated[
        list[str], Field(description="Bound names that are one circle with all that only they use.", max_length=64)
    ] = []
    derivative: Annotated[list[str], Field(description="Names to differentiate to first.", max_length=4)] = []


class SweepRequest(PointRequest):
    """A curve over one name, all others held."""

    name: Annotated[str, Field(description="The variable or named constant that moves.", examples=["x"])]
    start: Annotated[Number, Field(description="Where it begins.")] = -5.0
    stop: Annotated[Number, Field(description="Where it ends.")] = 5.0
    points: Annotated[int, Field(description="How many points, both ends included.", ge=2, le=2000, strict=True)] = 200
