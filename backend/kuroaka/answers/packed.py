"""The answers that make a service unnecessary for one expression; a file or a notebook brings them along."""

from typing import Any

from kuroaka.answers.graph import graph_answer
from kuroaka.answers.operations import operations_answer
from kuroaka.asked import SHOWS
from kuroaka.figure.drawing.compose import figure
from kuroaka.scene import Scene


def packed(scene: Scene) -> dict[str, Any]:
    """The state as a link has it, the operations, and the graph and its figures, one for each way of reading: as the
    text has them, and again with the named constants by their names, for when one of them is moved.

    >>> from kuroaka.asked import Asked
    >>> list(packed(Scene(Asked(expression="x*y"))))
    ['query', 'operations', 'plain', 'named']
    """
    graph = scene.graph
    moved = {name: number + 1 for name, node in graph.leaves.items() if (number := graph.numbers[node]) is not None}
    plain = _drawn(scene.but(at={}))
    return {
        "query": scene.question.link(),
        **operations_answer(scene.asked.lang, "math"),
        "plain": plain,
        "named": _drawn(scene.but(at=moved)) if moved else None,
    }


def _drawn(scene: Scene) -> dict[str, Any]:
    moving = scene.but(frame=None, animate=True, dashes=False, paper="none")  # what the page changes, it changes itself
    figures = {",".join(show): figure(moving.but(show=show)) for show in SHOWS}
    return {"graph": graph_answer(moving, "math"), "figures": figures}
