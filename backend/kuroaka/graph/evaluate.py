"""Graph and numbers in, numbers out: the value and adjoint of every node, local and contribution of every edge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kuroaka.graph.graph import Graph
from kuroaka.graph.passes import Passes, passes
from kuroaka.language import NameProblem, Notice
from kuroaka.language.names import same_name
from kuroaka.operations import FLOATS, kernels


@dataclass(frozen=True)
class Evaluation:
    """The numbers of one graph at one point. Nothing here is shared with another evaluation.

    ``defaulted`` names the variables that nobody gave a value; they have 1. ``ignored`` names those that were given one
    and have no part in the output.
    """

    graph: Graph
    seeds: Sequence[float]  # one an output
    point: Mapping[str, float]
    defaulted: Sequence[str]
    passes: Passes[float]
    ignored: Sequence[str] = ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Values that change nothing."""
        whole = (0, len(self.graph.text))
        return tuple(Notice("unused-value", whole, {"name": name}) for name in self.ignored)

    @property
    def value(self) -> float:
        """The value of the output, of several that of the first."""
        return self.values[0]

    @property
    def values(self) -> Sequence[float]:
        """The value of each output."""
        return [self.passes.values[output] for output in self.graph.outputs]

    @property
    def total(self) -> float:
        """What the gradients are the slopes of: the outputs, each times its seed."""
        return sum(seed * value for seed, value in zip(self.seeds, self.values, strict=True))

    @cached_property
    def gradients(self) -> Mapping[str, float]:
        """For each variable and named constant, the derivative of the output to it, times the seed; of several outputs
        the sum of these."""
        adjoints = self.passes.adjoints
        return {name: adjoint for name, node in self.graph.leaves.items() if (adjoint := adjoints[node]) is not None}

    @cached_property
    def locals(self) -> Sequence[float | None]:
        """For each edge, the derivative of its target to its source; None where no gradient flows."""
        graph, values = self.graph, self.passes.values
        known = kernels(FLOATS)
        found: list[float | None] = []
        for edge, flowing in zip(graph.edges, self.passes.contributions, strict=False):
            if flowing is None or graph.kinds[edge.target] == "branch":
                found.append(None if flowing is None else 1.0)
            else:
                inputs = [values[source] for source in graph.inputs[edge.target]]
                slope = known[graph.operations[edge.target]].slopes[edge.position]
                found.append(slope(1.0, values[edge.target], *inputs))
        return found


def _spelled(name: str, graph: Graph) -> str:
    """A name as the graph spells it: ``x1`` and ``x_1`` are the same."""
    if name in graph.leaves or name in graph.dropped:
        return name
    return next((leaf for leaf in graph.leaves if same_name(leaf) == same_name(name)), name)


def evaluate(
    graph: Graph,
    values: Mapping[str, float] | None = None,
    seed: float = 1.0,
    seeds: Mapping[str, float] | None = None,
) -> Evaluation:
    """Both passes in numbers. ``values`` gives variables their value and may override named constants; a
    variable without one has 1. ``seed`` is the gradient that enters at every output but those that ``seeds`` names.

    Raises NameProblem for a name that neither the graph nor its text has, or that is no output. Never fails on numbers:
    results are IEEE.

    >>> from kuroaka.graph import build
    >>> result = evaluate(build("1/(1 + exp(-x))"), {"x": 0.5})
    >>> result.value, result.gradients["x"]
    (0.6224593312018546, 0.2350037122015945)
    >>> result = evaluate(build("u = x^2; v = 3*x", output=["u", "v"]), {"x": 2}, seeds={"v": 10})
    >>> result.values, result.gradients["x"]
    ([4.0, 6.0], 34.0)
    """
    leaves, numbers = graph.leaves, graph.numbers
    given = {} if values is None else {_spelled(name, graph): number for name, number in values.items()}
    ignored = [name for name in given if name not in leaves]
    for name in ignored:
        if name not in graph.dropped:
            raise NameProblem("unknown-value", (0, len(graph.text)), name=name, names=", ".join(leaves))
    defaulted: list[str] = []
    point: dict[str, float] = {}
    start: list[Any] = list(numbers)  # those of the leaves; None is given a number here
    for name, node in leaves.items():
        number = numbers[node]
        if name in given:
            number = float(given[name])
        elif number is None:
            number = 1.0
            defaulted.append(name)
        point[name] = start[node] = number
    entering = _entering(graph, float(seed), {} if seeds is None else seeds)
    return Evaluation(graph, entering, point, defaulted, passes(graph, start.__getitem__, entering, FLOATS), ignored)


def _entering(graph: Graph, seed: float, seeds: Mapping[str, float]) -> list[float]:
    """The gradient that enters at each output."""
    names = graph.output_names
    for name in seeds:
        if name not in names:
            raise NameProblem("unknown-seed", (0, len(graph.text)), name=name, names=", ".join(filter(None, names)))
    return [float(seeds.get(name, seed)) for name in names]
