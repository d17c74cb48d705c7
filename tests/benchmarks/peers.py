"""Other programs that do what a part of ours does. Who is not installed is not measured."""

import ast
import importlib
import math
import operator
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from kuroaka.graph import Graph
from kuroaka.operations.many import chained

Run = Callable[[], object]


def installed(name: str) -> Any:
    """A module, or None."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def computed(
    graph: Graph, leaf: Callable[[int], Any], exp: Callable[[Any], Any], tanh: Callable[[Any], Any]
) -> list[Any]:
    """The value of each node in a peer's own numbers."""
    operations: dict[str, Callable[..., Any]] = {
        "add": operator.add,
        "sub": operator.sub,
        "mul": operator.mul,
        "div": operator.truediv,
        "pow": lambda x, y: x ** getattr(y, "data", y),
        "neg": operator.neg,
        "exp": exp,
        "tanh": tanh,
        "sigmoid": lambda x: 1 / (1 + exp(-x)),
    }
    values: list[Any] = []
    for node, sources in enumerate(graph.inputs):
        inputs = [values[source] for source in sources]
        name = graph.operations[node]
        match graph.kinds[node]:
            case "operation" if chained(name)[0]:
                values.append(reduce(operator.add, inputs))
            case "operation":
                values.append(operations[name](*inputs))
            case "branch":
                values.append(inputs[0])
            case _:
                values.append(leaf(node))
    return values


def point(graph: Graph) -> list[float]:
    """The number of each leaf."""
    return [0.5 if number is None else number for number in graph.numbers]


def engines(graph: Graph) -> dict[str, Run]:
    """Forward and backward, built anew each time; autograd and casadi know the gradients of the inputs alone."""
    numbers = point(graph)
    variables = [node for node, kind in enumerate(graph.kinds) if kind == "variable"]
    found: dict[str, Run] = {}
    if micrograd := installed("micrograd.engine"):
        value = micrograd.Value

        def applied(x: Any, result: float, slope: float, name: str) -> Any:
            out = value(result, (x,), name)

            def back() -> None:
                x.grad += slope * out.grad

            out._backward = back
            return out

        def exp(x: Any) -> Any:
            result = math.exp(x.data)
            return applied(x, result, result, "exp")

        def tanh(x: Any) -> Any:
            result = math.tanh(x.data)
            return applied(x, result, 1 - result * result, "tanh")

        def small() -> None:
            values = computed(graph, lambda node: value(numbers[node]), exp, tanh)
            values[graph.output].backward()

        found["micrograd"] = small
    if torch := installed("torch"):
        torch.set_num_threads(1)

        def leaf(node: int) -> Any:
            return torch.tensor(numbers[node], dtype=torch.float64, requires_grad=True)

        def eager() -> None:
            values = computed(graph, leaf, torch.exp, torch.tanh)
            values[graph.output].backward()

        found["torch"] = eager
    if autograd := installed("autograd"):
        numpy = installed("autograd.numpy")

        def traced(given: Sequence[Any]) -> Any:
            known = dict(zip(variables, given, strict=True))
            return computed(graph, lambda node: known.get(node, numbers[node]), numpy.exp, numpy.tanh)[graph.output]

        found["autograd"] = lambda: autograd.grad(traced)([numbers[node] for node in variables])
    if casadi := installed("casadi"):
        found["casadi"] = lambda: casadi_function(casadi, graph)(*[numbers[node] for node in variables])
    return found


def casadi_function(casadi: Any, graph: Graph) -> Any:
    """A graph and its gradients as a function of casadi."""
    numbers = point(graph)
    symbols = {node: casadi.SX.sym(f"x{node}") for node, kind in enumerate(graph.kinds) if kind == "variable"}
    out = computed(graph, lambda node: symbols.get(node, numbers[node]), casadi.exp, casadi.tanh)[graph.output]
    given = list(symbols.values())
    return casadi.Function("f", given, [out, *(casadi.gradient(out, one) for one in given)])


def labels(graph: Graph) -> dict[str, Run]:
    """The value and the gradient of every node in symbols, printed."""
    symengine = installed("symengine")
    if not symengine:
        return {}

    def leaf(node: int) -> Any:
        number = graph.numbers[node]
        return symengine.Symbol(graph.names[node]) if number is None else symengine.sympify(int(number))

    def printed() -> list[str]:
        values = computed(graph, leaf, symengine.exp, symengine.tanh)
        adjoints: list[Any] = [0] * len(values)
        adjoints[graph.output] = symengine.Symbol("E")
        for node in reversed(range(len(values))):
            inputs = [values[source] for source in graph.inputs[node]]
            if inputs:
                for source, slope in zip(graph.inputs[node], _slopes(graph, node, values[node], inputs), strict=True):
                    adjoints[source] += adjoints[node] * slope
        return [str(one) for one in (*values, *adjoints)]

    return {"symengine": printed}


def _slopes(graph: Graph, node: int, z: Any, inputs: Sequence[Any]) -> Sequence[Any]:
    x, y = inputs[0], inputs[-1]
    match graph.operations[node]:
        case "mul":
            return (y, x)
        case "div":
            return (1 / y, -z / y)
        case "pow":
            return (y * x ** (y - 1), 0)
        case "exp":
            return (z,)
        case "tanh":
            return (1 - z**2,)
        case "sigmoid":
            return (z * (1 - z),)
        case "neg":
            return (-1,)
        case "sub":
            return (1, -1)
        case _:  # a branch, or a sum
            return (1,) * len(inputs)


def walked(text: str) -> Run:
    """Python's own parser, and a walk that lets only arithmetic through."""
    allowed = (
        ast.Expression,
        ast.BinOp,
        ast.UnaryOp,
        ast.Call,
        ast.Name,
        ast.Constant,
        ast.operator,
        ast.unaryop,
        ast.Load,
    )
    written = text.replace("^", "**")

    def run() -> list[tuple[type, int]]:
        rows: list[tuple[type, int]] = []
        for node in ast.walk(ast.parse(written, mode="eval")):
            if not isinstance(node, allowed):
                raise TypeError(node)
            rows.append((type(node), getattr(node, "col_offset", 0)))
        return rows

    return run


GRAMMAR = r"""
?sum: product | sum "+" product | sum "-" product
?product: signed | product "*" signed | product "/" signed
?signed: power | "-" signed
?power: atom | atom "^" signed
?atom: NUMBER | NAME | NAME "(" sum ")" | "(" sum ")"
NAME: /[a-z]\w*/
NUMBER: /\d+(\.\d+)?/
%ignore " "
"""


def parsers(text: str) -> dict[str, Run]:
    """Text to a tree."""
    found = {"ast": walked(text)}
    if lark := installed("lark"):
        reader = lark.Lark(GRAMMAR, start="sum", parser="lalr")
        found["lark"] = lambda: reader.parse(text)
    return found
