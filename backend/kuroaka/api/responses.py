"""What the documentation says of answers: the models of ``kuroaka.answers`` in, responses of OpenAPI and the schemas
they name out.
"""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from kuroaka.answers import documents, tables

Responses = dict[int | str, dict[str, Any]]

_PROBLEM: dict[str, Any] = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemAnswer"}}}
_FILE = {"type": "string", "format": "binary"}
_SAYS = {
    400: "The body is not JSON.",
    404: "There is nothing of that name.",
    413: "The body is too large.",
    414: "The address is too long.",
    415: "The body is not said to be JSON.",
    422: "Refused: what is wrong, where, and what to write instead.",
    431: "The headers are too large.",
    503: "Too many are asking, or this takes too long. Retry-After says when to ask again.",
}
_ASKING = (414, 422, 431, 503)
_SENDING = (400, 413, 415)


def problems(*statuses: int) -> Responses:
    """Problem documents under some statuses."""
    return {status: {"description": _SAYS[status], "content": _PROBLEM} for status in sorted(statuses)}


def answers(description: str, model: type[BaseModel], *more: int) -> Responses:
    """The responses of a route that answers a link with JSON; with problems of ``more`` statuses than all such."""
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}}
    return {200: {"description": description, "content": content}, **problems(*_ASKING, *more)}


def replies(description: str, model: type[BaseModel]) -> Responses:
    """The responses of a route that answers a body."""
    return answers(description, model, *_SENDING)


def files(description: str, *media_types: str, missing: bool = False) -> Responses:
    """The responses of a route that answers with a file, of whichever of some media types."""
    kinds = [media_type.partition(";")[0] for media_type in media_types]
    content = {kind: {"schema": {"type": "object"} if kind == "application/json" else _FILE} for kind in kinds}
    return {
        200: {"description": description, "content": content},
        **problems(*_ASKING, *((404,) if missing else ())),
    }


def pictures(media_type: str) -> Responses:
    """The responses of a figure: where a picture is awaited a problem is a picture too."""
    kind = media_type.partition(";")[0]
    found = files("The figure; or, where a picture is asked for, what is wrong.", kind)
    if not kind.startswith("image/"):
        return found
    card = {kind if kind == "image/svg+xml" else "image/png": {"schema": _FILE}}
    found[200]["content"] |= card
    return {
        status: response if status == 200 else {**response, "content": {**response["content"], **card}}
        for status, response in found.items()
    }


def components() -> dict[str, Any]:
    """The schemas of all answers by name."""
    models = [
        (model, "serialization")
        for module in (documents, tables)
        for model in vars(module).values()
        if isinstance(model, type) and model.__name__.endswith("Answer")
    ]
    _, schema = models_json_schema(models, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    found: dict[str, Any] = schema["$defs"]
    return {name: _plain(row) for name, row in found.items()}


def _plain(schema: Any) -> Any:
    """A schema for programs that know less: lists of fixed length say of what they are, and what may be absent has no
    default, which some take for what is always there.
    """
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _plain(value) for key, value in schema.items() if (key, value) != ("default", None)}
    if kinds := found.get("prefixItems"):
        different = [kind for place, kind in enumerate(kinds) if kind not in kinds[:place]]
        found["items"] = different[0] if len(different) == 1 else {"anyOf": different}
    return found
