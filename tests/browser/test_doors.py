"""The doors into a course page on another origin: elements, a frame in a sandbox, an image, a file of its own."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kuroaka.exports.html import write
from kuroaka.graph import build, evaluate
from tests.browser.reader import plays
from tests.scenes import scene
from tests.serving import served

FONT = """() => document.fonts.load('16px "STIX Two Math"').then(faces => faces.length)"""
COURSE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Course</title><link rel="icon" href="data:,">
<script type="module" src="{service}/embed.js"></script>
<kuroaka-figure id="one" expression="1/(1+exp(-x))" at="x:0.5" show="numbers" lang="ja" speed="0.25"></kuroaka-figure>
<kuroaka-figure id="two" expression="x*y" at="x:2,y:3" show="numbers" hide="caption,zoom" speed="0.25"></kuroaka-figure>
<iframe id="frame" title="A figure" sandbox="allow-scripts" width="700" height="90" style="border: 0"
  src="{service}/embed?expr=x%5E2*y&at=x:2,y:3&show=numbers&speed=0.25"></iframe>
<img id="image" alt="A figure" src="{service}/api/v1/figure.svg?expr=tanh(x)">
<iframe id="file" title="A file" src="single.html" width="700" height="900"></iframe>
<script>
  const heard = [];
  addEventListener("message", ({{ source, data }}) => {{
    heard.push(data);
    if (source === frame.contentWindow && data.type === "kuroaka:height") frame.height = data.height;
  }});
</script>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name in the class above)
        pass


@contextmanager
def folder_served(folder: Path) -> Iterator[str]:
    """A folder on an origin of its own."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def course(browser: Browser, folder: Path, service: str, text: str = COURSE) -> Iterator[tuple[Page, list[str]]]:
    """The course's page, and what its console complains of."""
    (folder / "course.html").write_text(text.format(service=service), encoding="utf-8")
    with folder_served(folder) as origin:
        page = browser.new_page(viewport={"width": 900, "height": 900})
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{origin}/course.html")
        yield page, complaints
        page.close()


def output(place: Locator) -> Locator:
    """The number label of a figure's output."""
    return place.locator(".line[data-line=out] .forward .number")


def test_every_door_plays_and_goes_on_without_the_service(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "single.html").write_text(write(scene(evaluate(build("a = 2; sin(a*x)")))), encoding="utf-8")
    with ExitStack() as stack:
        service = ExitStack()
        stack.callback(service.close)
        command = [sys.executable, "-m", "uvicorn", "kuroaka.api.app:app", "--log-level", "warning"]
        address = service.enter_context(served(command))
        page, complaints = stack.enter_context(course(browser, tmp_path, address))
        one, two = page.locator("#one"), page.locator("#two")
        frame = page.frame_locator("#frame").locator("kuroaka-figure")
        file = page.frame_locator("#file").locator("kuroaka-figure")
        for figure, printed in ((one, "0.6225"), (two, "6"), (frame, "12")):
            expect(output(figure)).to_have_attribute("data-printed", printed)
            assert figure.evaluate("figure => figure.player.playing")
        expect(two.locator(".caption")).to_be_hidden()
        assert plays(page.locator("#image"))
        page.wait_for_function("frame.height > 200")  # it told its height
        expect(file.locator(".stage svg")).to_be_visible()
        assert [each.evaluate(FONT) for each in page.frames] == [1, 1, 1], "each knows the font of formulas, and has it"

        service.close()
        one.evaluate("figure => figure.setAttribute('at', 'x:0')")
        expect(output(one)).to_have_attribute("data-printed", "0.5")
        two.evaluate("figure => figure.seek(99)")
        expect(two.locator(".phase")).to_have_text("Backward 1/1")
        page.evaluate("frame.contentWindow.postMessage({type: 'kuroaka:set', values: {x: 3}}, '*')")
        expect(output(frame)).to_have_attribute("data-printed", "27")
        page.frame_locator("#file").locator(".values input:not([type=range])").first.fill("4")
        # a constant that was moved goes by its name, also in a file that cannot ask for another drawing
        expect(file.locator(".line[data-source=n0] .forward .formula")).to_have_count(1)
        expect(page.frame_locator("#file").locator(".result")).to_contain_text("−0.7568")
        assert plays(page.locator("#image"))
        assert complaints == []


def test_a_hostile_page_can_ask_for_nothing_else(browser: Browser, server_url: str, tmp_path: Path) -> None:
    with course(browser, tmp_path, server_url, COURSE.replace("single.html", "data:,")) as (page, complaints):
        frame = page.frame_locator("#frame").locator("kuroaka-figure")
        expect(output(frame)).to_have_attribute("data-printed", "12")
        frame.evaluate("figure => figure.seek(1)")
        page.evaluate("""() => {
          const send = (message) => frame.contentWindow.postMessage(message, "*");
          const values = JSON.parse('{"__proto__": {"x": 7}, "<script>": 1, "y": "4", "x": null}');
          for (const type of ["kuroaka:open", "toString", "__proto__", "constructor", "", null, 5, ["kuroaka:play"]])
            send({ type, expr: "x", expression: "<img src=x onerror=alert(1)>", values: { x: 7 } });
          for (const message of [null, 5, "kuroaka:play", [], { type: "kuroaka:set" }, { type: "kuroaka:set", values }])
            send(message);
          send({ type: "kuroaka:set", values: { x: NaN, y: Infinity } });
          for (const frame of ["2", null, {}, "__proto__"]) send({ type: "kuroaka:seek", frame });
          heard.length = 0;
          send({ type: "kuroaka:set", values: { y: 5 } }); // messages arrive in order: when this is heard, all were
        }""")
        page.wait_for_function("heard.some(({type}) => type === 'kuroaka:change')")
        expect(output(frame)).to_have_attribute("data-printed", "20")
        assert frame.evaluate("figure => [figure.frame, figure.player.playing]") == [1, False]
        # a sibling frame is not the parent
        stranger = page.evaluate_handle(
            "() => { const one = document.body.appendChild(document.createElement('iframe'));"
            'one.srcdoc = \'<script>parent.frame.contentWindow.postMessage({type: "kuroaka:set", values: {y: 9}}, "*");'
            "parent.done = true</script>'; }"
        )
        page.wait_for_function("window.done === true")
        page.evaluate("frame.contentWindow.postMessage({type: 'kuroaka:set', values: {x: 1}}, '*')")
        expect(output(frame)).to_have_attribute("data-printed", "5")
        stranger.dispose()
        assert complaints == []


