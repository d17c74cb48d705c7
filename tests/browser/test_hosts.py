"""<kuroaka-figure> in pages that do what they like: to all their elements, to the box it stands in, with their
policies, their frames and their keys. What it looks like is compared with a page that does nothing.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.hosting import FIGURE, LOAD, LONG, drawn, hosting, visit
from tests.browser.reader import PATIENCE

REFUSED = FIGURE.replace("1/(1+exp(-x))", "x*" + "y" * 200 + " +")

# Whatever is seen of a figure: where each part stands in it, and how its text and lines are set.
SEEN = """figure => {
  const root = figure.shadowRoot, place = root.querySelector(".body").getBoundingClientRect();
  const parts = [".stage", ".stage svg", ".stage .node", ".stage .label", ".says", ".says *", ".transport",
    ".transport *", ".zoom *"];
  const styles = `direction writingMode fontSize fontFamily fontStyle fontWeight lineHeight letterSpacing wordSpacing
    textAlign textIndent textTransform textShadow whiteSpace hyphens color fill stroke strokeWidth strokeLinecap
    strokeDasharray textAnchor cursor userSelect visibility listStyleType borderCollapse fontVariantCaps tabSize quotes
    webkitTextFillColor webkitTextStrokeWidth paintOrder colorScheme wordBreak overflowWrap mathStyle`
    .trim().split(/\\s+/);
  return [...root.querySelectorAll(parts)].filter(part => part.checkVisibility()).map(part => {
    const { x, y, width, height } = part.getBoundingClientRect();
    const box = [x - place.x, y - place.y, width, height].map(pixels => Math.round(pixels));
    const style = getComputedStyle(part);
    return [part.getAttribute("class") ?? part.localName, ...box, ...styles.map(name => `${name}: ${style[name]}`)];
  });
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, server_url: str) -> Iterator[Page]:
    with hosting(browser, server_url) as page:
        yield page


def seen(page: Page) -> list[Any]:
    drawn(page)
    parts: list[Any] = page.locator("kuroaka-figure").evaluate(SEEN)
    return parts


@pytest.fixture(scope="module")
def untroubled(page: Page) -> list[Any]:
    visit(page, f'{LOAD}<div style="width: 900px">{FIGURE}</div>')
    return seen(page)


