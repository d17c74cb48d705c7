"""A network in the page: as one, opened neuron by neuron, labels at the chosen one; on a phone its whole small."""

import re
from urllib.parse import quote

from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader, reading
from tests.browser.test_open import button, circle, results
from tests.networks import MAZUR, THREE_THREE_TWO

SMALL = quote("h_1 = tanh(0.5*x + w*y + b); h_2 = tanh(v*x - 0.25*y); z = h_1 + 2*h_2")
LARGE = quote(
    "; ".join(f"h_{row} = tanh(" + " + ".join(f"0.{row}{at}*x_{at}" for at in range(1, 5)) + ")" for row in range(1, 6))
    + "; y = "
    + " + ".join(f"0.{row}*h_{row}" for row in range(1, 6))
)


def circles(reader: Reader) -> int:
    return reader.figure.locator("svg.kuroaka .node.operation").count()


def test_it_is_drawn_as_a_network_until_the_reader_wants_the_graph(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={SMALL}")
        before, toggle = results(reader), reader.figure.locator("button.network")
        expect(reader.figure.locator("svg.network")).to_be_visible()
        expect(toggle).to_have_attribute("aria-pressed", "true")
        assert circles(reader) == 3
        toggle.click()
        expect(reader.figure.locator("svg.network")).to_have_count(0)
        expect(reader.page).to_have_url(re.compile("view=graph"))
        assert circles(reader) == 10
        assert results(reader) == before
        toggle.click()
        expect(reader.figure.locator("svg.network")).to_be_visible()
        expect(reader.page).not_to_have_url(re.compile("view="))


def test_what_is_no_network_cannot_be_drawn_as_one(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?expr=x*y%2Bx")
        expect(reader.figure.locator("button.network")).to_be_hidden()


def test_a_neuron_opens_and_closes(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={SMALL}")
        before = results(reader)
        circle(reader, "tanh").first.click()
        button(reader, "Open h_1").click()
        expect(reader.page).to_have_url(re.compile("open=h_1"))
        expect(circle(reader, "×")).to_have_count(2)
        assert results(reader) == before
        button(reader, "Close h_1").click()
        expect(circle(reader, "×")).to_have_count(0)
        expect(reader.page).not_to_have_url(re.compile("open="))


def test_a_weight_is_chosen_by_its_label_and_follows_its_slider(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&show=numbers&expr={SMALL}&at=w:2")
        expect(reader.figure.locator("svg.kuroaka .label.formula")).to_have_count(0)  # as small as it can be
        circle(reader, "w").click()
        expect(reader.page.locator(".card h2")).to_contain_text("w")
        line = reader.page.evaluate(
            "document.querySelector('kuroaka-figure').shadowRoot.querySelector('[data-printed=\"2\"]').closest('.line').dataset.line"
        )
        reader.value("w").locator(".number").fill("-3")
        expect(reader.label(line, "forward")).to_have_attribute("data-printed", "−3")


def test_each_way_of_reading_has_a_figure_as_small_as_it_can_be(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={quote(MAZUR)}")
        for kind, name in (("number", "Numbers"), ("rule", "Rules"), ("formula", "Formulas")):
            reader.figure.get_by_role("radio", name=name, exact=True).check(force=True)
            expect(reader.figure.locator(f"svg.kuroaka .label.{kind}").first).to_be_attached()
            expect(reader.figure.locator(f"svg.kuroaka .label:not(.{kind})")).to_have_count(0)


def test_of_many_lines_those_of_the_chosen_neuron_have_labels(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={LARGE}")
        seen = reader.figure.locator("svg.kuroaka .line.faint .forward .label:visible")
        expect(reader.figure.locator("svg.kuroaka .line.faint")).to_have_count(20)
        expect(seen).to_have_count(0)
        circle(reader, "tanh").first.click()
        expect(seen).to_have_count(4)
        ink = seen.evaluate_all("labels => labels.map(label => getComputedStyle(label.firstElementChild).fill)")
        assert set(ink) == {"rgb(0, 0, 0)"}
        widths = reader.figure.evaluate(
            """figure => [...figure.shadowRoot.querySelectorAll("svg.kuroaka .faint .forward .stroke")].map(
                stroke => Number(stroke.getAttribute("stroke-width")))"""
        )
        assert max(widths) > 2 * min(widths)  # 0.54 is more than 0.11


def test_on_a_phone_the_whole_stands_small_above_what_can_be_read(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, viewport={"width": 390, "height": 800}, reduced_motion="reduce") as reader:
        reader.open(f"?frame=1&lang=en&expr={quote(THREE_THREE_TWO)}")
        overview, frame = reader.figure.locator(".overview"), reader.figure.locator(".overview-frame")
        expect(overview).to_be_visible()
        stage = reader.figure.locator(".stage")
        scale = stage.evaluate(
            "stage => stage.firstChild.getBoundingClientRect().width / stage.firstChild.viewBox.baseVal.width"
        )
        assert scale > 0.71
        left = stage.evaluate("stage => stage.scrollLeft")
        box, whole = frame.bounding_box(), overview.bounding_box()
        assert box is not None
        assert whole is not None
        assert whole["width"] <= 366
        assert 0 < box["width"] < whole["width"]
        reader.page.mouse.move(whole["x"] + whole["width"] - 4, whole["y"] + whole["height"] / 2)
        reader.page.mouse.down()
        reader.page.mouse.up()
        assert stage.evaluate("stage => stage.scrollLeft") > left
        expect(frame).not_to_have_attribute("style", re.compile(r"translate\(0px"))


def test_the_card_of_a_neuron_has_its_sum_and_what_its_weights_receive(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={quote(MAZUR)}")
        reader.figure.locator("svg.kuroaka .node.operation").first.click()
        rows = reader.page.locator(".card dl", has_text="The sum in it")
        expect(rows.locator("dt")).to_have_text(
            ["The sum in it", "Back to the sum", "Back to w_1", "Back to w_2", "Back to b_1"]
        )
        for row, printed in enumerate(["0.3775", "0.008771", "4.386", "8.771", "0.01873"]):
            expect(rows.locator("dd").nth(row)).to_contain_text(printed)
        reader.figure.locator("button.network").click()
        expect(reader.page.locator(".card dt", has_text="The sum in it")).to_have_count(0)
