"""What the service says of itself to programs: its routes in, an OpenAPI document out."""

from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from kuroaka.api.examples import examples
from kuroaka.api.responses import components
from kuroaka.api.settings import Settings
from kuroaka.asked import ROWS
from kuroaka.version import __version__

_TAGS = {
    "graphs": "An expression as a graph: values forward, gradients backward, formulas and rules.",
    "figures": "The figure as a file, which an img element shows.",
    "exports": "The graph in the words of other programs.",
    "lessons": "The course, and exercises to take along.",
    "tables": "What the service knows: operations, and the mistakes people make.",
    "sharing": "How a page is put into another one.",
    "service": "How the service is.",
}

_ROWS = {row.link: row for row in ROWS.values()}


def described(settings: Settings) -> dict[str, Any]:
    """What FastAPI is told of the service."""
    return {
        "title": "Kuroaka",
        "description": "Expressions as computational graphs: values forward in black, gradients back in red. "
        "What cannot be used is answered by a problem document (RFC 9457) with a code, a place and a hint, in English "
        "or Japanese. Every GET answers HEAD too.",
        "version": __version__,
        "license_info": {"name": "MIT", "identifier": "MIT"},
        "contact": {"name": "Kuroaka developers", **({"url": settings.address} if settings.address else {})},
        "servers": [{"url": settings.address.rstrip("/") or "/", "description": "This service."}],
        "root_path_in_servers": False,
        "openapi_tags": [{"name": name, "description": says} for name, says in _TAGS.items()],
        "generate_unique_id_function": named,
    }


def named(route: APIRoute) -> str:
    """What clients call a route: the name of its function, as most languages write it.

    >>> named(APIRoute("/", described, name="get_figure_svg"))
    'getFigureSvg'
    """
    first, *rest = route.name.split("_")
    return first + "".join(map(str.capitalize, rest))


def describe(app: FastAPI) -> None:
    """Let the description have the schemas of the answers, and an example of each."""
    routes = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema:
            return app.openapi_schema
        description = routes()
        description["security"] = []  # whoever asks is answered
        schemas = description["components"]["schemas"]
        for name, schema in schemas.items():
            if name.endswith("Request"):
                _say_defaults(schema)
        schemas.update(components())
        for path in description["paths"].values():
            for operation in path.values():
                for parameter in operation.get("parameters", ()):
                    _default(parameter)
                for status, response in operation["responses"].items():
                    _illustrate(response, int(status))
        return description

    app.openapi = openapi  # type: ignore[method-assign]


def _say_defaults(schema: dict[str, Any]) -> None:
    """What may be left out has its default in words: some programs want all that has one in the schema to be sent."""
    for field in schema["properties"].values():
        default = field.pop("default", None)
        if default not in (None, [], {}):
            field["description"] += f" {default} by default."


def _default(parameter: dict[str, Any]) -> None:
    """What is empty is absent: then the default of the row is taken, not the empty text."""
    schema, row = parameter["schema"], _ROWS.get(parameter["name"])
    if row and schema.get("default") == "" and row.default not in ((), {}):
        del schema["default"]
        if row.default is not None and row.name != "lang":  # which the browser says
            schema["default"] = row.default if schema["type"] != "string" else row.kind.write(row.default)


def _illustrate(response: dict[str, Any], status: int) -> None:
    known = examples()
    for content in response["content"].values():
        name = content["schema"].get("$ref", "").rpartition("/")[2]
        if name == "ProblemAnswer":
            name = f"{name} {status}"
        if name in known:
            content["example"] = known[name]
