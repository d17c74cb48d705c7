"""An operation opens into its inside and closes again; bound names fold into circles; the numbers stay."""

import re
from urllib.parse import quote

from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import violations
from tests.browser.reader import Reader, reading

NEURON = quote("y = sigmoid(w*x)")
NETWORK = quote("h_1 = tanh(w_1*x + b_1); h_2 = tanh(w_2*x + b_2); y = u_1*h_1 + u_2*h_2")


def circle(reader: Reader, name: str) -> Locator:
    """A node of the figure by what a screen reader says of it."""
    return reader.figure.get_by_role("button", name=re.compile(f"^{re.escape(name)}(:|$)"))


def button(reader: Reader, name: str) -> Locator:
    return reader.page.locator(".card").get_by_role("button", name=name, exact=True)


def results(reader: Reader) -> list[str]:
    return reader.page.locator(".result .printed").all_text_contents()


def test_an_operation_opens_and_closes_by_click(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={NEURON}&at=x:0.5,w:2")
        before = results(reader)
        circle(reader, "sigmoid").click()
        button(reader, "Open sigmoid").click()
        expect(circle(reader, "exp")).to_be_visible()
        expect(circle(reader, "sigmoid")).to_have_count(0)
        expect(reader.page).to_have_url(re.compile("open=sigmoid"))
        expect(reader.page.locator(".card h2")).to_contain_text("÷")  # the last of the inside is selected in its place
        assert results(reader) == before
        button(reader, "Close sigmoid").click()
        expect(circle(reader, "sigmoid")).to_be_visible()
        expect(reader.page).not_to_have_url(re.compile("open="))
        expect(reader.page.locator(".card h2")).to_contain_text("Sigmoid")
        assert results(reader) == before


def test_the_slope_is_z_times_one_minus_z_both_ways(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=99&lang=en&expr=sigmoid(x)&at=x:0.5&open=sigmoid")
        circle(reader, "÷").click()
        rows = reader.page.locator(".card-rows").first
        for what, formula in (("sigmoid as one circle", "z"), ("Through its inside", "e")):
            value = rows.locator("dt", has_text=what).locator("+ dd")
            expect(value).to_contain_text(formula)
            expect(value).to_contain_text("0.2350")
        reader.value("x").locator(".number").fill("0")
        for what in ("sigmoid as one circle", "Through its inside"):
            expect(rows.locator("dt", has_text=what).locator("+ dd")).to_contain_text("0.25")


def test_by_keyboard_the_focus_stays_on_the_button(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={NEURON}&at=x:0.5,w:2")
        circle(reader, "sigmoid").focus()
        reader.page.keyboard.press("Enter")
        button(reader, "Open sigmoid").focus()
        reader.page.keyboard.press("Enter")
        expect(button(reader, "Close sigmoid")).to_be_focused()
        reader.page.keyboard.press("Enter")
        expect(button(reader, "Open sigmoid")).to_be_focused()


def test_back_closes_what_was_opened(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={NEURON}&at=x:0.5,w:2")
        circle(reader, "sigmoid").click()
        button(reader, "Open sigmoid").click()
        expect(circle(reader, "exp")).to_be_visible()
        reader.value("x").locator(".number").fill("0.25")
        expect(reader.page).to_have_url(re.compile("x:0.25"))
        reader.page.go_back()
        expect(circle(reader, "sigmoid")).to_be_visible()
        expect(reader.value("x").locator(".number")).to_have_value("0.5")
        reader.page.go_forward()
        expect(circle(reader, "exp")).to_be_visible()
        expect(reader.value("x").locator(".number")).to_have_value("0.25")


def test_values_and_playing_survive_opening(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=0&lang=en&expr={NEURON}")
        reader.value("w").locator(".number").fill("3")
        circle(reader, "sigmoid").click()
        button(reader, "Open sigmoid").click()
        expect(circle(reader, "exp")).to_be_visible()
        expect(reader.value("w").locator(".number")).to_have_value("3")
        assert reader.frame() == 0  # nothing is told before its time
        reader.press("toggle")
        button(reader, "Close sigmoid").click()
        expect(circle(reader, "sigmoid")).to_be_visible()
        assert reader.figure.evaluate("figure => figure.player.playing")


def test_names_fold_and_unfold(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={NETWORK}")
        row = reader.page.get_by_role("group", name="Fold into one circle")
        before = results(reader)
        row.get_by_role("button", name="h_1").click()
        expect(circle(reader, "h_1").or_(reader.figure.locator(".node.folded"))).to_have_count(1)
        row.get_by_role("button", name="h_2").click()
        expect(reader.figure.locator(".node.folded")).to_have_count(2)
        expect(row.get_by_role("button", name="h_1")).to_have_attribute("aria-pressed", "true")
        assert results(reader) == before
        reader.figure.locator(".node.folded").first.click()
        expect(reader.page.locator(".card h2")).to_have_text("h_1, folded into one circle")
        expect(reader.page.locator(".card")).to_contain_text("stands for 3 operations")
        assert reader.page.locator(".card dt", has_text="Back to").all_text_contents() == [
            "Back to w_1",
            "Back to x",
            "Back to b_1",
        ]
        button(reader, "Unfold h_1").click()
        expect(reader.figure.locator(".node.folded")).to_have_count(1)
        row.get_by_role("button", name="Fold all", exact=True).click()
        expect(reader.figure.locator(".node.folded")).to_have_count(2)
        row.get_by_role("button", name="Unfold all").click()
        expect(reader.figure.locator(".node.folded")).to_have_count(0)
        assert results(reader) == before


def test_two_folds_at_once_both_count(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={NETWORK}")
        reader.page.locator(".folding").evaluate("row => row.querySelectorAll('.fold').forEach(one => one.click())")
        expect(reader.figure.locator(".node.folded")).to_have_count(2)
        expect(reader.page).to_have_url(re.compile("fold=h_1,h_2"))


def test_the_circle_is_a_place_to_walk_to(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={quote('h = exp(2*x); h*y')}&fold=h")
        circle(reader, "x").focus()
        reader.page.keyboard.press("ArrowRight")
        focused = "figure => figure.shadowRoot.activeElement.getAttribute('aria-label')"
        assert reader.figure.evaluate(focused) == "h: value 2.718, gradient 1, folded"
        reader.page.keyboard.press("ArrowLeft")
        assert reader.figure.evaluate(focused).startswith("x: ")


def test_sentences_in_japanese_and_a_circle_that_plays(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=1&lang=ja&expr={quote('h = exp(2*x); h*y')}&fold=h")
        expect(reader.figure.locator(".caption")).to_contain_text("h")
        expect(reader.page.locator(".folding")).to_contain_text("1 つのノードにまとめる")
        reader.figure.locator(".node.folded").click()
        expect(reader.page.locator(".card h2")).to_have_text("h (まとめたノード)")
        reader.page.locator(".card").get_by_role("button", name="h を展開する").click()
        expect(reader.figure.locator(".node.folded")).to_have_count(0)


def test_what_cannot_be_opened_says_why_and_the_figure_stays(browser: Browser, server_url: str) -> None:
    """Ninety tanh make a graph that fits; opened it would not."""
    with reading(browser, server_url) as reader:
        reader.refused = True
        reader.open(f"?frame=99&lang=en&expr={quote('+'.join(['tanh(x)'] * 90))}")
        circle(reader, "tanh").first.click()
        button(reader, "Open tanh").click()
        expect(reader.problem).to_be_visible()
        expect(circle(reader, "tanh").first).to_be_visible()
        expect(reader.page).not_to_have_url(re.compile("open="))
        expect(button(reader, "Open tanh")).to_be_visible()


def test_axe_finds_nothing_on_a_phone(browser: Browser, server_url: str) -> None:
    phone = {"width": 360, "height": 740}
    with reading(browser, server_url, bypass_csp=True, viewport=phone) as reader:
        reader.open(f"?frame=99&lang=ja&expr={NETWORK}&fold=h_1&open=tanh")
        reader.figure.locator(".node.folded").click()
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert violations(reader) == []


def test_what_is_seen_from_afar_keeps_its_lines(browser: Browser, server_url: str) -> None:
    layers = ";".join(f"{name}=tanh({'*'.join(['x', *'yzuvwpq'[:7]])})" for name in ("a_1", "a_2", "a_3", "a_4", "a_5"))
    with reading(browser, server_url) as reader:
        expr = quote(layers + ";a_1*a_2*a_3*a_4*a_5")
        reader.open(f"?frame=99&lang=en&expr={expr}&fold=a_1,a_2,a_3,a_4,a_5")
        expect(reader.figure.locator(".node.folded")).to_have_count(5)
        reader.press("whole")
        svg = reader.figure.locator("svg.kuroaka")
        scale = svg.evaluate("svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width")
        assert scale < 0.4
        line = svg.locator(".backward .stroke").first
        width = line.evaluate("line => parseFloat(getComputedStyle(line).strokeWidth)")
        assert width * scale > 0.5


def test_what_is_not_drawn_is_shown_by_its_circle(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={quote('h = exp(1/x); h*y')}&at=x:0&fold=h")
        reader.expression.focus()
        reader.expression.evaluate("box => box.setSelectionRange(8, 8)")  # before 1/x
        reader.page.keyboard.press("ArrowRight")
        expect(reader.figure.locator(".node.folded")).to_have_class(re.compile(r"\bpointed\b"))
        expect(reader.figure.locator(".node.folded")).to_have_class(re.compile(r"\borigin\b"))
        reader.page.locator(".notes").get_by_role("button").first.click()
        expect(reader.page.locator(".card h2")).to_have_text("h, folded into one circle")
        expect(reader.figure.locator(".node.folded")).to_have_class(re.compile(r"\bselected\b"))


def test_a_call_opens_into_its_function_and_closes_again(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={quote('f(x) = 1/(1 + exp(-x)); f(w*x + b)')}&at=x:0.5")
        before = results(reader)
        circle(reader, "f").click()
        button(reader, "Open f").click()
        expect(circle(reader, "exp")).to_be_visible()
        expect(reader.page).to_have_url(re.compile("open=f"))
        assert results(reader) == before
        button(reader, "Close f").click()
        expect(circle(reader, "f")).to_be_visible()
        assert violations(reader) == []


def test_the_general_node_says_that_it_has_no_number(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&lang=en&expr={quote('z = f(x, y)')}")
        expect(reader.page.locator(".panel.notes")).to_contain_text("f has not been defined")
        circle(reader, "f").click()
        expect(reader.page.locator(".card h2")).to_have_text("Function f")
        expect(reader.page.locator(".card .card-rows").first).not_to_contain_text("NaN")


def test_hints_show_what_to_type_as_code(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?lang=en&expr=x")
        reader.refused = True
        reader.expression.fill("sin 2x y")
        expect(reader.problem.locator("code")).to_have_text(["sin(x)*y", "sin(x*y)"])
        reader.expression.fill("りんご*個数")
        expect(reader.figure.get_by_role("button", name=re.compile("^りんご"))).to_be_visible()
