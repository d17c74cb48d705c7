"""The reference of the API: the description of the service (OpenAPI) in, a page in Markdown out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_ABOUT = """# API reference

{about}

Version {version}. The same as data is at [`/openapi.json`]({service}openapi.json), and can be tried at
[`/docs`]({service}docs)."""
_SERVICE = "http://127.0.0.1:8000/"
_LONGEST = 40  # lines of an example


def reference(description: Mapping[str, Any]) -> str:
    """Every route under its tag, then every schema.

    >>> from kuroaka.api.app import app
    >>> reference(app.openapi()).splitlines()[0]
    '# API reference'
    """
    info = description["info"]
    parts = [_ABOUT.format(about=info["description"], version=info["version"], service=_SERVICE)]
    for tag in description["tags"]:
        parts += [f"## {tag['name'].capitalize()}", tag["description"]]
        for path, methods in description["paths"].items():
            for method, route in methods.items():
                if tag["name"] in route["tags"]:
                    parts += _route(method.upper(), path, route)
    parts.append("## Schemas")
    for name, schema in description["components"]["schemas"].items():
        parts += [f"### {name}", *_schema(schema)]
    return "\n\n".join(parts) + "\n"


def _route(method: str, path: str, route: Mapping[str, Any]) -> Iterator[str]:
    yield f"### `{method} {path}` {{ #{route['operationId']} }}"
    yield route.get("description", "")
    if parameters := route.get("parameters"):
        rows = [
            (
                f"`{one['name']}`",
                one["in"] + (", required" if one.get("required") else ""),
                _type(one["schema"]),
                one.get("description", ""),
            )
            for one in parameters
        ]
        yield _table(("parameter", "in", "type", ""), rows)
    for kind, content in route.get("requestBody", {}).get("content", {}).items():
        yield f"Body: `{kind}`, {_type(content.get('schema', {}))}"
    answers = [
        (status, answer["description"], f"`{kind}`", _type(content.get("schema", {})))
        for status, answer in route["responses"].items()
        for kind, content in (answer.get("content") or {"": {}}).items()
    ]
    yield _table(("status", "", "content", "type"), [(a, b, c if c != "``" else "", d) for a, b, c, d in answers])
    for kind, content in route["responses"].get("200", {}).get("content", {}).items():
        if "json" in kind and "example" in content:
            yield _example(content["example"])


def _example(example: Any) -> str:
    lines = json.dumps(example, ensure_ascii=False, indent=2).split("\n")
    if len(lines) > _LONGEST:
        lines = json.dumps(_shortened(example), ensure_ascii=False, indent=2).split("\n")
    return "\n".join(["```json", *lines, "```"])


def _shortened(example: Any) -> Any:
    """The first entry of every list stands for all."""
    if isinstance(example, list):
        return [_shortened(example[0])] if example else []
    if isinstance(example, dict):
        return {key: _shortened(value) for key, value in example.items()}
    return example


def _schema(schema: Mapping[str, Any]) -> Iterator[str]:
    if about := schema.get("description"):
        yield " ".join(about.split())
    required = schema.get("required", ())
    rows = [
        (f"`{name}`", _type(one) + (", required" if name in required else ""), one.get("description", ""))
        for name, one in schema.get("properties", {}).items()
    ]
    if rows:
        yield _table(("field", "type", ""), rows)


def _type(schema: Mapping[str, Any]) -> str:
    """What may stand there, in words; a schema of its own is a link to it.

    >>> _type({"anyOf": [{"type": "array", "items": {"$ref": "#/components/schemas/Node"}}, {"type": "null"}]})
    'list of [Node](#node) or null'
    """
    if reference := schema.get("$ref"):
        name = reference.rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " or ".join(dict.fromkeys(map(_type, schema[key])))
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"{_type(schema['additionalProperties'])} by name"
    if schema.get("format") == "binary":
        return "bytes"
    kind = schema.get("type", "")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    def row(cells: tuple[str, ...]) -> str:
        return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"

    return "\n".join([row(heads), "|" + "---|" * len(heads), *map(row, rows)])
