"""10,000 random graphs against jax: values by its functions, gradients by its own automatic differentiation."""

import math
import operator
import random
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import pytest

from kuroaka.graph import Graph, build, evaluate
from kuroaka.graph.nonfinite import flag_gradients
from kuroaka.graph.passes import forward
from kuroaka.operations import Arithmetic
from tests.expressions import point, program

pytestmark = pytest.mark.slow
BLOCKS = 20


def arithmetic() -> Arithmetic[Any]:
    """What jax makes of the names of the table."""
    jax = pytest.importorskip("jax", reason="jax is installed by make test-slow")
    jax.config.update("jax_enable_x64", True)
    jnp, nn = jax.numpy, jax.nn
    primitives: dict[str, Callable[..., Any]] = {
        "add": operator.add,
        "sub": operator.sub,
        "mul": operator.mul,
        "div": operator.truediv,
        "pow": jnp.power,
        "neg": operator.neg,
        "exp": jnp.exp,
        "ln": jnp.log,
        "log_base": lambda x, y: jnp.log(y) / jnp.log(x),
        "sqrt": jnp.sqrt,
        "sin": jnp.sin,
        "cos": jnp.cos,
        "tan": jnp.tan,
        "atan": jnp.arctan,
        "sinh": jnp.sinh,
        "cosh": jnp.cosh,
        "tanh": jnp.tanh,
        "sigmoid": nn.sigmoid,
        "relu": nn.relu,
        "softplus": nn.softplus,
        "abs": jnp.abs,
        "max": jnp.maximum,
        "min": jnp.minimum,
    }
    return Arithmetic(number=jnp.float64, primitives=primitives, total=lambda values: reduce(operator.add, values))


def gradients(graph: Graph, values: Mapping[str, float], of_jax: Arithmetic[Any]) -> tuple[float, dict[str, float]]:
    """The value and every gradient by jax."""
    import jax

    def output(leaves: Mapping[str, Any]) -> Any:
        def leaf(node: int) -> Any:
            return leaves[graph.names[node]] if graph.names[node] else of_jax.number(graph.numbers[node] or 0.0)

        return forward(graph, leaf, of_jax, lambda _direction, _node, value: value)[graph.output]

    value, slopes = jax.value_and_grad(output)(dict(values))
    return float(value), {name: float(slope) for name, slope in slopes.items()}


@pytest.mark.parametrize("block", range(BLOCKS))
def test_random_graphs(block: int) -> None:
    of_jax = arithmetic()
    compared = 0
    for seed in range(500 * block, 500 * block + 500):
        rng = random.Random(seed)
        graph = build(program(rng, 9))
        if not graph.leaves:
            continue
        result = evaluate(graph, {name: value for name, value in point(rng).items() if name in graph.leaves})
        if not all(map(math.isfinite, result.passes.values)) or any(flag_gradients(result)):
            continue
        compared += 1
        value, slopes = gradients(graph, result.point, of_jax)
        numbers = [
            *result.passes.values,
            *filter(None, result.passes.adjoints),
            *filter(None, result.passes.contributions),
        ]
        size = max(map(abs, numbers))
        assert math.isclose(result.value, value, rel_tol=1e-11, abs_tol=1e-13 * size), graph.text
        for name, slope in slopes.items():
            if math.isfinite(slope):  # at 0 * inf jax says NaN where a branch that is not taken is infinite
                assert math.isclose(result.gradients[name], slope, rel_tol=1e-9, abs_tol=1e-12 * size), (
                    graph.text,
                    name,
                )
    assert compared > 300
