"""Words that a learner may not know are told by one sentence, the same wherever they stand."""

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import violations
from tests.browser.reader import SIGMOID, Reader, reading

ADDS = "?lang=en&frame=6&node=n6&expr=" + SIGMOID.replace(" ", "%20").replace("+", "%2B")


def says(reader: Reader) -> Locator:
    return reader.page.locator(".term-says:popover-open")


def terms(reader: Reader, text: str) -> Locator:
    return reader.page.locator(".term", has_text=text)


def test_they_are_told_by_pointer_key_and_tap(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, has_touch=True, bypass_csp=True) as reader:
        reader.open(ADDS)
        dot = reader.figure.locator(".says .term")
        expect(dot).to_have_text("●")
        dot.hover()
        expect(says(reader)).to_contain_text("one value goes more than one way")
        expect(dot).to_have_accessible_description((says(reader).text_content() or "").strip())
        assert violations(reader) == []
        reader.expression.hover()
        expect(says(reader)).to_have_count(0)

        local = terms(reader, "Local derivative").first
        local.tap()
        expect(says(reader)).to_contain_text("one input grows a little")
        terms(reader, "Upstream").first.tap()
        expect(says(reader)).to_contain_text("from the side of the output")
        reader.page.locator(".card-says").tap()
        expect(says(reader)).to_have_count(0)

        seed = reader.page.locator(".seed .term")
        reader.page.locator(".value").nth(1).locator("button").first.focus()
        reader.page.keyboard.press("Tab")
        expect(seed).to_be_focused()
        expect(says(reader)).to_contain_text("1 unless you choose another")
        reader.page.keyboard.press("Escape")
        expect(says(reader)).to_have_count(0)
        expect(reader.page.locator(".card-says")).to_be_visible()  # the key closed nothing else


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_same_word_has_the_same_sentence(browser: Browser, server_url: str, lang: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(ADDS.replace("lang=en", f"lang={lang}"))
        expect(reader.page.locator(".card .term").first).to_be_visible()
        said: dict[str, str] = {}
        for each in reader.page.locator(".term:visible").all():
            word = (each.text_content() or "").lower()
            sentence = each.get_attribute("aria-description") or ""
            assert said.setdefault(word, sentence) == sentence
        assert len(said) >= 5


def test_an_open_sentence_keeps_within_the_window(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, viewport={"width": 320, "height": 640}) as reader:
        reader.open(ADDS)
        for each in reader.page.locator(".term:visible").all():
            each.focus()
            each.click()
            box = says(reader).bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
