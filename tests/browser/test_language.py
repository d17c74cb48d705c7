"""Japanese and English: from the browser, from the link, from the switch."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import WRITTEN, reading

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("locale", "phase"), [("ja-JP", "順伝播 2/4"), ("en-GB", "Forward 2/4"), ("fr-FR", "Forward 2/4")]
)
def test_the_page_speaks_the_browsers_language(browser: Browser, server_url: str, locale: str, phase: str) -> None:
    with reading(browser, server_url, locale=locale) as reader:
        reader.open("?frame=2")
        expect(reader.phase).to_have_text(phase)
        expect(reader.page).to_have_url(f"{server_url}/?{WRITTEN}&frame=2")


NAME = """control => control.ariaLabel
  || [...(control.labels ?? [])].map(label => label.textContent)[0] || control.textContent"""


def test_the_switch_changes_every_word_and_nothing_else(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=6&at=x:2")
        reader.page.get_by_role("radio", name="日本語").check()
        expect(reader.phase).to_have_text("逆伝播 2/4")
        expect(reader.figure.locator(".says")).to_have_text(JAPANESE)
        expect(reader.page.locator("html")).to_have_attribute("lang", "ja")
        expect(reader.page).to_have_url(f"{server_url}/?{WRITTEN}&at=x:2&frame=6&lang=ja")
        assert JAPANESE.search(reader.page.title())
        controls = reader.page.locator(
            "button:visible:not(.fold, .term), select:visible, input[type=range]:visible, legend"
        )
        names = [control.evaluate(NAME) for control in controls.all()]
        assert [name for name in names if not JAPANESE.search(name)] == []
        assert reader.frame() == 6

        reader.page.get_by_role("radio", name="English").check()
        expect(reader.phase).to_have_text("Backward 2/4")


def test_words_that_do_not_come_are_asked_for_when_the_network_is_back(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.open("?frame=2")
        reader.stormy = True
        reader.page.route("**/words.ja.json", lambda route: route.abort())
        reader.page.get_by_role("radio", name="日本語").check()
        expect(reader.phase).to_have_text("Forward 2/4")
        expect(reader.figure.locator(".says")).to_have_text(JAPANESE)
        reader.page.unroute("**/words.ja.json")
        reader.page.evaluate("dispatchEvent(new Event('online'))")
        expect(reader.phase).to_have_text("順伝播 2/4")


def test_a_problem_is_said_in_the_language_of_the_page(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?lang=ja&frame=8")
        reader.refused = True
        reader.expression.fill("x + * 2")
        expect(reader.problem).to_have_text(JAPANESE)
