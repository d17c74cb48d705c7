"""The whole state is in the link."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.reader import WRITTEN, reading


def test_a_link_reopened_elsewhere_shows_the_same(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=0")
        reader.expression.fill("w*x + b")
        reader.expression.press("Enter")
        expect(reader.result("b")).to_be_visible()
        reader.value("w").locator(".number").fill("-1.25")
        reader.figure.get_by_role("radio", name="Numbers").check()
        reader.figure.get_by_label("Speed").select_option("0.5")
        reader.press("ahead")
        reader.page.keyboard.press("End")
        reader.press("back")
        expect(reader.page).to_have_url(re.compile(r"frame=3"))
        address, numbers, picture = reader.page.url, reader.numbers(), reader.picture()
    with reading(browser, server_url) as other:
        other.open(address.removeprefix(f"{server_url}/"))
        expect(other.phase).to_have_text("Backward 1/2")
        assert other.frame() == 3
        assert other.numbers() == numbers
        assert other.picture() == picture
        expect(other.figure.get_by_label("Speed")).to_have_value("0.5")
        expect(other.page).to_have_url(address)


def test_a_default_is_not_written(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=2&show=formulas&speed=1&lang=en")
        expect(reader.page).to_have_url(f"{server_url}/?{WRITTEN}&frame=2")


def test_back_and_forward_go_through_expressions(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        for text in ("x*y", "x/y"):
            reader.expression.fill(text)
            reader.expression.press("Enter")
            expect(reader.page).to_have_url(re.compile(re.escape(text)))
        reader.page.go_back()
        expect(reader.expression).to_have_value("x*y")
        expect(reader.result("y")).to_have_text("0.5")
        reader.page.go_back()
        expect(reader.result("a")).to_be_visible()
        expect(reader.phase).to_have_text("Backward 4/4")
        reader.page.go_forward()
        expect(reader.expression).to_have_value("x*y")


def test_moving_sliders_and_frames_makes_no_history(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        entries = reader.page.evaluate("history.length")
        for number in range(8):
            reader.value("x").locator(".number").fill(str(number / 8))
            reader.page.keyboard.press("Tab")
            reader.press("back")
        expect(reader.page).to_have_url(re.compile(r"at=x:0\.875&frame=0"))
        assert reader.page.evaluate("history.length") == entries


def test_the_link_is_copied_with_all_that_is_seen(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True, permissions=["clipboard-read", "clipboard-write"]) as reader:
        reader.open("?frame=4")
        reader.press("ahead")
        reader.stop_clock()  # the moment in which it is said lasts
        reader.page.get_by_role("button", name="Copy link").click()
        expect(reader.page.locator("header [role=status]")).to_have_text("Link copied")
        assert reader.page.evaluate("navigator.clipboard.readText()") == f"{server_url}/?{WRITTEN}&frame=5"


def test_a_settled_text_has_an_entry_of_its_own_however_late_it_is_drawn(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        reader.expression.fill("x*y")
        reader.expression.press("Enter")  # before the answer can be there
        expect(reader.page).to_have_url(re.compile(re.escape("x*y")))
        reader.expression.fill("x/y")  # and no Enter
        expect(reader.page).to_have_url(re.compile(re.escape("x/y")))
        reader.page.go_back()
        expect(reader.expression).to_have_value("x*y")