def test_what_cannot_be_drawn_says_why_and_shows_what_the_page_gave(
    browser: Browser, server_url: str, tmp_path: Path
) -> None:
    text = """<!doctype html><html lang="en"><title>Bad</title><link rel="icon" href="data:,">
<script type="module" src="{service}/embed.js"></script>
<kuroaka-figure id="one" expression="2 + * x"><a href="#more">A picture of it</a></kuroaka-figure>
<iframe id="frame" title="A figure" sandbox="allow-scripts" width="700" height="400"
  src="{service}/embed?expr=foo(x)&lang=ja"></iframe>"""
    with course(browser, tmp_path, server_url, text) as (page, _):
        refusal = page.locator("#one").locator(".refusal")
        expect(refusal.locator("mark")).to_have_text("*")
        expect(refusal).to_contain_text("Expected a value")
        expect(page.locator("#one a")).to_be_visible()
        expect(page.frame_locator("#frame").locator(".refusal mark")).to_have_text("foo")
        page.locator("#one").evaluate("figure => figure.setAttribute('expression', '2 + x')")
        expect(page.locator("#one").locator(".stage svg")).to_be_visible()
        expect(page.locator("#one a")).to_be_hidden()


def test_without_the_script_the_content_shows(browser: Browser, tmp_path: Path) -> None:
    text = """<!doctype html><html lang="en"><title>Bare</title><link rel="icon" href="data:,">
<kuroaka-figure expression="x"><a href="#more">A picture of it</a></kuroaka-figure>"""
    with course(browser, tmp_path, "", text) as (page, _):
        expect(page.locator("a")).to_be_visible()


def test_methods_and_events_of_the_element(browser: Browser, server_url: str, tmp_path: Path) -> None:
    with course(browser, tmp_path, server_url) as (page, _):
        one = page.locator("#one")
        expect(output(one)).to_have_attribute("data-printed", "0.6225")
        one.evaluate("""figure => {
          figure.seen = [];
          for (const type of ["frame", "change"])
            figure.addEventListener(type, ({ detail }) => figure.seen.push({ type, ...detail }));
          figure.pause();
          figure.seek(2);
          figure.setAttribute("at", "x:0");
        }""")
        expect(output(one)).to_have_attribute("data-printed", "0.5")
        seen = one.evaluate("figure => figure.seen")
        assert {"type": "frame", "frame": 2, "frames": 9} in seen
        assert {"type": "change", "values": {"x": 0}, "value": 0.5, "gradients": {"x": 0.25}} in seen
        one.evaluate("figure => figure.play()")
        assert one.evaluate("figure => figure.player.playing")
        one.evaluate("figure => figure.remove()")
        expect(output(page.locator("#two"))).to_have_attribute("data-printed", "6")


@pytest.mark.parametrize("path", ["/", "/embed", "/docs"])
def test_only_the_embed_page_may_be_framed(browser: Browser, server_url: str, path: str) -> None:
    page = browser.new_page()
    policy = page.request.get(server_url + path).headers["content-security-policy"]
    assert ("frame-ancestors *" in policy) is (path == "/embed")
    assert ("frame-ancestors 'none'" in policy) is (path != "/embed")
    page.close()


def test_a_book_loads_the_widget_by_its_address(browser: Browser, server_url: str, tmp_path: Path) -> None:
    """As MyST does: the module copied to the book's own site, a model of plain data, no kernel, nobody to tell."""
    text = """<!doctype html><html lang="en"><title>Book</title><link rel="icon" href="data:,"><div id="here"></div>
<script type="module">
  import widget from "./copied.mjs";
  const data = {{ service: "{service}", expression: "w*x", at: {{ w: 2, x: 3 }}, show: "numbers", lang: "ja" }};
  const none = () => {{ throw new Error("not implemented yet"); }};
  const model = {{ get: (name) => data[name], set: (name, value) => {{ data[name] = value; }}, save_changes: none,
    on() {{}}, off: none }};
  window.away = widget.render({{ model, el: here }});
  window.data = data;
</script>"""
    copied = browser.new_page()
    (tmp_path / "copied.mjs").write_bytes(copied.request.get(f"{server_url}/widget.js").body())
    copied.close()
    with course(browser, tmp_path, server_url, text) as (page, complaints):
        figure = page.locator("#here kuroaka-figure")
        expect(output(figure)).to_have_attribute("data-printed", "6")
        expect(figure.locator(".phase")).to_contain_text("伝播")
        assert page.evaluate("[data.value, data.gradients]") == [6, {"w": 3, "x": 2}]
        page.evaluate("away()")
        expect(figure).to_have_count(0)
        assert complaints == []
