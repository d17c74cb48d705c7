"""What the page colours as a function, a number or a letter is one to the service."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from kuroaka.answers.encoding import encode
from kuroaka.answers.operations import operations_answer
from kuroaka.language.letters import LETTERS
from kuroaka.operations import CONSTANTS, functions

GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi"
)


def kinds(texts: Sequence[str]) -> dict[str, str]:
    run = subprocess.run(
        ["node", str(Path(__file__).with_name("highlight.js"))],
        input=encode({**operations_answer("en", "math"), "texts": texts}),
        stdout=subprocess.PIPE,
        check=True,
    )
    return dict(zip(texts, json.loads(run.stdout), strict=True))


def test_functions_are_those_of_the_table() -> None:
    calls = [f"{word}(x)" for word in functions()]
    assert kinds(calls) == dict.fromkeys(calls, "function")
    assert kinds(["loss(x)", "σ", "sinus(x)"]) == {"loss(x)": "name", "σ": "name", "sinus(x)": "name"}


def test_constants_are_those_of_the_table() -> None:
    assert kinds([*CONSTANTS, "x"]) == {**dict.fromkeys(CONSTANTS, "number"), "x": "name"}


def test_letters_are_those_of_the_one_table() -> None:
    words = [*(f"{GREEK} psi omega").split()]
    words = [*words, *map(str.capitalize, words), *(f"var{word}" for word in words), "frac", "cdot", "left"]
    assert set(LETTERS) <= set(words)
    letters = {word for word in LETTERS if LETTERS[word] not in CONSTANTS}
    for command, kind in kinds([f"\\{word}" for word in words]).items():
        assert (kind == "name") == (command[1:] in letters), command
