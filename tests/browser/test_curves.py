"""The curve with its derivative, and the gradient check: live, in the browser, and its rows the service's."""

import math
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from kuroaka.formulas import print_number, raised
from kuroaka.graph import build, check
from tests.browser.reader import Reader, reading


def handle(reader: Reader) -> Any:
    return reader.page.locator(".curves")


def test_the_point_on_the_curve_is_dragged_and_the_values_follow(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        curve = reader.page.locator(".plot.forward .curve").first
        expect(curve).to_have_attribute("d", re.compile(r"L\d\S* \S+$"))  # once its place is as wide as it will be
        drawn = curve.get_attribute("d")
        asked: list[str] = []
        reader.page.on("request", lambda request: asked.append(request.url))
        handle(reader).scroll_into_view_if_needed()
        box = handle(reader).bounding_box()
        assert box
        mouse = reader.page.mouse
        mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
        mouse.down()
        mouse.move(box["x"] + 60 + (box["width"] - 70) * 0.7, box["y"] + 60, steps=8)
        mouse.up()
        expect(reader.value("x").locator(".number")).to_have_value("2")
        expect(reader.result("=")).to_have_text(print_number(0.8807970779778824))
        assert curve.get_attribute("d") == drawn, "the curve over x stays when x moves"
        assert [address for address in asked if "/api/" in address] == []
        reader.value("a").locator(".number").fill("-2")
        expect(curve).not_to_have_attribute("d", drawn or "")


def test_the_point_is_moved_with_the_keyboard(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        handle(reader).focus()
        for key, value in [("ArrowRight", "0.55"), ("ArrowLeft", "0.5"), ("PageUp", "1"), ("End", "5"), ("Home", "−5")]:
            reader.page.keyboard.press(key)
            expect(reader.value("x").locator(".number")).to_have_value(value)
        assert reader.frame() == 8, "the keys are the curve's here, not the figure's"
        expect(handle(reader)).to_have_attribute("aria-valuetext", re.compile("x = −5: z = 0.006693"))
        expect(reader.page.locator(".curves-says")).to_contain_text("slope")


def test_a_pole_is_a_gap(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?expr=1/(x-2)&frame=4")
        curve = reader.page.locator(".plot.forward .curve").first
        assert (curve.get_attribute("d") or "").count("M") == 2
        expect(reader.page.locator(".curves-says")).to_contain_text("breaks at x = 2")
        expect(reader.page.locator(".curves-says")).not_to_contain_text("In between")


def test_the_plots_are_about_the_chosen_name(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8&wrt=a&lang=ja")
        expect(reader.page.locator(".curves-says")).to_contain_text("a が −5 から 5")
        reader.page.locator("#check-name").select_option("x")
        expect(reader.page.locator(".curves-says")).to_contain_text("x が −5 から 5")
        expect(reader.page).to_have_url(re.compile("wrt=x"))


def test_the_rows_of_the_check_are_the_services(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        for expression in ("a = -1; n = a^2; z = n/(n + exp(a*x))", "x^3 - x/7"):
            reader.expression.fill(expression)
            reader.page.wait_for_function(
                "text => document.querySelector('kuroaka-figure').session.expression === text", arg=expression
            )
            assert_rows_are_the_services(reader, expression)


def assert_rows_are_the_services(reader: Reader, expression: str) -> None:
    """The panel's numbers at every nudge of x = 0.5."""
    answer = reader.page.request.post(
        f"{reader.server_url}/api/v1/check", data={"expression": expression, "values": {"x": 0.5}}
    )
    sent = answer.json()["checks"]["x"]
    assert sent["gradient"] == check(build(expression), {"x": 0.5})["x"].gradient
    slider = reader.page.locator(".check-step input")
    for exponent, nudge in enumerate(sent["nudges"], start=1):
        slider.fill(str(-exponent))
        expect(slider).to_have_attribute("aria-valuetext", f"h = 10{raised(f'−{exponent}')}")
        shown = {
            key: float(reader.page.locator(f".check-rows dd.{key}").get_attribute("data-value") or "nan")
            for key in ("up", "down", "slope", "backward", "error")
        }
        # a last digit of exp may differ between two libraries, and a nudge of h makes 1/h of it
        last = 4e-16 / nudge["h"]
        assert nudge["h"] == float(f"1e-{exponent}")
        assert shown["up"] == pytest.approx(nudge["up"], rel=4e-16)
        assert shown["down"] == pytest.approx(nudge["down"], rel=4e-16)
        assert shown["backward"] == pytest.approx(sent["gradient"], rel=4e-16)
        assert shown["slope"] == pytest.approx(nudge["slope"], abs=last)
        assert shown["error"] == pytest.approx(nudge["error"], abs=last / abs(sent["gradient"]))


def test_a_nudge_ripples_through_the_figure_and_is_gone(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.open("?frame=1")
        reader.page.locator(".check-step input").fill("-1")
        reader.stop_clock()
        reader.page.locator(".nudge").click()
        expect(reader.figure.locator(".label.number").first).to_be_attached()
        nudged = reader.figure.locator(".line.nudged")
        out = reader.label("out", "forward")
        reader.page.clock.run_for(1500)  # column after column
        expect(out).to_have_attribute("data-printed", print_number(1 / (1 + 2.718281828459045**-0.6)))
        expect(out).to_be_visible()
        assert nudged.count() == 5, "x, -x, e^-x, the sum, the output: not what only the constants feed"
        reader.page.clock.resume()
        expect(nudged).to_have_count(0)
        expect(reader.figure.locator(".label.number")).to_have_count(0)
        expect(reader.figure.locator(".label.formula").first).to_be_visible()
        expect(reader.result("=")).to_have_text("0.6225")


@pytest.mark.parametrize(
    ("expression", "x", "says"),
    [
        ("relu(x)", 0, "is at a kink"),
        ("abs(x)", 0, "is at a kink"),
        ("sin(x)", math.pi / 2, "no nudge can tell here"),
        ("tanh(x)", 15, "No nudge gets much closer"),
        ("sigmoid(x)", 30, "No nudge gets much closer"),
    ],
)
def test_the_check_says_a_kink_where_one_is_and_what_a_nudge_cannot_tell(
    browser: Browser, server_url: str, expression: str, x: float, says: str
) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?expr={expression}&at=x:{x}&frame=2")
        reader.page.locator(".check-step input").fill("-1")
        expect(reader.page.locator(".check-says")).to_contain_text(says)
        expect(reader.page.locator(".curves-says")).not_to_contain_text("breaks")
