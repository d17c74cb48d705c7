"""Syntax in, graph out: a frozen graph, its forward and backward passes, and the steps that tell them."""

from kuroaka.graph.build import build
from kuroaka.graph.check import Check, Nudge, check
from kuroaka.graph.definition import definition
from kuroaka.graph.evaluate import Evaluation, evaluate
from kuroaka.graph.expand import expand
from kuroaka.graph.fold import Drawn, fold
from kuroaka.graph.graph import Edge, Graph
from kuroaka.graph.network import is_network, network
from kuroaka.graph.passes import Passes, passes
from kuroaka.graph.steps import Step, columns, steps
from kuroaka.graph.sweep import Sweep, sweep
from kuroaka.graph.tape import Tape
from kuroaka.graph.transcript import transcript
from kuroaka.graph.write import write

__all__ = [
    "Check",
    "Drawn",
    "Edge",
    "Evaluation",
    "Graph",
    "Nudge",
    "Passes",
    "Step",
    "Sweep",
    "Tape",
    "build",
    "check",
    "columns",
    "definition",
    "evaluate",
    "expand",
    "fold",
    "is_network",
    "network",
    "passes",
    "steps",
    "sweep",
    "transcript",
    "write",
]
