"""A figure in the shape of a slide: as wide as before or hardly wider, and as high as that allows."""

import pytest

from kuroaka.asked import Asked, Fit
from kuroaka.figure.drawing.compose import figure, picture
from kuroaka.figure.files.raster import size
from kuroaka.scene import Scene
from tests.figure.drawings import ARTICLE
from tests.networks import MAZUR


@pytest.mark.parametrize("text", [*ARTICLE.values(), MAZUR])
def test_a_slide_is_sixteen_to_nine_and_holds_all(text: str) -> None:
    scene = Scene(Asked(expression=text, fit="slide"))
    width, height = size(figure(scene))
    assert width / height == pytest.approx(16 / 9, rel=1e-3)
    layout = picture(scene).layout
    for x, y in filter(None, layout.nodes):
        assert (0 < x < width, 0 < y < height) == (True, True)
    usual = picture(scene.but(fit="auto", naming="names")).layout
    assert layout.width <= 1.15 * max(usual.width, usual.height * 16 / 9)


def test_a_flat_figure_is_drawn_higher() -> None:
    def reach(fit: Fit) -> float:
        nodes = picture(Scene(Asked(expression="1/(1 + exp(-x))", fit=fit))).layout.nodes
        heights = [node[1] for node in nodes if node]
        return max(heights) - min(heights)

    assert reach("slide") > 1.8 * reach("auto")


def test_formulas_on_a_slide_go_by_name_unless_the_reader_says_otherwise() -> None:
    scene = Scene(Asked(expression="h = tanh(w*x); h*v", fit="slide"))
    assert scene.labels.by_name
    assert not scene.but(naming="written").labels.by_name
    assert not scene.but(fit="auto").labels.by_name
