"""An operation and an arithmetic in, functions out: what a pass calls at every node."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from kuroaka.operations.arithmetic import Arithmetic, Kernel
from kuroaka.operations.compiled import compiled
from kuroaka.operations.floats import FLOATS, defined
from kuroaka.operations.general import is_general
from kuroaka.operations.operation import Operation
from kuroaka.operations.rules import apply, contribution
from kuroaka.operations.table import OPERATIONS

T = TypeVar("T")
MOST = 500  # of sums and general nodes there is no end


class Kernels(dict[str, Kernel], Generic[T]):
    """The functions of each operation in an arithmetic, made when it is first asked for."""

    def __init__(self, arithmetic: Arithmetic[T]) -> None:
        self.arithmetic = arithmetic

    def __missing__(self, name: str) -> Kernel:
        if len(self) >= MOST:
            self.clear()
        made = self[name] = _kernel(OPERATIONS[name], self.arithmetic)
        return made


def kernels(arithmetic: Arithmetic[T]) -> Mapping[str, Kernel]:
    """By the names of the operations; those of numbers are compiled, and kept for whoever comes next.

    >>> from kuroaka.operations import FLOATS
    >>> square = kernels(FLOATS)["square"]
    >>> square.value(3.0), square.slopes[0](2.0, 9.0, 3.0)
    (9.0, 12.0)
    """
    return _NUMBERS if arithmetic is FLOATS else Kernels(arithmetic)


_NUMBERS = Kernels(FLOATS)


def _kernel(operation: Operation, arithmetic: Arithmetic[T]) -> Kernel:
    if operation.chain and operation.passes:
        return _summed(operation, arithmetic)
    if arithmetic is not FLOATS or operation.chain or is_general(operation.name):
        return _interpreted(operation, arithmetic)
    return _compiled(operation)


def _interpreted(operation: Operation, arithmetic: Arithmetic[T]) -> Kernel:
    def slope(position: int, upstream: T, output: T, *inputs: T) -> T:
        return contribution(operation, arithmetic, position, upstream, output, inputs)

    slopes = tuple(partial(slope, position) for position in range(len(operation.arguments)))
    return Kernel(partial(apply, operation, arithmetic), slopes)


def _summed(operation: Operation, arithmetic: Arithmetic[T]) -> Kernel:
    joins = [arithmetic.primitives[pair.name] for pair in operation.chain]
    negated, checked = arithmetic.primitives["neg"], arithmetic.defined

    def value(first: T, *others: T) -> T:
        for join, one in zip(joins, others, strict=True):
            first = join(first, one)
        return first

    def along(upstream: T, output: T, *inputs: T) -> T:
        if checked is None or (type(output) is float and output == output):  # noqa: PLR0124  (not NaN)
            return upstream
        return checked(upstream, output, inputs)

    def against(upstream: T, output: T, *inputs: T) -> T:
        return along(negated(upstream), output, *inputs)

    return Kernel(value, tuple(along if rule == "E" else against for rule in operation.backward))


def _compiled(operation: Operation) -> Kernel:
    primitives, names = FLOATS.primitives, operation.arguments
    value = primitives.get(operation.name) or compiled(operation.value, names, primitives)
    known: dict[str, Callable[..., Any]] = {**primitives, "defined": defined}
    inputs = "".join(f"{name}, " for name in names)
    result = f"{{0}} if z == z else defined_({{0}}, z, ({inputs}))"
    rules = operation.stable or operation.backward
    return Kernel(value, tuple(compiled(rule, ("E", "z", *names), known, result) for rule in rules))
