"""What axe-core finds wrong with a page for those who cannot see it, or not well."""

from pathlib import Path
from typing import Any

from tests.browser.reader import Reader

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def violations(reader: Reader) -> list[Any]:
    """Each rule that is broken, with the elements. axe writes an inline style of its own, which the page's policy
    rightly refuses: the reader needs ``bypass_csp``."""
    reader.page.evaluate(AXE.read_text())
    found: list[Any] = reader.page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]))"
    )
    return found
