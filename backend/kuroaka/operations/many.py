"""Operations of many arguments: a chain of an operation of two arguments, in one circle.

``add:++-`` is x + y - z, ``max:+++`` the largest of three. Its numbers are those of the chain, step by step.
"""

import re
from functools import lru_cache

from kuroaka.operations.operation import Math, Operation

_NAME = re.compile(r"(\w+):(\+[+-]+)")
_PAIRS = {"add": "++", "sub": "+-"}


def chained(name: str) -> tuple[str, str]:
    """The word and the signs of such a name; two empty ones for any other name.

    >>> chained("add:++-"), chained("add"), chained("f:2")
    (('add', '++-'), ('', ''), ('', ''))
    """
    match = _NAME.fullmatch(name)
    return (match[1], match[2]) if match else ("", "")


def sum_signs(name: str) -> str:
    """The signs of the arguments of a sum, of two or of many; "" for any other operation.

    >>> sum_signs("sub"), sum_signs("add:++-"), sum_signs("max:+++")
    ('+-', '++-', '')
    """
    word, signs = chained(name)
    return _PAIRS.get(name, signs if word == "add" else "")


@lru_cache(64)  # of some hundred arguments each, at most
def many(pair: Operation, opposite: Operation, signs: str) -> Operation:
    """The operation that takes one argument a sign: the first as it is, each further one by ``pair``, or by its
    ``opposite`` where the sign is a minus.

    >>> from kuroaka.operations import OPERATIONS
    >>> OPERATIONS["add:++-"].backward
    ('E', 'E', '-E')
    """
    chain = tuple(opposite if sign == "-" else pair for sign in signs[1:])
    arguments = tuple(f"x_{number}" for number in range(1, len(signs) + 1))
    first, *others = arguments
    math: Math = ("call", pair.symbol, *(f"{{{argument}}}" for argument in arguments))
    if pair.passes:
        signed = ((one.symbol, f"{{{argument}:p}}") for one, argument in zip(chain, others, strict=True))
        math = ("row", f"{{{first}}}", *(part for parts in signed for part in parts))
    return Operation(
        f"{pair.name}:{signs}",
        arguments,
        (chain[0].backward[0], *(one.backward[1] for one in chain)) if pair.passes else _largest(arguments),
        "Σ" if pair.passes else pair.symbol,
        samples=(),
        applied=pair.applied,
        math=math,
        spellings=pair.spellings,
        note=pair.note,
        chain=chain,
        slips=_slips(chain),
    )


def _largest(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The rule of a maximum as a reader knows it: everything to the one that it is."""
    return tuple(f"E*eq({argument}, z)" for argument in arguments)


def _slips(chain: tuple[Operation, ...]) -> tuple[tuple[str, ...], ...]:
    """A slip of a chain is that of its pairs, whose slips speak of ``E`` alone."""
    known = [{name: rules for name, *rules in pair.slips} for pair in chain]
    names = dict.fromkeys(name for pair in known for name in pair)
    right = ("", "")
    return tuple((name, known[0].get(name, right)[0], *(pair.get(name, right)[1] for pair in known)) for name in names)
