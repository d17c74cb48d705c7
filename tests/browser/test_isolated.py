"""A page that isolates itself (COEP, COOP) shows all that others show: the frame, the element, lessons, pictures; and a
picture that is refused is a card, not a broken one.
"""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_doors import Quiet

COURSE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Course</title><link rel="icon" href="data:,">
<script type="module" src="{service}/embed.js"></script>
<kuroaka-figure expression="x*y"></kuroaka-figure>
<iframe title="A figure" sandbox="allow-scripts" src="{service}/embed?expr=x*y"></iframe>
<iframe title="A lesson" src="{service}/lessons/add?lang=en"></iframe>
<img id="good" alt="A figure" src="{service}/api/v1/figure.png?expr=x*y">
<img id="refused" alt="A card" src="{service}/api/v1/figure.svg?expr=x*">"""


class Isolating(Quiet):
    """Answers that isolate their page."""

    def end_headers(self) -> None:
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        super().end_headers()


@pytest.fixture
def course(browser: Browser, server_url: str, tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "course.html").write_text(COURSE.format(service=server_url), "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Isolating, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/course.html")
        yield page
        page.close()
        server.shutdown()


def test_an_isolated_page_shows_every_door(course: Page) -> None:
    assert course.evaluate("crossOriginIsolated")
    figure, lesson = course.frame_locator("iframe").first, course.frame_locator("iframe").nth(1)
    expect(figure.locator("svg .node").first).to_be_visible()
    expect(lesson.get_by_role("heading", level=1)).to_have_text("Adding")
    expect(course.locator("kuroaka-figure svg .node").first).to_be_visible()
    for picture in ("good", "refused"):
        course.wait_for_function(f"document.getElementById('{picture}').naturalWidth > 100")