# What a page says of all its elements, or of those around the figure.
SHEETS = {
    "all unset": "*, ::before, ::after { all: unset } div { display: block } style, title, script { display: none }",
    "all reverted": "* { all: revert }",
    "preflight": """*, ::before, ::after { box-sizing: border-box; border: 0 solid red; margin: 0; padding: 0 }
        img, svg, video { display: block; max-width: 100%; height: auto; vertical-align: middle }
        button, input, select { font: inherit; border-radius: 0; background: lime }""",
    "text": """* { font: italic bold small-caps 31px/3 monospace; letter-spacing: 5px; word-spacing: 2em;
        text-align: right; text-indent: 4em; text-transform: uppercase; text-shadow: 1px 1px lime; white-space: pre;
        hyphens: auto; tab-size: 1; word-break: break-all; overflow-wrap: anywhere; -webkit-text-fill-color: lime;
        -webkit-text-stroke: 3px lime }""",
    "inherited": """body { font: italic 31px/3 monospace; letter-spacing: 5px; text-align: end; text-indent: 4em;
        text-transform: uppercase; white-space: nowrap; color: lime; cursor: wait; user-select: none;
        math-style: compact; list-style: square; border-collapse: collapse; quotes: none;
        font-feature-settings: "smcp" }""",
    "paint": """* { fill: lime; stroke: lime; stroke-width: 9px; stroke-linecap: round; stroke-dasharray: 3;
        text-anchor: end; paint-order: stroke; marker: none; fill-opacity: 0.1; shape-rendering: crispEdges;
        color: lime;        cursor: wait }""",
    "names": """* { --ink: lime; --red: lime; --paper: lime; --edge: lime; --k-ink: lime; --k-red: lime;
        --k-paper: lime; --k-sans: monospace; --map: 90px; --scale: 3; --talk: 90px; --units: 4; --at: 3;
        --page: 9rem }""",
    "small root": "html { font-size: 62.5% }",
    "large root": "html { font-size: 30px }",
    "to the left": "html, body, kuroaka-figure { direction: rtl; unicode-bidi: bidi-override }",
    "upright": "kuroaka-figure { writing-mode: vertical-rl; width: 900px }",
    "underlined": "div { text-decoration: underline lime 5px }",
    "class names": """.shell, .body, .stage, .caption, .transport, .foot, .node, .label { display: none; color: lime }
        button, select, input, p, svg, math { display: none !important }""",
    "a box of its own": "kuroaka-figure { display: flex; justify-content: center; align-items: end }",
    "a grid of its own": "kuroaka-figure { display: grid; grid-template-columns: 1fr 1fr 1fr; place-items: center }",
    "in columns": "div { column-count: 1 }",
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_page_s_own_style_changes_nothing(page: Page, untroubled: list[Any], name: str) -> None:
    visit(page, f'<style>{SHEETS[name]}</style>{LOAD}<div style="width: 900px">{FIGURE}</div>')
    for ours, theirs in zip(untroubled, seen(page), strict=True):
        assert theirs == ours
    assert page.evaluate("document.querySelector('kuroaka-figure').shadowRoot.querySelector('.says').offsetHeight") > 0


def test_no_line_runs_under_its_words(page: Page) -> None:
    pictures = []
    for around in ("span", "u"):
        visit(page, f'{LOAD}<div style="width: 900px"><{around}>{FIGURE}</{around}></div>')
        drawn(page)
        pictures.append(page.locator("kuroaka-figure").screenshot())
    assert pictures[0] == pictures[1]


HIDING = ["display: none", "visibility: hidden"]


@pytest.mark.parametrize("style", [*HIDING, "hidden"])
def test_a_page_can_hide_it(page: Page, style: str) -> None:
    around = "<div hidden>" if style == "hidden" else f'<div style="{style}">'
    visit(page, f"{LOAD}{around}{FIGURE}</div>")
    page.wait_for_function("document.querySelector('kuroaka-figure').session?.graph")
    parts = "document.querySelector('kuroaka-figure').shadowRoot.querySelectorAll('.stroke, .label, .says, button')"
    shown = f"[...{parts}].some(part => part.checkVisibility({{ visibilityProperty: true }}))"
    page.wait_for_function("document.querySelector('kuroaka-figure').drawing")
    assert page.evaluate(shown) is False
    page.evaluate("const div = document.querySelector('div'); div.hidden = false; div.style.cssText = ''")
    page.wait_for_function(shown)


def test_hidden_is_hidden_whatever_a_page_displays(page: Page) -> None:
    visit(page, f"<style>* {{ display: block }}</style>{LOAD}{FIGURE.replace('>', ' hidden>', 1)}")
    page.wait_for_function("document.querySelector('kuroaka-figure').drawing")
    assert page.evaluate("document.querySelector('kuroaka-figure').offsetHeight") == 0


# A box, and how wide the figure in it is: null is as wide as the widest that it asks for.
BOXES = {
    '<div style="display: flex">{}<p>Words beside it, a line of them, and some more.</p></div>': None,
    '<div style="display: flex; flex-direction: column; align-items: flex-start">{}</div>': None,
    '<div style="display: grid">{}</div>': 1264,
    '<div style="display: grid; grid-template-columns: auto auto">{}<p>Words</p></div>': None,
    '<div style="display: inline-grid">{}</div>': None,
    '<div style="float: left">{}</div>': None,
    '<div style="display: inline-block">{}</div>': None,
    '<div style="width: 300px"><div style="display: inline-block">{}</div></div>': 300,
    '<div style="width: 300px"><div style="float: right">{}</div></div>': 300,
    '<div style="width: 300px; display: flex"><div>{}</div></div>': 300,
    '<div style="width: 300px; display: grid; justify-items: center">{}</div>': 300,
    '<div style="position: relative; width: 300px; height: 900px"><div style="position: absolute">{}</div></div>': 300,
    "<table><tr><td>{}</td><td>Words</td></tr></table>": None,
    '<table style="width: 400px"><tr><td>{}</td></tr></table>': None,
    '<div style="width: fit-content">{}</div>': None,
    '<div style="width: max-content; max-width: 100%">{}</div>': None,
    '<div style="width: 320px; container-type: inline-size">{}</div>': 320,
    '<ul style="width: 500px"><li>{}</li></ul>': 500,
}


@pytest.mark.parametrize("figure", [LONG, REFUSED])
@pytest.mark.parametrize("box", BOXES)
def test_no_box_makes_the_page_scroll_sideways(page: Page, box: str, figure: str) -> None:
    visit(page, f"{LOAD}<main>{box.format(figure)}</main>")
    place = page.locator("kuroaka-figure")
    if figure == LONG:
        drawn(page)
    else:
        expect(place.locator(".refusal")).to_be_visible()
    widths = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]
    width, inner = place.evaluate(
        """figure => [figure.getBoundingClientRect().width, Math.max(...[...figure.shadowRoot.querySelectorAll(
             ".says, .transport, .transport > *, .refusal")].map(part => part.getBoundingClientRect().right))
             - figure.getBoundingClientRect().left]"""
    )
    assert inner <= width + 1
    wanted, widest = BOXES[box], 1264 if "auto auto" in box else 750
    assert (width == pytest.approx(wanted, abs=1)) if wanted else (250 < width <= widest)


