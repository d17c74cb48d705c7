"""A line of the figure as something to choose: by pointer, finger, keyboard and link, with a card of its own."""

import re
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import violations
from tests.browser.reader import Reader, reading

NETWORK = quote("h_1 = tanh(w_1*x_1 + w_2*x_2); h_2 = tanh(w_3*x_1 + w_4*x_2); y = v_1*h_1 + v_2*h_2")
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
# A place in the window beside the middle of a line, so many pixels above it.
MIDDLE = """(line, above) => {
    const reach = line.querySelector(".reach"), there = reach.getPointAtLength(reach.getTotalLength() / 2);
    const { x, y } = there.matrixTransform(reach.getScreenCTM());
    return [x, y - above]; }"""


def line(reader: Reader, name: str) -> Locator:
    return reader.figure.locator(f".line[data-line='{name}']")


def heading(reader: Reader) -> Locator:
    return reader.page.locator(".card h2")


def row(reader: Reader, name: str) -> Locator:
    """What stands beside a word in the card."""
    return reader.page.locator(".card dt", has_text=name).locator("xpath=following-sibling::dd[1]")


def test_a_click_chooses_a_line_and_lets_it_go(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=99&lang=en")
        reader.figure.evaluate(
            "figure => ['select', 'point'].forEach(type => figure.addEventListener(type, "
            "({ detail }) => (window[type] ??= []).push(detail.id)))"
        )
        reader.page.mouse.move(*line(reader, "e4").evaluate(MIDDLE, 3))
        expect(line(reader, "e4")).to_have_class(re.compile(r"\brested\b"))
        assert "e4" in reader.page.evaluate("window.point")
        reader.page.mouse.click(*line(reader, "e4").evaluate(MIDDLE, 3))
        expect(heading(reader)).to_have_text("Line from ● (a) to ×")
        expect(reader.page).to_have_url(re.compile(r"node=e4"))
        expect(line(reader, "e4")).to_have_attribute("aria-pressed", "true")
        expect(line(reader, "e4").locator(".forward .stroke")).to_have_css("stroke-width", "3.2px")
        assert reader.page.evaluate("scrollY") == 0
        reader.page.mouse.move(1, 1)  # the figure stands otherwise without the card
        reader.page.mouse.click(*line(reader, "e4").evaluate(MIDDLE, 3))
        expect(heading(reader)).to_be_hidden()
        assert reader.page.evaluate("window.select") == ["e4", ""]
        reader.page.mouse.click(*line(reader, "out").evaluate(MIDDLE, 3))
        expect(heading(reader)).to_have_text("Line from ÷ (z) to output z")
        reader.page.mouse.move(1, 1)
        reader.page.keyboard.press("Escape")
        expect(heading(reader)).to_be_hidden()
        expect(reader.page).not_to_have_url(re.compile(r"node="))


def test_after_a_text_that_came_to_nothing_one_click_is_one_choice(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=99&lang=en&expr=x*y")
        reader.refused = True
        reader.expression.fill("x*")
        expect(reader.problem).not_to_be_empty()
        reader.figure.evaluate("figure => figure.addEventListener('graph', () => (figure.title = 'again'))")
        reader.expression.fill("x*y")
        expect(reader.figure).to_have_attribute("title", "again")
        reader.figure.locator(".node[data-node=n2]").click()
        expect(heading(reader)).to_be_visible()
        expect(reader.figure.locator(".node[data-node=n2] .ring")).to_have_count(1)


def test_its_card_follows_the_sliders(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&node=e1&expr={quote('x*y + x')}&at=x:2,y:3")
        expect(heading(reader)).to_have_text("Line from ● (x) to ×")
        card = reader.page.locator(".card")
        expect(card.locator(".card-says")).to_have_text(
            "If x grows by a little h, along this line alone z grows by about 3·h."
        )
        names = ["Value", "Upstream", "Local derivative", "Upstream × local", "with", "Back along it", "Added at ●"]
        expect(card.locator("dt")).to_have_text([*names, "Its nodes"])
        expect(row(reader, "Upstream × local")).to_contain_text("1×3")
        expect(row(reader, "Added at")).to_contain_text("1+3=4")
        reader.value("y").locator(".number").fill("-5")
        expect(card.locator(".card-says")).to_contain_text("falls by about 5·h")
        expect(row(reader, "Added at")).to_contain_text("1+(−5)=−4")
        expect(line(reader, "e1")).to_have_attribute("aria-label", "from ● (x) to ×: value 2, gradient −5")


def test_a_finger_finds_it_and_nodes_win(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, **PHONE) as reader:
        reader.open("?frame=8&lang=en")
        reader.page.touchscreen.tap(*line(reader, "e0").evaluate(MIDDLE, 10))
        expect(heading(reader)).to_have_text("Line from a to ● (a)")
        sheet, box = reader.page.locator(".card").bounding_box(), line(reader, "e0").bounding_box()
        assert sheet is not None
        assert box is not None
        assert box["y"] + box["height"] <= sheet["y"], "the line is seen with its card"
        dot = reader.figure.locator(".node[data-node=n1] circle").first.bounding_box()
        assert dot is not None
        reader.page.touchscreen.tap(dot["x"] + dot["width"] / 2 - 11, dot["y"] + dot["height"] / 2)
        expect(heading(reader)).to_have_text("branch ●")


def test_the_keyboard_goes_from_a_card_to_its_lines_and_on(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=99&lang=en")
        reader.figure.locator(".node[data-node=n6]").focus()
        reader.page.keyboard.press("Enter")
        way = reader.page.locator(".card").get_by_role("button", name="from ● (a) to ×: value −1, gradient −0.1175")
        way.focus()
        reader.page.keyboard.press("Enter")
        expect(heading(reader)).to_have_text("Line from ● (a) to ×")
        expect(heading(reader)).to_be_focused()
        reader.page.get_by_role("button", name="Back to the figure").press("Enter")
        expect(line(reader, "e4")).to_be_focused()
        reader.page.keyboard.press("ArrowLeft")
        expect(reader.figure.locator(".node[data-node=n1]")).to_be_focused()
        line(reader, "e4").focus()
        reader.page.keyboard.press("Enter")
        expect(heading(reader)).to_be_hidden()


def test_a_line_of_a_network_says_what_rides_on_it(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={NETWORK}&at=w_1:0.5,x_1:2,h_1:1")
        rider = reader.figure.locator(".line[aria-label^='from ● (x_1) to tanh (h_1), weight w_1: value 0.5']")
        reader.page.mouse.click(*rider.evaluate(MIDDLE, -4))  # its label stands above
        expect(heading(reader)).to_have_text("Line from ● (x_1) to tanh (h_1)")
        expect(reader.page.locator(".card")).to_contain_text("The weight w_1 sits on this line")
        assert reader.page.locator(".card .way").all_text_contents() == ["● (x_1)", "w_1", "tanh (h_1)"]
        name = rider.get_attribute("data-line")
        reader.figure.locator("button.network").click()
        expect(reader.figure.locator("svg.network")).to_have_count(0)
        expect(heading(reader)).to_have_text("Line from w_1 to ×")
        expect(line(reader, name or "")).to_have_attribute("aria-pressed", "true")
        reader.figure.locator("button.network").click()
        expect(heading(reader)).to_have_text("Line from ● (x_1) to tanh (h_1)")
        reader.expression.fill("x*y")
        expect(reader.page).not_to_have_url(re.compile("node="))


def test_both_cards_can_be_used_by_all(browser: Browser, server_url: str) -> None:
    for query in ("?frame=99&lang=en&node=e4", f"?frame=99&lang=ja&node=e1&expr={NETWORK}"):
        with reading(browser, server_url, bypass_csp=True) as reader:
            reader.open(query)
            expect(heading(reader)).to_be_visible()
            assert violations(reader) == []
            if "ja" in query:
                expect(heading(reader)).to_contain_text("への線")
