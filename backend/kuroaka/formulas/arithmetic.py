"""The arithmetic of formulas: what the rules of the table do to symbols."""

from collections.abc import Callable

from kuroaka.formulas.algebra import add, divide, multiply, power, scale
from kuroaka.formulas.formula import HALF, ZERO, Call, Formula, call, name, number
from kuroaka.formulas.total import total
from kuroaka.operations import OPERATIONS, OPPOSITES, Arithmetic, is_general, read


def _kept(operation: str) -> Callable[..., Formula]:
    return lambda *inputs: call(operation, *inputs)


def _head(value: Formula) -> Formula:
    """What the value of a general function is called: by its letter, unless it has a name of its own."""
    base = next(iter(value.factors), None)
    return name(base.operation.partition(":")[0]) if isinstance(base, Call) and is_general(base.operation) else value


def _judged(operation: str) -> Callable[..., Formula]:
    """``eq`` or ``ne``: of a comparison and 0 it is the opposite one, or the comparison itself."""

    def judged(x: Formula, y: Formula) -> Formula:
        base = next(iter(x.factors), None)
        if (
            y == ZERO
            and isinstance(base, Call)
            and base.operation in OPPOSITES
            and x == call(base.operation, *base.arguments)
        ):
            return x if operation == "ne" else call(OPPOSITES[base.operation], *base.arguments)
        return call(operation, x, y)

    return judged


def _absolute(inner: Formula) -> Formula:
    """||x|| is |x|, and would be read as a norm."""
    return inner if isinstance(inner.lone, Call) and inner.lone.operation == "abs" else call("abs", inner)


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
        "slope": lambda z, x: call("slope", _head(z), x),
        "eq": _judged("eq"),
        "ne": _judged("ne"),
        "abs": _absolute,
        "sqrt": lambda x: power(x, HALF),
    },
    total=total,
    symbol=name,
    general=call,
    rules=lambda operation, inputs: read(operation, ZERO in inputs),
)
