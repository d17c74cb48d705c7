"""What all answers share: numbers and formulas as JSON has them, and the bytes."""

import math
from typing import Any, Literal

import orjson

from kuroaka.formulas import Label, latex
from kuroaka.operations import Math

# How formulas are set: LaTeX for programs, and trees for a page that sets them, and tells the steps, itself.
Setting = Literal["latex", "math"]


def encode(answer: object) -> bytes:
    """An answer as JSON. A number that is not finite is null; where that matters a flag beside it says which."""
    return orjson.dumps(answer, option=orjson.OPT_SERIALIZE_NUMPY)


def finite(value: float | None) -> float | None:
    """A number that JSON can hold, else None."""
    return value if value is not None and math.isfinite(value) else None


def set_as(math: Math, setting: Setting) -> Any:
    """Mathematics in LaTeX, or as the tree of it."""
    return latex(math) if setting == "latex" else math


def label_answer(label: Label, setting: Setting) -> dict[str, Any]:
    """A formula as text, and set; for a short name also what it stands for."""
    row: dict[str, Any] = {"text": label.text, setting: getattr(label, setting)}
    if label.means:
        row |= {"means": label.means.text, f"means_{setting}": getattr(label.means, setting)}
    return row
