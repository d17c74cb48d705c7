"""Syntax in, graph out: a frozen graph, its forward and backward passes, and the steps that tell them."""

from kuroaka.graph.build import build
from kuroaka.graph.evaluate import Evaluation, evaluate
from kuroaka.graph.graph import Edge, Graph
from kuroaka.graph.passes import Passes, passes
from kuroaka.graph.steps import Step, columns, steps

__all__ = ["Edge", "Evaluation", "Graph", "Passes", "Step", "build", "columns", "evaluate", "passes", "steps"]
