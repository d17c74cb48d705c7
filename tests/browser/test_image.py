"""The same SVG plays alone in an <img>, where no script runs. Its clock is the real one."""

import subprocess
from urllib.parse import quote

from playwright.sync_api import Browser, expect

from tests.browser.conftest import FIND_BROWSER, FLAGS
from tests.browser.reader import SIGMOID, Reader, plays, reading

FIGURE = f"/api/v1/figure.svg?expr={quote(SIGMOID)}&lang=en"
PAGE = f'<!doctype html><html lang="en"><title>Image</title><link rel="icon" href="data:,"><img src="{FIGURE}" alt="">'
POLICY = "default-src 'none'; img-src 'self' data:"


def open_image(reader: Reader) -> None:
    headers = {"Content-Type": "text/html", "Content-Security-Policy": POLICY}
    reader.page.route("**/image", lambda route: route.fulfill(body=PAGE, headers=headers))
    reader.page.goto(f"{reader.server_url}/image")
    expect(reader.page.locator("img")).to_have_js_property("complete", value=True)
    assert reader.page.locator("img").evaluate("image => image.naturalWidth") > 900


def test_the_figure_plays_inside_an_image(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        open_image(reader)
        assert plays(reader.page.locator("img"))


def test_reduced_motion_shows_no_glide_inside_an_image(browser: Browser, server_url: str) -> None:
    chromium = subprocess.run([FIND_BROWSER], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    calm = browser.browser_type.launch(executable_path=chromium, args=[*FLAGS, "--force-prefers-reduced-motion"])
    try:
        with reading(calm, server_url) as reader:
            open_image(reader)
            pictures = {reader.page.locator("img").screenshot() for _ in range(30)}
            assert len(pictures) <= 9, "whole frames only, however many are looked at"
    finally:
        calm.close()
