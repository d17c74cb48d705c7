"""One entry of the table: an operation as the article writes it."""

from dataclasses import dataclass
from typing import Literal

# How its LaTeX holds the last argument: between signs, beside a word (sin x, which becomes sin^2 x), in brackets of
# its own (σ(x)), or in a fence that a power can stand at (|x|).
Applied = Literal["operator", "beside", "bracketed", "fence"]


@dataclass(frozen=True)
class Operation:
    """An operation: its value, and for each input what flows back into it.

    ``value`` and ``backward`` are text in our own language. They speak of the arguments by name, of the
    output as ``z`` and of the upstream gradient as ``E``; ``pi`` and ``e`` are what they are in an expression. A
    ``value`` defines the operation by others; an arithmetic that has a primitive of its name uses that for the
    number. An operation without one is a primitive of every arithmetic. Where a rule would lose digits, ``stable``
    says the same in a form that does not. ``samples`` are points on both sides of every kink; ``note`` is the key of
    the convention chosen at one, ``kink`` says where that is.
    """

    name: str
    arguments: tuple[str, ...]
    backward: tuple[str, ...]
    symbol: str  # LaTeX, inside the circle
    latex: str  # LaTeX of the value: {x} as it is, {x:p} in brackets where it needs them
    samples: tuple[tuple[float, ...], ...]
    applied: Applied = "bracketed"
    value: str = ""
    stable: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()  # names it is called by; none for an infix operator
    note: str = ""
    kink: str = ""  # an expression that is 0 exactly where the convention of the note applies
    sign: str = ""  # what stands for it in a sentence; its first spelling where it has one
