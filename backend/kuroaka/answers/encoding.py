"""What all answers share: numbers and formulas as JSON has them, and the bytes."""

import json
import math
from collections.abc import Callable
from functools import partial
from typing import Any, Literal

from kuroaka.formulas import Label, latex
from kuroaka.operations import Math

# How formulas are set: LaTeX for programs, and trees for a page that sets them, and tells the steps, itself.
Setting = Literal["latex", "math"]


def encode(answer: object) -> bytes:
    """An answer as JSON. A number that is not finite is null; where that matters a flag beside it says which.

    >>> encode({"value": math.nan, "name": "σ"}).decode()
    '{"value":null,"name":"σ"}'
    """
    return _written(answer)


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


def written_slowly(answer: object) -> bytes:
    """The same without the extra ``serve``: a library has time."""
    return json.dumps(_plain(answer), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _plain(answer: Any) -> Any:
    """The same without what Python's own writer does not take."""
    if isinstance(answer, dict):
        return {key: _plain(value) for key, value in answer.items()}
    if isinstance(answer, list | tuple):
        return [_plain(value) for value in answer]
    return finite(answer) if isinstance(answer, float) else answer


_written: Callable[[object], bytes]
try:
    import orjson
except ModuleNotFoundError:
    _written = written_slowly
else:
    _written = partial(orjson.dumps, option=orjson.OPT_SERIALIZE_NUMPY)
