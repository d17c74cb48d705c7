"""The bare address: one circle before anything is computed, two sentences, and results that come as they are known."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import reading

PHONE = {"width": 390, "height": 844}


def test_a_first_visitor_sees_one_circle_and_what_it_is_about(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, locale="en") as reader:
        reader.open()
        welcome = reader.page.locator(".welcome")
        expect(welcome).to_contain_text("A computational graph breaks a formula into single steps.")
        expect(reader.figure.locator("svg.kuroaka .node.operation")).to_have_count(1)
        expect(reader.phase).to_have_text("Start")
        expect(reader.result("=")).to_be_hidden()
        expect(reader.page).to_have_url(f"{server_url}/")
        reader.press("toggle")
        expect(reader.result("=")).to_have_text("6")
        expect(reader.result("=")).to_be_visible()
        expect(reader.result("x")).to_have_text("3")
        expect(reader.result("x")).to_be_visible()
        welcome.get_by_role("button").click()
        expect(welcome).to_be_hidden()
        expect(reader.figure.locator("svg.kuroaka .node.branch")).to_have_count(2)


def test_its_address_says_all_as_soon_as_the_reader_does_something(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, locale="en") as reader:
        reader.open()
        reader.value("x").locator(".number").fill("5")
        expect(reader.page).to_have_url(f"{server_url}/?expr=z+=+x*y&at=x:5,y:3&frame=0&show=numbers")
        reader.page.reload()
        expect(reader.value("x").locator(".number")).to_have_value("5")
        expect(reader.page.locator(".welcome")).to_be_hidden()


def test_a_link_without_an_expression_shows_what_it_always_did(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, locale="en") as reader:
        reader.open("?frame=8")
        expect(reader.result("=")).to_have_text("0.6225")
        expect(reader.page.locator(".welcome")).to_be_hidden()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_all_of_it_is_on_the_first_screen_of_a_phone(browser: Browser, server_url: str, lang: str) -> None:
    with reading(browser, server_url, viewport=PHONE, locale=lang) as reader:
        reader.open()
        for part in (reader.page.locator(".welcome p"), reader.figure.locator(".caption")):
            box, transport = part.bounding_box(), reader.figure.locator(".transport").bounding_box()
            assert box is not None
            assert transport is not None
            assert box["y"] + box["height"] <= transport["y"] + 1
            assert transport["y"] + transport["height"] <= PHONE["height"] + 1


def test_results_are_read_when_they_are_computed(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=0&lang=en&expr={quote('h = x*y; h + x')}&at=x:2,y:3")
        results = [reader.result(name) for name in ("=", "x", "y")]
        known = []
        for _ in range(5):
            known.append([result.is_visible() for result in results])
            reader.press("ahead")
        assert known == [
            [False, False, False],
            [False, False, False],
            [True, False, False],
            [True, False, False],
            [True, True, True],
        ]
