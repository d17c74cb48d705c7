"""What pydantic finds wrong with a request in, where it is and what to write instead out, in the reader's language."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request
from pydantic import BaseModel

from kuroaka.api.near import unknown
from kuroaka.asked import ROWS
from kuroaka.words import Language, say

# By its kinds of mistakes the sentence for each; what is none of them is another sentence still, never pydantic's.
_SENTENCES: Mapping[str, str] = {
    "missing": "invalid.missing",
    "string_type": "invalid.text",
    "string_unicode": "invalid.text",
    "dict_type": "invalid.object",
    "model_attributes_type": "invalid.object",
    "float_type": "invalid.number",
    "float_parsing": "invalid.number",
    "finite_number": "invalid.number",
    "int_type": "invalid.integer",
    "int_parsing": "invalid.integer",
    "int_parsing_size": "invalid.integer",
    "int_from_float": "invalid.integer",
    "bool_type": "invalid.truth",
    "bool_parsing": "invalid.truth",
    "tuple_type": "invalid.list",
    "too_long": "invalid.too-long",
    "literal_error": "invalid.choice",
    "greater_than_equal": "invalid.least",
    "less_than_equal": "invalid.most",
}


_NAMES = {row.body for row in ROWS.values() if row.kind.name == "names"}  # a list, or a text


def places(request: Request, found: Sequence[Mapping[str, Any]], language: Language) -> list[dict[str, object]]:
    """Where, and what to write there."""
    return [{"pointer": _pointer(error), "hint": _hint(request, error, language)} for error in found]


def _hint(request: Request, error: Mapping[str, Any], language: Language) -> str:
    if error["type"] == "extra_forbidden":
        name, fields = str(error["loc"][-1]), _fields(request)
        if any(name in row.words and row.body in fields for row in ROWS.values()):  # by both of its names
            return say("hint.repeated-parameter", language)
        return unknown(name, fields).hint(language)
    parts = error.get("ctx", {})
    return say(
        _SENTENCES.get(error["type"], "invalid.other"),
        language,
        choices=", ".join(re.findall("'([^']*)'", str(parts.get("expected", "")))),
        least=f"{parts.get('ge', 0):g}",
        most=f"{parts.get('le', parts.get('max_length', 0)):g}",
    )


def _fields(request: Request) -> list[str]:
    """What a body may hold."""
    body = getattr(request.scope.get("route"), "body_field", None)
    model = body.field_info.annotation if body else BaseModel
    return [*model.model_fields]


def _pointer(error: Mapping[str, Any]) -> str:
    """A JSON pointer to what was sent: the way there, without what pydantic calls a branch of its own."""
    place, *way = error["loc"]
    if place == "body" and way[:1] and way[0] in _NAMES:
        del way[1:2]
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in way)
