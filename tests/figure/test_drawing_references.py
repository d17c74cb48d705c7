"""Whatever a figure shows, it has: every glyph that is used in a file is defined there."""

import re

import pytest

from kuroaka.asked import SHOWS, Asked, Show
from kuroaka.figure.drawing.compose import figure
from kuroaka.scene import Scene

TEXTS = ["z = x*y", "a = -1; n = a^2; z = n/(n + exp(a*x))", "h = tanh(1e-9*x); y = 1e30*h + max(h, 2)"]


@pytest.mark.parametrize("expression", TEXTS)
@pytest.mark.parametrize("show", SHOWS, ids=",".join)
@pytest.mark.parametrize(("animate", "frame"), [(True, None), (False, None), (True, 0), (True, 2), (True, 99)])
def test_what_is_used_is_defined(expression: str, show: tuple[Show, ...], animate: bool, frame: int | None) -> None:
    asked = Asked(expression=expression, at={"x": -4.25}, show=show, animate=animate, frame=frame)
    svg = figure(Scene(asked))
    used = set(re.findall(r'href="#([^"]+)"', svg))
    assert used
    assert used - set(re.findall(r' id="([^"]+)"', svg)) == set()
