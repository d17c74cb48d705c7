"""The table: what can be asked about an expression, a row each.

A row is a field of ``Asked``: its name, its type and default, how it is read and written (its kind), what a link or a
JSON body calls it where that differs, and which doors leave it out, with the reason. Its sentence is ``asked.NAME`` of
the catalogues. ``frontend/src/state/state.js`` has the same rows for the browser; a test holds the two together.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Annotated, Any, Literal, get_args, get_type_hints
from urllib.parse import urlencode

from kuroaka.asked.kinds import (
    COUNT,
    NUMBER,
    POINT,
    SHOWN,
    TEXT,
    TRUTH,
    Fit,
    Kind,
    Naming,
    Paper,
    Show,
    Syntax,
    Unreadable,
    View,
    choice,
    names,
)
from kuroaka.asked.problem import ParameterProblem
from kuroaka.words import LANGUAGES, Language, say

Door = Literal["graph", "point"]  # those that have no use for some rows; every other door takes all of them

_SURROGATE = re.compile("[\ud800-\udfff]")
MOST_OUTPUTS = 16
_ALL_KINDS = "the answer has the labels of every kind"
_ALL_FRAMES = "the answer has every frame, and nothing moves in it"
_NO_DRAWING = "numbers alone are answered, nothing is drawn"
_THE_OUTPUT = "the check and the curve are of the output itself, whatever E is"
_UNDRAWN: Mapping[Door, str] = {"graph": _ALL_FRAMES, "point": _NO_DRAWING}
_UNPICTURED: Mapping[Door, str] = {"graph": "the answer has no picture that could stand on any", "point": _NO_DRAWING}


@dataclass(frozen=True)
class Row:
    """How a field of ``Asked`` is asked for. ``without`` has the reason for each door that leaves it out."""

    kind: Kind
    link: str = ""  # its name in a link
    body: str = ""  # its name in a JSON body
    attribute: str = ""  # its name on the element and in a widget
    option: str = ""  # its name on the command line
    without: Mapping[Door, str] = field(default_factory=dict)
    name: str = ""  # of the field
    default: Any = None

    @property
    def required(self) -> bool:
        """Whether nothing can be asked without it."""
        return self.default is MISSING

    @property
    def words(self) -> frozenset[str]:
        """What it is called in links and bodies: each word is known in both."""
        return frozenset({self.name, self.link, self.body})

    def says(self, language: Language = "en") -> str:
        """What it is, in one sentence."""
        return say(f"asked.{self.name}", language)

    def read(self, written: str) -> Any:
        """Its value from text; raises ParameterProblem."""
        try:
            return self.kind.read(written)
        except Unreadable as unreadable:
            raise ParameterProblem(unreadable.code, f"/{self.link}", **unreadable.parts) from None

    def take(self, value: Any) -> Any:
        """Its value from one of a program: itself, as text of a link, or any collection of names.

        >>> ROWS["fold"].take(["h"]), ROWS["show"].take("numbers"), ROWS["seed"].take(5)
        (('h',), ('numbers',), 5.0)
        """
        if self.kind.name == "text" or value == self.default:
            return value
        return self.read(value if isinstance(value, str) else self.kind.write(value))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked about an expression. All but the expression has a default.

    >>> Asked(expression="x*y", at={"x": 2.0}, seed=5.0).link()
    'expr=x%2Ay&at=x%3A2.0&seed=5.0'
    """

    expression: Annotated[str, Row(TEXT, link="expr")]
    syntax: Annotated[Syntax, Row(choice(*get_args(Syntax)))] = "auto"
    output: Annotated[tuple[str, ...], Row(names(MOST_OUTPUTS), option="output-name")] = ()
    at: Annotated[Mapping[str, float], Row(POINT, body="values")] = field(default_factory=dict)
    seed: Annotated[float, Row(NUMBER, without={"point": _THE_OUTPUT})] = 1.0
    seeds: Annotated[Mapping[str, float], Row(POINT, without={"point": _THE_OUTPUT})] = field(default_factory=dict)
    open: Annotated[tuple[str, ...], Row(names())] = ()
    fold: Annotated[tuple[str, ...], Row(names(), without={"point": _NO_DRAWING})] = ()
    view: Annotated[View, Row(choice(*get_args(View)), without={"point": _NO_DRAWING})] = "auto"
    derivative: Annotated[tuple[str, ...], Row(names(4))] = ()
    show: Annotated[tuple[Show, ...], Row(SHOWN, without={"graph": _ALL_KINDS, "point": _NO_DRAWING})] = ("formulas",)
    naming: Annotated[
        Naming, Row(choice(*get_args(Naming)), without={"point": "numbers alone are answered, and no formula"})
    ] = "auto"
    fit: Annotated[Fit, Row(choice(*get_args(Fit)), without={"point": _NO_DRAWING})] = "auto"
    frame: Annotated[int | None, Row(COUNT, without=_UNDRAWN)] = None
    animate: Annotated[bool, Row(TRUTH, option="animate/--still", without=_UNDRAWN)] = True
    dashes: Annotated[bool, Row(TRUTH, without=_UNDRAWN)] = False
    paper: Annotated[Paper, Row(choice(*get_args(Paper)), without=_UNPICTURED)] = "none"
    lang: Annotated[Language, Row(choice(*LANGUAGES))] = "en"

    def __post_init__(self) -> None:
        """Refuse what cannot be written as UTF-8, in whatever row it stands."""
        for row in ROWS.values():
            value = getattr(self, row.name) if row.name != "expression" else ""  # whose reader says where
            for text in (value,) if isinstance(value, str) else value if isinstance(value, tuple | Mapping) else ():
                if not text.isascii() and _SURROGATE.search(text):
                    raise ParameterProblem("not-unicode", f"/{row.link}")

    @classmethod
    def read(cls, written: Mapping[str, str], **given: Any) -> "Asked":
        """From text by the names of a link; what is empty or absent stays at its default, other names are no rows.
        ``given`` are fields that are values already. Raises ParameterProblem.

        >>> Asked.read({"expr": "x*y", "at": "x:2", "show": "formulas,numbers", "v": "1"}).show
        ('formulas', 'numbers')
        """
        found = {row.name: row.read(text) for row in ROWS.values() if (text := written.get(row.link, ""))}
        return cls(**{"expression": "", **found, **given})

    def written(self) -> dict[str, str]:
        """What differs from the defaults, as text by the names of a link."""
        return {
            row.link: row.kind.write(value)
            for row in ROWS.values()
            if (value := getattr(self, row.name)) != row.default
        }

    def link(self) -> str:
        """The query that asks the same, defaults left out."""
        return urlencode(self.written())

    def but(self, **changes: Any) -> "Asked":
        """The same but for some rows.

        >>> Asked(expression="x").but(lang="ja").lang
        'ja'
        """
        return replace(self, **changes)


def _rows() -> dict[str, Row]:
    hints = get_type_hints(Asked, include_extras=True)
    found: dict[str, Row] = {}
    for each in fields(Asked):
        (row,) = hints[each.name].__metadata__
        default = each.default if each.default_factory is MISSING else each.default_factory()
        own = {key: getattr(row, key) or each.name for key in ("link", "body", "attribute", "option")}
        found[each.name] = replace(row, name=each.name, default=default, **own)
    return found


ROWS: Mapping[str, Row] = _rows()


def rows_of(door: Door | None = None) -> list[Row]:
    """The rows that a door takes: all but those it leaves out.

    >>> [row.name for row in rows_of("point")]
    ['expression', 'syntax', 'output', 'at', 'open', 'derivative', 'lang']
    """
    return [row for row in ROWS.values() if door not in row.without]