@pytest.mark.parametrize("expression", [LONG, FIGURE])
def test_at_400_percent_everything_is_within_320_pixels(page: Page, expression: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    try:
        visit(page, f'<meta name="viewport" content="width=device-width">{LOAD}{expression}')
        drawn(page)
        assert page.evaluate("document.scrollingElement.scrollWidth") == 320
        rights = page.locator("kuroaka-figure").evaluate(
            """figure => [...figure.shadowRoot.querySelectorAll("button, select, input, .says")].filter(part =>
                 part.checkVisibility()).map(part => part.getBoundingClientRect().right)"""
        )
        assert max(rights) <= 320
    finally:
        page.set_viewport_size({"width": 1280, "height": 900})


def test_a_closed_details_shows_it_at_its_time_when_it_opens(page: Page) -> None:
    visit(page, f"{LOAD}<details><summary>More</summary>{FIGURE}</details>")
    page.wait_for_function("document.querySelector('kuroaka-figure').drawing")
    page.get_by_text("More").click()
    drawn(page)
    moves = "document.querySelector('kuroaka-figure').drawing.animations()"
    page.wait_for_function(f"{moves}.length && {moves}.every(({{ playState }}) => playState === 'paused')")
    assert page.evaluate(f"new Set({moves}.map(({{ currentTime }}) => currentTime)).size") == 1


MOVES = {
    "another shadow root": """figure => {
        const place = document.body.appendChild(document.createElement("section"));
        place.style.width = "900px";
        place.attachShadow({ mode: "closed" }).append(figure); }""",
    "the document of a frame": """figure => {
        const frame = document.body.appendChild(document.createElement("iframe"));
        frame.width = 900; frame.height = 600;
        frame.contentDocument.body.style.margin = 0;
        frame.contentDocument.body.append(figure); }""",
    "a frame and back": """figure => {
        const frame = document.body.appendChild(document.createElement("iframe"));
        frame.contentDocument.body.append(figure);
        document.querySelector("div").append(document.adoptNode(figure)); }""",
    "nowhere and back": """figure => { figure.remove(); document.querySelector("div").append(figure); }""",
    "a document without a window": """figure => {
        const other = document.implementation.createHTMLDocument();
        other.body.append(figure);
        document.querySelector("div").append(figure); }""",
}


@pytest.mark.parametrize("move", MOVES)
def test_it_can_be_moved(page: Page, untroubled: list[Any], move: str) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    visit(page, f'{LOAD}<div style="width: 900px">{FIGURE}</div>')
    drawn(page)
    page.evaluate(f"window.figure = document.querySelector('kuroaka-figure'); ({MOVES[move]})(figure)")
    page.wait_for_function("figure.drawing.animations().length > 0")
    page.wait_for_function(f"({SEEN})(figure).length === {len(untroubled)}")
    page.evaluate("figure.ownerDocument.fonts.load('16px \"STIX Two Math\"').then(() => 0)")
    assert page.evaluate(f"({SEEN})(figure)") == untroubled
    page.evaluate("figure.seek(0); figure.play()")
    page.wait_for_function("figure.frame === 2")
    assert complaints == []


def test_made_in_any_way_it_is_the_same(page: Page) -> None:
    visit(page, LOAD)
    page.wait_for_function("Boolean(customElements.get('kuroaka-figure'))")
    page.evaluate(
        """figure => {
          const made = document.createElement("kuroaka-figure");
          made.setAttribute("expression", "x*y");
          const place = document.createElement("div");
          place.innerHTML = '<kuroaka-figure expression="x*y"></kuroaka-figure>';
          const copied = made.cloneNode(true);
          const template = document.createElement("template");
          template.innerHTML = place.innerHTML;
          document.body.append(made, place, copied, document.importNode(template.content, true));
          place.insertAdjacentHTML("beforeend", place.innerHTML);
        }"""
    )
    expect(page.locator("kuroaka-figure svg.kuroaka")).to_have_count(5)


def test_two_copies_of_the_script_are_one_element(page: Page) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    visit(page, f'{LOAD}<script type="module" src="/embed.js?of=another-version"></script>{FIGURE}')
    drawn(page)
    assert complaints == []


STRICT = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def test_a_strict_policy_changes_nothing(page: Page, untroubled: list[Any]) -> None:
    body = f'{LOAD}<div><script type="module" src="/wide.js"></script>{FIGURE}</div>'
    wide = "document.querySelector('div').style.width = '900px';"
    visit(page, body, {"Content-Security-Policy": STRICT})
    page.route("**/wide.js", lambda route: route.fulfill(body=wide, content_type="text/javascript"))
    page.reload()
    assert seen(page) == untroubled


def test_a_policy_that_forbids_the_service_is_named(page: Page, server_url: str) -> None:
    visit(page, LOAD + FIGURE, {"Content-Security-Policy": "default-src 'self'; connect-src 'none'"})
    notice = page.locator("kuroaka-figure .notice")
    expect(notice).to_contain_text(server_url)
    expect(notice).to_contain_text("connect-src")
    expect(page.locator("kuroaka-figure .transport")).to_be_hidden()


def test_what_is_refused_or_awaited_has_no_player(page: Page) -> None:
    visit(page, f"{LOAD}{REFUSED}")
    expect(page.locator("kuroaka-figure .refusal")).to_be_visible()
    expect(page.locator("kuroaka-figure .foot")).to_be_hidden()
    assert page.locator("kuroaka-figure .foot").evaluate("foot => foot.offsetHeight") == 0
    visit(page, "")
    page.route("**/api/v1/**", lambda _: None)
    page.evaluate(f"() => import('/embed.js').then(() => {{ document.body.innerHTML = `{FIGURE}` }})")
    expect(page.locator("kuroaka-figure .dots")).to_be_visible()
    expect(page.locator("kuroaka-figure .transport")).to_be_hidden()
    expect(page.locator("kuroaka-figure .announced")).to_have_text("")


def test_it_begins_when_it_is_seen(page: Page) -> None:
    below = FIGURE.replace(' frame="6"', "")
    visit(page, f'{LOAD}{FIGURE}<div style="height: 3000px"></div><section>{below}</section>')
    page.wait_for_function("document.querySelector('section kuroaka-figure').drawing")
    drawn(page)
    # The first one plays through all its frames meanwhile.
    page.evaluate(
        "const first = document.querySelector('kuroaka-figure'); first.speed = 2; first.seek(0); first.play()"
    )
    page.wait_for_function("!document.querySelector('kuroaka-figure').player.playing", timeout=PATIENCE)
    times = "(({ playing, time }) => [playing, time])(document.querySelector('section kuroaka-figure').player)"
    assert page.evaluate(times) == [True, 0]
    page.evaluate("document.querySelector('section').scrollIntoView({ behavior: 'instant' })")
    page.wait_for_function("document.querySelector('section kuroaka-figure').player.time > 0")


DECK = """<script>window.turned = []; document.addEventListener("keydown", ({ key }) => turned.push(key));</script>"""


def test_keys_are_the_figure_s_while_it_has_the_focus_and_a_step_left(page: Page) -> None:
    visit(page, f'{DECK}{LOAD}{FIGURE.replace("6", "0")}<button id="next">Next</button>')
    drawn(page)
    figure = page.locator("kuroaka-figure")
    page.locator("#next").press("ArrowRight")
    assert page.evaluate("turned.splice(0)") == ["ArrowRight"]
    assert figure.evaluate("figure => figure.frame") == 0
    toggle = figure.locator("button.ahead")
    frames = figure.evaluate("figure => figure.player.timeline.times.length")
    toggle.press("ArrowLeft")  # there is no step before
    assert page.evaluate("turned.splice(0)") == ["ArrowLeft"]
    for frame in range(1, frames):
        toggle.press("ArrowRight")
        assert figure.evaluate("figure => figure.frame") == frame
    assert page.evaluate("turned.splice(0)") == []
    toggle.press("ArrowRight")  # nor one after the last
    toggle.press("PageDown")
    toggle.press("Escape")
    assert page.evaluate("turned.splice(0)") == ["ArrowRight", "PageDown", "Escape"]
    # What a control does by itself is no key of the page either.
    figure.locator("select.speed").press("ArrowDown")
    figure.locator("button.toggle").press(" ")
    figure.locator("button.loop").press("Enter")
    assert page.evaluate("turned.splice(0)") == []
