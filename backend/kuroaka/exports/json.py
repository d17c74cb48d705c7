"""A scene in, the answer of ``POST /api/v1/graph`` out."""

from kuroaka.answers.encoding import encode
from kuroaka.answers.graph import graph_answer
from kuroaka.scene import Scene


def write(scene: Scene) -> str:
    """The answer in one line.

    >>> from kuroaka.asked import Asked
    >>> write(Scene(Asked(expression="x*y")))[:20]
    '{"expression":"x*y",'
    """
    return encode(graph_answer(scene)).decode()
