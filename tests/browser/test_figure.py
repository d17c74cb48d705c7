"""The figure itself: three ways to read a line, nodes to walk through, its size, its loop, paper."""

from playwright.sync_api import Browser, expect

from tests.browser.reader import WRITTEN, reading


def test_a_formula_stands_with_its_number_and_a_rule_beside_black_formulas(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8&show=formulas,numbers")
        out = reader.figure.locator(".line[data-line=out]")
        expect(out.locator(".forward .formula")).to_be_visible()
        expect(out.locator(".forward .number")).to_be_visible()
        reader.value("x").locator(".number").fill("1")
        expect(out.locator(".forward .number")).to_have_attribute("data-printed", "0.7311")
        reader.figure.get_by_role("radio", name="Rules").check()
        expect(reader.figure.locator(".line .backward .rule").first).to_be_visible()
        expect(out.locator(".forward .rule")).to_be_visible()
        expect(reader.figure.locator(".line .formula")).to_have_count(0)
        expect(reader.page).to_have_url(f"{server_url}/?{WRITTEN}&at=x:1&frame=8&show=rules")


def test_arrows_follow_the_lines_from_node_to_node(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        node = reader.figure.locator(".node[data-node=n6]")
        expect(node).to_have_accessible_name("×: value −0.5, gradient −0.2350")
        node.focus()
        keyboard = reader.page.keyboard
        keyboard.press("ArrowRight")
        expect(reader.figure.locator(".node[data-node=n7]")).to_be_focused()
        keyboard.press("ArrowUp")
        expect(reader.figure.locator(".node[data-node=n3]")).to_be_focused()
        keyboard.press("Enter")
        expect(reader.figure.locator(".node[data-node=n3]")).to_have_attribute("aria-pressed", "true")
        assert reader.frame() == 8


def test_the_figure_grows_and_shrinks_in_its_place(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=8")
        stage, svg = reader.figure.locator(".stage"), reader.figure.locator("svg.kuroaka")
        before, box = svg.bounding_box(), stage.bounding_box()
        assert before
        reader.press("larger")
        after = svg.bounding_box()
        assert after
        assert after["width"] > before["width"] * 1.2
        assert stage.bounding_box() == box
        reader.press("whole")
        whole = svg.bounding_box()
        assert whole
        assert box
        assert whole["width"] <= box["width"]


def test_a_loop_begins_again(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=0&expr=x*y&speed=2")
        reader.press("loop")
        expect(reader.page).to_have_url(f"{server_url}/?expr=x*y&frame=0&speed=2&loop=1")
        reader.press("toggle")
        expect(reader.phase).to_have_text("Backward 1/1")
        expect(reader.phase).to_have_text("Forward 1/1")


def test_a_swipe_steps(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, has_touch=True) as reader:
        reader.open("?frame=2&expr=x*y%2B1")
        swipe = """(stage, [from, to]) => {
            const touch = x => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 });
            const tell = (name, touches, x) =>
                stage.dispatchEvent(new TouchEvent(name, { touches, changedTouches: [touch(x)] }));
            tell("touchstart", [touch(from)], from);
            tell("touchend", [], to); }"""
        stage = reader.figure.locator(".stage")
        stage.evaluate(swipe, [300, 200])
        assert reader.frame() == 3
        stage.evaluate(swipe, [200, 300])
        assert reader.frame() == 2
