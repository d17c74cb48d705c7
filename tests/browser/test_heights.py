"""How high a frame is said to be, and how high it has to be: never less, and hardly more."""

from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import reading

LINKS = [
    {"expr": "x*y", "at": "x:2,y:3", "show": "numbers"},
    {"expr": "u = tanh(w_1*x + b_1); z = sigmoid(w_2*u + b_2)", "at": "x:0.5"},
    {"expr": "-(t*ln(y) + (1-t)*ln(1-y))", "at": "t:1,y:0.3", "show": "rules"},
    {"expr": "weight*distance + offset"},
    {"expr": "a*b*c + d*e*f"},
    {"expr": "y_1 = x*w; y_2 = x + w", "output": "y_1,y_2"},
    {"expr": "1/(1 + exp(-x))", "hide": "header,input,panels,plots,share,values,result"},
]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("link", LINKS, ids=lambda link: link["expr"])
def test_a_frame_is_as_high_as_it_is_said_to_be(
    browser: Browser, server_url: str, link: dict[str, str], lang: str
) -> None:
    address = f"{server_url}/embed?{urlencode({**link, 'lang': lang})}"
    with reading(browser, server_url) as reader:
        page = reader.page
        for width in (320, 480, 640, 800):
            asked = f"{server_url}/oembed?url={quote(address)}&maxwidth={width}&maxheight=9999"
            said = page.request.get(asked).json()["height"]
            page.set_viewport_size({"width": width, "height": said})
            page.goto(address)
            expect(reader.figure.locator("svg.kuroaka")).to_be_visible()
            page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => 0)")
            needed = page.evaluate("document.body.getBoundingClientRect().height")
            assert needed <= said <= 1.12 * needed, width


def test_the_height_does_not_depend_on_that_of_the_frame(browser: Browser, server_url: str) -> None:
    heights = set()
    with reading(browser, server_url) as reader:
        for height in (200, 600, 2000):
            reader.page.set_viewport_size({"width": 700, "height": height})
            reader.page.goto(f"{server_url}/embed?expr={quote('a*b*c + d*e*f')}&lang=en")
            expect(reader.figure.locator("svg.kuroaka")).to_be_visible()
            reader.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => 0)")
            heights.add(reader.page.evaluate("document.body.getBoundingClientRect().height"))
    assert len(heights) == 1
