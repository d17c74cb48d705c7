"""What is drawn, a part each: the nodes and lines with everything that may stand at them.

Here alone numbers of the whole graph and places of what is drawn meet. Whoever draws counts drawn places only, and
names a part by its ``id``, which is that of the whole graph.
"""

from typing import NamedTuple

from kuroaka.formulas import Label
from kuroaka.graph.graph import Kind
from kuroaka.scene.signs import Sign


class Node(NamedTuple):
    """A circle, a dot, or the name at the beginning of a line."""

    id: str
    kind: Kind
    folded: bool  # stands for all that only its name uses
    hidden: bool  # a literal exponent: it stands in the circle of its power
    sign: Sign
    forward: Label


class Line(NamedTuple):
    """A line from ``source`` to ``target``, which are drawn places; the target of a line that leaves the graph is None.

    ``flowing`` is the number that comes back along it, None where no gradient flows; ``rule`` says how it is made.
    """

    id: str
    source: int
    target: int | None
    value: float
    flowing: float | None
    forward: Label
    backward: Label | None
    rule: Label | None
