"""For everyone: without colour, without a mouse, on paper, with other spacing, on a small screen."""

import re
from typing import Any, Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import violations
from tests.browser.reader import WRITTEN, Reader, reading

NETWORK = "h = relu(w_1*x + b_1); k = sigmoid(w_2*h + b_2); L = (k - 1)^2"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True}

# The element that has the focus, through all shadow roots: what it is, and how wide the outline is that says so. A
# radio button is unseen; the text beside it has its outline.
FOCUS = """() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return null;
    const seen = element.matches(".segments input") ? element.nextElementSibling : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(seen);
    return {
        is: `${element.localName}.${element.getAttribute("class") ?? ""}#${element.id}`,
        ring: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth),
    };
}"""


def focus(reader: Reader) -> Any:
    return reader.page.evaluate(FOCUS)


def tab_to(reader: Reader, target: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(60):
        if target.evaluate("target => target.matches(':focus')"):
            return
        reader.page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {target}")


def walk_to(reader: Reader, operation: str) -> None:
    """Press the right arrow until the focus is on a node of this operation."""
    for _ in range(20):
        at = reader.figure.evaluate("figure => figure.shadowRoot.activeElement?.dataset.node")
        nodes = reader.figure.evaluate("figure => figure.session.graph.nodes.map(node => [node.id, node.operation])")
        if dict(nodes).get(at) == operation:
            return
        reader.page.keyboard.press("ArrowRight")
    pytest.fail(f"the arrow does not lead to {operation}")


def test_red_is_told_from_black_without_colour(browser: Browser, server_url: str) -> None:
    dashes = """figure => [...figure.shadowRoot.querySelectorAll(".stroke")].map(stroke => [
        stroke.parentElement.classList.contains("backward"),
        getComputedStyle(stroke).strokeDasharray.split(",").length > 2])"""
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        assert not any(dashed for _, dashed in reader.figure.evaluate(dashes))
        button = reader.figure.get_by_role("button", name="Dash the red lines")
        button.click()
        assert all(is_red == dashed for is_red, dashed in reader.figure.evaluate(dashes))
        expect(reader.page).to_have_url(re.compile("dashes=1"))
        stroke = reader.figure.locator(".line[data-line=out] .backward .stroke")
        expect(stroke).to_have_css("visibility", "visible")
        reader.page.keyboard.press("Home")
        expect(stroke).to_have_css("visibility", "hidden")
        reader.value("a").locator(".number").fill("-2")  # a new drawing of the same figure
        expect(reader.figure.locator(".says")).to_contain_text("nothing has been computed yet")
        reader.page.reload()
        expect(button).to_have_attribute("aria-pressed", "true")
        assert all(is_red == dashed for is_red, dashed in reader.figure.evaluate(dashes))
        button.click()
        assert not any(dashed for _, dashed in reader.figure.evaluate(dashes))
    with reading(browser, server_url, forced_colors="active") as reader:
        reader.open("?frame=8")
        assert all(is_red == dashed for is_red, dashed in reader.figure.evaluate(dashes))
        expect(reader.page).to_have_url(f"{server_url}/?{WRITTEN}&frame=8")
        chosen = reader.figure.locator(".segments :checked + span")
        paint = (
            "span => { const { color, backgroundColor } = getComputedStyle(span); return [color, backgroundColor]; }"
        )
        colour, ground = chosen.evaluate(paint)
        assert colour != ground


def test_what_was_perhaps_not_meant_is_said_quietly(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=9&expr={quote('xy + x')}")
        expect(reader.problem).to_have_text("xy is read as one name. For a product, type x*y.")
        expect(reader.expression).to_have_attribute("aria-invalid", "false")
        reader.page.get_by_role("radio", name="日本語").check()
        expect(reader.problem).to_contain_text("x*y")
        expect(reader.problem).not_to_contain_text("product")
        reader.expression.fill("x*y + x")
        expect(reader.result("y")).to_be_visible()
        expect(reader.problem).to_be_empty()


def test_a_tap_brings_the_card_and_back_goes_to_the_figure(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, **PHONE) as reader:
        reader.open("?frame=8")
        node = reader.figure.locator(".node[data-node=n0]")
        node.tap()
        heading = reader.page.locator(".card h2")
        expect(heading).to_be_in_viewport()
        sheet = reader.page.locator(".card").bounding_box()
        box = node.bounding_box()
        assert sheet is not None
        assert box is not None
        assert sheet["height"] <= 0.46 * PHONE["viewport"]["height"]
        assert box["y"] + box["height"] <= sheet["y"], "the figure is seen with its card"
        reader.page.get_by_role("button", name="Back to the figure").tap()
        expect(node).to_be_in_viewport()
        expect(node).to_be_focused()
        expect(heading).to_contain_text("constant a")
        reader.page.keyboard.press("Enter")  # it is chosen no more
        expect(heading).to_be_hidden()


def test_nothing_shifts_while_a_figure_plays(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, **PHONE) as reader:
        reader.open("?frame=0&speed=2&show=formulas,numbers&lang=ja")
        reader.page.evaluate(
            """() => { window.shifts = [];
            new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(({ value, sources }) =>
                [value, ...sources.map(({ previousRect, currentRect }) => [previousRect, currentRect])])))
                .observe({ type: "layout-shift" }); }"""
        )
        reader.press("toggle")
        expect(reader.phase).to_have_text("逆伝播 4/4")
        expect(reader.figure.locator("button.toggle")).to_have_accessible_name("再生")
        assert reader.page.evaluate("window.shifts") == []


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_jumps_while_the_page_comes(browser: Browser, server_url: str, width: int) -> None:
    viewport = {"width": width, "height": 900}
    with reading(browser, server_url, viewport=viewport, alone=True) as reader:  # nothing is in its cache
        reader.page.add_init_script(
            """window.shifted = 0;
            new PerformanceObserver(list => list.getEntries().forEach(({ value }) => { window.shifted += value; }))
                .observe({ type: "layout-shift", buffered: true });"""
        )
        reader.open("?frame=8")
        expect(reader.page.locator(".check-says")).not_to_be_empty()
        assert reader.page.evaluate("window.shifted") < 0.05  # what comes late moves only what stands below it


def test_every_stop_of_the_tab_key_is_seen_and_none_is_a_trap(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&node=n2&expr={quote('x*x + 1/y')}")
        reader.page.locator(".ledger summary").click()
        reader.page.locator(".paths summary").click()
        reader.page.locator("h1").click()
        stops = []
        for _ in range(80):
            reader.page.keyboard.press("Tab")
            stop = focus(reader)
            if stop is None:
                break
            stops.append(stop)
        else:
            pytest.fail(f"Tab does not come to an end: {stops}")
        assert [stop["is"] for stop in stops if stop["ring"] < 2] == []
        assert len(stops) > 25


PHASES = {"en": ("Start", "Forward", "Backward"), "ja": ("開始前", "順伝播", "逆伝播")}


@pytest.mark.parametrize(
    ("lang", "width", "scheme"),
    [
        ("en", 1440, "light"),
        ("ja", 360, "dark"),
        pytest.param("en", 360, "light", marks=pytest.mark.slow),
        pytest.param("ja", 1440, "dark", marks=pytest.mark.slow),
    ],
)
def test_the_whole_page_by_keyboard_alone(
    browser: Browser, server_url: str, lang: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    viewport = {"width": width, "height": 900}
    with reading(browser, server_url, viewport=viewport, color_scheme=scheme, locale=lang) as reader:
        page, press = reader.page, reader.page.keyboard.press
        start, forward, backward = PHASES[lang]
        reader.open("?frame=8")
        # 11: the language, there and back
        tab_to(reader, page.locator("input[name=lang]:checked"))
        there, back = ("ArrowLeft", "ArrowRight") if lang == "en" else ("ArrowRight", "ArrowLeft")
        press(there)
        expect(reader.phase).to_have_text(f"{PHASES['ja' if lang == 'en' else 'en'][2]} 4/4")
        press(back)
        expect(reader.phase).to_have_text(f"{backward} 4/4")
        # 9, 10: an expression, and its link
        tab_to(reader, reader.expression)
        press("Control+a")
        reader.refused = True  # on a slow machine what is typed so far may be asked for, and is no expression yet
        page.keyboard.type("sigmoid(x*x) + 1/y")
        press("Enter")
        expect(page).to_have_url(re.compile(r"expr=sigmoid\(x\*x\)"))
        # 12, 3: from node to node along the lines, and a card
        tab_to(reader, reader.figure.locator(".node[tabindex='0']"))
        walk_to(reader, "sigmoid")
        press("Enter")
        expect(page.locator(".card h2")).to_contain_text("sigmoid", ignore_case=True)
        # 8: its inside, and closed again
        tab_to(reader, page.locator(".card .open"))
        press("Enter")
        expect(page).to_have_url(re.compile("open=sigmoid"))
        press("Enter")
        expect(page).not_to_have_url(re.compile("open=sigmoid"))
        press("Escape")
        expect(page.locator(".card h2")).to_be_hidden()
        # 1: frame by frame, and play
        tab_to(reader, reader.figure.locator(".scrubber"))
        press("Home")
        expect(reader.phase).to_have_text(start)
        press("ArrowRight")
        expect(reader.phase).to_have_text(f"{forward} 1/3")
        # 2: what is read on the lines
        tab_to(reader, reader.figure.locator("input[name=show]:checked"))
        press("ArrowRight")
        expect(reader.label("out", "forward")).to_be_attached()
        expect(page).to_have_url(re.compile("show=numbers"))
        # 9: a value
        slider = reader.value("x").get_by_role("slider")
        tab_to(reader, slider)
        before = reader.value("x").locator(".number").input_value()
        press("ArrowRight")
        expect(reader.value("x").locator(".number")).not_to_have_value(before)
        # 4: the ledger, row by row, and what overwriting does
        tab_to(reader, page.locator(".ledger summary"))
        press("Enter")
        rows = page.locator(".account tr[tabindex]")
        tab_to(reader, rows.first)
        lit = reader.figure.locator(".line.pointed")
        expect(lit).to_have_count(1)
        first = lit.get_attribute("data-line")
        press("ArrowDown")
        expect(rows.nth(1)).to_be_focused()
        expect(lit).not_to_have_attribute("data-line", first or "")
        assert page.locator(".account tr[tabindex='0']").count() == page.locator(".account").count()
        tab_to(reader, page.locator(".ledger input[type=checkbox]"))
        press("Space")
        expect(page.locator(".ledger .differs")).to_have_count(1)
        # 5: a path
        tab_to(reader, page.locator(".paths summary"))
        press("Enter")
        tab_to(reader, page.locator(".path").first)
        press("Enter")
        expect(reader.figure.locator(".line.path").first).to_be_visible()
        press("Enter")
        # 7: the point on the curve
        tab_to(reader, page.locator(".curves"))
        press("End")
        expect(reader.value("x").locator(".number")).to_have_value("5")
        # 6: the nudge of the check
        tab_to(reader, page.locator(".check-step input"))
        press("ArrowLeft")
        expect(page).to_have_url(re.compile(r"h=0\.0001"))
        expect(page.locator(".check-step output")).to_have_text("10−4")
        tab_to(reader, page.locator(".nudge"))
        press("Enter")
        expect(reader.figure.locator(".line.nudged").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_has_the_finished_figure_and_no_controls(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, color_scheme="dark") as reader:
        reader.open("?frame=3&theme=dark&node=n7")
        pages = re.findall(rb"/Type\s*/Page\b", reader.page.pdf(format="A4", print_background=True))
        assert len(pages) == 1
        assert reader.frame() == 3, "what is printed is the end, and then the reader is where he was"
        reader.page.emulate_media(media="print")
        reader.page.set_viewport_size({"width": 720, "height": 1000})
        reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        controls = reader.page.locator("button, select, input, textarea, summary, .panel, .transport, .zoom, .caption")
        assert [control.evaluate("part => part.outerHTML") for control in controls.all() if control.is_visible()] == []
        head = reader.page.locator(".paper-head")
        expect(head).to_contain_text("exp(a*x)")
        expect(head).to_contain_text("x = 0.5")
        expect(head).to_contain_text(f"{server_url}/?{WRITTEN}&frame=3")
        box = reader.figure.locator(".paper svg").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 720
        stroke = reader.figure.locator(".paper .line[data-line=e0] .backward .stroke")
        expect(stroke).to_have_css("stroke", "rgb(211, 35, 47)")
        expect(stroke).to_have_css("visibility", "visible")


STATES = {
    "forward": "?frame=2&lang=ja",
    "backward": "?frame=6&show=formulas,numbers",
    "rules": "?frame=8&show=rules&node=n7&dashes=1",
    "network": f"?frame=4&expr={quote(NETWORK)}&seed=-2&show=numbers&lang=ja",
    "gaps": f"?frame=9&expr={quote('tan(x) + xy/x')}&at=x:0&theme=paper",
}


def test_axe_finds_nothing_in_any_state(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, bypass_csp=True) as reader:
        for state, query in STATES.items():
            reader.open(query)
            reader.page.evaluate("for (const panel of document.querySelectorAll('details.panel')) panel.open = true;")
            assert violations(reader) == [], state


def test_wider_text_and_twofold_zoom_cut_nothing_off(browser: Browser, server_url: str) -> None:
    wider = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    cut = """() => [...document.querySelectorAll("button, .segments span, .tagline, dd, dt, p, summary, label"),
        ...document.querySelector("kuroaka-figure").shadowRoot.querySelectorAll("button, .segments span, .phase")]
        .filter(part => part.checkVisibility() && !part.matches(".unseen, .unseen *, [tabindex]"))
        .filter(part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline")
        .map(part => part.outerHTML.slice(0, 200))"""
    with reading(browser, server_url, bypass_csp=True, viewport={"width": 640, "height": 512}) as reader:
        for lang in ("en", "ja"):
            reader.open(f"?frame=8&node=n7&lang={lang}")
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= 640
            reader.page.add_style_tag(content=wider)
            reader.figure.evaluate(
                "(figure, rules) => { const sheet = document.createElement('style'); sheet.textContent = rules;"
                " figure.shadowRoot.append(sheet); }",
                wider,
            )
            assert reader.page.evaluate(cut) == []
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= 640
