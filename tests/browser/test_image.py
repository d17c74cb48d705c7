"""The same SVG plays alone in an <img>, where no script runs. Its clock is the real one."""

import subprocess
from urllib.parse import quote

from playwright.sync_api import Browser, expect

from tests.browser.conftest import FIND_BROWSER, FLAGS
from tests.browser.reader import SIGMOID, Reader, reading

FIGURE = f"/api/v1/figure.svg?expr={quote(SIGMOID)}&lang=en"
PAGE = f'<!doctype html><html lang="en"><title>Image</title><link rel="icon" href="data:,"><img src="{FIGURE}" alt="">'
POLICY = "default-src 'none'; img-src 'self' data:"


def picture(reader: Reader, after: int) -> bytes:
    """The image on the page, ``after`` milliseconds from now: nothing tells a page how far an image has played."""
    reader.page.wait_for_timeout(after)
    return reader.page.locator("img").screenshot()


def open_image(reader: Reader) -> None:
    headers = {"Content-Type": "text/html", "Content-Security-Policy": POLICY}
    reader.page.route("**/image", lambda route: route.fulfill(body=PAGE, headers=headers))
    reader.page.goto(f"{reader.server_url}/image")
    expect(reader.page.locator("img")).to_have_js_property("complete", value=True)
    assert reader.page.locator("img").evaluate("image => image.naturalWidth") > 900


def test_the_figure_plays_inside_an_image(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        open_image(reader)
        early = picture(reader, 1500)
        later = picture(reader, 2500)
        assert early != later


def test_reduced_motion_shows_no_glide_inside_an_image(browser: Browser, server_url: str) -> None:
    chromium = subprocess.run([FIND_BROWSER], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    calm = browser.browser_type.launch(executable_path=chromium, args=[*FLAGS, "--force-prefers-reduced-motion"])
    try:
        with reading(calm, server_url) as reader:
            open_image(reader)
            pictures = {picture(reader, 60) for _ in range(12)}
            assert len(pictures) <= 2, "whole frames only: in 0.7 seconds at most one of them begins"
    finally:
        calm.close()
