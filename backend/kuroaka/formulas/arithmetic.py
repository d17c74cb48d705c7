"""The arithmetic of formulas: what the rules of the table do to symbols."""

from collections.abc import Callable

from kuroaka.formulas.algebra import add, divide, multiply, power, scale, total
from kuroaka.formulas.formula import Formula, call, name, number
from kuroaka.operations import OPERATIONS, Arithmetic


def _kept(operation: str) -> Callable[..., Formula]:
    return lambda *inputs: call(operation, *inputs)


FORMULAS: Arithmetic[Formula] = Arithmetic(
    number=number,
    primitives={
        **{operation: _kept(operation) for operation in OPERATIONS},
        "add": lambda x, y: add((x, y)),
        "sub": lambda x, y: add((x, scale(y, -1))),
        "mul": multiply,
        "div": divide,
        "pow": power,
        "neg": lambda x: scale(x, -1),
    },
    total=total,
    symbol=name,
)
