"""Graphs at points for the contract of the two sides: single operations, kinks, infinities, random programs."""

import math
import random

from kuroaka.graph import Evaluation, build, evaluate
from kuroaka.operations import OPERATIONS
from tests.expressions import NAMES, point, program
from tests.operations.test_table import FAR, JUMPS, KINKS, UNDEFINED

SIGNS = {"add": "x + y", "sub": "x - y", "mul": "x*y", "div": "x/y", "pow": "x^y", "neg": "-x"}
WILD = (0.0, -0.0, 1.0, -1.0, 2.0, -2.5, 800.0, 1e200, -1e-200)  # where kinks, poles and overflows are met


def expression(name: str) -> str:
    """A call of one operation on x, or on x and y."""
    operation = OPERATIONS[name]
    return SIGNS.get(name) or f"{operation.spellings[0]}({', '.join(operation.arguments)})"


def single(name: str, sample: tuple[float, ...]) -> Evaluation:
    """One operation at a sample point."""
    return evaluate(build(expression(name)), dict(zip(OPERATIONS[name].arguments, sample, strict=True)))


def at_edges() -> list[Evaluation]:
    """Every kink, jump, overflow and undefined value of the table's tests that a reader can ask for."""
    values, slopes = ((name, sample) for name, sample, _ in (*FAR, *JUMPS)), ((one[0], one[1]) for one in KINKS)
    points = [*values, *slopes, *UNDEFINED]
    return [single(name, sample) for name, sample in points if all(map(math.isfinite, sample))]


def random_evaluation(seed: int, *, wild: bool = False) -> Evaluation:
    """A program of about twelve operations, where it is tame or where almost anything happens; every third has two
    outputs, the first of which the second uses."""
    rng = random.Random(seed)
    text = program(rng, 12)
    graph = build(text, output=["m", "n"] if seed % 3 == 0 else ())
    values = {name: rng.choice(WILD) for name in NAMES} if wild else point(rng)
    seeds = {name: rng.choice(WILD) if wild else rng.uniform(-2, 2) for name in graph.output_names if seed % 3 == 0}
    return evaluate(graph, {name: value for name, value in values.items() if name in graph.leaves}, seeds=seeds)
