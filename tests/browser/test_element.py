"""<kuroaka-figure> on any page: several at once, from attributes, moved and removed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import PICTURE, Reader, reading

TWO = """<!doctype html><html lang="en"><title>Two</title><link rel="icon" href="data:,">
<script type="module" src="/src/entries/embed.js"></script>
<kuroaka-figure id="one" expression="x*y" at="x:2,y:3" frame="1" show="numbers"></kuroaka-figure>
<kuroaka-figure id="two" expression="sin(x)" frame="2" lang="ja"></kuroaka-figure>"""

BARE = """<!doctype html><html lang="en"><title>Bare</title><link rel="icon" href="data:,">
<script type="module" src="/src/figure/element.js"></script>"""

EMPTY = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,">
<body></body>"""

DEFINE = "() => import('/embed.js').then(() => customElements.whenDefined('kuroaka-figure')).then(() => {})"


@pytest.fixture(scope="module")
def host(browser: Browser, server_url: str) -> Iterator[Page]:
    """A page of somebody else, empty; the same for all, each begins it anew."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    page = context.new_page()
    page.route("**/host", lambda route: route.fulfill(body=EMPTY, content_type="text/html"))
    page.goto(f"{server_url}/host")
    yield page
    context.close()


def put(page: Page, markup: str, *, defined: bool = True) -> None:
    """The page with nothing but this in it."""
    page.reload()
    if defined:
        page.evaluate(DEFINE)
    page.evaluate(
        "markup => { document.body.innerHTML = markup; window.figure = document.querySelector('kuroaka-figure'); }",
        markup,
    )


def drawn(page: Page) -> None:
    expect(page.locator("kuroaka-figure svg.kuroaka")).to_be_visible()


@contextmanager
def two_figures(browser: Browser, server_url: str) -> Iterator[Reader]:
    with reading(browser, server_url) as reader:
        policy = reader.page.request.get(server_url).headers["content-security-policy"]
        headers = {"Content-Type": "text/html", "Content-Security-Policy": policy}
        reader.page.route("**/two", lambda route: route.fulfill(body=TWO, headers=headers))
        reader.page.goto(f"{server_url}/two")
        for name in ("one", "two"):
            expect(reader.page.locator(f"#{name} svg.kuroaka")).to_be_visible()
        yield reader


def test_two_figures_do_not_disturb_each_other(browser: Browser, server_url: str) -> None:
    with two_figures(browser, server_url) as reader:
        one, two = reader.page.locator("#one"), reader.page.locator("#two")
        expect(one.locator(".phase")).to_have_text("Forward 1/1")
        expect(two.locator(".phase")).to_have_text("逆伝播 1/1")
        expect(one.locator(".line[data-line=out] .forward .number")).to_have_attribute("data-printed", "6")
        one.locator("button.ahead").focus()
        one.locator("button.ahead").press("ArrowRight")
        expect(one.locator(".phase")).to_have_text("Backward 1/1")
        expect(two.locator(".phase")).to_have_text("逆伝播 1/1")
        two.locator(".segments label").nth(1).click()
        expect(two.locator(".line[data-line=out] .forward .number")).to_be_visible()
        two.locator(".segments label").nth(0).click()
        expect(two.locator(".line[data-line=out] .forward .number")).to_be_hidden()
        expect(one.locator(".line[data-line=out] .forward .number")).to_be_visible()


def test_attributes_can_change(browser: Browser, server_url: str) -> None:
    with two_figures(browser, server_url) as reader:
        one = reader.page.locator("#one")
        one.evaluate("figure => { figure.setAttribute('at', 'x:5,y:3'); figure.setAttribute('frame', '2'); }")
        expect(one.locator(".line[data-line=out] .forward .number")).to_have_attribute("data-printed", "15")
        expect(one.locator(".phase")).to_have_text("Backward 1/1")
        one.evaluate("figure => figure.setAttribute('expression', 'x + y')")
        expect(one.locator(".line[data-line=out] .forward .number")).to_have_attribute("data-printed", "8")


def test_a_figure_that_is_moved_in_the_page_stays_at_its_frame(browser: Browser, server_url: str) -> None:
    with two_figures(browser, server_url) as reader:
        one = reader.page.locator("#one")
        before = reader.picture()
        one.evaluate("figure => figure.parentNode.append(figure)")
        assert one.evaluate(PICTURE) == before


def test_loading_the_class_registers_nothing(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.page.route("**/bare", lambda route: route.fulfill(body=BARE, content_type="text/html"))
        reader.page.goto(f"{server_url}/bare")
        loaded = "import(document.scripts[0].src).then(() => customElements.get('kuroaka-figure') === undefined)"
        assert reader.page.evaluate(loaded) is True


STANDS = "[figure.show, figure.frame, figure.player.playing]"
PRINTED = "figure.shadowRoot.querySelector('.line[data-line=out] .forward .number').dataset.printed"


def test_a_new_attribute_leaves_what_the_reader_chose(host: Page) -> None:
    put(host, '<kuroaka-figure expression="x*y" at="x:2,y:3"></kuroaka-figure>')
    drawn(host)
    host.get_by_role("radio", name="Numbers").check()
    host.evaluate("figure.seek(2)")
    host.get_by_role("button", name="One frame back").click()
    assert host.evaluate(STANDS) == ["numbers", 1, False]
    host.evaluate("figure.setAttribute('at', 'x:5,y:3')")
    assert host.evaluate(STANDS) == ["numbers", 1, False]
    assert host.evaluate(PRINTED) == "15"
    host.evaluate("figure.setAttribute('show', 'rules')")
    assert host.evaluate(STANDS) == ["rules", 1, False]
    host.evaluate("figure.removeAttribute('show')")
    assert host.evaluate(STANDS) == ["formulas", 1, False]


def test_a_finished_figure_stays_finished(host: Page) -> None:
    put(host, '<kuroaka-figure expression="x*y" at="x:2,y:3" speed="2"></kuroaka-figure>')
    drawn(host)
    host.wait_for_function("!figure.player.playing && figure.frame === 2")
    host.evaluate("figure.setAttribute('at', 'x:5,y:3')")
    assert host.evaluate(STANDS) == ["formulas", 2, False]


def test_another_expression_begins_where_the_attribute_says(host: Page) -> None:
    put(host, '<kuroaka-figure expression="x*y" frame="1"></kuroaka-figure>')
    drawn(host)
    host.evaluate("figure.seek(2)")
    host.evaluate("figure.setAttribute('expression', 'x + y + z')")
    host.wait_for_function("figure.session.leaves.length === 3 && figure.frame === 1")
    assert host.evaluate(STANDS) == ["formulas", 1, False]


def test_without_animate_it_stands_finished_and_plays_when_asked(host: Page) -> None:
    put(host, '<kuroaka-figure expression="x*y" animate="no"></kuroaka-figure>')
    drawn(host)
    assert host.evaluate(STANDS) == ["formulas", 2, False]
    host.evaluate("figure.play()")
    assert host.evaluate("figure.player.playing")


# By attribute: what a framework may set, how the attribute stands then, what the property reads.
PROPERTIES: dict[str, tuple[Any, str, Any]] = {
    "expression": ("h = x*y; h + x", "h = x*y; h + x", "h = x*y; h + x"),
    "syntax": ("text", "text", "text"),
    "output": ("h", "h", "h"),
    "at": ({"x": 2, "y": 3}, "x:2,y:3", {"x": 2, "y": 3}),
    "seed": (5, "5", 5),
    "seeds": ({"z": 4}, "z:4", {"z": 4}),
    "open": ("tanh", "tanh", "tanh"),
    "fold": (["h"], "h", "h"),
    "view": ("network", "network", "network"),
    "derivative": ("", "", ""),
    "show": ("numbers", "numbers", "numbers"),
    "naming": ("names", "names", "names"),
    "fit": ("slide", "slide", "slide"),
    "frame": (1, "1", 1),
    "animate": (False, "0", None),
    "dashes": (True, "1", True),
    "lang": ("ja", "ja", "ja"),
    "speed": (0.5, "0.5", 0.5),
    "loop": (True, "1", True),
    "node": ("n0", "n0", "n0"),
    "hide": (["zoom"], "zoom", ["zoom"]),
    "lecture": (True, "1", True),
    "black": (True, "1", True),
    "print": ("all", "all", "all"),
    "blank": (True, "1", True),
}
SET = """given => { for (const [name, value] of Object.entries(given)) figure[name] = value; }"""


@pytest.mark.parametrize("first", [True, False])
def test_every_attribute_is_a_property_before_and_after_the_class_is_known(host: Page, first: bool) -> None:
    put(host, "<kuroaka-figure></kuroaka-figure>", defined=first)
    given = {name: value for name, (value, _, _) in PROPERTIES.items()}
    host.evaluate(SET, given)
    if not first:
        host.evaluate(DEFINE)
    drawn(host)
    assert host.evaluate("[...figure.constructor.observedAttributes].sort()") == sorted(PROPERTIES)
    for name, (_, written, read) in PROPERTIES.items():
        assert host.evaluate("name => figure.getAttribute(name)", name) == written, name
        if name != "animate":  # the browser has a method of that name, and keeps it
            assert host.evaluate("name => figure[name]", name) == read, name
    assert host.evaluate("typeof figure.animate([], 1).cancel") == "function"
    assert host.evaluate("figure.session.gradients") == {"x": 15, "y": 10}
    assert host.evaluate("[figure.player.rate, figure.player.loop]") == [0.5, True]
    for name in set(PROPERTIES) - {"lang"}:  # that property is the browser's own
        host.evaluate("name => { figure[name] = undefined; }", name)
        assert host.evaluate("name => figure.hasAttribute(name)", name) is False, name


def test_a_switch_without_a_value_is_on(host: Page) -> None:
    put(host, '<kuroaka-figure expression="x*y" loop dashes="off"></kuroaka-figure>')
    drawn(host)
    assert host.evaluate("[figure.loop, figure.player.loop, figure.dashes]") == [True, True, False]
    host.evaluate("figure.loop = false")
    assert host.evaluate("[figure.getAttribute('loop'), figure.player.loop]") == ["0", False]


def test_events_reach_the_page_out_of_another_element(host: Page) -> None:
    put(host, "<div></div>")
    host.evaluate("""() => {
      window.heard = [];
      for (const type of ["frame", "change", "problem"])
        document.body.addEventListener(type, ({ target }) => heard.push([type, target.localName]));
      const root = document.querySelector("div").attachShadow({ mode: "open" });
      root.append(window.figure = document.createElement("kuroaka-figure"));
      figure.expression = "x*y";
    }""")
    host.wait_for_function("heard.some(([type]) => type === 'frame') && heard.some(([type]) => type === 'change')")
    host.evaluate("figure.expression = 'x +'")
    host.wait_for_function("heard.some(([type]) => type === 'problem')")
    assert {name for _, name in host.evaluate("heard")} == {"div"}


def test_what_is_shown_late_is_put_to_its_time_and_plays(host: Page) -> None:
    """In a tab, a slide, an accordion: as long as nothing is shown the browser has no animations."""
    put(host, '<div style="display: none"><kuroaka-figure expression="x*y" frame="1"></kuroaka-figure></div>')
    host.wait_for_function("figure.session.graph !== null")
    host.evaluate("document.querySelector('div').style.display = ''")
    drawn(host)
    moves = "figure.drawing.animations()"
    host.wait_for_function(f"{moves}.length && {moves}.every(({{ playState }}) => playState === 'paused')")
    times = host.evaluate(f"[...new Set({moves}.map(({{ currentTime }}) => currentTime))]")
    assert times == [host.evaluate("figure.player.timeline.times[1] * 1000")]
    host.evaluate("figure.play()")
    host.wait_for_function(f"{moves}.some(({{ playState }}) => playState === 'running')")


def test_one_that_is_moved_while_it_waits_for_its_answer_is_drawn(host: Page) -> None:
    put(host, "<div></div><p></p>")
    host.evaluate("""async () => {
      window.figure = document.createElement("kuroaka-figure");
      figure.expression = "x*y";
      document.querySelector("div").append(figure);
      await new Promise(requestAnimationFrame);
      document.querySelector("p").append(figure);
    }""")
    drawn(host)


INK = """getComputedStyle(figure.shadowRoot.querySelector(".stage svg")).fill"""
RED = """getComputedStyle(figure.shadowRoot.querySelector(".backward .stroke")).stroke"""


def test_colours_are_those_of_the_pages_scheme_and_no_others(host: Page) -> None:
    host.emulate_media(color_scheme="dark")
    try:
        put(
            host,
            "<style>:root { --ink: lime; --red: lime; --paper: lime; --k-ink: lime }</style>"
            '<kuroaka-figure expression="x*y" frame="2"></kuroaka-figure>',
        )
        drawn(host)
        light, dark = ["rgb(0, 0, 0)", "rgb(211, 35, 47)"], ["rgb(245, 245, 245)", "rgb(255, 107, 111)"]
        assert host.evaluate(f"[{INK}, {RED}]") == light, "a page that says nothing is light"
        for scheme, colours in (("dark", dark), ("light dark", dark), ("light", light)):
            host.evaluate("scheme => { document.documentElement.style.colorScheme = scheme; }", scheme)
            assert host.evaluate(f"[{INK}, {RED}]") == colours, scheme
    finally:
        host.emulate_media(color_scheme="light")


def test_a_page_that_runs_to_the_left_does_not_turn_the_sentence(host: Page) -> None:
    places = """() => [...figure.shadowRoot.querySelectorAll(".says, .says *, .transport > *, .stage svg")].map(
      part => part.getBoundingClientRect().left.toFixed(1))"""
    put(host, '<kuroaka-figure expression="1/(1+exp(-x))" frame="3" at="x:2"></kuroaka-figure>')
    drawn(host)
    host.evaluate("() => document.fonts.load('16px \"STIX Two Math\"').then(() => null)")
    before = host.evaluate(places)
    host.evaluate("document.documentElement.dir = 'rtl'")
    assert host.evaluate(places) == before
    host.evaluate("figure.dir = 'rtl'")
    assert host.evaluate(places) == before
