"""What a request may hold. Answers are described in ``kuroaka.api.answer`` and in docs/api.md."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat

from kuroaka.language import Spelling

Number = Annotated[FiniteFloat, Field(strict=True)]


class GraphRequest(BaseModel):
    """An expression and the point at which to evaluate it."""

    model_config = ConfigDict(extra="forbid")

    expression: Annotated[
        str, Field(description="One or more lines name = value, the last is the output.", examples=["1/(1 + exp(-x))"])
    ]
    values: Annotated[
        dict[str, Number], Field(description="Numbers for variables and named constants.", examples=[{"x": 0.5}])
    ] = {}
    seed: Annotated[Number, Field(description="The gradient that enters at the output.")] = 1.0
    output: Annotated[str | None, Field(description="The name of the line to end in, instead of the last.")] = None
    syntax: Annotated[Spelling, Field(description="Plain text or LaTeX; auto tells them apart.")] = "auto"
