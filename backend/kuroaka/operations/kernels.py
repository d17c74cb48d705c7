"""An operation and an arithmetic in, functions out: what a pass calls at every node."""

from functools import partial
from typing import TypeVar

from kuroaka.operations.arithmetic import Arithmetic, Kernel
from kuroaka.operations.compiled import compiled
from kuroaka.operations.general import is_general
from kuroaka.operations.operation import Operation
from kuroaka.operations.rules import apply, contribution

T = TypeVar("T")


def kernel(operation: Operation, arithmetic: Arithmetic[T]) -> Kernel:
    """The functions of an operation; for numbers they are compiled, once.

    >>> from kuroaka.operations import FLOATS, OPERATIONS
    >>> value, (slope,) = kernel(OPERATIONS["square"], FLOATS)
    >>> value(3.0), slope(2.0, 9.0, 3.0)
    (9.0, 12.0)
    """
    if operation.chain and operation.passes:
        return _summed(operation, arithmetic)
    if not arithmetic.compiles or operation.chain or is_general(operation.name):  # there is no end of such names
        return _interpreted(operation, arithmetic)
    made = arithmetic.kernels.get(operation.name)
    if made is None:
        made = arithmetic.kernels[operation.name] = _compiled(operation, arithmetic)
    return made


def _interpreted(operation: Operation, arithmetic: Arithmetic[T]) -> Kernel:
    def slope(position: int, upstream: T, output: T, *inputs: T) -> T:
        return contribution(operation, arithmetic, position, upstream, output, inputs)

    slopes = tuple(partial(slope, position) for position in range(len(operation.arguments)))
    return Kernel(partial(apply, operation, arithmetic), slopes)


def _summed(operation: Operation, arithmetic: Arithmetic[T]) -> Kernel:
    joins = [kernel(pair, arithmetic).value for pair in operation.chain]

    def value(first: T, *others: T) -> T:
        for join, one in zip(joins, others, strict=True):
            first = join(first, one)
        return first

    defined = arithmetic.defined

    def slope(negative: bool, upstream: T, output: T, *inputs: T) -> T:
        flowing = arithmetic.primitives["neg"](upstream) if negative else upstream
        if defined is None or (type(output) is float and output == output):  # noqa: PLR0124  (not NaN)
            return flowing
        return defined(flowing, output, inputs)

    return Kernel(value, tuple(partial(slope, rule != "E") for rule in operation.backward))


def _compiled(operation: Operation, arithmetic: Arithmetic[T]) -> Kernel:
    primitives, names = arithmetic.primitives, operation.arguments
    value = primitives.get(operation.name) or compiled(operation.value, names, primitives)
    known = {**primitives, "defined": arithmetic.defined} if arithmetic.defined else primitives
    inputs = "".join(f"{name}, " for name in names)
    result = f"{{0}} if z == z else defined_({{0}}, z, ({inputs}))" if arithmetic.defined else "{0}"
    rules = operation.stable or operation.backward
    return Kernel(value, tuple(compiled(rule, ("E", "z", *names), known, result) for rule in rules))
