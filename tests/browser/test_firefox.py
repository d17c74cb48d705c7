"""A second engine: what a reader does with the page, the element elsewhere, a lesson, an exercise, and paper."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.browser.firefox import DRAWN, FIGURE, INSIDE, Firefox
from tests.browser.test_doors import folder_served

pytestmark = pytest.mark.slow


def test_it_plays_and_steps(fox: Firefox, server_url: str) -> None:
    fox.read(f"{server_url}/?expr=x*y%2Bx&at=x:2,y:3&show=numbers&speed=2&frame=0&lang=en")
    frames = fox.ask(f"{FIGURE}.player.timeline.times.length - 1")
    fox.click(f"{INSIDE}.querySelector('button.ahead')")
    assert fox.ask(f"{FIGURE}.frame") == 1
    fox.press("ArrowRight", "ArrowRight", "ArrowLeft")
    assert fox.ask(f"{FIGURE}.frame") == 2
    assert fox.ask(f"{INSIDE}.querySelector('.phase').textContent") == "Forward 2/2"
    fox.click(f"{INSIDE}.querySelector('button.toggle')")
    fox.until(f"{FIGURE}.frame === {frames} && !{FIGURE}.player.playing")
    strokes = f"[...{INSIDE}.querySelectorAll('svg.kuroaka .stroke')]"
    assert fox.ask(f"{strokes}.every(line => Number.parseFloat(getComputedStyle(line).strokeDashoffset) === 0)")


def test_a_slider_moves_the_numbers(fox: Firefox, server_url: str) -> None:
    fox.read(f"{server_url}/?expr=x*y&at=x:2,y:3&show=numbers&frame=9&lang=en")
    slider = "document.querySelector('.value[data-name=x] input[type=range]')"
    x, y = fox.middle(slider)
    fox.ask(f"{slider}.addEventListener('input', () => {{ window.moved = (window.moved ?? 0) + 1; }})")
    half = fox.ask(f"{slider}.offsetWidth") / 4
    at = fox.ask(f"({slider}.valueAsNumber - {slider}.min) / ({slider}.max - {slider}.min)") - 0.5
    start = x + at * (4 * half - 16)
    fox.drag((start, y), (start + half / 2, y), (start + half, y))
    value = fox.ask(f"{FIGURE}.session.values.x")
    assert value > 2
    assert fox.ask("window.moved") > 1
    shown = fox.ask("document.querySelector(\".printed[data-of='=']\").dataset.printed")
    assert float(shown) == pytest.approx(3 * value, rel=1e-3)


def test_a_node_and_a_line_are_chosen(fox: Firefox, server_url: str) -> None:
    fox.read(f"{server_url}/?expr=x*y%2Bx&frame=9&lang=en")
    fox.click(f"{INSIDE}.querySelector('.node.operation circle')")
    assert fox.ask(f"{FIGURE}.node").startswith("n")
    fox.click(f"{INSIDE}.querySelector('.line[data-line=e1] .label')")
    assert fox.ask(f"{FIGURE}.node") == "e1"
    assert fox.ask("document.querySelector('.card').offsetHeight") > 0


def test_the_focus_is_in_sight(fox: Firefox, server_url: str) -> None:
    fox.read(f"{server_url}/?expr=exp(sin(cos(tan(exp(sin(cos(tanh(x*y))))))))&frame=0&lang=en", width=390)
    fox.ask(f"{INSIDE}.querySelector('.node[tabindex]').focus({{ focusVisible: true }})")
    fox.press(*["ArrowRight"] * 9)
    ends = "(part => { const { left, right } = part.getBoundingClientRect(); return [left, right]; })"
    left, right = fox.ask(f"{ends}({INSIDE}.activeElement)")
    begin, end = fox.ask(f"{ends}({INSIDE}.querySelector('.stage'))")
    assert fox.ask(f"{INSIDE}.querySelector('.stage').scrollLeft") > 0
    assert begin <= left < right <= end


def test_paper_has_the_whole_figure(fox: Firefox, server_url: str) -> None:
    fox.read(f"{server_url}/?expr=x*y&at=x:2,y:3&show=numbers&frame=1&paper=all&lang=en")
    document = pdfium.PdfDocument(fox.pdf())
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Forward 1/1" in text
    assert "Backward 1/1" in text
    colours = {pixel for page in document for _, pixel in page.render().to_pil().getcolors(1 << 24)}
    assert any(red > 180 and green < 90 and blue < 90 for red, green, blue in colours)


COURSE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Course</title><link rel="icon" href="data:,">
<style>* {{ all: unset }} style, title, script {{ display: none }} div {{ display: block; width: 900px }}</style>
<div>{element}</div>
<div><kuroaka-figure expression="a*b" at="a:4,b:5" show="numbers" frame="9"></kuroaka-figure></div>{frame}
<img id="picture" alt="" src="{service}/api/v1/figure.svg?expr=x*"><p>Text</p>"""


def test_the_copied_code_plays_on_another_origin(fox: Firefox, server_url: str, tmp_path: Path) -> None:
    fox.read(f"{server_url}/?expr=x*y&at=x:2,y:3&show=numbers&seed=2&lang=en")
    fox.click("document.querySelector('.share summary')")
    fox.until("document.querySelectorAll('.snippet button').length === 3")
    codes = "[...document.querySelectorAll('.snippet')].map(one => one.querySelector('pre').textContent)"
    element, frame, _ = fox.ask(codes)
    (tmp_path / "index.html").write_text(COURSE.format(element=element, frame=frame, service=server_url), "utf-8")
    with folder_served(tmp_path) as elsewhere:
        fox.read(elsewhere)
        both = "[...document.querySelectorAll('kuroaka-figure')]"
        fox.until(f"{both}.every(figure => figure.session.graph)")
        assert fox.ask(f"{both}.map(figure => figure.session.value)") == [6, 20]
        printed = 'figure.shadowRoot.querySelector(".line[data-line=out] .forward .number").dataset.printed'
        assert fox.ask(f"{both}.map(figure => {printed})") == ["6", "20"]
        fox.ask(f"{FIGURE}.seek(1)")
        assert fox.ask(f"{both}[1].frame") > 1
        fox.until("document.getElementById('picture').naturalWidth > 100")
        fox.ask("document.querySelector('iframe').scrollIntoView()")
        fox.until(DRAWN, fox.frames()[0])
        assert fox.ask(f"{FIGURE}.session.value", fox.frames()[0]) == 6


def test_a_lesson_and_an_exercise(fox: Firefox, server_url: str) -> None:
    fox.read(f"{server_url}/lessons/add?lang=en")
    place = fox.ask("document.querySelector('.place').textContent")
    fox.press("ArrowRight")
    fox.until(f"document.querySelector('.place').textContent !== {place!r}")
    fox.until(DRAWN)
    fox.read(f"{server_url}/exercise?expr=x*y&at=x:2,y:3&lang=en")
    fox.until("document.querySelector('form input')")
    fox.click("document.querySelector('form input')")
    fox.press(*"12345", "Enter")
    fox.until("document.querySelector('.verdict').textContent")
    assert not fox.ask("Boolean(document.querySelector('.verdict.right'))")
