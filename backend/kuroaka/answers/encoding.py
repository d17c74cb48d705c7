"""What all answers share: numbers and formulas as JSON has them, and the bytes."""

import math
from typing import Any

import orjson

from kuroaka.formulas import Label


def encode(answer: object) -> bytes:
    """An answer as JSON. A number that is not finite is null; where that matters a flag beside it says which."""
    return orjson.dumps(answer, option=orjson.OPT_SERIALIZE_NUMPY)


def finite(value: float | None) -> float | None:
    """A number that JSON can hold, else None."""
    return value if value is not None and math.isfinite(value) else None


def label_answer(label: Label | None) -> dict[str, Any] | None:
    """A formula as text, as LaTeX and as it is set; for a short name also what it stands for."""
    if label is None:
        return None
    row = {"text": label.text, "latex": label.latex, "math": label.math}
    if label.means:
        row |= {"means": label.means.text, "means_latex": label.means.latex, "means_math": label.means.math}
    return row
