"""What is seen before the script: the figure in its place, which the live one takes over without a jump."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.reader import Reader, reading

PLACES = """names => names.map(name => {
    const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
    return [name, x, y, width, height].map(part => typeof part === "number" ? Math.round(part) : part);
})"""
# Where the ink of a figure is: its box may be larger.
INK = """svg => [...svg.querySelectorAll(".node")].map(node => {
    const { x, y } = node.querySelector(":scope > :not(.ring)").getBoundingClientRect(); // what can be hit is larger
    return [x, y];
})"""
SHIFTS = """new PerformanceObserver(list => {
    for (const { value } of list.getEntries()) window.shifted = (window.shifted ?? 0) + value;
}).observe({ type: "layout-shift", buffered: true });"""
SCREENS: list[tuple[str, dict[str, Any]]] = [
    ("", {"viewport": {"width": 1280, "height": 800}}),
    ("", {"viewport": {"width": 360, "height": 740}, "locale": "ja"}),
    ("?expr=x*y&at=x:2,y:3&frame=2", {"viewport": {"width": 768, "height": 1024}, "color_scheme": "dark"}),
]


class Held:
    """The script, which does not come until it is let go."""

    def __init__(self, reader: Reader) -> None:
        self.waiting: list[Route] | None = []
        reader.page.route("**/page.*-*.js", self._take)

    def release(self) -> None:
        waiting, self.waiting = self.waiting or [], None
        for route in waiting:
            route.continue_()

    def _take(self, route: Route) -> None:
        if self.waiting is None:
            route.continue_()
        else:
            self.waiting.append(route)


@pytest.mark.parametrize(("query", "screen"), SCREENS)
def test_the_figure_stands_before_the_script_where_it_stands_after(
    browser: Browser, server_url: str, query: str, screen: dict[str, Any]
) -> None:
    with reading(browser, server_url, alone=True, **screen) as reader:
        reader.page.add_init_script(SHIFTS)
        held = Held(reader)
        with reader.page.expect_request("**/page.*-*.js"):
            reader.page.goto(f"{server_url}/{query}", wait_until="commit")
        still = reader.page.locator(".still svg")
        expect(still).to_be_visible()
        names = ["header", ".typed", ".problem", ".stand"] + [".welcome"] * (not query)
        stood, inked = reader.page.evaluate(PLACES, names), still.evaluate(INK)
        held.release()
        live = reader.figure.locator(".stage svg")
        expect(live).to_be_visible()
        expect(still).to_have_count(0)
        places = reader.page.evaluate(PLACES, names)
        for before, after in zip(stood, places, strict=True):
            assert after[:4] == before[:4], "the heights of what grows below are its own"
        nodes = live.evaluate(INK)
        assert len(nodes) == len(inked)
        for one, other in zip(inked, nodes, strict=True):
            assert other == pytest.approx(one, abs=2)
        assert reader.page.evaluate("window.shifted ?? 0") < 0.01
