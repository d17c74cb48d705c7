"""The article's general node: ``z = f(x, y)`` with a function that nobody has defined. It has no number, and sends
``E ∂z/∂x`` back.
"""

import re
from functools import lru_cache

from kuroaka.operations.many import chained, many
from kuroaka.operations.operation import Math, Operation

_NAME = re.compile(r"(\w+'*):(\d+)")


class Table(dict[str, Operation]):
    """Operations by name. ``f:2`` is a function f of two arguments that has no row of its own, ``add:++-`` a sum of
    many.

    >>> Table()["f:2"].backward
    ('E*slope(z, x)', 'E*slope(z, y)')
    """

    def __missing__(self, name: str) -> Operation:
        if name == "slope":
            return SLOPE
        word, signs = chained(name)
        if word:
            return many(self[word], self[self[word].many], signs)
        match = _NAME.fullmatch(name)
        if match is None:
            raise KeyError(name)
        return general(match[1], int(match[2]))


# What the derivative of such a function is called: ∂z/∂x. Only rules and formulas call it.
SLOPE = Operation("slope", ("z", "x"), (), "∂", samples=(), math=("frac", ("row", "∂", "{z}"), ("row", "∂", "{x}")))


@lru_cache(1024)  # names are the reader's
def general(word: str, count: int) -> Operation:
    """The row of a function of so many arguments of which only the name is known."""
    arguments = ("x", "y")[:count] if count < 3 else tuple(f"x_{number}" for number in range(1, count + 1))
    letter, _, index = word.partition("_")
    symbol: Math = ("sub", letter, index) if index else word
    return Operation(
        f"{word}:{count}",
        arguments,
        tuple(f"E*slope(z, {argument})" for argument in arguments),
        symbol,
        samples=(),
        spellings=(word,),
    )


def is_general(name: str) -> bool:
    """Whether nobody has defined the operation of this name."""
    return ":" in name and name[-1].isdigit()
