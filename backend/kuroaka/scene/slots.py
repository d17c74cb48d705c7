"""The letters in which a rule speaks of an operation: x, y and z as the table has them, unless the reader's expression
means something else by one of these.
"""

import re
from collections.abc import Sequence

from kuroaka.graph import Graph
from kuroaka.operations import OPERATIONS

_FREE = "uvwpqrstmnkijcdl"


def slots(graph: Graph, node: int) -> tuple[str, ...]:
    """The letters of the arguments of a node's operation, and at last that of its value.

    >>> from kuroaka.graph import build
    >>> slots(build("x*y"), 2), slots(build("w*x"), 2), slots(build("a*b"), 2)
    (('x', 'y', 'z'), ('u', 'v', 'p'), ('x', 'y', 'z'))
    """
    own = (*OPERATIONS[graph.operations[node]].arguments, "z")
    meant = (*(_name(graph, source) for source in graph.inputs[node]), graph.names[node])
    if all(letter not in graph.taken or letter == name for letter, name in zip(own, meant, strict=True)):
        return own
    begin = {name[0] for name in graph.taken}  # w beside w_1 would be taken for it
    free = [letter for letter in _FREE if letter not in begin]
    return tuple(free[: len(own)]) if len(free) >= len(own) else own


def rule_in_slots(graph: Graph, node: int, position: int) -> str:
    """What flows back into an input of a node, in these letters."""
    operation = OPERATIONS[graph.operations[node]]
    if operation.chain and operation.passes:
        return operation.backward[position]  # which speaks of no input
    return in_slots(operation.backward[position], (*operation.arguments, "z"), slots(graph, node))


def in_slots(rule: str, own: Sequence[str], letters: Sequence[str]) -> str:
    """A rule of the table in other letters.

    >>> in_slots("E*y*x^(y - 1)", ("x", "y", "z"), ("u", "v", "w"))
    'E*v*u^(v - 1)'
    """
    known = dict(zip(own, letters, strict=True))
    return re.sub(r"\b(?:" + "|".join(map(re.escape, own)) + r")\b", lambda word: known[word[0]], rule)


def _name(graph: Graph, node: int) -> str:
    """The name of what a line brings."""
    return graph.names[graph.inputs[node][0] if graph.kinds[node] == "branch" else node]
