"""Run many exported programs in one process of their own, and read what they print."""

import json
import subprocess
import sys
from collections.abc import Sequence

from kuroaka.graph import Evaluation, build, evaluate
from kuroaka.operations import OPERATIONS
from tests.contract.graphs import expression

_RUNNER = """
import contextlib, io, json, sys, warnings
warnings.simplefilter("ignore")
printed = []
for program in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(program.encode(), "program", "exec"), {"__name__": "__main__"})
    printed.append(out.getvalue())
json.dump(printed, sys.stdout)
"""


def run(programs: Sequence[str]) -> list[list[float]]:
    """The numbers that each program prints: the values, then every gradient."""
    done = subprocess.run(
        [sys.executable, "-c", _RUNNER], input=json.dumps(programs), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [[float(line.rpartition(" ")[2]) for line in printed.splitlines()] for printed in json.loads(done.stdout)]


def ours(evaluation: Evaluation) -> list[float]:
    """The numbers of the service in the same order."""
    return [*evaluation.values, *evaluation.gradients.values()]


def at(name: str, sample: Sequence[float], seed: float = 1.0) -> Evaluation:
    """One operation of the table at a point."""
    return evaluate(build(expression(name)), dict(zip(OPERATIONS[name].arguments, sample, strict=True)), seed)


_POINTS: list[tuple[str, dict[str, float], float]] = [
    ("a = -1; n = a^2; z = n/(n + exp(a*x))", {"x": 0.5}, 1.0),
    ("a = -1; n = a^2; z = n/(n + exp(a*x))", {"x": 0.5, "a": 2.0}, -3.5),
    ("1/(1 + exp(-x))", {"x": -0.7}, 1.0),
    ("(exp(x) - exp(-x))/(exp(x) + exp(-x))", {"x": 0.3}, 1.0),
    ("x*y + x/y - x^3", {"x": 2.0, "y": 0.5}, 1.0),
    (
        "h_1 = sigmoid(w_1*x + b_1); h_2 = relu(w_2*x + b_2); y = v_1*h_1 + v_2*h_2 + c; L = (y - t)^2",
        {"t": 3},
        1.0,
    ),
    ("lambda*w' + np*E - dx*x + print*torch + v3^value*jax*forward", {"lambda": 0.3, "E": 2.0, "v3": 1.5}, 2.0),
    (r"\epsilon \cdot \varepsilon^{2} + \phi^{\varphi} + \alpha''", {"ϵ": 2.0, "φ": 3.0}, 1.0),
    ("x", {"x": 4.0}, 2.0),
    ("2 - 3^0.5", {}, 1.0),
    ("7", {}, 1.0),
    ("k = 2; (x*x)^k + (1 + 2)^x + log(2, x) + max(1, 2)*abs(3 - 5)*x", {"x": 1.5}, 1.0),
    ("+".join(f"x^{power}*y" for power in range(1, 12)), {"x": 0.9, "y": 1.1}, 1.0),
]
ARTICLE = [evaluate(build(text), values, seed) for text, values, seed in _POINTS]
