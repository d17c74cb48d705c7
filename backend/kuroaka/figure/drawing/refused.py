"""A scene whose figure is too large in, the problem that says which names to fold out."""

from collections import Counter

from kuroaka.graph import fold
from kuroaka.language import LimitProblem
from kuroaka.scene import Scene

SURE = 0.75  # of the lines that may be left: what is left often has the larger labels


def too_large(scene: Scene, part: float) -> LimitProblem:
    """What is said of a figure of which only such a part may be drawn.

    >>> from kuroaka.asked import Asked
    >>> print(too_large(Scene(Asked(expression="a = x*y*z*y; b = x + 1; a*b")), 1).hint().partition(" A part")[0])
    Fold parts of it by their names: a.
    """
    limits = scene.limits
    return LimitProblem(
        "figure-too-large",
        (0, len(scene.asked.expression)),
        lines=len(scene.lines),
        limit=limits.lines,
        size=limits.bytes // 1024,
        names=", ".join(_worth_folding(scene, part)) or "h",
    )


def _worth_folding(scene: Scene, part: float) -> list[str]:
    """The names, as few as may do, that hide most lines when they are folded."""
    graph, folded = scene.graph, scene.asked.fold
    named = {node: name for node, name in enumerate(graph.names) if name and not graph.ends(node)}
    inside = fold(graph, {*named.values(), *folded}).inside
    hidden = Counter(inside[edge.source] for edge in graph.edges)
    left, found = len(scene.lines), list[str]()
    for circle, lines in hidden.most_common():
        if left <= SURE * part * len(scene.lines):
            break
        if circle in named and named[circle] not in folded:
            left -= lines
            found.append(named[circle])
    return found
