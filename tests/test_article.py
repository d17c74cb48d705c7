"""The links of docs/article.md show what its lines say."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from kuroaka.asked import Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.language import LIMITS
from kuroaka.scene import Scene

PAGE = (Path(__file__).parent.parent / "docs" / "article.md").read_text("utf-8")
LINKS = dict(re.findall(r"\[([^\]]+)\]\((http[^)\s]+)\)", PAGE))


def scene(name: str) -> Scene:
    asked = Asked.read(dict(parse_qsl(urlsplit(LINKS[name]).query)))
    return Scene(asked, limits=LIMITS)


@pytest.mark.parametrize("name", LINKS)
def test_every_link_is_drawn_and_says_nothing_of_what_was_perhaps_not_meant(name: str) -> None:
    assert figure(scene(name)).startswith("<svg")
    assert scene(name).notices == ()


def test_a_neuron_fires() -> None:
    assert scene("y = wx + b").evaluation.value == 2


def test_a_layer_and_a_network_have_several_outputs() -> None:
    assert scene("f₁, f₂, f₃").graph.output_names == ("f_1", "f_2", "f_3")
    assert scene("3-3-2").graph.output_names == ("y_1", "y_2")


def test_two_layers_without_an_activation_are_one() -> None:
    two, one = scene("two layers").evaluation, scene("one").evaluation
    assert two.value == one.value
    assert two.gradients == one.gradients


def test_the_relu_of_the_article_is_one() -> None:
    relu = scene("ReLU")
    assert relu.evaluation.gradients == {"x": 1}
    assert relu.but(at={"x": -2}).evaluation.gradients == {"x": 0}


def test_softmax_adds_up_to_one_and_sends_back_p_minus_t() -> None:
    softmax, entropy = scene("softmax"), scene("with cross-entropy")
    assert sum(softmax.evaluation.values) == pytest.approx(1)
    for place, p in enumerate(softmax.evaluation.values, 1):
        wanted = p - entropy.asked.at[f"t_{place}"]
        assert entropy.evaluation.gradients[f"x_{place}"] == pytest.approx(wanted)


def test_p_minus_t_stands_on_the_three_lines() -> None:
    formulas, entropy = scene("p − t in formulas"), scene("with cross-entropy")
    assert formulas.asked.at == entropy.asked.at
    assert formulas.evaluation.value == pytest.approx(entropy.evaluation.value)
    whole = "exp(x_1) + exp(x_2) + exp(x_3)"
    for name in ("x_1", "x_2", "x_3"):
        place = formulas.graph.names.index(name)
        label = formulas.labels.adjoints[place]
        assert label
        assert label.text == f"E*(exp({name})/({whole}) - {name.replace('x', 't')})"
        assert formulas.evaluation.gradients[name] == pytest.approx(entropy.evaluation.gradients[name])
