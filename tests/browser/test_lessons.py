"""The course as its reader meets it: every step of every lesson, by buttons, keys and links, and without a script."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from kuroaka.asked import Asked
from kuroaka.lessons import LESSONS, Lesson, lesson_named
from kuroaka.scene import Scene
from kuroaka.words import LANGUAGES, Language
from tests.browser.answering import check_answers
from tests.browser.axe import violations
from tests.browser.reader import Reader, reading

# Every figure of the step stands there, as it is asked for now, and nothing is wider than the window.
STANDS = """([heading, count]) => {
    const figures = [...document.querySelectorAll("kuroaka-figure")];
    const asked = ({ drawing, session, store }) => drawing && session.graph?.expression === store.state.expr;
    return document.querySelector(".place").textContent.includes(heading) && figures.length === count
        && figures.every(asked) && document.documentElement.scrollWidth <= innerWidth;
}"""


# In each figure there is a label in sight for each selector.
LABELS = """promised => [...document.querySelectorAll("kuroaka-figure")].every(({ drawing }, place) =>
    promised[place].every(selector => [...drawing.svg.querySelectorAll(selector)].some(label => {
        const { visibility, fillOpacity } = getComputedStyle(label);
        return visibility === "visible" && Number(fillOpacity) > 0.9;
    })))"""


def found(name: str) -> Lesson:
    lesson = lesson_named(name)
    assert lesson is not None
    return lesson


MOVING = next(
    (name, place)
    for name in LESSONS
    for place, step in enumerate(found(name).steps, 1)
    if step.moves and step.moves[0] != "E" and f"{{value {step.moves[0]}}}" in step.says["en"]
)
RED = "#d3232f"
ASKING = next((name, place) for name in LESSONS for place, step in enumerate(found(name).steps, 1) if step.exercise)


@contextmanager
def lesson(browser: Browser, server_url: str, link: str, **options: Any) -> Iterator[Reader]:
    with reading(browser, server_url, **options) as reader:
        reader.page.goto(f"{server_url}/lessons/{link}")
        yield reader


def stands(reader: Reader, name: str, place: int) -> None:
    """Wait for a step with its figures, and for the labels that it promises: of each kind, black and then red."""
    step = found(name).steps[place - 1]
    reader.page.wait_for_function(STANDS, arg=[str(place), len(step.figures)])
    viewport = reader.page.viewport_size
    if not step.exercise and viewport and viewport["width"] > 1000:  # a phone has what is near its step
        reader.page.wait_for_function(LABELS, arg=[promised(shown.asked) for shown in step.figures])


def promised(asked: Asked) -> list[str]:
    """What can be seen of a figure at its frame."""
    frames = Scene(asked).steps
    seen = {step.direction for step in frames[: len(frames) if asked.frame is None else asked.frame]}
    return [f".{direction} .label.{kind.removesuffix('s')}" for direction in sorted(seen) for kind in asked.show]


def button(reader: Reader, kind: str) -> Locator:
    return reader.page.locator(f".room nav .{kind}")


@pytest.mark.parametrize(("language", "width"), [*zip(LANGUAGES, (1280, 390), strict=True)])
@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_is_walked_to_its_end_and_back(
    browser: Browser, server_url: str, name: str, language: Language, width: int
) -> None:
    last = len(found(name).steps)
    options: dict[str, Any] = {
        "viewport": {"width": width, "height": 900},
        "reduced_motion": "reduce",
        "bypass_csp": True,
    }
    with lesson(browser, server_url, f"{name}?lang={language}", **options) as reader:
        stands(reader, name, 1)
        expect(button(reader, "back")).to_be_disabled()
        for place, step in enumerate(found(name).steps, 1):
            if place > 1:
                button(reader, "on").click()
            stands(reader, name, place)
            if step.exercise:
                blanks, slips = check_answers(reader, step, language)
                assert blanks
                assert slips >= blanks
                assert violations(reader) == []
        expect(button(reader, "on")).not_to_be_enabled()
        expect(reader.page).to_have_url(re.compile(f"step={last}(&|$)"))
        for _ in range(last - 1):
            reader.page.keyboard.press("ArrowLeft")
        stands(reader, name, 1)


def test_keys_the_link_and_the_browser_s_buttons_lead_to_steps(browser: Browser, server_url: str) -> None:
    name = LESSONS[0]
    with lesson(browser, server_url, f"{name}?lang=en&step=3") as reader:
        stands(reader, name, 3)
        for key, place in (("ArrowRight", 4), ("PageUp", 3), ("ArrowLeft", 2), ("PageDown", 3)):
            reader.page.keyboard.press(key)
            stands(reader, name, place)
        reader.page.go_back()
        stands(reader, name, 2)
        reader.page.go_forward()
        stands(reader, name, 3)
        reader.page.goto(f"{server_url}/lessons/{name}?lang=en&step=999")
        stands(reader, name, 1)


def test_the_words_follow_a_slider(browser: Browser, server_url: str) -> None:
    name, place = MOVING
    moved = found(name).steps[place - 1].moves[0]
    with lesson(browser, server_url, f"{name}?lang=en&step={place}") as reader:
        stands(reader, name, place)
        node = reader.figure.evaluate(
            "({ session }, name) => session.graph.nodes.find(node => node.name === name).id", moved
        )
        number = reader.page.locator(f".says .computed[data-of='value {node}']").first
        slider = reader.page.locator(f".value[data-name='{moved}'] input[type=range]")
        before = number.text_content() or ""
        for key in ("End", "Home"):
            slider.press(key)
            expect(number).not_to_have_text(before)
            said = float((number.text_content() or "").replace("−", "-"))
            value = reader.figure.evaluate("({ store }, name) => store.state.at[name]", moved)
            assert said == pytest.approx(value, rel=5e-4)


@pytest.mark.parametrize(("name", "place"), [MOVING, ASKING])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, server_url: str, name: str, place: int, width: int) -> None:
    options: dict[str, Any] = {"viewport": {"width": width, "height": 800}, "bypass_csp": True}
    with lesson(browser, server_url, f"{name}?lang=en&step={place}", **options) as reader:
        stands(reader, name, place)
        if (name, place) == ASKING:
            expect(reader.page.locator(".blank").first).to_be_visible()
        assert violations(reader) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_list_has_every_lesson_and_axe_finds_nothing(browser: Browser, server_url: str, width: int) -> None:
    with reading(browser, server_url, viewport={"width": width, "height": 800}, bypass_csp=True) as reader:
        reader.page.goto(f"{server_url}/lessons?lang=ja")
        expect(reader.page.locator("main li")).to_have_count(len(LESSONS))
        assert violations(reader) == []
        assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", LESSONS)
def test_without_a_script_every_step_has_its_picture(browser: Browser, server_url: str, name: str) -> None:
    steps = found(name).steps
    with lesson(browser, server_url, f"{name}?lang=en", java_script_enabled=False) as reader:
        expect(reader.page.locator("section.step")).to_have_count(len(steps))
        images = reader.page.locator("section.step img")
        expect(images).to_have_count(sum(len(step.figures) for step in steps))
        images.first.scroll_into_view_if_needed()
        expect(reader.page.locator("section.step p").first).to_be_visible()


def test_on_paper_it_is_a_worksheet_that_tells_no_answer(browser: Browser, server_url: str) -> None:
    name, place = ASKING
    with lesson(browser, server_url, f"{name}?lang=en&step=2") as reader:
        stands(reader, name, 2)
        sections = reader.page.locator("section.step")
        expect(sections.first).to_be_hidden()
        reader.page.emulate_media(media="print")
        expect(sections).to_have_count(len(found(name).steps))
        for section in sections.all():
            expect(section.locator("p").first).to_be_visible()
            image = section.locator("img").first
            image.scroll_into_view_if_needed()
            expect(image).to_have_js_property("complete", True)
        expect(reader.page.locator("main > .room")).to_be_hidden()
        asked = sections.nth(place - 1)
        expect(asked.locator(".write")).not_to_have_count(0)
        sources = sections.locator("img").evaluate_all("all => all.map(({ src }) => src)")
        drawn = [reader.page.request.get(source).text() for source in sources]
        assert RED in drawn[2]
        assert RED not in drawn[place - 1]
