"""Typing: drawn after a rest or at once on Enter; what is wrong is said and marked under its characters."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader, reading

# Where the text of the page has a character: measured on the mirror, which carries the same text.
MARK = "mark => { const { left, top, right } = mark.getBoundingClientRect(); return [left, top, right]; }"
CHARACTER = """(box, [line, before, at]) => {
    const ruler = document.createElement("canvas").getContext("2d");
    const style = getComputedStyle(box);
    ruler.font = style.font;
    const left = box.getBoundingClientRect().left + parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth);
    const top = box.getBoundingClientRect().top + parseFloat(style.paddingTop) + line * parseFloat(style.lineHeight);
    const start = left + ruler.measureText(before).width;
    return [start, top, start + ruler.measureText(at).width]; }"""


def assert_marked(reader: Reader, line: int, before: str, at: str) -> None:
    """The mark stands under ``at``, which follows ``before`` on that line."""
    left, top, right = reader.page.locator(".fault").evaluate(MARK)
    start, line_top, end = reader.expression.evaluate(CHARACTER, [line, before, at])
    assert (left, right) == (pytest.approx(start, abs=2), pytest.approx(end, abs=2))
    assert line_top - 2 <= top <= line_top + 20


def test_a_typed_expression_is_drawn_after_a_rest(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        reader.expression.fill("x*y")
        expect(reader.result("y")).to_have_text("0.5")
        expect(reader.phase).to_have_text("Forward 1/1")
        expect(reader.value("a")).to_have_count(0)


def test_enter_draws_at_once_and_shift_enter_begins_a_line(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.open("?frame=8")
        reader.stop_clock()  # so the rest after typing never ends
        reader.expression.fill("w = 2")
        reader.expression.press("Shift+Enter")
        reader.expression.press_sequentially("w*x")
        with reader.page.expect_response("**/api/v1/graph?**"):
            reader.expression.press("Enter")
        reader.page.clock.resume()
        expect(reader.result("w")).to_have_text("0.5")
        expect(reader.expression).to_have_value("w = 2\nw*x")


WRONG = [
    ("x + * 2", 0, "x + ", "*"),
    ("y = 2\n𝑥 + y * / 3", 1, "𝑥 + y * ", "/"),
    ("k = sin(2);\nk*foo(x)", 1, "k*", "foo"),
]


def test_the_mark_stands_under_the_wrong_characters(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.refused = True
        reader.open("?frame=8")
        for text, line, before, at in WRONG:
            reader.expression.fill(text)
            expect(reader.problem).not_to_be_empty()
            expect(reader.problem.locator(".hint")).not_to_be_empty()
            expect(reader.expression).to_have_attribute("aria-invalid", "true")
            assert_marked(reader, line, before, at)
            assert reader.figure.locator("svg.kuroaka").count() == 1, "the last good figure stays"
            expect(reader.result("x")).to_be_visible()

            reader.expression.fill("x + 2")
            expect(reader.problem).to_be_empty()
            expect(reader.page.locator(".fault")).to_have_count(0)


def test_nothing_is_sent_while_an_input_method_composes(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.open("?frame=8")
        asked: list[str] = []
        reader.page.on("request", lambda request: asked.append(request.url))
        session = reader.page.context.new_cdp_session(reader.page)
        reader.stop_clock()
        reader.expression.fill("")
        reader.expression.focus()
        asked.clear()
        session.send("Input.imeSetComposition", {"text": "ｘ＋", "selectionStart": 2, "selectionEnd": 2})
        reader.expression.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
        reader.page.clock.run_for(10_000)  # longer than any rest after typing: nothing must happen in it
        assert asked == []
        reader.page.clock.resume()
        session.send("Input.insertText", {"text": "ｘ＋１"})
        expect(reader.result("=")).to_have_text("1.5")


def test_an_expression_that_was_bad_from_the_start_is_explained(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.refused = True
        reader.page.goto(f"{server_url}/?expr=x%2B")
        expect(reader.problem).not_to_be_empty()
        reader.expression.fill("x+1")
        expect(reader.result("=")).to_have_text("1.5")


def test_escape_brings_back_the_drawn_expression_and_undo_the_typed_one(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?expr=x*y&frame=2")
        reader.refused = True
        reader.expression.focus()
        reader.page.keyboard.press("End")
        reader.page.keyboard.type(" +")
        expect(reader.problem).not_to_be_empty()
        reader.page.keyboard.press("Escape")
        expect(reader.expression).to_have_value("x*y")
        expect(reader.problem).to_be_empty()
        reader.page.keyboard.press("Control+z")
        expect(reader.expression).to_have_value("x*y +")


def test_an_empty_box_says_what_can_be_typed(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        reader.expression.fill("")
        expect(reader.problem.locator(".hint")).to_contain_text("LaTeX")
        reader.expression.fill("\\frac{1}{1 + e^{-x}}")
        expect(reader.result("=")).to_have_text("0.6225")
        expect(reader.problem).to_be_empty()


def test_what_is_seen_stands_where_the_caret_goes(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        reader.expression.fill("w = 2 # two\nsigmoid(w*x_1)^3")
        mirror = reader.page.locator(".mirror")
        assert mirror.inner_text().rstrip("\u200b") == "w = 2 # two\nsigmoid(w*x_1)^3"
        # at once: the figure that comes writes the mirror anew
        place = mirror.evaluate(f"mirror => ({MARK})([...mirror.querySelectorAll('[data-kind=name]')].at(-1))")
        start, top, end = reader.expression.evaluate(CHARACTER, [1, "sigmoid(w*", "x_1"])
        assert (place[0], place[2]) == (pytest.approx(start, abs=1), pytest.approx(end, abs=1))
        assert top <= place[1] <= top + 20


@pytest.mark.parametrize("lang", ["en", pytest.param("ja", marks=pytest.mark.slow)])  # the same drawings, other titles
def test_every_example_is_drawn(browser: Browser, server_url: str, lang: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=8&lang={lang}")
        menu = reader.page.locator("select.examples")
        expect(menu.locator("optgroup option").nth(14)).to_be_attached()
        count = menu.locator("optgroup option").count()
        assert count >= 15
        for place in range(count):
            menu.select_option(str(place))
            reader.page.wait_for_function(
                "() => document.querySelector('kuroaka-figure').session.expression === "
                "document.querySelector('#expression').value"
            )
            expect(reader.problem).to_be_empty()
            assert all(row["value"] is not None for row in reader.page.evaluate(LEAVES))


LEAVES = """() => { const { session } = document.querySelector("kuroaka-figure");
  return session.leaves.map(leaf => ({ name: leaf.name, value: session.result.adjoints[leaf.place] })); }"""
