"""What is printed: chosen frames, at their times, and worksheets without their red labels."""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.reader import SIGMOID, Reader, reading

DRAWN = """still => [...still.querySelectorAll(".line")].filter(
    line => getComputedStyle(line.querySelector(".forward .stroke")).visibility === "visible"
  ).length"""
PAGE = re.compile(rb"/Type\s*/Page\b")


def on_paper(reader: Reader) -> list[Locator]:
    """The figures on the page that is printed; playwright tells the page of its medium, not that it is printed."""
    reader.page.emulate_media(media="print")
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return reader.figure.locator(".paper figure").all()


def test_the_frames_that_were_chosen_are_printed_each_at_its_time(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=2&lang=en&theme=dark")
        lines = reader.figure.locator(".stage .line").count()
        (last,) = on_paper(reader)
        assert last.evaluate(DRAWN) == lines
        reader.page.evaluate("dispatchEvent(new Event('afterprint'))")
        reader.page.emulate_media(media="screen")
        assert reader.figure.locator(".paper figure").count() == 0

        reader.page.locator(".menu.print summary").click()
        reader.page.get_by_role("radio", name="All, one after another").check()
        expect(reader.page).to_have_url(re.compile("print=all"))
        every = on_paper(reader)
        drawn = [still.evaluate(DRAWN) for still in every]
        assert len(every) == 9
        assert drawn == sorted(drawn)
        assert drawn[0] == 0
        assert drawn[-1] == lines
        assert len(set(drawn)) == 5, "each frame of the way there is another picture"
        expect(every[5]).to_contain_text("Backward 1/4")
        expect(every[5]).to_contain_text("0.6225")

        reader.page.evaluate("dispatchEvent(new Event('afterprint'))")
        reader.figure.evaluate("figure => figure.store.set({ print: 'this' }, 'reader')")
        (this,) = on_paper(reader)
        assert this.evaluate(DRAWN) == drawn[2]
        expect(this).to_contain_text("Forward 2/4")
        expect(reader.page.locator(".result .entry").first).to_be_hidden()  # it is not computed yet


def test_a_worksheet_has_boxes_and_tells_no_answer(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?paper=all&show=numbers&lang=en&frame=8")
        asked = reader.figure.locator(".stage .backward .label").count()
        reader.page.locator(".menu.print summary").click()
        reader.page.get_by_role("checkbox", name="worksheet").check()
        expect(reader.page).to_have_url(re.compile("blank=1"))
        complete = on_paper(reader)[-1]
        boxes = complete.locator(".backward .label path")
        assert boxes.count() == asked
        sizes = [box.evaluate("box => [box.getBBox().width, box.getBBox().height]") for box in boxes.all()]
        assert min(width for width, _ in sizes) >= 40
        assert min(height for _, height in sizes) >= 22
        assert complete.locator(".forward .label").count() == asked
        expect(complete.locator("figcaption")).to_have_text(re.compile(r"^\s*Backward 4/4\s*$"))
        expect(reader.page.locator(".result")).to_be_hidden()
        expect(reader.page.locator(".paper-head")).to_contain_text("x = 0.5")
        assert reader.figure.locator(".stage .backward .label").first.inner_html() != boxes.first.inner_html()


@pytest.mark.parametrize(("paper", "landscape"), [("A4", False), ("A4", True), ("Letter", False)])
def test_the_figure_is_as_wide_as_the_paper(browser: Browser, server_url: str, paper: str, landscape: bool) -> None:
    width = {("A4", False): 210, ("A4", True): 297, ("Letter", False): 216}[paper, landscape]
    pixels = round((width - 24) * 96 / 25.4)  # within the margins
    with reading(browser, server_url) as reader:
        reader.open(f"?expr={SIGMOID.replace('+', '%2B')}&show=numbers&frame=3")
        assert len(PAGE.findall(reader.page.pdf(format=paper, landscape=landscape))) == 1
        reader.page.set_viewport_size({"width": pixels, "height": 700})
        (still,) = on_paper(reader)
        box = still.locator("svg").bounding_box()
        assert box
        assert box["x"] >= 0
        assert 0.95 * pixels <= box["width"] <= pixels
        assert box["height"] <= 700


def test_the_button_prints(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=2&lang=en")
        reader.page.evaluate("window.print = () => { window.printed = true; }")
        reader.page.locator(".menu.print summary").click()
        reader.page.get_by_role("button", name="Print").click()
        assert reader.page.evaluate("window.printed")
        expect(reader.page.locator(".menu.print")).not_to_have_attribute("open", "")
