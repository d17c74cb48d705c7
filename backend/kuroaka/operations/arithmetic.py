"""What a rule is evaluated with: numbers, formulas or anything else that can be added and multiplied.

A rule is text in our own language. The same rule gives a float with the arithmetic of floats, a red label
with that of formulas, a curve with that of arrays, and a graph with that of graphs.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kuroaka.operations.operation import Operation

T = TypeVar("T")


@dataclass(frozen=True)
class Arithmetic(Generic[T]):
    """How to make a value from a number, and what each primitive does to values.

    An arithmetic of symbols also says what ``pi`` or ``e`` is by its name; in any other it is its number. Symbols are
    given the rule as the reader knows it (``E*z*(1 - z)``), numbers the form that keeps all digits where the two
    differ (``E*z*sigmoid(-x)``), unless the arithmetic has a choice of its own, which may depend on the inputs.
    """

    number: Callable[[float], T]
    primitives: Mapping[str, Callable[..., T]]
    total: Callable[[Iterable[T]], T]  # the sum at a branch, in the order in which the values come in
    symbol: Callable[[str], T] | None = None
    # What flows back, given that, the value and the inputs: NaN where the value is NaN and no input is.
    defined: Callable[[T, T, tuple[T, ...]], T] | None = None
    general: Callable[..., T] | None = None  # what a function gives that nobody has defined: its name, then its inputs
    rules: Callable[[Operation, tuple[T, ...]], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Kernel:
    """An operation in an arithmetic: its value for its inputs, and for each of them what flows back, given the
    upstream gradient, the value and the inputs."""

    value: Callable[..., Any]
    slopes: tuple[Callable[..., Any], ...]
