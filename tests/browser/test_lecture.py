"""The figure before a room: it fills the screen, digits can be read from the last row, a clicker steps."""

import re
from typing import Any, Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import violations
from tests.browser.reader import SIGMOID, Reader, reading

NETWORK = "h_1 = tanh(w_1*x_1 + w_2*x_2 + b_1); h_2 = tanh(w_3*x_1 + w_4*x_2 + b_2); y = sigmoid(v_1*h_1 + v_2*h_2 + c)"
WIDE: Any = {"viewport": {"width": 1920, "height": 1080}}
# The least of the heights of all numbers, to the height of the screen; an outline has no smaller glyph than a digit.
DIGITS = """figure => Math.min(...[...figure.shadowRoot.querySelectorAll(".stage .label.number")]
    .map(label => label.getBoundingClientRect().height)) / innerHeight"""
SCALE = "figure => figure.shadowRoot.querySelector('.stage svg').clientWidth"
# Whether the middle of one of the nodes where the frame in view ends is in sight: of many not all can be.
SHOWS_THE_STEP = """() => {
    const figure = document.querySelector("kuroaka-figure");
    const stage = figure.shadowRoot.querySelector(".stage");
    const { direction, nodes } = figure.session.graph.steps[figure.frame - 1];
    const boxes = nodes.map(id => stage.querySelector(`[data-node=${id}]`).getBoundingClientRect());
    const middles = boxes.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
    const end = (direction === "forward" ? Math.max : Math.min)(...middles.map(({ x }) => x));
    return middles.some(({ x, y }) =>
        Math.abs(x - end) < 24 && x > 0 && x < stage.clientWidth && y > 0 && y < stage.clientHeight);
}"""
# When the stage has stood still for as many frames as a glide does not.
RESTS = """figure => new Promise(done => {
    const stage = figure.shadowRoot.querySelector(".stage");
    let [still, at] = [0, stage.scrollLeft];
    const look = () => {
        still = stage.scrollLeft === at ? still + 1 : 0;
        at = stage.scrollLeft;
        if (still < 12) requestAnimationFrame(look); else done();
    };
    look();
})"""
HAS_SCREEN = "() => document.fullscreenElement?.localName === 'kuroaka-figure'"


def fills(reader: Reader) -> None:
    """The figure, its sentence and its player have all of the window, and nothing else is there."""
    size = reader.page.viewport_size
    assert size
    expect(
        reader.page.locator("header, .expression, .result, .panels").and_(reader.page.locator(":visible"))
    ).to_have_count(0)
    box = reader.figure.bounding_box()
    assert box == {"x": 0, "y": 0, **size}
    stage, caption, transport = (
        reader.figure.locator(f".{part}").bounding_box() for part in ("stage", "caption", "transport")
    )
    assert stage
    assert caption
    assert transport
    assert stage["width"] == size["width"]
    assert stage["height"] > 0.6 * size["height"]
    assert stage["y"] + stage["height"] <= caption["y"] + 1
    assert transport["y"] + transport["height"] <= size["height"]


@pytest.mark.parametrize(
    ("expression", "whole"), [("z = x*y", True), ("1/(1 + exp(-x))", False), (SIGMOID, False), (NETWORK, False)]
)
def test_the_last_row_can_read_it(browser: Browser, server_url: str, expression: str, whole: bool) -> None:
    with reading(browser, server_url, **WIDE) as reader:
        reader.open(f"?expr={quote(expression)}&show=numbers&frame=0&lecture=1")
        fills(reader)
        assert reader.figure.evaluate(DIGITS) >= 0.04
        stage = reader.figure.locator(".stage")
        assert stage.evaluate("stage => stage.scrollWidth <= stage.clientWidth") == whole
        frames = reader.figure.evaluate("figure => figure.player.timeline.times.length")
        for frame in range(1, frames):  # it follows the step, at that size
            reader.page.keyboard.press("PageDown")
            assert reader.frame() == frame
            reader.page.wait_for_function(SHOWS_THE_STEP)
        assert reader.figure.evaluate(DIGITS) >= 0.04
        before = reader.figure.evaluate(SCALE)
        reader.page.keyboard.press("0")
        assert stage.evaluate("stage => stage.scrollWidth <= stage.clientWidth"), "all of it"
        reader.page.keyboard.press("0")
        assert reader.figure.evaluate(SCALE) == before


