"""In Firefox a frame is as high as it is said to be: formulas in its lines of text are higher than Chromium's."""

import json
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pytest

from tests.browser.firefox import Firefox
from tests.browser.test_heights import LINKS

pytestmark = pytest.mark.slow

NUMBERS = [
    {"expr": "h = tanh(w*x + b); z = v*h", "show": "numbers"},
    {"expr": "(a + b)*(c + d)*(e + f)", "show": "numbers"},
]
SET = """document.fonts.ready.then(() => new Promise(done => {
  requestAnimationFrame(() => requestAnimationFrame(done)); })).then(() => 0)"""


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("link", [*LINKS, *NUMBERS], ids=lambda link: link["expr"])
def test_nothing_scrolls_in_a_frame(fox: Firefox, server_url: str, link: dict[str, str], lang: str) -> None:
    address = f"{server_url}/embed?{urlencode({**link, 'lang': lang})}"
    for width in (320, 480, 640, 800):
        with urlopen(f"{server_url}/oembed?url={quote(address, safe='')}&maxwidth={width}&maxheight=9999") as answer:
            said = json.load(answer)["height"]
        fox.read(address, width, said)
        fox.ask(SET)
        needed = fox.ask("document.body.getBoundingClientRect().height")
        assert needed <= said <= 1.12 * needed, width
