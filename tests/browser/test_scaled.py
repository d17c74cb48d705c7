"""<kuroaka-figure> in a box that a page draws larger or smaller, as decks of slides do: hands move what they hold, and
what belongs together stays together.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.hosting import FIGURE, LOAD, LONG, drawn, hosting, visit


@pytest.fixture(scope="module")
def page(browser: Browser, server_url: str) -> Iterator[Page]:
    with hosting(browser, server_url) as page:
        yield page


def test_the_transport_is_under_the_figure_in_a_scaled_slide(page: Page) -> None:
    slide = """<div style="position: relative; width: 960px; height: 700px; overflow: hidden; transform: scale(0.6);
      transform-origin: top left"><section style="position: absolute; width: 960px; top: 60px">{}</section></div>"""
    visit(page, LOAD + slide.format(LONG))
    drawn(page)
    names = ("stage", "caption", "transport")
    stage, caption, transport = (page.locator(f"kuroaka-figure .{name}").bounding_box() for name in names)
    assert stage is not None and caption is not None and transport is not None  # noqa: PT018
    assert stage["y"] + stage["height"] <= caption["y"] + 1
    assert caption["y"] + caption["height"] <= transport["y"] + 1


LONGER = "sin(exp(cos(tanh(sin(exp(cos(tanh(sin(exp(cos(tanh(x))))))))))))"
CHAIN = FIGURE.replace("1/(1+exp(-x))", LONGER).replace("6", "0")
# How a page draws all that is in a box larger or smaller.
SCALES = ["transform: scale(0.5)", "transform: scale(1.7)", "zoom: 0.5", "zoom: 1.7", "scale: 0.8"]


# Whether the end of the step is seen to which the flow goes; and how far a place of the figure is from where it was.
STEP = """figure => {
  const box = figure.shadowRoot.querySelector(".stage").getBoundingClientRect();
  const { nodes, edges, direction } = figure.session.graph.steps[figure.frame - 1];
  const places = figure.drawing.parts(nodes, edges).map(part => part.getBoundingClientRect());
  const end = direction === "forward"
    ? Math.max(...places.map(({ right }) => right)) : Math.min(...places.map(({ left }) => left));
  return box.left - 1 <= end && end <= box.right + 1; }"""
MIDDLE = """figure => {
  const box = figure.shadowRoot.querySelector(".stage").getBoundingClientRect();
  const svg = figure.drawing.svg.getBoundingClientRect();
  return (box.left + box.width / 2 - svg.left) / svg.width; }"""


# Of the whole figure, from 0 to 1: what is in sight of it, and what the frame on its map is around.
FRAMED = """figure => {
  const [box, whole, map, frame] = [".stage", ".stage svg", ".overview", ".overview-frame"].map(
    name => figure.shadowRoot.querySelector(name).getBoundingClientRect());
  return [[box, whole], [frame, map]].map(([part, of]) => [
    Math.max((part.left - of.left) / of.width, 0), Math.min((part.right - of.left) / of.width, 1)]); }"""


def boxed(scale: str, figure: str) -> str:
    return f'<div style="width: 500px; transform-origin: top left; {scale}">{figure}</div>'


@pytest.mark.parametrize("scale", SCALES)
def test_in_a_scaled_box_the_step_is_in_sight_and_hands_move_what_they_hold(page: Page, scale: str) -> None:
    visit(page, LOAD + boxed(scale, CHAIN))
    drawn(page)
    figure = page.locator("kuroaka-figure")
    stage = figure.locator(".stage")
    assert stage.evaluate("box => box.scrollWidth > 1.5 * box.clientWidth")
    for frame in range(1, figure.evaluate("figure => figure.player.timeline.times.length")):
        figure.evaluate("(figure, frame) => figure.seek(frame)", frame)
        page.wait_for_function(f"({STEP})(document.querySelector('kuroaka-figure'))")
    # What stands in the middle stays there when it is made larger.
    stage.evaluate("box => box.scrollTo({ left: (box.scrollWidth - box.clientWidth) / 2, behavior: 'instant' })")
    before = figure.evaluate(MIDDLE)
    figure.locator("button.larger").click()
    assert figure.evaluate(MIDDLE) == pytest.approx(before, abs=0.01)
    # A mouse that takes hold of the figure keeps the same place of it.
    box = stage.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + 4
    left = "figure => figure.drawing.svg.getBoundingClientRect().left"
    began = figure.evaluate(left)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y, steps=4)
    page.mouse.up()
    assert figure.evaluate(left) == pytest.approx(began - 40, abs=2)


@pytest.mark.parametrize("scale", SCALES)
def test_in_a_scaled_box_the_map_shows_what_is_in_sight_and_moves_it(page: Page, scale: str) -> None:
    visit(page, LOAD + boxed(scale, CHAIN))
    drawn(page)
    figure = page.locator("kuroaka-figure")
    whole = figure.locator(".overview").bounding_box()
    assert whole is not None
    for begin, end in ((0.3, 0.5), (0.5, 0.7), (0.9, 0.4)):
        y = whole["y"] + whole["height"] / 2
        page.mouse.move(whole["x"] + begin * whole["width"], y)
        page.mouse.down()
        page.mouse.move(whole["x"] + end * whole["width"], y, steps=4)
        seen, framed = figure.evaluate(FRAMED)
        page.mouse.up()
        assert sum(seen) / 2 == pytest.approx(end, abs=0.02)
        assert framed == pytest.approx(seen, abs=0.02)


@pytest.mark.parametrize("scale", SCALES)
def test_in_a_scaled_box_the_sentence_of_a_word_is_beside_it(page: Page, scale: str) -> None:
    branch = FIGURE.replace("1/(1+exp(-x))", "h = x^2; h*sin(h)").replace('frame="6"', 'frame="3"')
    visit(page, LOAD + boxed(scale, branch))
    drawn(page)
    figure = page.locator("kuroaka-figure")
    said = page.locator(".term-says:popover-open")
    frames = figure.evaluate("figure => figure.player.timeline.times.length")
    told = 0
    for frame in range(1, frames):
        figure.evaluate("(figure, frame) => figure.seek(frame)", frame)
        for word in figure.locator(".says .term").all():
            word.click()
            expect(said).to_be_visible()
            at, box = word.bounding_box(), said.bounding_box()
            assert at is not None and box is not None  # noqa: PT018
            assert min(abs(box["y"] - at["y"] - at["height"]), abs(at["y"] - box["y"] - box["height"])) < 10
            assert box["x"] >= 0
            assert at["x"] - box["width"] < box["x"] < at["x"] + at["width"]
            told += 1
    assert told
