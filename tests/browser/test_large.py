"""A figure larger than its box: only what is near is there to be painted, and it is what it would be anyway."""

from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from kuroaka.formulas import figure_number
from tests.benchmarks.test_frames import network
from tests.browser.reader import reading

COUNTS = """figure => { const svg = figure.drawing.svg; const count = parts => svg.querySelectorAll(parts).length;
    return { glyphs: count("use"), elements: count("*"), labels: count(".label"), away: count(".label.away"),
             strokes: count(".stroke.away"), animations: figure.drawing.animations().length }; }"""
# Of all strokes that are there, whether they are drawn.
DRAWN = """figure => [...figure.drawing.svg.querySelectorAll(".stroke:not(.away)")].map(
    stroke => getComputedStyle(stroke)).every(({ strokeDashoffset, visibility }) =>
        visibility === "visible" && Number.parseFloat(strokeDashoffset) === 0)"""
OUT = ".line[data-line=out] .forward"
TO_THE_OUTPUT = """figure => [...figure.drawing.svg.querySelectorAll(".node.operation")].at(-1)
    .scrollIntoView({ block: "center", inline: "center", behavior: "instant" })"""


def test_only_what_is_near_is_there(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=0&view=graph&expr={quote(network(4, 8))}")
        out, stage = reader.figure.locator(OUT), reader.figure.locator(".stage")
        expect(out.locator(".stroke.away")).to_have_count(1)
        counts = reader.figure.evaluate(COUNTS)
        assert counts["glyphs"] == 0, "a label is one outline"
        assert counts["elements"] < 3 * counts["labels"] + 1500
        assert counts["away"] > counts["labels"] / 2
        assert counts["strokes"] > 50
        assert counts["animations"] < 2 * counts["labels"]  # of three for each: its own, its stroke's, its head's

        reader.figure.evaluate("figure => figure.seek(999)")
        reader.figure.evaluate(TO_THE_OUTPUT)
        expect(out.locator(".stroke:not(.away)")).to_have_count(1)
        assert reader.figure.evaluate(DRAWN), "what comes is at the time of the rest"
        stage.evaluate("stage => stage.scrollTo(0, 0)")
        expect(out.locator(".stroke.away")).to_have_count(1)
        assert reader.figure.evaluate(DRAWN)


def test_a_number_that_comes_into_sight_is_that_of_the_moment(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=0&show=numbers&view=graph&expr={quote(network(4, 8))}")
        out = reader.figure.locator(OUT)
        expect(out.locator(".label.number.away")).to_have_count(1)
        reader.value("c").locator(".number").fill("0")
        reader.figure.evaluate(TO_THE_OUTPUT)
        value = reader.figure.evaluate("figure => figure.session.value")
        expect(out.locator(".number path")).to_have_count(1)
        expect(out.locator(".number")).to_have_attribute("data-printed", figure_number(value))


def test_whoever_walks_finds_nodes_out_of_sight(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=0&view=graph&expr={quote(network(4, 8))}")
        expect(reader.figure.locator(f"{OUT} .stroke.away")).to_have_count(1)
        last = reader.figure.locator(".node.operation").last
        last.focus()
        expect(last).to_be_focused()
        reader.page.keyboard.press("ArrowLeft")
        expect(reader.figure.locator(".node:focus")).to_have_count(1)
        expect(last).not_to_be_focused()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_link_shows_the_node_or_the_line_that_it_is_about(
    browser: Browser, server_url: str, motion: Literal["reduce", "no-preference"]
) -> None:
    deep = "; ".join(f"h_{layer + 1} = tanh(w*h_{layer} + b)" for layer in range(8))
    with reading(browser, server_url, viewport={"width": 900, "height": 900}, reduced_motion=motion) as reader:
        for query, part in (("frame=6&node=n1", '[data-node="n1"]'), ("frame=2&node=out", '[data-line="out"]')):
            reader.open(f"?{query}&view=graph&expr={quote(deep)}")
            chosen = reader.figure.locator(part)
            expect(chosen).to_be_in_viewport()
        reader.figure.evaluate("figure => figure.store.set({ node: 'n1' }, 'reader')")
        expect(reader.figure.locator('[data-node="n1"]')).to_be_in_viewport()


def test_a_plain_figure_has_its_map_beside_the_buttons(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=0&view=graph&lang=en&expr={quote(network(4, 8))}")
        overview, stage = reader.figure.locator(".zoom .overview"), reader.figure.locator(".stage")
        expect(overview).to_be_visible()
        box = overview.bounding_box()
        assert box is not None
        assert box["height"] <= 42
        reader.page.mouse.click(box["x"] + box["width"] - 3, box["y"] + box["height"] / 2)
        assert stage.evaluate("stage => stage.scrollLeft") > 0
        reader.figure.get_by_role("button", name="Fit the width").click()
        assert stage.evaluate("stage => stage.scrollWidth - stage.clientWidth") <= 1
        assert stage.evaluate("stage => stage.scrollHeight - stage.clientHeight") > 0
        reader.figure.get_by_role("button", name="Show the whole figure").click()
        expect(overview).to_be_hidden()


def test_no_button_stands_over_the_figure(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        for text in ("x*y", network(4, 8)):
            reader.open(f"?frame=0&lang=en&expr={quote(text)}")
            stage, row = reader.figure.locator(".stage"), reader.figure.locator(".zoom").bounding_box()
            inner = stage.evaluate("stage => stage.getBoundingClientRect().top + stage.clientTop + stage.clientHeight")
            assert row is not None
            assert inner <= row["y"] + 1
