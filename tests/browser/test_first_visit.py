"""What a browser asks for when it comes for the first time, and for the second."""

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.browser.reader import reading

MOST = 7  # the page, its sheet and script, three answers; and last, when all is read, the font of formulas
HEAVIEST = 96_000  # bytes of what they answer but for the font, compressed
# Of script and sheet, how many bytes came over the wire.
TRANSFERRED = """() => performance.getEntriesByType("resource")
    .filter(({ name }) => /\\/page[\\w.]*-\\w+\\.(js|css)$/.test(name)).map(({ transferSize }) => transferSize)"""


@pytest.mark.parametrize("locale", ["en-GB", "ja-JP"])
def test_a_first_visit_takes_few_requests_and_a_second_fewer(browser: Browser, server_url: str, locale: str) -> None:
    with reading(browser, server_url, alone=True, locale=locale) as reader:
        asked: list[Request] = []
        reader.page.on("request", lambda request: asked.append(request) if request.url.startswith("http") else None)
        reader.open()
        expect(reader.result("=")).to_have_text("6")
        reader.page.wait_for_load_state("networkidle")
        urls = [request.url.removeprefix(server_url).partition("?")[0] for request in asked]
        assert len(urls) <= MOST, urls
        assert len([url for url in urls if url.endswith(".css")]) == 1
        weights = [request.sizes() for request in asked if not request.url.endswith(".woff2")]
        assert sum(size["responseBodySize"] for size in weights) <= HEAVIEST, weights
        first = reader.page.evaluate(TRANSFERRED)
        assert len(first) == 2
        assert all(size > 0 for size in first)
        reader.open("?expr=x*y")
        assert reader.page.evaluate(TRANSFERRED) == [0, 0]
