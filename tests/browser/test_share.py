"""The panel by which a figure leaves the page: what is copied works on another origin, what is saved is a file."""

import html
import re
from base64 import b64encode
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.axe import violations
from tests.browser.reader import Reader, reading
from tests.browser.test_doors import course, output

EXPRESSIONS = [
    "x*y", "(u+y)*v", "z = x + y", "sin(x)*y", "a = 2; a*x", "x = 3; x*w", "w' + α", "h = tanh(w*q + b); h^2", "2 + 3",
    "1/(1 + exp(-t))", r"\frac{1}{1 + e^{-s}}", "max(u, v)", "|p - q|", "log(r, b)", "relu(-m)", "x^x", "x_1*x_2 + x_1",
    "a = -1; n = a^2; n/(n + exp(a*y))", "e^y", "sqrt(k)/k",
]  # fmt: skip
# What is asked beside the expression goes along.
ALL_ROWS = (
    "?expr=h = x^2*y; g = 3*x; h*g&output=h&derivative=x,y&syntax=text&at=x:2,y:3&seed=5&dashes=1&open=sin&fold=g"
    "&frame=2&animate=0&show=numbers,formulas&speed=2&lang=en"
)

SLIDE = {"fit": "slide", "scale": "4"}

LINK = "?expr=w'*x&at=w'%3A2,x%3A3&show=numbers&lang=ja"


def open_panel(reader: Reader, query: str) -> None:
    reader.open(query)
    reader.page.locator(".share summary").click()


def test_what_is_copied_works_elsewhere(browser: Browser, server_url: str, tmp_path: Path) -> None:
    with reading(browser, server_url, alone=True, permissions=["clipboard-read", "clipboard-write"]) as reader:
        open_panel(reader, LINK)
        expect(reader.page.locator(".snippet button")).to_have_count(3)
        reader.stop_clock()  # the moment in which the button says so lasts
        copied = []
        for button in reader.page.locator(".snippet button").all():
            button.click()
            expect(button).to_have_text("コピーしました")
            copied.append(reader.page.evaluate("navigator.clipboard.readText()"))
    element, frame, markdown = copied
    picture = re.fullmatch(r"!\[w'＊x\]\((\S+)\)", markdown)
    assert picture, markdown
    text = f'<!doctype html><html lang="ja"><title>Pasted</title>{element}{frame}<img id="picture" src="{picture[1]}">'
    with course(browser, tmp_path, server_url, text.replace("{", "{{").replace("}", "}}")) as (page, complaints):
        expect(output(page.locator("kuroaka-figure").first)).to_have_attribute("data-printed", "6")
        framed = page.frame_locator("iframe").locator("kuroaka-figure")
        expect(output(framed)).to_have_attribute("data-printed", "6")
        expect(framed.locator(".phase")).to_contain_text("伝播")
        assert page.locator("#picture").evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
        assert [complaint for complaint in complaints if "404" not in complaint] == []  # a page without an icon


@pytest.mark.parametrize("expression", ["h = tanh(w*x + b); z = v*h", "(a + b)*(c + d)*(e + f)"])
def test_a_frame_is_as_high_as_what_stands_in_it_whatever_the_site_says(
    browser: Browser, server_url: str, tmp_path: Path, expression: str
) -> None:
    with reading(browser, server_url) as reader:
        open_panel(reader, f"?expr={quote(expression)}&show=numbers&lang=en")
        code = reader.page.locator(".snippet pre").nth(1)
        expect(code).not_to_contain_text("height: 800px")  # of which nothing is known
        text = code.inner_text()
    rules = "<style>iframe {height: auto; border: 5px solid} body {margin: 0}</style>"
    column = f'<!doctype html><html lang="en"><title>Site</title>{rules}<div style="width: 640px">{text}</div>'
    with course(browser, tmp_path, server_url, column.replace("{", "{{").replace("}", "}}")) as (page, _):
        expect(output(page.frame_locator("iframe").locator("kuroaka-figure"))).to_be_attached()
        given = page.locator("iframe").evaluate("frame => frame.clientHeight")
        needed = page.frames[1].evaluate("document.body.getBoundingClientRect().height")
        assert needed <= given <= needed + 200
        assert page.locator("iframe").evaluate("frame => getComputedStyle(frame).borderTopWidth") == "0px"


