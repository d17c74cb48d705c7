"""The figure plays, stops, steps and is dragged along its time; what it shows depends on the time alone."""

import re
from urllib.parse import quote
from xml.etree import ElementTree

from playwright.sync_api import Browser, expect

from tests.browser.reader import SIGMOID, reading

SVG = "{http://www.w3.org/2000/svg}"
BLACK = """figure => Object.fromEntries([...figure.shadowRoot.querySelectorAll("svg.kuroaka .line")].map(line => [
    line.dataset.line, [...line.querySelectorAll(".forward > path")].map(path => getComputedStyle(path).d)
  ]))"""

FORWARD = ["Forward 1/4", "Forward 2/4", "Forward 3/4", "Forward 4/4"]
BACKWARD = ["Backward 1/4", "Backward 2/4", "Backward 3/4", "Backward 4/4"]


def numbers(path: str) -> list[float]:
    return [round(float(number), 1) for number in re.findall(r"-?[\d.]+", path)]


def test_the_sigmoid_opens_and_plays_its_eight_frames(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?speed=2")
        expect(reader.figure.locator("button.toggle")).to_have_accessible_name("Pause")
        expect(reader.expression).to_have_value("a = -1; n = a^2; z = n/(n + exp(a*x))")
        reader.page.keyboard.press("Home")
        reader.record_phases()
        reader.press("toggle")
        expect(reader.phase).to_have_text("Backward 4/4")
        expect(reader.figure.locator("button.toggle")).to_have_accessible_name("Play")
        said = reader.phases()
        assert said == [phase for phase in ("Start", *FORWARD, *BACKWARD) if phase in said], (
            "a busy screen leaves some out"
        )
        assert said[0] == "Start"
        assert len(said) > 3
        assert reader.frame() == 8


def test_buttons_step_by_whole_frames(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=0")
        expect(reader.phase).to_have_text("Start")
        for phase in FORWARD + BACKWARD:
            reader.press("ahead")
            expect(reader.phase).to_have_text(phase)
        for phase in (FORWARD + BACKWARD)[-2::-1]:
            reader.press("back")
            expect(reader.phase).to_have_text(phase)


def test_keys_drive_the_figure_unless_a_field_needs_them(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=0")
        keyboard = reader.page.keyboard
        for key, frame in [("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("End", 8), ("Home", 0)]:
            keyboard.press(key)
            assert reader.frame() == frame
        keyboard.press("Space")
        expect(reader.figure.locator("button.toggle")).to_have_accessible_name("Pause")
        keyboard.press("Space")
        expect(reader.figure.locator("button.toggle")).to_have_accessible_name("Play")

        keyboard.press("End")
        reader.expression.click()
        for key in ("Home", "ArrowRight", "Space"):
            keyboard.press(key)
        assert reader.frame() == 8


def test_the_scrubber_has_a_tick_a_frame_and_steps_with_the_arrows(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=0")
        expect(reader.figure.locator(".ticks span")).to_have_count(9)
        scrubber = reader.figure.get_by_role("slider", name="Time")
        scrubber.fill("6")
        expect(reader.phase).to_have_text("Forward 4/4")
        expect(scrubber).to_have_attribute("aria-valuetext", "Forward 4/4")
        scrubber.press("ArrowRight")
        scrubber.press("ArrowRight")
        expect(reader.phase).to_have_text("Backward 1/4")


def test_a_frame_depends_on_time_alone(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        for show in ("formulas", "numbers"):
            reader.open(f"?frame=3&show={show}")
            at_once = reader.picture()
            reader.press("toggle")
            expect(reader.phase).not_to_have_text("Forward 3/4")
            reader.press("toggle")
            for key in ("End", "ArrowLeft", "Home", "ArrowRight", "ArrowRight", "ArrowRight"):
                reader.page.keyboard.press(key)
            assert reader.picture() == at_once


def absolute(data: str) -> str:
    """The path of a head as a browser says it: every point from the corner of the figure."""
    x = y = 0.0
    found = ""
    for right, down in re.findall(r"[Ml](-?[\d.]+) (-?[\d.]+)", data):
        x, y = x + float(right), y + float(down)
        found += f"L{x:.2f} {y:.2f}"
    return found if "l" in data else data


def test_a_black_line_stands_as_in_the_still_of_its_frame(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        for frame in (4, 6, 8):
            reader.open(f"?frame={frame}")
            still = reader.page.request.get(f"{server_url}/api/v1/figure.svg?expr={quote(SIGMOID)}&frame={frame}")
            root = ElementTree.fromstring(still.text())
            drawn = {
                line.get("data-line"): line.findall(f"./{SVG}g[@class='forward']/{SVG}path")
                for line in root.iter(f"{SVG}g")
                if line.get("class") == "line"
            }
            seen: dict[str, list[str]] = reader.figure.evaluate(BLACK)
            assert {line: [numbers(path) for path in paths] for line, paths in seen.items()} == {
                line: [numbers(absolute(path.get("d") or "")) for path in paths] for line, paths in drawn.items()
            }


def test_speed_changes_the_rate_and_not_the_time(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=4")
        reader.figure.get_by_label("Speed").select_option("0.25")
        rates = "figure => [...new Set(figure.drawing.animations().map(motion => motion.playbackRate))]"
        reader.press("toggle")
        expect(reader.phase).to_have_text("Backward 1/4")
        reader.press("toggle")
        assert reader.figure.evaluate(rates) == [0.25]
        times = "figure => [...new Set(figure.drawing.animations().map(motion => motion.currentTime))].length"
        assert reader.figure.evaluate(times) == 1


# Glides stand at their beginning until they are let go.
HELD = """() => { const animate = Element.prototype.animate; window.glides = [];
    Element.prototype.animate = function (...how) {
        const glide = animate.apply(this, how); glide.pause(); window.glides.push(glide); return glide; } }"""
MIDDLES = """figure => [...figure.drawing.svg.querySelectorAll(".node.operation > circle:first-child")].map(circle => {
    const { x, y, width, height } = circle.getBoundingClientRect(); return [x + width / 2, y + height / 2]; })"""


def test_another_way_of_reading_keeps_the_frame_and_circles_glide_there(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=5")
        reader.page.evaluate(HELD)
        before = reader.figure.evaluate(MIDDLES)
        going = reader.figure.locator(".going")
        reader.figure.get_by_role("radio", name="Numbers").check()
        expect(going).to_have_count(1)
        for (x, y), (left, top) in zip(reader.figure.evaluate(MIDDLES), before, strict=True):
            assert abs(x - left) + abs(y - top) < 2, "they begin where they stood"
        reader.page.evaluate("() => window.glides.forEach(glide => glide.finish())")
        expect(going).to_have_count(0)
        assert max(abs(x - left) for (x, _), (left, _) in zip(reader.figure.evaluate(MIDDLES), before, strict=True)) > 5
        expect(reader.label("out", "forward")).to_be_visible()
        expect(reader.figure.locator(".label.formula")).to_have_count(0)
        assert reader.frame() == 5


def test_without_motion_nothing_glides(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, reduced_motion="reduce") as reader:
        reader.open("?frame=5")
        reader.page.evaluate(HELD)
        reader.figure.get_by_role("radio", name="Numbers").check()
        expect(reader.label("out", "forward")).to_be_visible()
        assert reader.page.evaluate("() => window.glides.length") == 0
        assert reader.frame() == 5


def test_reduced_motion_shows_the_finished_figure_and_plays_in_frames(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, reduced_motion="reduce") as reader:
        reader.open("?lang=en")
        expect(reader.phase).to_have_text("Backward 4/4")
        assert all(opacity == "1" for _, _, opacity, _ in reader.picture())
        reader.record_phases()
        reader.press("toggle")
        reader.page.wait_for_function("() => window.phases.includes('Forward 2/4')")
        assert all(offset in ("0px", "1px", "0", "1") for offset, _, _, _ in reader.picture())


def test_a_frame_stays_until_its_sentence_can_be_read(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=5&lang=en&speed=2")
        reader.figure.evaluate("""figure => {
            window.begun = {};
            figure.addEventListener("frame", () => { window.begun[figure.frame] = performance.now(); });
        }""")
        reader.press("toggle")
        expect(reader.phase).to_have_text("Backward 3/4")
        begun = reader.page.evaluate("window.begun")
        words = " sends  back to both inputs. At ● the red values add up: ."
        assert (begun["7"] - begun["6"]) / 1000 > len(words) / 18 / 2
        reader.press("back")  # what is chosen by hand does not wait
        expect(reader.phase).to_have_text("Backward 2/4")
        reader.press("ahead")
        expect(reader.phase).to_have_text("Backward 3/4")
