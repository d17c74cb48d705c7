"""Whatever a hint or notice says to type is accepted when it is typed, in both languages."""

import re

import pytest

from kuroaka.graph import build
from kuroaka.language import ExpressionProblem
from kuroaka.words import LANGUAGES, catalogue
from tests.graph.test_functions import NOTICED
from tests.graph.test_functions import REFUSED as CALLS
from tests.language.test_problems import REFUSED


def typeable(sentence: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]*)`", sentence)


@pytest.mark.parametrize("text", [text for text, *_ in (*REFUSED, *CALLS)])
def test_every_hint_can_be_typed(text: str) -> None:
    with pytest.raises(ExpressionProblem) as caught:
        build(text)
    for language in LANGUAGES:
        for typed in typeable(caught.value.hint(language)):
            build(typed)


@pytest.mark.parametrize("text", [text for text, _ in NOTICED])
def test_every_notice_can_be_typed(text: str) -> None:
    for notice in build(text).notices:
        for language in LANGUAGES:
            for typed in typeable(notice.says(language)):
                build(typed)


def test_every_sentence_is_tried() -> None:
    tried = {code for _, code, *_ in (*REFUSED, *CALLS)}
    hints = {key.removeprefix("hint.") for key, says in catalogue("en").items() if key.startswith("hint.")}
    typed = {code for code in hints if "`" in catalogue("en")[f"hint.{code}"]}
    other = {
        "latex-in-text",
        "reserved-name",
        "not-a-name",
        "no-derivative",
        "no-program",
        "figure-too-large",
        "misspelled-parameter",
    }  # of other doors
    assert typed - tried == other
    assert all(
        build(one)
        for code in other
        for one in typeable(catalogue("en")[f"hint.{code}"].format(name="f", names="f", nearest="f"))
    )
    said = {key.removeprefix("notice.") for key in catalogue("en") if key.startswith("notice.")}
    assert said - {code for _, codes in NOTICED for code in codes} == {"free-line", "unused-line", "unused-value"}


def test_both_languages_say_the_same_things_to_type() -> None:
    english, japanese = catalogue("en"), catalogue("ja")
    for key in english:
        if key.startswith(("hint.", "notice.")):
            assert sorted(typeable(english[key])) == sorted(typeable(japanese[key])), key
