"""What stands on the page is of the text in the box, or says that it is not; and what was typed is not lost."""

from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import violations
from tests.browser.reader import Reader, reading

ALL = "**/api/v1/**"
GOOD = "?expr=x*y&at=x:2,y:3&frame=2"
BROKEN = "x*(y"


def told(reader: Reader) -> list[Locator]:
    """What is told of a figure."""
    return [reader.page.locator(name) for name in (".result", ".panels", ".plots", ".card")]


def expect_old(reader: Reader, *, old: bool) -> None:
    expect(reader.figure.locator("svg.kuroaka")).to_have_css("opacity", "0.4" if old else "1")
    for part in told(reader):
        expect(part).to_have_js_property("inert", old)


def draw(reader: Reader, text: str) -> None:
    reader.expression.fill(text)
    reader.expression.press("Enter")


WORDS = [("en", "The figure is of the last text drawn."), ("ja", "最後に描画できた式の図です。")]


@pytest.mark.parametrize(("lang", "says"), WORDS)
def test_a_figure_of_another_text_is_faint_and_says_so(browser: Browser, server_url: str, lang: str, says: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.refused = reader.stormy = True
        reader.open(f"{GOOD}&lang={lang}")
        caption = reader.figure.locator(".says")
        stands = caption.inner_text()
        expect_old(reader, old=False)
        draw(reader, BROKEN)
        expect(caption).to_have_text(says)
        expect_old(reader, old=True)
        reader.expression.press("Escape")
        expect_old(reader, old=False)
        assert caption.inner_text() == stands

        reader.page.route(ALL, lambda route: route.abort())
        draw(reader, "x + y")
        expect(reader.notice).not_to_be_empty()
        expect(caption).to_have_text(says)
        expect_old(reader, old=True)
        reader.expression.fill("x*y")  # what is drawn already needs no service
        expect_old(reader, old=False)
        expect(reader.notice).to_be_empty()


def test_a_figure_is_faint_as_soon_as_it_is_seen_that_another_is_waited_for(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.open(GOOD)
        reader.stop_clock()
        reader.page.route(ALL, lambda _route: None)
        with reader.page.expect_request("**/graph?**"):
            draw(reader, "x + y")
        expect_old(reader, old=False)
        reader.page.clock.run_for(1100)
        expect(reader.figure.locator(".stage")).to_have_class("stage old")
        for part in told(reader):
            expect(part).to_have_js_property("inert", True)


def test_without_a_figure_there_is_nothing_to_play_or_to_read(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.refused = True
        reader.page.goto(f"{server_url}/?expr={quote(BROKEN)}")
        expect(reader.problem).not_to_be_empty()
        share = reader.page.locator(".share")
        for part in (*told(reader), share, reader.page.locator(".values")):
            expect(part).to_be_hidden()
        for name in (".transport", ".caption", ".zoom"):
            expect(reader.figure.locator(name)).to_be_hidden()
        draw(reader, "x*y")
        expect(reader.figure.locator(".transport")).to_be_visible()
        expect(share).to_be_visible()
        expect(reader.result("y")).to_be_visible()


STATES: dict[str, tuple[str, str | None, bool]] = {
    "a broken link": (f"?expr={quote(BROKEN)}", None, False),
    "a link that no service answers": (GOOD, None, True),
    "a broken text over a figure": (GOOD, BROKEN, False),
    "a text that no service answers over a figure": (GOOD, "x + y", True),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_where_something_is_broken(browser: Browser, server_url: str, state: str) -> None:
    query, typed, is_away = STATES[state]
    with reading(browser, server_url, alone=True, bypass_csp=True, reduced_motion="reduce") as reader:
        reader.refused = reader.stormy = True
        if typed:
            reader.open(query)
        if is_away:
            reader.page.route(ALL, lambda route: route.abort())
        if typed:
            draw(reader, typed)
            expect_old(reader, old=True)
        else:
            reader.page.goto(f"{server_url}/{query}")
        expect(reader.notice if is_away else reader.problem).not_to_be_empty()
        assert violations(reader) == []


def test_what_was_typed_outlives_a_reload_and_the_way_back(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.refused = True
        reader.open("?expr=x/y&frame=2")
        draw(reader, "x*y")
        expect(reader.result("y")).to_have_text("0.5")
        address = reader.page.url
        draw(reader, BROKEN)
        expect(reader.problem).not_to_be_empty()
        said = reader.problem.inner_text()

        def expect_kept() -> None:
            expect(reader.expression).to_have_value(BROKEN)
            expect(reader.problem).to_have_text(said)
            expect_old(reader, old=True)
            expect(reader.figure).to_have_js_property("session.expression", "x*y")
            assert reader.page.url == address

        reader.page.reload()
        expect_kept()
        reader.page.go_back()
        expect(reader.expression).to_have_value("x/y")
        expect_old(reader, old=False)
        reader.page.go_forward()
        expect_kept()
        draw(reader, "x*(y + 1)")
        expect(reader.result("y")).to_be_visible()
        expect_old(reader, old=False)
        reader.page.go_back()
        expect(reader.expression).to_have_value("x*y")
        expect_old(reader, old=False)


OFFLINE: list[Any] = [("en", "This device is offline."), ("ja", "オフラインです。")]


@pytest.mark.parametrize(("lang", "says"), OFFLINE)
def test_when_the_line_is_back_it_is_asked_again_by_itself(
    browser: Browser, server_url: str, lang: str, says: str
) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.stormy = True
        reader.open(f"{GOOD}&lang={lang}")
        reader.page.context.set_offline(True)
        draw(reader, "x + y")
        expect(reader.notice).to_contain_text(says)
        reader.page.context.set_offline(False)
        expect(reader.result("=")).to_have_text("5")
        expect(reader.notice).to_be_empty()
        expect_old(reader, old=False)
