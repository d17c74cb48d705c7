"""Several outputs on the page: offered, drawn, each with its seed, kept in the link."""

import re
from urllib.parse import quote

from playwright.sync_api import Browser, expect

from tests.browser.reader import reading

LINES = "h = x^2; u = h*w; v = h + w"


def test_a_line_that_leads_nowhere_is_offered_and_drawn(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&show=numbers&at=x:3,w:5&lang=en&expr={quote(LINES)}")
        expect(reader.result("=")).to_have_text("14")
        reader.page.get_by_role("button", name="Draw u, v as outputs").click()
        expect(reader.result("=")).to_have_text("45")
        expect(reader.result("=2")).to_have_text("14")
        expect(reader.page).to_have_url(re.compile("output=u,v"))
        expect(reader.label("out2", "backward")).to_have_attribute("data-printed", "1")
        expect(reader.result("x")).to_have_text("36")  # 6(w + 1)
        named = "figure => figure.drawing.parts([], ['out2']).map(({ dataset }) => dataset.node)"
        assert "out2" in reader.figure.evaluate(named), "the name at its end belongs to a line"


def test_each_output_has_its_seed(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&show=numbers&at=x:3,w:5&lang=en&output=u,v&expr={quote(LINES)}")
        reader.value("=E_2").locator(".number").fill("-2")
        expect(reader.result("x")).to_have_text("18")  # 6(w - 2)
        expect(reader.label("out", "backward")).to_have_attribute("data-printed", "1")
        expect(reader.label("out2", "backward")).to_have_attribute("data-printed", "−2")
        expect(reader.page).to_have_url(re.compile("seeds=v:-2"))
        reader.page.reload()
        expect(reader.result("x")).to_have_text("18")
        reader.value("=E_2").locator(".number").fill("0")
        expect(reader.page.locator(".entry.backward").first).to_contain_text("u")
        expect(reader.page.locator(".entry.backward").first).not_to_contain_text("v")


def test_outputs_stay_while_their_lines_do(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&show=numbers&at=x:3,w:5&lang=en&output=u,v&expr={quote(LINES)}")
        expect(reader.result("=2")).to_have_text("14")
        reader.page.locator("#expression").fill(LINES.replace("h + w", "h - w"))
        expect(reader.result("=2")).to_have_text("4")
        reader.page.locator("#expression").fill("h = x^2; u = h*w")
        expect(reader.result("=")).to_have_text("45")
        expect(reader.result("=2")).to_have_count(0)
