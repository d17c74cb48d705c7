"""Graphs to draw, and plain sizes for them: what the tests of the figure share."""

import random
from collections.abc import Sequence
from functools import cache

from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.layout.lay_out import lay_out
from kuroaka.figure.type.geometry import Layout, LineSize, NodeSize
from kuroaka.graph import Graph, build, evaluate
from tests import expressions
from tests.scenes import scene

SIGMOID = "a = -1; n = a^2; z = n/(n + exp(a*x))"

# every figure of the article, and the first figures a reader types
ARTICLE = {
    "add": "x + y",
    "mul": "x*y",
    "div": "x/y",
    "pow": "x^y",
    "exp": "exp(x)",
    "log": "ln(x)",
    "log base": "log(x, y)",
    "square": "a^2",
    "neuron": "w*x + b",
    "collapse": "w'*(w*x + b) + b'",
    "layer": "w_1*x_1 + w_2*x_2 + w_3*x_3 + b",
    "sigmoid": SIGMOID,
    "sigmoid of a neuron": "1/(1 + exp(-(w*x + b)))",
    "softmax": "a = exp(x_1); b = exp(x_2); c = exp(x_3); a/(a + b + c)",
    "chain": "sigmoid(sigmoid(sigmoid(sigmoid(x))))",
    "tanh": "(exp(x) - exp(-x))/(exp(x) + exp(-x))",
    "quotient": "sin(x)/x",
    "twice": "x*x",
    "branch": "x*y + x",
    "leaf": "x",
}
PARTIAL = "x^2*y + y/(z + x) + z^x"  # section 21: x and z cannot both keep clear of each other


def random_graph(seed: int) -> Graph:
    rng = random.Random(seed)
    text = expressions.program(rng, rng.randint(3, 24)) if seed % 2 else expressions.expression(rng, rng.randint(1, 16))
    return build(text)


def sizes(graph: Graph, seed: int = 0) -> tuple[list[NodeSize], list[LineSize], NodeSize]:
    """Circles, some of them wide, dots, names, and labels of many sizes."""
    rng = random.Random(seed)
    nodes = []
    for kind in graph.kinds:
        if kind == "operation":
            half = rng.choice([18.0, 18.0, 30.0])
            nodes.append(NodeSize(half, half, 22.0, 22.0))
        elif kind == "branch":
            nodes.append(NodeSize(4.0, 4.0, 8.0, 8.0))
        else:
            nodes.append(NodeSize(rng.choice([14.0, 30.0]), 0.0, 8.0, 8.0))
    lines = [
        LineSize(rng.choice([20.0, 45.0]), rng.choice([8.0, 22.0, 50.0]), rng.uniform(8, 90), rng.uniform(8, 110))
        for _ in graph.lines
    ]
    return nodes, lines, NodeSize(0.0, 14.0, 8.0, 8.0)


@cache  # the tests of a layout ask for the same ones; a graph is frozen, and so is its layout
def laid_out(graph: Graph, seed: int = 0) -> tuple[Layout, Sequence[NodeSize], Sequence[LineSize]]:
    nodes, lines, end = sizes(graph, seed)
    return lay_out(graph, nodes, lines, [end] * len(graph.outputs)), nodes, lines


def drawn(text: str, **options: object) -> str:
    return figure(scene(evaluate(build(text)), **options))
