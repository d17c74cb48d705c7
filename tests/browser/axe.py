"""What axe-core finds wrong with a page for those who cannot see it, or not well."""

from pathlib import Path
from typing import Any

from tests.browser.reader import Reader

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


_FOUND = """rules => axe.run(rules)
    .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]))"""


def violations(reader: Reader) -> list[Any]:
    """Each rule that is broken in the light, and each of colours in the dark too, with the elements. axe writes an
    inline style of its own, which the page's policy rightly refuses: the reader needs ``bypass_csp``."""
    reader.page.emulate_media(color_scheme="light")
    reader.page.evaluate(AXE.read_text())
    light: list[Any] = reader.page.evaluate(_FOUND, {})
    reader.page.emulate_media(color_scheme="dark")
    dark: list[Any] = reader.page.evaluate(_FOUND, {"runOnly": ["color-contrast"]})
    return light + dark
