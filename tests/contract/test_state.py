"""The page's table of rows is the service's: the same names, defaults and readings, but for what only the page has."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kuroaka.asked import ROWS, ParameterProblem, Row

OF_THE_PAGE = {
    "speed",
    "loop",
    "node",
    "hide",
    "range",
    "theme",
    "wrt",
    "h",
    "lecture",
    "black",
    "print",
    "blank",
}  # fmt: skip  (seen in a browser alone)

# Texts by kind: what is well written, and what is not. Left out are numbers by name that are not well written (the page
# takes the others, the service refuses), and kinds of labels that no drawing of the page shows together.
TEXTS = {
    "text": ["x", "h_1", "w'"],
    "number": [
        "5",
        "-2.5",
        ".5",
        "1e-3",
        "-.5E+2",
        " 3 ",
        "1e999",
        "+1",
        "0x10",
        "1_0",
        "Infinity",
        "nan",
        "five",
        "１",
    ],
    "count": ["0", "8", " 12 ", "999999", "1234567", "-1", "1.5", "one"],
    "truth": ["1", "true", "True", "yes", "on", " ON ", "0", "false", "no", "Off", "2", "y", "maybe"],
    "point": ["x:0.5", "x:0.5,w_1:-2", "w':1e-7", " x :2", "x:1,x:2", "x:.5", "é:1"],
    "names": ["h", "h_1,h_2", " a , b ", "a,,b", ",".join(f"n{count}" for count in range(70)), "a,b,c,d,e"],
    "shows": [
        "formulas",
        "numbers",
        "rules",
        "formulas,numbers",
        " numbers , numbers ",
        "pictures",
        "formulas,pictures",
    ],
    "choice": ["auto", "text", "latex", "en", "ja", " ja ", "fr", "EN"],
}


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    """The page's rows by name."""
    texts = {row.link: TEXTS[row.kind.name] for row in ROWS.values()}
    script = Path(__file__).with_name("state.js")
    run = subprocess.run(["node", script], input=json.dumps(texts), capture_output=True, text=True, check=True)
    return {row["name"]: row for row in json.loads(run.stdout)}


def written(row: Row, text: str) -> str | None:
    """What a text is read as, written again; None for what is refused. Python writes a float with its point."""
    try:
        value = row.read(text)
    except ParameterProblem:
        return None
    if row.kind.name == "point":
        return ",".join(f"{name}:{shortest(number)}" for name, number in value.items())
    return shortest(value) if row.kind.name == "number" else row.kind.write(value)


def shortest(number: float) -> str:
    """A number as the page writes it, where both do without an exponent, or with a small one."""
    return repr(number).removesuffix(".0").replace("e-0", "e-")


def test_every_row_of_the_service_is_one_of_the_page(table: dict[str, Any]) -> None:
    for row in ROWS.values():
        there = table[row.link]
        assert there["attribute"] == row.attribute
        assert "only" not in there, row.name
        if not row.required:
            standard = shortest(row.default) if row.kind.name == "number" else row.kind.write(row.default)
            assert there["default"] == standard, row.name


def test_rows_that_only_the_page_has_say_so(table: dict[str, Any]) -> None:
    assert {name for name, row in table.items() if "only" in row} == OF_THE_PAGE
    assert set(table) - OF_THE_PAGE == {row.link for row in ROWS.values()}


@pytest.mark.parametrize("name", list(ROWS))
def test_both_read_the_same(table: dict[str, Any], name: str) -> None:
    row = ROWS[name]
    texts = TEXTS[row.kind.name]
    here = {text: written(row, text) for text in texts}
    assert dict(zip(texts, table[row.link]["read"], strict=True)) == here
    if row.kind.name != "text":
        assert None in here.values() or row.kind.name == "point"
