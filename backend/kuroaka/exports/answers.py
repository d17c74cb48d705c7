"""A scene in, all that its figure asks a service for out: with it the element plays alone (docs/npm.md)."""

from kuroaka.answers.encoding import encode
from kuroaka.answers.packed import packed
from kuroaka.scene import Scene


def write(scene: Scene) -> str:
    """The answers in one line.

    >>> from kuroaka.asked import Asked
    >>> write(Scene(Asked(expression="x*y")))[:18]
    '{"query":"expr=x%2'
    """
    return encode(packed(scene)).decode()