def test_every_file_can_be_saved_and_follows_the_sliders(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        open_panel(reader, "?expr=sin(x)*y&at=x:2,y:3&lang=en")
        links = reader.page.locator(".files a")
        expect(links.filter(has_text="TikZ")).to_be_visible()
        assert links.all_inner_texts()[:2] == ["SVG", "PNG"]
        for link in links.all():
            answer = reader.page.request.get(str(link.get_attribute("href")))
            assert answer.status == 200, link.inner_text()
            if "/export/" in answer.url:
                assert answer.headers["content-disposition"].startswith("attachment; ")
        reader.value("y").locator(".number").fill("5")
        expect(links.first).to_have_attribute("href", re.compile("y%3A5"))
        assert reader.page.request.get(str(links.first.get_attribute("href"))).text().startswith("<svg")


def test_code_opens_in_a_playground(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        open_panel(reader, "?expr=x*y&lang=en")
        sent: dict[str, dict[str, list[str]]] = {}

        def take(route: Route) -> None:
            sent[route.request.url] = parse_qs(route.request.post_data or "")
            route.fulfill(body="taken")

        for host in ("codepen.io", "stackblitz.com"):
            reader.page.context.route(f"https://{host}/**", take)
        expect(reader.page.locator(".playgrounds button")).to_have_count(2)
        for button in reader.page.locator(".playgrounds button").all():
            with reader.page.context.expect_page() as opened:
                button.click()
            expect(opened.value.locator("body")).to_have_text("taken")
            opened.value.close()
        pen, project = sent["https://codepen.io/pen/define"], sent["https://stackblitz.com/run?file=index.html"]
        assert '<kuroaka-figure expression=\\"x*y\\"' in pen["data"][0]
        assert '<kuroaka-figure expression="x*y"' in project["project[files][index.html]"][0]


def offered(reader: Reader) -> set[str]:
    """The addresses of the service in the panel: of its links, and in its snippets."""
    links = [str(link.get_attribute("href")) for link in reader.page.locator(".files a").all()]
    for snippet in reader.page.locator(".snippet pre").all_inner_texts():
        links += re.findall(r"https?://[^\s\"()<>]+", html.unescape(snippet))
    return set(links)


@pytest.mark.parametrize("part", [0, pytest.param(1, marks=pytest.mark.slow), pytest.param(2, marks=pytest.mark.slow)])
def test_every_link_works_whatever_the_expression(browser: Browser, server_url: str, part: int) -> None:
    """The page begins with a number for x, which most of these do not have."""
    with reading(browser, server_url) as reader:
        open_panel(reader, "?seed=2&frame=1&lang=en")
        expect(reader.page.locator(".files a", has_text="TikZ")).to_be_visible()
        for expression in EXPRESSIONS[part::3]:
            reader.expression.fill(expression)
            reader.expression.press("Enter")
            shown = reader.page.locator(".snippet pre").first
            written = html.escape(expression, quote=False).replace("{", "&#123;").replace("}", "&#125;")
            expect(shown).to_contain_text(f'expression="{written}"')
            expect(reader.page.locator(".files a", has_text="TikZ")).to_be_visible()
            links = offered(reader)
            assert len(links) >= 12
            for link in links:
                answer = reader.page.request.get(link)
                assert answer.status == 200, link


def test_links_carry_all_that_is_asked(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        open_panel(reader, ALL_ROWS)
        expect(reader.page.locator(".files a", has_text="TikZ")).to_be_visible()
        asked = {
            "expr": "h = x^2*y; g = 3*x; h*g", "output": "h", "derivative": "x,y", "syntax": "text", "seed": "5",
            "dashes": "1", "open": "sin", "fold": "g", "frame": "2", "animate": "0", "show": "formulas,numbers",
            "lang": "en", "at": "x:2",  # of y the derivative knows nothing
        }  # fmt: skip
        pictures = {link for link in offered(reader) if "/api/" in link}
        files = {link.get_attribute("href") for link in reader.page.locator(".files a").all()}
        assert len(pictures - files) == 1, "of both snippets"
        for link in pictures:
            sent = {name: value for name, (value,) in parse_qs(urlsplit(link).query).items() if name != "download"}
            slide = SLIDE if "fit" in sent else {}
            assert sent == (asked | slide if link in files else {**asked, "paper": "white"}), link
            assert reader.page.request.get(link).status == 200, link
        element = reader.page.locator(".snippet pre").first.inner_text()
        for name, value in asked.items():
            attribute = {"expr": "expression"}.get(name, name)
            assert name == "lang" or f' {attribute}="{value}"' in element
        assert ' speed="2"' in element
        assert reader.page.locator(".files a").first.get_attribute("href") in pictures


def test_what_plays_has_no_frame_and_what_stands_has(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        open_panel(reader, "?expr=x*y&frame=1&lang=en")
        expect(reader.page.locator(".files a", has_text="TikZ")).to_be_visible()
        links = {link.inner_text(): str(link.get_attribute("href")) for link in reader.page.locator(".files a").all()}
        whole = ("SVG", "PDF", "GIF", "WebP", "APNG")
        assert [name for name in whole if "frame=" in links[name]] == []
        assert [name for name, link in links.items() if name not in whole and "frame=1" not in link] == []


def test_this_frame_is_taken_along_as_it_is_seen(browser: Browser, server_url: str) -> None:
    with reading(
        browser, server_url, bypass_csp=True, alone=True, permissions=["clipboard-read", "clipboard-write"]
    ) as reader:
        reader.open(
            "?expr=h = u*y; z = h*(u - y)&at=u:2,y:3&seed=5&dashes=1&show=numbers&frame=2&lang=en&theme=dark&view=graph"
        )
        summary = reader.page.locator(".menu.save summary")
        assert summary.evaluate("summary => summary.title") == "This frame as …"
        summary.click()
        links = reader.page.locator(".menu.save a[download]")
        asked = {
            "expr": "h = u*y; z = h*(u - y)", "at": "u:2,y:3", "seed": "5", "dashes": "1", "show": "numbers",
            "frame": "2", "view": "graph", "animate": "0", "lang": "en",
        }  # fmt: skip
        texts = []
        expect(links).to_have_count(5)
        for link in links.all():
            address = str(link.get_attribute("href"))
            sent = {name: value for name, (value,) in parse_qs(urlsplit(address).query).items() if name != "download"}
            texts.append(link.inner_text())
            assert sent == asked | (SLIDE if texts[-1] == "PNG 16:9" else {}), address
            answer = reader.page.request.get(address)
            assert answer.status == 200, address
        assert texts == ["SVG", "PNG", "PDF", "PNG 16:9", "TikZ"]
        assert violations(reader) == []
        reader.page.keyboard.press("ArrowRight")
        expect(links.first).to_have_attribute("href", re.compile("frame=3"))
        reader.page.get_by_role("button", name="Copy link").last.click()
        expect(reader.page.get_by_role("button", name="Link copied")).to_be_visible()
        copied = parse_qs(urlsplit(reader.page.evaluate("navigator.clipboard.readText()")).query)
        assert copied == {
            name: [value]
            for name, value in (asked | {"frame": "3", "theme": "dark"}).items()
            if name not in ("animate", "lang")
        }
        reader.page.keyboard.press("Escape")
        expect(links.first).to_be_hidden()
        expect(summary).to_be_focused()


def test_a_figure_that_plays_stands_still_to_be_saved(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?expr=x*y&frame=0&speed=0.25&lang=en")
        reader.press("toggle")
        reader.page.locator(".menu.save summary").click()
        expect(reader.figure.locator("button.toggle")).to_have_accessible_name("Play")
        link = reader.page.locator(".menu.save a").first
        expect(link).to_have_attribute("href", re.compile(rf"frame={reader.frame()}&"))
        reader.page.locator("h1").click()
        expect(link).to_be_hidden()


# How long a video lasts, and how far the picture at its end is from the last one of a GIF, in shades a pixel.
BESIDE = """async ([film, type, address]) => {
  const video = document.createElement("video");
  video.muted = true;
  video.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(film), (one) => one.charCodeAt(0))], { type }));
  const happens = (name) => new Promise((done) => video.addEventListener(name, done, { once: true }));
  await happens("loadeddata");
  video.currentTime = 1e6;  // of what was recorded nobody has written down how long it is
  await happens("seeked");
  const gif = await (await fetch(address)).arrayBuffer();
  const decoder = new ImageDecoder({ data: gif, type: "image/gif" });
  await Promise.all([decoder.tracks.ready, decoder.completed]);
  const last = decoder.tracks.selectedTrack.frameCount - 1;
  const { image } = await decoder.decode({ frameIndex: last });
  const pixels = (source) => {
    const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
    const paint = canvas.getContext("2d");
    paint.drawImage(source, 0, 0);
    return paint.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const [ours, theirs] = [pixels(video), pixels(image)];
  const off = ours.reduce((sum, shade, at) => sum + Math.abs(shade - theirs[at]), 0) / ours.length;
  const dark = theirs.reduce((sum, shade, at) => sum + (255 - shade), 0) / theirs.length;
  const { videoWidth: width, videoHeight: height, currentTime: seconds } = video;
  return { seconds, off, dark, width, height, frames: last + 1, even: image.displayWidth % 2 };
}"""


@pytest.mark.parametrize(("title", "mark"), [("MP4", b"ftyp"), ("WebM", b"webm")])
def test_a_figure_is_saved_as_a_video(browser: Browser, server_url: str, title: str, mark: bytes) -> None:
    with reading(browser, server_url) as reader:
        open_panel(reader, "?expr=x*y&at=x:2,y:3&show=numbers")
        button = reader.page.locator(".files button", has_text=title)
        with reader.page.expect_download() as saved:
            button.click()
            expect(button).to_be_disabled()
            expect(button).to_contain_text("left")
        assert saved.value.suggested_filename == f"kuroaka.{title.lower()}"
        expect(button).to_be_enabled()
        film = saved.value.path().read_bytes()
        gif = reader.page.locator(".files a", has_text="GIF").get_attribute("href")
    assert mark in film[:64]
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{server_url}/healthz")
        seen = page.evaluate(BESIDE, [b64encode(film).decode(), f"video/{title.lower()}", f"{gif}&scale=2"])
    assert seen["seconds"] == pytest.approx(0.9 * (seen["frames"] - 1) + 2.5, abs=0.4)
    assert seen["off"] < 0.1 * seen["dark"], seen
    assert seen["width"] % 2 == seen["height"] % 2 == 0