def test_a_quick_hand_is_followed_too(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, **WIDE) as reader:
        reader.open(f"?expr={quote(NETWORK)}&show=numbers&frame=0&lecture=1")
        for _ in range(4):  # while it still glides to the step before
            reader.page.keyboard.press("PageDown")
        assert reader.frame() == 4
        reader.page.wait_for_function(SHOWS_THE_STEP)
        reader.figure.evaluate(RESTS)  # what glides on has come to its end
        assert reader.page.evaluate(SHOWS_THE_STEP)


def test_keys_and_a_clicker(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, **WIDE) as reader:
        reader.open("?frame=2&lang=en&node=n7")
        press = reader.page.keyboard.press
        press("PageDown")
        assert reader.frame() == 2, "on the page it scrolls"
        press("f")
        reader.page.wait_for_function(HAS_SCREEN)
        expect(reader.page).to_have_url(re.compile("lecture=1"))
        for key, frame in [
            ("PageDown", 3), ("Space", 4), ("ArrowRight", 5), ("PageUp", 4), ("ArrowLeft", 3), ("End", 8), ("Home", 0),
        ]:  # fmt: skip
            press(key)
            assert reader.frame() == frame, key
        press("b")
        expect(reader.figure.locator(".body")).to_have_css("background-color", "rgb(0, 0, 0)")
        press("b")
        expect(reader.figure.locator(".body")).to_have_css("background-color", "rgb(255, 255, 255)")
        press("?")
        dialog = reader.page.get_by_role("dialog", name="Keys")
        expect(dialog).to_contain_text("Page Down")
        press("ArrowRight")
        assert reader.frame() == 0, "who reads of the keys presses none of them"
        press("Enter")
        expect(dialog).to_be_hidden()
        press("Escape")
        reader.page.wait_for_function("() => !document.fullscreenElement")
        expect(reader.page).not_to_have_url(re.compile("lecture"))
        expect(reader.page.locator("header")).to_be_visible()
        expect(reader.page.locator(".card h2")).to_be_visible()  # one press of Escape does one thing


def test_a_link_has_the_window_and_a_hand_the_screen(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, **WIDE) as reader:
        reader.open("?lecture=1&black=1&frame=1&lang=en")
        fills(reader)
        expect(reader.figure.locator(".body")).to_have_css("background-color", "rgb(0, 0, 0)")
        assert not reader.page.evaluate(HAS_SCREEN)
        reader.page.keyboard.press("f")
        reader.page.wait_for_function(HAS_SCREEN)
        fills(reader)
        reader.page.evaluate("document.exitFullscreen()")  # as Escape does where the browser keeps it
        expect(reader.page.locator("header")).to_be_visible()
        expect(reader.page).not_to_have_url(re.compile("lecture"))


def test_where_there_is_no_screen_to_be_had(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True, **WIDE) as reader:
        reader.page.add_init_script(
            "delete Element.prototype.requestFullscreen; delete Document.prototype.fullscreenEnabled;"
        )
        reader.open("?frame=1&lang=en")
        button = reader.figure.locator("button.lecture")
        button.click()
        fills(reader)
        expect(button).to_have_accessible_name("Leave full screen (Escape)")
        reader.page.keyboard.press("Space")
        assert reader.frame() == 2, "what was pressed last is not pressed again"
        button.click()
        expect(reader.page.locator("header")).to_be_visible()
        expect(button).to_be_focused()


@pytest.mark.parametrize(("scheme", "black"), [("light", 0), ("dark", 0), ("light", 1)])
def test_axe_finds_nothing(browser: Browser, server_url: str, scheme: Literal["light", "dark"], black: int) -> None:
    with reading(browser, server_url, bypass_csp=True, color_scheme=scheme) as reader:
        reader.open(f"?lecture=1&black={black}&frame=6&lang=ja")
        assert violations(reader) == []
        reader.page.keyboard.press("?")
        expect(reader.page.get_by_role("dialog")).to_be_visible()
        assert violations(reader) == []


def test_on_a_phone_and_in_forced_colours(browser: Browser, server_url: str) -> None:
    phone: Any = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    with reading(browser, server_url, forced_colors="active", reduced_motion="reduce", **phone) as reader:
        reader.open("?frame=6&lang=ja")
        reader.figure.locator("button.lecture").tap()
        fills(reader)
        for button in reader.figure.locator(".transport button:visible").all():
            box = button.bounding_box()
            assert box
            assert box["height"] >= 44
            assert box["x"] + box["width"] <= 390
        reader.figure.locator("button.black").tap()
        expect(reader.figure.locator("button.black")).to_have_attribute("aria-pressed", "true")
        ground = reader.figure.evaluate("figure => getComputedStyle(figure).backgroundColor")
        expect(reader.figure.locator(".stage .line .forward .stroke").first).not_to_have_css("stroke", ground)
