"""What is said of a step: nothing is left out of it."""

import pytest

from kuroaka.asked import Asked
from kuroaka.narration import clauses, sentence
from kuroaka.scene import Scene
from kuroaka.words import Language
from tests.figure.drawings import ARTICLE
from tests.networks import CROSS_ENTROPY, HALVED, LARGE, MAZUR, SOFTMAX


@pytest.mark.parametrize("text", [*ARTICLE.values(), CROSS_ENTROPY, HALVED, LARGE, MAZUR, SOFTMAX])
def test_what_sends_something_back_says_what(text: str) -> None:
    scene = Scene(Asked(expression=text))
    for step in scene.steps:
        said = sentence(scene, clauses(scene, step))
        assert "sends back ." not in said
        assert "sends  " not in said


def test_a_number_on_a_line_takes_nothing_and_what_flows_on_is_told() -> None:
    scene = Scene(Asked(expression=MAZUR))
    assert scene.drawn.is_network
    assert sentence(scene, clauses(scene, scene.steps[4])) == "+ sends E/2 = 0.5 back to both inputs."


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("x + y + z", "en", "Σ sends E = 1 back to each of 3 inputs."),
        ("x + y + z", "ja", "Σ は 3 個の入力へ E = 1 ずつ返します。"),
        ("x - y + z", "en", "Σ sends back E = 1, −E = −1 and E = 1."),
        ("x - y + z", "ja", "Σ は入力側へ E = 1、−E = −1 と E = 1 を返します。"),
        ("x*y", "en", "× sends back E*y = 1 and E*x = 1."),
    ],
)
def test_what_many_receive_is_said_once_where_it_is_the_same(text: str, language: Language, said: str) -> None:
    scene = Scene(Asked(expression=text, lang=language))
    assert sentence(scene, clauses(scene, scene.steps[-1])) == said
