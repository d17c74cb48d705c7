"""A slider moves and every number follows in the browser, equal to the closed form."""

import json
import math
import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, expect

from kuroaka.formulas import figure_number, print_number
from tests.browser.reader import Reader, reading


def drag(slider: Locator, part: float) -> None:
    """Take the thumb and move it to a part of the slider's length."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box
    page, middle = slider.page, box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + part * box["width"], middle, steps=12)
    page.mouse.up()


def field(reader: Reader, name: str) -> float:
    """What the number field of a value says."""
    return float(reader.value(name).locator(".number").input_value().replace("−", "-"))


def test_dragging_x_changes_every_number_and_asks_nobody(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8&show=numbers")
        before = reader.numbers()
        asked: list[str] = []
        reader.page.on("request", lambda request: asked.append(request.url))
        drag(reader.value("x").get_by_role("slider"), 0.7)
        x = field(reader, "x")
        assert x > 1
        z = 1 / (1 + math.exp(-x))
        slope = z * (1 - z)
        expect(reader.result("=")).to_have_text(print_number(z))
        expect(reader.result("x")).to_have_text(print_number(slope))
        expect(reader.result("a")).to_have_text(print_number(-(x + 2) * slope))
        after = reader.numbers()
        assert after["out"] == print_number(z)
        untouched = {line for line, printed in after.items() if printed == before[line]}
        constant = {line for line, printed in after.items() if printed in ("1", "−1")}  # a, n, and the seed
        assert untouched == constant
        assert [address for address in asked if "/api/" in address] == []


def test_the_numbers_are_drawn_as_glyphs_around_one_centre(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8&show=numbers&at=x:0")
        label = reader.label("out", "forward")
        expect(label).to_have_attribute("data-printed", "0.5")
        drawn = label.evaluate("""label => {
            const glyphs = [...label.closest("svg").querySelectorAll("defs [data-advance]")];
            const strokes = outline => outline.replace(/[^a-z]/g, "");
            const nameOf = ({ id }) => id.slice(id.indexOf("d-"));
            const names = new Map(glyphs.map(glyph => [strokes(glyph.getAttribute("d")), nameOf(glyph)]));
            const pieces = label.querySelector("path").getAttribute("d").split("M").slice(1);
            return pieces.map(piece => names.get(strokes(piece))); }""")
        assert drawn == ["d-0", "d-point", "d-5"]
        centre = "label => { const { left, right } = label.getBoundingClientRect(); return (left + right) / 2; }"
        before = label.evaluate(centre)
        reader.value("x").locator(".number").fill("-20")
        expect(label).to_have_attribute("data-printed", figure_number(1 / (1 + math.exp(20))))
        assert label.evaluate(centre) == pytest.approx(before, abs=1)


def test_a_typed_number_is_kept_as_typed_and_widens_its_slider(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        row = reader.value("x")
        row.locator(".number").fill("１２．３４５６７")
        expect(reader.page).to_have_url(re.compile(r"at=x:12\.34567"))
        expect(row.get_by_role("slider")).to_have_attribute("max", "20")
        row.locator(".number").fill("twelve")
        expect(row.locator(".number")).to_have_attribute("aria-invalid", "true")
        row.locator(".number").blur()
        expect(row.locator(".number")).to_have_value("12.34567")


def test_a_moved_constant_goes_by_its_name_and_the_frame_stays(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=5")
        with reader.page.expect_response(re.compile(r"figure\.svg.*at=a")) as answer:
            reader.value("a").locator(".number").fill("-2")
        assert "a:-2" in parse_qs(urlsplit(answer.value.url).query)["at"]
        z = 4 / (4 + math.exp(-1))
        expect(reader.result("=")).to_have_text(print_number(z))
        expect(reader.figure.locator(".says")).to_contain_text("a2")  # a^2, set
        assert reader.frame() == 5
        assert reader.figure.evaluate("figure => figure.player.playing") is False


def test_while_a_figure_plays_its_sentences_have_the_numbers_of_the_moment(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=4&at=x:2")
        expect(reader.figure.locator(".says")).to_contain_text(print_number(1 / (1 + math.exp(-2))))
        reader.value("x").locator(".number").fill("-1")
        expect(reader.figure.locator(".says")).to_contain_text(print_number(1 / (1 + math.exp(1))))


def test_without_a_server_the_figure_stays_and_sliders_go_on(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.stormy = True
        reader.open("?frame=8")
        reader.page.context.set_offline(True)
        reader.expression.fill("x*y")
        expect(reader.notice).to_contain_text("offline")
        reader.value("x").locator(".number").fill("0")
        expect(reader.result("=")).to_have_text("0.5")
        reader.page.context.set_offline(False)
        expect(reader.result("y")).to_be_visible()
        expect(reader.notice).to_be_empty()


def test_browser_and_service_agree_where_numbers_are_not_finite(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?expr=ln(x)/x&at=x:0&frame=2&show=numbers")
        response = reader.page.request.get(f"{server_url}/api/v1/graph?expr=ln(x)/x&at=x:0")
        sent = json.loads(response.body())
        assert sent["value"] is None
        expect(reader.result("=")).to_have_text("−∞")


def test_the_ends_of_a_slider_are_set_kept_in_the_link_and_drawn(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        row = reader.value("x")
        row.locator(".more").click()
        row.locator(".end").nth(0).fill("ー１／２")
        row.locator(".end").nth(1).fill("1.5")
        slider = row.get_by_role("slider")
        expect(slider).to_have_attribute("min", "-0.5")
        expect(slider).to_have_attribute("max", "1.5")
        expect(reader.page.locator(".curves")).to_have_attribute("aria-valuemax", "1.5")
        expect(reader.page).to_have_url(re.compile(r"range=x:-0\.5:1\.5"))
        reader.page.reload()
        expect(slider).to_have_attribute("max", "1.5")
        row.locator(".number").fill("4")
        expect(slider).to_have_attribute("max", "4")
        slider.dblclick()
        row.locator(".reset").click()
        expect(row.locator(".number")).to_have_value("1")
        expect(reader.result("=")).to_have_text(print_number(1 / (1 + math.exp(-1))))


def test_the_seed_scales_every_red_number(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8&show=numbers")
        before = float(reader.result("x").inner_text())
        reader.value("=E").locator(".number").fill("-2")
        expect(reader.result("x")).to_have_text(print_number(-2 * 0.2350037122015945))
        assert before == pytest.approx(0.2350)
        expect(reader.label("out", "backward")).to_have_attribute("data-printed", "−2")
        expect(reader.result("=")).to_have_text("0.6225")
        expect(reader.page).to_have_url(re.compile("seed=-2"))
        reader.page.reload()
        expect(reader.result("x")).to_have_text(print_number(-2 * 0.2350037122015945))


def test_many_values_do_not_push_away_what_is_below(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        for count, most in ((4, 200), (40, 360)):
            reader.open(f"?frame=99&expr={quote(' + '.join(f'x_{number}' for number in range(1, count + 1)))}")
            expect(reader.value(f"x_{count}")).to_be_attached()
            box = reader.page.locator(".values").bounding_box()
            assert box is not None
            assert box["height"] <= most
