"""The table of what can be asked: what is written is read back, what cannot be read is refused with its place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroaka.asked import ROWS, SHOWS, Asked, ParameterProblem
from kuroaka.words import LANGUAGES, catalogue

_NAMES = st.lists(st.from_regex(r"[a-z][a-z_0-9]{0,5}", fullmatch=True), max_size=4).map(tuple)
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "expression": st.text(min_size=1),
    "syntax": st.sampled_from(["auto", "text", "latex"]),
    "output": _NAMES,
    "at": st.dictionaries(st.from_regex(r"[a-z][a-z_0-9]{0,5}'{0,2}", fullmatch=True), _NUMBERS, max_size=4),
    "seed": _NUMBERS,
    "seeds": st.dictionaries(st.from_regex(r"[a-z][a-z_0-9]{0,5}'{0,2}", fullmatch=True), _NUMBERS, max_size=4),
    "open": _NAMES,
    "fold": _NAMES,
    "view": st.sampled_from(["auto", "graph", "network"]),
    "derivative": _NAMES,
    "show": st.sampled_from(SHOWS),
    "naming": st.sampled_from(["auto", "written", "names"]),
    "fit": st.sampled_from(["auto", "slide"]),
    "frame": st.none() | st.integers(0, 999_999),
    "animate": st.booleans(),
    "dashes": st.booleans(),
    "paper": st.sampled_from(["none", "white"]),
    "lang": st.sampled_from(LANGUAGES),
}


OPTIONAL = {name: values for name, values in VALUES.items() if name != "expression"}


def test_every_row_has_values_here() -> None:
    assert VALUES.keys() == ROWS.keys()


@given(st.fixed_dictionaries({"expression": VALUES["expression"]}, optional=OPTIONAL))
def test_what_is_written_is_read_back(values: dict[str, Any]) -> None:
    asked = Asked(**values)
    assert Asked.read(asked.written()) == asked


@pytest.mark.parametrize(
    ("name", "written", "code"),
    [
        ("at", "x", "bad-point"),
        ("at", ":1", "bad-point"),
        ("at", "x:1e999", "bad-point"),
        ("at", "x:１", "bad-point"),
        ("seed", "nan", "bad-decimal"),
        ("seed", "1_0", "bad-decimal"),
        ("frame", "-1", "bad-count"),
        ("frame", "1.5", "bad-count"),
        ("frame", "9" * 7, "bad-count"),
        ("animate", "perhaps", "bad-truth"),
        ("show", "colours", "bad-show"),
        ("show", ",", "bad-show"),
        ("lang", "fr", "bad-choice"),
        ("paper", "all", "bad-choice"),
        ("syntax", "html", "bad-choice"),
        ("open", ",".join("abcdefgh" * 9), "many-names"),
        ("derivative", "x,x,x,x,x", "many-names"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(name: str, written: str, code: str) -> None:
    with pytest.raises(ParameterProblem) as refused:
        Asked.read({"expr": "x", name: written})
    assert (refused.value.code, refused.value.pointer) == (code, f"/{name}")
    for language in LANGUAGES:
        assert "{" not in refused.value.detail(language) + refused.value.hint(language)


def test_every_row_has_its_sentence_and_every_sentence_its_row() -> None:
    for language in LANGUAGES:
        sentences = {key.removeprefix("asked.") for key in catalogue(language) if key.startswith("asked.")}
        assert sentences == ROWS.keys()


def test_a_door_that_leaves_a_row_out_says_why() -> None:
    for row in ROWS.values():
        assert all(len(reason) > 20 for reason in row.without.values())
