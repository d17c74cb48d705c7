"""One entry of the table: an operation as the article writes it."""

from dataclasses import dataclass
from typing import Literal

# Mathematics as it is set, a tree: a string is a letter, a word, a number or a sign; a tuple is a construct and its
# parts. A row has them side by side, times is a product whose sign is not seen, of is a word and what it is applied to,
# call a word and what stands in its brackets, par, abs, floor and ceil stand in brackets and bars; and frac, sqrt, root
# (of a degree), sup, sub, of which the last may have a part above too.
Math = str | tuple["Math", ...]

# How the last argument is held: between signs, beside a word (sin x, which becomes sin^2 x), in brackets of its own
# (σ(x)), or in a fence that a power can stand at (|x|).
Applied = Literal["operator", "beside", "bracketed", "fence"]


@dataclass(frozen=True)
class Operation:
    """An operation: its value, and for each input what flows back into it.

    ``value`` and ``backward`` are text in our own language. They speak of the arguments by name, of the
    output as ``z`` and of the upstream gradient as ``E``; ``pi`` and ``e`` are what they are in an expression. A
    ``value`` defines the operation by others; an arithmetic that has a primitive of its name uses that for the
    number. An operation without one is a primitive of every arithmetic. Where a rule would lose digits, ``stable``
    says the same in a form that does not. ``slips`` are the mistakes people make with it, in the same language.
    ``samples`` are points on both sides of every kink; ``note`` is the key of the convention chosen at one, ``kink``
    says where that is.
    """

    name: str
    arguments: tuple[str, ...]
    backward: tuple[str, ...]
    symbol: Math  # inside the circle
    samples: tuple[tuple[float, ...], ...]
    applied: Applied = "bracketed"
    math: Math = ()  # its value: {x} as it is, {x:p} in brackets where it needs them; that of a function follows
    value: str = ""
    stable: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()  # names it is called by, perhaps none for an infix operator
    note: str = ""
    kink: str = ""  # an expression that is 0 exactly where the convention of the note applies
    complement: tuple[int, str] = (0, "")  # an exponent, and what 1 less that power is where digits would be lost
    beside_zero: tuple[str, ...] = ()  # the rules as a reader knows them where an input is the number 0
    many: str = ""  # of more than two arguments it is one circle; the name of its opposite, its own if it has none
    chain: tuple["Operation", ...] = ()  # of many arguments: how each but the first is joined to those before it
    slips: tuple[tuple[str, ...], ...] = ()  # mistakes people make: a name, then the rule of each argument, "" if right
    sign: str = ""  # what stands for it in plain text; without it the first spelling, or the symbol

    @property
    def passes(self) -> bool:
        """Whether what comes in goes on to the first argument as it is."""
        return self.backward[0] == "E"

    def __post_init__(self) -> None:
        if not self.sign:
            object.__setattr__(self, "sign", self.spellings[0] if self.spellings else self.symbol)
        if not self.math:
            beside: Math = ("of", self.symbol, f"{{{self.arguments[-1]}:p}}")
            bracketed: Math = ("call", self.symbol, *(f"{{{argument}}}" for argument in self.arguments))
            object.__setattr__(self, "math", beside if self.applied == "beside" else bracketed)
