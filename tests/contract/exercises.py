"""The page's exercises, run by node; and mistaken backward passes in plain Python, from the texts of the rules and
without the page's engine: each line as a number and as a formula.
"""

import json
import math
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kuroaka.answers.operations import operations_answer
from kuroaka.answers.slips import slips_answer
from kuroaka.graph import Evaluation
from kuroaka.operations import GENERAL, OPERATIONS

_WORD = re.compile(r"[^\W\d]\w*(?!\w*\()")
KNOWN: Mapping[str, Any] = {
    **{name: getattr(math, name) for name in "exp sqrt sin cos tan sinh cosh tanh pi".split()},
    "ln": math.log,
    "abs": abs,
    "sign": lambda x: (x > 0) - (x < 0),
    "step": lambda x: float(x > 0),
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
}


def in_page(**given: Any) -> dict[str, Any]:
    """What the page makes of ``cases`` and ``formulas``."""
    run = subprocess.run(
        ["node", str(Path(__file__).with_name("exercise.js"))],
        input=json.dumps({**operations_answer("en", "math"), "slips": slips_answer("en"), **given}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Wrong:
    """A slip, made at a node; ``which`` of the lines that come back remains."""

    name: str
    node: int
    which: int = -1
    rules: tuple[str, ...] = ()


def number(text: str, names: Mapping[str, float]) -> float:
    """The value of a rule; NaN where Python has none."""
    try:
        value = eval(text.replace("^", "**"), {**KNOWN, **names})  # rules of the table
    except (ArithmeticError, ValueError):
        return math.nan
    return value if isinstance(value, (int, float)) else math.nan


def put(text: str, names: Mapping[str, str]) -> str:
    """A rule with a text in brackets for each name."""
    return _WORD.sub(lambda match: f"({names[match[0]]})" if match[0] in names else match[0], text)


class Passes:
    """The backward pass of a graph at a point, right or mistaken: a number or a formula for each line."""

    def __init__(self, result: Evaluation) -> None:
        self.graph, self.seeds = result.graph, list(result.seeds)
        several = len(self.seeds) > 1
        self.names = [f"E_{place}" if several else "E" for place in range(1, len(self.seeds) + 1)]
        self.values = list(result.passes.values)
        self.texts: list[str] = []
        graph = self.graph
        for node, kind in enumerate(graph.kinds):
            given = [self.texts[source] for source in graph.inputs[node]]
            if kind == "operation":
                self.texts.append(_written(graph.operations[node], given))
            else:
                own = graph.names[node] if kind == "variable" else repr(graph.numbers[node])
                self.texts.append(given[0] if given else str(own))
        self.flows = self._differentiable()

    def _differentiable(self) -> list[bool]:
        leads: list[bool] = []
        for node, kind in enumerate(self.graph.kinds):
            leaf = kind == "variable" or (kind == "constant" and bool(self.graph.names[node]))
            leads.append(leaf or any(leads[source] for source in self.graph.inputs[node]))
        return leads

    def slips(self) -> Iterator[Wrong]:
        """Every mistake that can be made in the graph."""
        yield from (Wrong("seed", node) for node in self.graph.outputs)
        for node, kind in enumerate(self.graph.kinds):
            leaving = sum(edge.source == node for edge in self.graph.edges) + self.graph.outputs.count(node)
            if leaving > 1 and self.flows[node]:
                yield from (Wrong("overwrote", node, which) for which in range(leaving))
                yield Wrong("averaged", node)
            if kind != "operation" or not self.flows[node]:
                continue
            operation = OPERATIONS[self.graph.operations[node]]
            yield from (Wrong(name, node, rules=tuple(rules)) for name, *rules in operation.slips)
            yield Wrong("upstream", node)
            yield from (Wrong(name, node, rules=(text,) * len(operation.arguments)) for name, text in GENERAL)

    def numbers(self, wrong: Wrong | None = None) -> list[float]:
        """What flows along each edge."""
        seeds = [1.0 if wrong and wrong.name == "seed" else seed for seed in self.seeds]
        sent: list[float] = self._run(wrong, seeds, self.values, number, 1.0, sum, lambda sum_, n: sum_ / n)
        return sent

    def formulas(self, wrong: Wrong | None = None) -> list[str]:
        """The same as texts in the names of the variables and ``E``, or ``E_1``, ``E_2`` …"""
        seeds = ["1" if wrong and wrong.name == "seed" else name for name in self.names]
        sent: list[str] = self._run(wrong, seeds, self.texts, put, "1", _added, lambda sum_, n: f"({sum_})/{n}")
        return sent

    def _run(self, wrong: Any, seeds: Any, values: Any, rule: Any, one: Any, add: Any, share: Any) -> Any:
        graph = self.graph
        sent: list[Any] = [None] * len(graph.edges)
        back: dict[int, list[Any]] = {}
        for output, seed in zip(graph.outputs, seeds, strict=True):
            back.setdefault(output, []).append(seed)
        arriving = {(edge.target, edge.position): line for line, edge in enumerate(graph.edges)}
        for node in reversed(range(len(graph.kinds))):
            returned = back.get(node)
            if not returned or not graph.inputs[node]:
                continue
            upstream = add(returned)
            here = wrong is not None and wrong.node == node
            if here and wrong.name == "overwrote":
                upstream = returned[wrong.which]
            elif here and wrong.name == "averaged":
                upstream = share(upstream, len(returned))
            operation = OPERATIONS[graph.operations[node]] if graph.kinds[node] == "operation" else None
            for position, source in enumerate(graph.inputs[node]):
                if not self.flows[source]:
                    continue
                text = operation.backward[position] if operation else "E"
                if here and wrong.rules and wrong.rules[position]:
                    text = wrong.rules[position]
                names = {"z": values[node]}
                names |= (
                    zip(operation.arguments, (values[s] for s in graph.inputs[node]), strict=True) if operation else ()
                )
                names["E"] = one if here and wrong.name == "upstream" else upstream
                line = arriving[node, position]
                sent[line] = rule(text, names)
                back.setdefault(source, []).append(sent[line])
        return sent


def _added(sent: Sequence[str]) -> str:
    return "+".join(f"({one})" for one in sent)


def _written(name: str, given: Sequence[str]) -> str:
    word, _, signs = name.partition(":")
    if word == "add" and signs:
        return "".join(f"{sign}({one})" for sign, one in zip(signs, given, strict=True)).lstrip("+")
    infix = {"add": "+", "sub": "-", "mul": "*", "div": "/", "pow": "^"}.get(name)
    if infix:
        return infix.join(f"({one})" for one in given)
    if name == "neg":
        return f"-({given[0]})"
    return f"{OPERATIONS[name].spellings[0]}({', '.join(given)})"
