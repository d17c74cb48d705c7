"""<kuroaka-figure> on any page: several at once, from attributes, moved and removed."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect

from tests.browser.reader import PICTURE, Reader, reading

TWO = """<!doctype html><html lang="en"><title>Two</title><link rel="icon" href="data:,">
<script type="module" src="/src/entries/embed.js"></script>
<kuroaka-figure id="one" expression="x*y" at="x:2,y:3" frame="1" show="numbers"></kuroaka-figure>
<kuroaka-figure id="two" expression="sin(x)" frame="2" lang="ja"></kuroaka-figure>"""

BARE = """<!doctype html><html lang="en"><title>Bare</title><link rel="icon" href="data:,">
<script type="module" src="/src/figure/element.js"></script>"""


@contextmanager
def two_figures(browser: Browser, server_url: str) -> Iterator[Reader]:
    with reading(browser, server_url) as reader:
        policy = reader.page.request.get(server_url).headers["content-security-policy"]
        headers = {"Content-Type": "text/html", "Content-Security-Policy": policy}
        reader.page.route("**/two", lambda route: route.fulfill(body=TWO, headers=headers))
        reader.page.goto(f"{server_url}/two")
        for name in ("one", "two"):
            expect(reader.page.locator(f"#{name} svg.kuroaka")).to_be_visible()
        yield reader


def test_two_figures_do_not_disturb_each_other(browser: Browser, server_url: str) -> None:
    with two_figures(browser, server_url) as reader:
        one, two = reader.page.locator("#one"), reader.page.locator("#two")
        expect(one.locator(".phase")).to_have_text("Forward 1/1")
        expect(two.locator(".phase")).to_have_text("逆伝播 1/1")
        expect(one.locator(".line[data-line=out] .forward .number")).to_have_attribute("data-printed", "6")
        one.locator("button.ahead").focus()
        one.locator("button.ahead").press("ArrowRight")
        expect(one.locator(".phase")).to_have_text("Backward 1/1")
        expect(two.locator(".phase")).to_have_text("逆伝播 1/1")
        two.locator(".segments label").nth(1).click()
        expect(two.locator(".line[data-line=out] .forward .number")).to_be_visible()
        two.locator(".segments label").nth(0).click()
        expect(two.locator(".line[data-line=out] .forward .number")).to_be_hidden()
        expect(one.locator(".line[data-line=out] .forward .number")).to_be_visible()


def test_attributes_can_change(browser: Browser, server_url: str) -> None:
    with two_figures(browser, server_url) as reader:
        one = reader.page.locator("#one")
        one.evaluate("figure => { figure.setAttribute('at', 'x:5,y:3'); figure.setAttribute('frame', '2'); }")
        expect(one.locator(".line[data-line=out] .forward .number")).to_have_attribute("data-printed", "15")
        expect(one.locator(".phase")).to_have_text("Backward 1/1")
        one.evaluate("figure => figure.setAttribute('expression', 'x + y')")
        expect(one.locator(".line[data-line=out] .forward .number")).to_have_attribute("data-printed", "8")


def test_a_figure_that_is_moved_in_the_page_stays_at_its_frame(browser: Browser, server_url: str) -> None:
    with two_figures(browser, server_url) as reader:
        one = reader.page.locator("#one")
        before = reader.picture()
        one.evaluate("figure => figure.parentNode.append(figure)")
        assert one.evaluate(PICTURE) == before


def test_loading_the_class_registers_nothing(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.page.route("**/bare", lambda route: route.fulfill(body=BARE, content_type="text/html"))
        reader.page.goto(f"{server_url}/bare")
        loaded = "import(document.scripts[0].src).then(() => customElements.get('kuroaka-figure') === undefined)"
        assert reader.page.evaluate(loaded) is True
