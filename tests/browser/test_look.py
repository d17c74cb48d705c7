"""The page from 360 to 1920 pixels, light and dark, with names on everything."""

import re
from itertools import product
from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import violations
from tests.browser.reader import reading


def test_the_page_never_scrolls_sideways(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        for lang, width in product(("ja", "en"), (360, 768, 1280, 1920)):
            reader.page.set_viewport_size({"width": width, "height": 740})
            reader.open(f"?frame=8&lang={lang}")
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= width, (lang, width)
            stage = reader.figure.locator(".stage")
            if width == 360:
                assert stage.evaluate("stage => stage.scrollWidth > stage.clientWidth"), "it scrolls in its own box"
                scale = "svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
                assert stage.locator("svg").evaluate(scale) >= 0.72


def test_on_a_phone_the_box_follows_the_frame(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, viewport={"width": 360, "height": 740}, reduced_motion="reduce") as reader:
        reader.open("?frame=0")
        for key, inside in [("End", "[data-node=n0]"), ("Home", None), ("ArrowRight", None), ("ArrowRight", None)]:
            reader.page.keyboard.press(key)
            if inside:
                expect(reader.figure.locator(f".node{inside}")).to_be_in_viewport()
        reader.press("ahead")
        reader.press("ahead")
        expect(reader.phase).to_have_text("Forward 4/4")
        expect(reader.figure.locator(".node[data-node=n9]")).to_be_in_viewport()


def test_controls_are_large_enough_for_a_thumb(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, viewport={"width": 360, "height": 740}) as reader:
        reader.open("?frame=8")
        for control in reader.page.locator(
            "button:not(.term):visible, select:visible, .segments label, input[type=range]"
        ).all():
            box = control.bounding_box()
            assert box
            assert box["height"] >= 42
            assert box["width"] >= 26


SCHEMES: list[tuple[Literal["light", "dark"], str, str]] = [
    ("light", "rgb(0, 0, 0)", "rgb(211, 35, 47)"),
    ("dark", "rgb(245, 245, 245)", "rgb(255, 107, 111)"),
]


def test_colours_follow_the_scheme(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        for scheme, ink, red in SCHEMES:
            reader.page.emulate_media(color_scheme=scheme)
            reader.open("?frame=8")
            colour = "part => { const { stroke, fill } = getComputedStyle(part); return [stroke, fill]; }"
            line = reader.figure.locator(".line[data-line=out]")
            assert line.locator(".forward .stroke").evaluate(colour)[0] == ink
            assert line.locator(".backward .stroke").evaluate(colour)[0] == red
            assert line.locator(".forward .head").evaluate(colour)[1] == ink
            assert reader.figure.locator(".node.branch").first.locator("circle, path").first.evaluate(colour)[1] == ink


def test_axe_finds_nothing(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, bypass_csp=True) as reader:
        for lang in ("ja", "en"):
            reader.open(f"?frame=8&lang={lang}")
            assert violations(reader) == [], lang


def test_nothing_moves_while_frames_change(browser: Browser, server_url: str) -> None:
    layers = "h = sigmoid(w_1*x + b_1); k = sigmoid(w_2*x + b_2); sigmoid(v_1*h + v_2*k + c)"
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=0&expr={quote(layers)}")
        frames = reader.figure.locator(".ticks span").count()
        tops = set()
        for _ in range(frames):
            box = reader.figure.locator(".transport").bounding_box()
            assert box
            tops.add((box["y"], box["height"]))
            reader.press("ahead")
        assert len(tops) == 1


THEMES: list[tuple[Literal["light", "dark"], str, str, str]] = [
    ("dark", "auto", "rgb(17, 17, 17)", "rgb(245, 245, 245)"),
    ("dark", "light", "rgb(255, 255, 255)", "rgb(0, 0, 0)"),
    ("light", "dark", "rgb(17, 17, 17)", "rgb(245, 245, 245)"),
    ("dark", "paper", "rgb(17, 17, 17)", "rgb(0, 0, 0)"),
]


def test_a_theme_is_chosen_and_kept(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        for scheme, theme, page, figure in THEMES:
            reader.page.emulate_media(color_scheme=scheme)
            reader.open("?frame=8")
            reader.page.locator(".theme select").select_option(theme)
            stroke = reader.figure.locator(".line[data-line=out] .forward .stroke")
            for reloaded in (False, True):
                if reloaded:
                    reader.page.reload()
                expect(stroke).to_have_css("stroke", figure)
                expect(reader.page.locator("html")).to_have_css("background-color", page)
                if theme != "auto":
                    expect(reader.page).to_have_url(re.compile(f"theme={theme}"))


WORDS = [("en", "black", "white"), ("ja", "黒", "白")]


@pytest.mark.parametrize(("lang", "black", "white"), WORDS)
def test_words_call_forward_values_by_the_colour_they_have(
    browser: Browser, server_url: str, lang: str, black: str, white: str
) -> None:
    with reading(browser, server_url, locale=lang) as reader:
        reader.open()
        says = [reader.page.locator(".tagline"), reader.page.locator(".welcome p")]

        def expect_ink(ink: str, colour: str) -> None:
            for each in says:
                expect(each).to_contain_text(f"{ink}")
                expect(each).not_to_contain_text(white if ink == black else black)
            expect(reader.figure.locator(".forward .label").first).to_have_css("fill", colour)

        expect_ink(black, "rgb(0, 0, 0)")
        reader.page.emulate_media(color_scheme="dark")
        expect_ink(white, "rgb(245, 245, 245)")
        theme = reader.page.locator(".theme select")
        theme.select_option("light")
        expect_ink(black, "rgb(0, 0, 0)")
        theme.select_option("dark")
        expect_ink(white, "rgb(245, 245, 245)")
        theme.select_option("paper")
        expect_ink(black, "rgb(0, 0, 0)")
