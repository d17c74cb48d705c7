"""Hands on the figure: a wheel and two fingers zoom about where they are, a mouse drags, a finger swipes."""

import time
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import Reader, reading

LAYERS = "h=sigmoid(w_1*x+b_1)%3B+k=sigmoid(w_2*h+b_2)%3B+sigmoid(w_3*k+b_3)"
AT = "frame => document.querySelector('kuroaka-figure').frame === frame"
PLACE = "figure => figure.shadowRoot.querySelector('svg.kuroaka').getBoundingClientRect().toJSON()"


def place(reader: Reader) -> dict[str, float]:
    """Where the figure stands in the window."""
    box: dict[str, float] = reader.figure.evaluate(PLACE)
    return box


def part_at(box: dict[str, float], x: float, y: float) -> tuple[float, float]:
    """Which part of the figure is at a place of the window."""
    return (x - box["left"]) / box["width"], (y - box["top"]) / box["height"]


def scrolled(reader: Reader) -> tuple[int, int]:
    left, top = reader.figure.locator(".stage").evaluate("stage => [stage.scrollLeft, stage.scrollTop]")
    return left, top


class Fingers:
    """Fingers on the glass, by the browser's own protocol."""

    def __init__(self, reader: Reader) -> None:
        self.session = reader.page.context.new_cdp_session(reader.page)

    def put(self, kind: str, *points: tuple[float, float], when: float | None = None) -> None:
        touches: list[dict[str, Any]] = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        told = {} if when is None else {"timestamp": when}
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches, **told})

    def swipe(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """In a fifth of a second by the clock of the events, however busy the machine is."""
        begun = time.time()
        self.put("touchStart", start, when=begun)
        for part in (0.25, 0.5, 0.75, 1):
            at = (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
            self.put("touchMove", at, when=begun + 0.2 * part)
        self.put("touchEnd", when=begun + 0.2)


def test_the_wheel_zooms_about_the_mouse_and_the_mouse_drags(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        mouse = reader.page.mouse
        before = place(reader)
        x, y = before["left"] + 0.7 * before["width"], before["top"] + 0.5 * before["height"]
        mouse.move(x, y)
        mouse.wheel(0, -100)  # without Ctrl the wheel is the page's
        assert place(reader)["width"] == before["width"]
        reader.page.keyboard.down("Control")
        for _ in range(3):
            mouse.wheel(0, -100)
        reader.page.keyboard.up("Control")
        reader.page.wait_for_function(
            f"width => ({PLACE})(document.querySelector('kuroaka-figure')).width > 2 * width", arg=before["width"]
        )
        after = place(reader)
        assert part_at(after, x, y)[0] == pytest.approx(0.7, abs=0.01)
        assert part_at(after, x, y)[1] == pytest.approx(
            0.5, abs=0.1
        )  # as long as it is less high than its box it is centred

        start = scrolled(reader)
        node = reader.figure.locator(".node.operation").nth(3).bounding_box()
        assert node
        mouse.move(node["x"] + node["width"] / 2, node["y"] + node["height"] / 2)
        mouse.down()
        mouse.move(x + 60, y - 40, steps=4)
        mouse.up()
        end = scrolled(reader)
        assert end != start
        assert reader.page.locator(".card h2").is_hidden(), "what ends a drag is no click"


def test_two_fingers_zoom_and_one_swipes_from_frame_to_frame(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, viewport={"width": 820, "height": 900}, has_touch=True) as reader:
        reader.open("?expr=x*y&frame=1")
        fingers = Fingers(reader)
        box = reader.figure.locator(".stage").bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.75
        fingers.swipe((x + 90, y), (x - 90, y))
        reader.page.wait_for_function(AT, arg=2)
        fingers.swipe((x - 90, y), (x + 90, y))
        reader.page.wait_for_function(AT, arg=1)
        before = place(reader)
        fingers.put("touchStart", (x - 40, y), (x + 40, y))
        for reach in (50, 65, 80):
            fingers.put("touchMove", (x - reach, y), (x + reach, y))
        fingers.put("touchEnd")
        after = place(reader)
        assert after["width"] == pytest.approx(2 * before["width"], rel=0.05)
        assert reader.page.evaluate("visualViewport.scale") == 1, "the figure alone is zoomed, not the page"

        fingers.swipe((x, y), (x + 30, y - 110))
        assert reader.frame() == 1, "this is scrolling"


def test_a_swipe_scrolls_what_is_larger_than_its_box(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, viewport={"width": 360, "height": 740}, has_touch=True) as reader:
        reader.open(f"?expr={LAYERS}&frame=1")
        reader.figure.locator(".stage").evaluate("stage => stage.scrollTo({left: 300, behavior: 'instant'})")
        box = reader.figure.locator(".stage").bounding_box()
        assert box
        middle = box["y"] + box["height"] / 2
        Fingers(reader).swipe((300, middle), (60, middle))
        reader.page.wait_for_function(
            "document.querySelector('kuroaka-figure').shadowRoot.querySelector('.stage').scrollLeft > 350"
        )
        assert reader.frame() == 1
