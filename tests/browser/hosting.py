"""Pages of somebody else with the element in them: markup in, a page of a browser out."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.reader import PATIENCE

LOAD = '<script type="module" src="/embed.js"></script>'
FIGURE = '<kuroaka-figure expression="1/(1+exp(-x))" at="x:0.5" frame="6"></kuroaka-figure>'
LONG = FIGURE.replace("1/(1+exp(-x))", "a/(1+b*c+d*e*f)*1/(1+exp(-x))")


@contextmanager
def hosting(browser: Browser, server_url: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{server_url}/healthz")
    yield page
    context.close()


def visit(page: Page, markup: str, headers: dict[str, str] | None = None) -> None:
    """A page of somebody else, of this markup."""
    text = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>{markup}'

    def answer(route: Route) -> None:
        route.fulfill(body=text, headers={"Content-Type": "text/html; charset=utf-8", **(headers or {})})

    page.unroute_all()
    page.route("**/host", answer)
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + "/host")


def drawn(page: Page) -> None:
    expect(page.locator("kuroaka-figure").first.locator("svg.kuroaka")).to_be_visible()
    page.evaluate(
        "document.fonts.load('16px \"STIX Two Math\"').then(() => new Promise(requestAnimationFrame)).then(() => 0)"
    )
