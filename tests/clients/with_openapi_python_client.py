"""A program of somebody who has the client of openapi-python-client and the service's address. Prints what it
learned."""

import json
import sys
from typing import Any


def main(base: str) -> dict[str, Any]:
    """What the service says to a client that was made from its description."""
    from made import Client  # type: ignore[import-not-found]
    from made.api.exports import list_formats  # type: ignore[import-not-found]
    from made.api.figures import get_figure_png  # type: ignore[import-not-found]
    from made.api.graphs import compute_graph, get_graph  # type: ignore[import-not-found]
    from made.api.sharing import get_oembed  # type: ignore[import-not-found]
    from made.api.tables import list_operations  # type: ignore[import-not-found]
    from made.models import GraphRequest  # type: ignore[import-not-found]

    client = Client(base_url=base)
    body = GraphRequest.from_dict({"expression": "x*y", "values": {"x": 2.0, "y": 3.0}})
    graph = compute_graph.sync(client=client, body=body)
    problem = get_graph.sync(client=client, expr="x*")
    picture = get_figure_png.sync(client=client, expr="x*y")
    return {
        "gradient": graph.gradients["x"],
        "kinds": len(graph.nodes),
        "code": problem.code,
        "picture": len(picture.payload.read()) > 1000,
        "rule": list_operations.sync(client=client).operations["mul"].rules[0].text,
        "first": list_formats.sync(client=client).formats[0].name,
        "width": get_oembed.sync(client=client, url_query=f"{base}/?expr=x*y").width,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])))
