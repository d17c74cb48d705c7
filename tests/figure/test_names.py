"""Names that no glyph of ours can draw, and marks on letters: as wide as they are, in the file and in its picture."""

import pytest

from kuroaka.asked import Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.figure.type.typeset import typeset
from kuroaka.formulas import latex, name_math, symbols
from kuroaka.graph import build
from kuroaka.scene import Scene

SET = [
    ("y_hat", r"\hat{y}"),
    ("c_tilde_t", r"\tilde{c}_{t}"),
    ("h_{t-1}", "h_{t-1}"),
    ("x1", "x_{1}"),
    ("りんご", r"\text{りんご}"),
    ("個数_1'", r"{\text{個数}}_{1}'"),
]


@pytest.mark.parametrize(("name", "wanted"), SET)
def test_a_name_is_set_as_it_is_meant_and_read_back(name: str, wanted: str) -> None:
    written = latex(name_math(name))
    assert written.replace("{", "").replace("}", "") == wanted.replace("{", "").replace("}", "")
    assert len(build(written, spelling="latex").leaves) == 1


def test_japanese_letters_are_text_as_wide_as_they_are_high() -> None:
    (text,) = typeset("りんご").texts
    assert (text.text, text.scale) == ("りんご", 1)
    assert typeset("りんご").width == 3000
    assert typeset(("times", "りんご", "⋅", "x")).texts[0].text == "りんご"
    assert typeset(("times", "りんご", "⋅", "x")).width > 3500
    assert not typeset(("sub", ("over", "y", "^"), "1")).texts


def test_a_figure_holds_them_once_a_place() -> None:
    svg = figure(Scene(Asked(expression="りんご*個数", animate=False)))
    assert svg.count(">りんご<") == svg.count(">個数<")
    assert 'textLength="3000"' in svg


def test_long_names_are_set_apart() -> None:
    label = symbols(build("apple*num*x")).values[-1]
    assert label.text == "apple*num*x"
    assert label.latex == r"\mathrm{apple} \cdot \mathrm{num} \cdot x"
    assert symbols(build("2*apple*(x + 1)")).values[-1].latex == r"2 \mathrm{apple}\left(x+1\right)"
    assert symbols(build("sigma*(x - mu)")).values[-1].latex == r"\sigma \cdot\left(x-\mu\right)"
