"""The kinds of value that a row can have: how each is read from text, written to it, and described to programs.

What enters: what stands in a link, a command, a directive or an attribute. What leaves: the value, and back again.
A text that cannot be read raises ``Unreadable``; the row says which parameter that is.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Show = Literal["formulas", "numbers", "rules"]
Syntax = Literal["auto", "text", "latex"]  # the spellings of the language, named here so that help need not load it
Naming = Literal["auto", "written", "names"]
View = Literal["auto", "graph", "network"]
Fit = Literal["auto", "slide"]
Paper = Literal["none", "white"]
# What a figure shows: one kind of labels, or formulas and, smaller, their numbers.
SHOWS: tuple[tuple[Show, ...], ...] = (("formulas",), ("numbers",), ("formulas", "numbers"), ("rules",))
MOST = 64  # names in a list

_NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_TRUTHS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


class Unreadable(ValueError):
    """Text that is not of its kind: the code of the problem, and what fills its sentence."""

    def __init__(self, code: str, **parts: object) -> None:
        super().__init__(code)
        self.code, self.parts = code, parts


@dataclass(frozen=True)
class Kind:
    """A kind of value. ``schema`` is its JSON schema where it stands as text; ``metavar`` an example of that."""

    name: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})
    metavar: str = ""
    choices: Sequence[str] = ()
    most: int | None = None  # names in a list


def _number(written: str) -> float:
    number = float(written) if _NUMBER.fullmatch(written.strip()) else math.nan
    if not math.isfinite(number):
        raise Unreadable("bad-decimal", written=written[:80])
    return number


def _count(written: str) -> int:
    if not re.fullmatch(r"\d{1,6}", written.strip(), re.ASCII):
        raise Unreadable("bad-count", written=written[:80])
    return int(written)


def _truth(written: str) -> bool:
    if written.strip().lower() not in _TRUTHS:
        raise Unreadable("bad-truth", written=written[:80])
    return _TRUTHS[written.strip().lower()]


def _point(written: str) -> dict[str, float]:
    point: dict[str, float] = {}
    for part in filter(None, written.split(",")):
        name, _, number = part.partition(":")
        if not name.strip() or not _NUMBER.fullmatch(number) or not math.isfinite(float(number)):
            raise Unreadable("bad-point", part=part[:80])
        point[name.strip()] = float(number)
    return point


def _names(most: int) -> Callable[[str], tuple[str, ...]]:
    def read(written: str) -> tuple[str, ...]:
        names = tuple(name for part in written.split(",") if (name := part.strip()))
        if len(names) > most:
            raise Unreadable("many-names", limit=most)
        return names

    return read


def _shows(written: str) -> tuple[Show, ...]:
    kinds = {part.strip() for part in written.split(",") if part.strip()}
    for show in SHOWS:
        if kinds == {*show}:
            return show
    raise Unreadable("bad-show", kinds=" | ".join(map(",".join, SHOWS)))


def _written_point(point: Mapping[str, float]) -> str:
    """Numbers by name as a link has them.

    >>> _written_point({"x": 0.5, "w_1": -2000.0})
    'x:0.5,w_1:-2000.0'
    """
    return ",".join(f"{name}:{number!r}" for name, number in point.items())


TEXT = Kind("text", str)
NUMBER = Kind("number", _number, repr, {"type": "number"}, "NUMBER")
COUNT = Kind("count", _count, lambda value: "" if value is None else str(value), {"type": "integer", "minimum": 0}, "N")
TRUTH = Kind("truth", _truth, lambda value: "1" if value else "0", {"type": "boolean"})
POINT = Kind("point", _point, _written_point, metavar="x:0.5,y:2")
SHOWN = Kind("shows", _shows, ",".join, metavar="|".join(map(",".join, SHOWS)))


def names(most: int = MOST) -> Kind:
    """A list of names, so many at most.

    >>> names().read("x, y")
    ('x', 'y')
    """
    return Kind("names", _names(most), ",".join, metavar="NAMES", most=most)


def choice(*choices: str) -> Kind:
    """One of some words.

    >>> choice("en", "ja").read("ja")
    'ja'
    """

    def read(written: str) -> str:
        if written.strip() not in choices:
            raise Unreadable("bad-choice", written=written[:80], choices=", ".join(choices))
        return written.strip()

    return Kind("choice", read, schema={"type": "string", "enum": list(choices)}, choices=choices)
