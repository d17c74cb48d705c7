"""A lesson of somebody's own: pasted, or by its address, which the reader's browser asks; and what is wrong with it."""

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Route, expect

from tests.browser.axe import violations
from tests.browser.reader import reading

PLACE = "https://course.example/shop/product.toml"
TEXT = next(
    part.partition("\n")[2]
    for part in Path("docs/lessons.md").read_text("utf-8").split("```")
    if part.startswith("toml")
)


def test_a_lesson_is_opened_by_its_address_walked_and_reloaded(browser: Browser, server_url: str) -> None:
    asked: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        asked.append(route.request.headers)
        route.fulfill(body=TEXT, headers={"Access-Control-Allow-Origin": "*"})

    with reading(browser, server_url, alone=True) as reader:
        reader.page.route(PLACE, answer)
        reader.page.goto(f"{server_url}/lessons/from?address={quote(PLACE)}&lang=en")
        expect(reader.page.locator("h1")).to_have_text("A product and a sum")
        expect(reader.page.locator(".place")).to_have_text("Step 1 of 4")
        reader.page.locator("button.on").click()
        expect(reader.page.locator(".place")).to_have_text("Step 2 of 4")
        reader.page.reload()
        expect(reader.page.locator(".place")).to_have_text("Step 2 of 4")
        assert len(asked) == 2
        assert not {"cookie", "referer"} & asked[0].keys()
        reader.page.locator("header .other").click()
        expect(reader.page.locator("h1")).to_have_text("積と和")


def test_what_does_not_come_and_what_does_not_hold_is_said_where_a_lesson_can_be_pasted(
    browser: Browser, server_url: str
) -> None:
    with reading(browser, server_url, bypass_csp=True) as reader:
        reader.stormy = reader.refused = True
        reader.page.route(PLACE, lambda route: route.abort())
        reader.page.goto(f"{server_url}/lessons/from?address={quote(PLACE)}&lang=en")
        expect(reader.page.locator(".away")).to_contain_text("Nothing came from https://course.example")
        reader.page.get_by_label("The file").fill(TEXT.replace("{value p}", "{value q}"))
        reader.page.get_by_role("button", name="Open").click()
        expect(reader.page.locator(".problem")).to_contain_text("product.toml:9: ")
        assert violations(reader) == []
        text = reader.page.get_by_label("The file")
        text.fill(text.input_value().replace("{value q}", "{value p}"))
        reader.page.get_by_role("button", name="Open").click()
        expect(reader.page.locator(".place")).to_have_text("Step 1 of 4")


def test_no_other_kind_of_address_is_asked(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.page.goto(f"{server_url}/lessons/from?address={quote('javascript:alert(1)')}&lang=ja")
        expect(reader.page.get_by_label("ファイル")).to_be_visible()
        expect(reader.page.locator(".fetched")).to_be_hidden()
        expect(reader.page.locator(".away")).to_be_hidden()
