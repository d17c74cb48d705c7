"""Whether the inputs of an operation may change places."""

from functools import cache

from kuroaka.operations.floats import FLOATS
from kuroaka.operations.kernels import kernels
from kuroaka.operations.table import OPERATIONS


@cache
def is_ordered(name: str) -> bool:
    """Whether it makes a difference which of two inputs is the first.

    >>> is_ordered("div"), is_ordered("mul"), is_ordered("exp")
    (True, False, False)
    """
    operation = OPERATIONS[name]
    value = kernels(FLOATS)[name].value
    return len(operation.arguments) == 2 and value(0.3, 0.7) != value(0.7, 0.3)
