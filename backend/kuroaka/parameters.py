"""What stands written in a link, a command or a directive in; numbers, names and kinds of labels out."""

import math
import re
from typing import TYPE_CHECKING, cast, get_args

from kuroaka.words import Language, say

if TYPE_CHECKING:
    from kuroaka.figure.sizes import Show


class ParameterProblem(ValueError):
    """A parameter that cannot be read. ``pointer`` names it as a JSON pointer does."""

    def __init__(self, code: str, pointer: str, **parts: object) -> None:
        super().__init__(code)
        self.code, self.pointer, self.parts = code, pointer, parts

    def detail(self, language: Language) -> str:
        """What is wrong, in one sentence."""
        return say(f"problem.{self.code}", language, **self.parts)

    def hint(self, language: Language) -> str:
        """What to write instead."""
        return say(f"hint.{self.code}", language, **self.parts)


def read_point(at: str) -> dict[str, float]:
    """``x:0.5,y:2`` as numbers by name.

    >>> read_point("x:0.5,w_1:-2e3")
    {'x': 0.5, 'w_1': -2000.0}
    """
    point: dict[str, float] = {}
    for part in filter(None, at.split(",")):
        name, _, written = part.partition(":")
        number = (
            float(written)
            if re.fullmatch(r"-?\d+(\.\d*)?(e[+-]?\d+)?|-?\.\d+(e[+-]?\d+)?", written, re.ASCII | re.IGNORECASE)
            else math.nan
        )
        if not math.isfinite(number) or not name:
            raise ParameterProblem("bad-point", "/at", part=part[:80])
        point[name.strip()] = number
    return point


def read_names(names: str) -> list[str]:
    """``x,y`` as names.

    >>> read_names("x, y")
    ['x', 'y']
    """
    return [name for part in names.split(",") if (name := part.strip())][:64]


def read_show(show: str) -> "tuple[Show, ...]":
    """``formulas,numbers`` as kinds of labels, each once, in this order.

    >>> read_show("formulas,numbers")
    ('formulas', 'numbers')
    """
    from kuroaka.figure.sizes import Show  # noqa: PLC0415  (the room with the typesetter: only to draw)

    kinds = tuple(dict.fromkeys(filter(None, show.split(","))))
    if not kinds or not set(kinds) <= set(get_args(Show)):
        raise ParameterProblem("bad-show", "/show", kinds=", ".join(get_args(Show)))
    return cast("tuple[Show, ...]", kinds)
