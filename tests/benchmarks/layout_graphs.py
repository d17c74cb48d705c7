"""Graphs whose figures are compared: of a lecture, dense ones, and random ones that no one would draw by hand."""

import random

from tests.benchmarks.graphs import ARTICLE, SIGMOID
from tests.networks import LARGE, THREE_THREE_TWO, network

PARTIAL = "x^2*y + y/(z + x) + z^x"


def tree(depth: int) -> str:
    """Products and sums by turns, every leaf another name."""
    names = [f"x_{leaf}" for leaf in range(2**depth)]
    for level in range(depth):
        sign = "*+"[level % 2]
        names = [f"({one}{sign}{other})" for one, other in zip(names[::2], names[1::2], strict=True)]
    return names[0]


def dense(*sizes: int) -> str:
    """Layers in which every value goes into every next one, and the sum of the last."""
    return network(sizes, ["tanh"] * (len(sizes) - 1), bias=False, loss=False)


def tangle(seed: int, operations: int) -> str:
    """Lines of two operands each: one that nobody has used yet, and any other."""
    rng = random.Random(seed)
    known = [f"x_{place}" for place in range(4 + operations // 10)]
    unused, lines = list(known), []
    for line in range(operations):
        name, one, other = f"t_{line}", unused.pop(rng.randrange(len(unused))), rng.choice(known)
        lines.append(f"{name} = {one}{rng.choice('+-*/')}{other}")
        unused = [left for left in unused if left != other] + [name]
        known.append(name)
    return "; ".join([*lines, "+".join(unused)])


GRAPHS = {
    "sigmoid": SIGMOID,
    "article": ARTICLE,
    "partial derivatives": PARTIAL,
    "tree of 16 leaves": tree(4),
    "tree of 64 leaves": tree(6),
    "dense 3-3": dense(3, 3),
    "dense 4-4-4": dense(4, 4, 4),
    "dense 8-8": dense(8, 8),
    "network 3-3-2 and its loss": THREE_THREE_TWO,
    "network 4-8-8-1": LARGE,
    "random 50 a": tangle(1, 28),
    "random 50 b": tangle(2, 28),
    "random 200": tangle(3, 118),
    "random 500": tangle(4, 300),
}
