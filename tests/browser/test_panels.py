"""What can be read under the figure: notes, the card of a node, the ledger of the branches, the paths."""

import re
from urllib.parse import quote

from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import violations
from tests.browser.reader import Reader, reading

CUBE = quote("x*x*x + x")


def node(reader: Reader, name: str) -> Locator:
    """A node of the figure."""
    return reader.figure.locator(f".node[data-node='{name}']")


def shown(formula: Locator) -> str:
    """A formula's characters, without the signs that only a screen reader hears."""
    return re.sub(r"[\s\u2061\u2062]", "", formula.text_content() or "")


def test_a_note_follows_the_slider_into_the_pole_and_out_again(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&expr={quote('1/y')}&at=y:2")
        notes = reader.page.locator(".notes")
        expect(notes).to_be_hidden()
        reader.value("y").get_by_label("y, number").fill("0")
        expect(notes).to_contain_text("÷ has no finite value for 1, 0.")
        expect(node(reader, "n2")).to_have_class(re.compile(r"\borigin\b"))
        notes.get_by_role("button").click()
        expect(reader.page.locator(".card h2")).to_contain_text("÷")
        reader.value("y").get_by_label("y, number").fill("0.5")
        expect(notes).to_be_hidden()
        expect(node(reader, "n2")).not_to_have_class(re.compile(r"\borigin\b"))


def test_a_convention_is_said_in_the_language_of_the_page(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=99&expr=relu(x)&at=x:0&lang=ja")
        expect(reader.page.locator(".notes")).to_contain_text("0 での微分は 0 とします。")
        reader.page.get_by_role("radio", name="English").check()
        expect(reader.page.locator(".notes")).to_contain_text("At 0 the derivative is taken to be 0.")


def test_short_names_unfold(browser: Browser, server_url: str) -> None:
    network = "h = sigmoid(w_1*x + b_1); k = sigmoid(w_2*x + b_2); sigmoid(v_1*h + v_2*k + c)"
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&expr={quote(network)}")
        folded = reader.page.locator(".notes details")
        folded.locator("summary").click()
        assert folded.locator("dt").count() >= 1
        expect(folded.locator("dd math").last).to_contain_text("σ")


def test_the_card_says_the_rule_with_and_without_numbers(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&expr={CUBE}&at=x:-2")
        node(reader, "n2").click()
        card = reader.page.locator(".card")
        expect(card.locator("h2")).to_contain_text("×")
        assert [shown(card.locator("dd.red").nth(at)) for at in (0, 1)] == ["E=−2", "Ey=−2×(−2)=4"]
        expect(card.locator("code")).to_have_text("x*x")
        expect(reader.page.locator(".mirror .part")).to_have_text("x*x")
        expect(reader.page).to_have_url(re.compile(r"node=n2"))
        reader.page.mouse.move(1, 1)  # the figure stands otherwise without the card
        reader.page.keyboard.press("Escape")
        expect(card.locator("h2")).to_be_hidden()
        expect(reader.page.locator(".mirror .part")).to_have_count(0)


def test_the_card_of_an_input_follows_its_slider(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=99&node=n5")
        card = reader.page.locator(".card")
        expect(card).to_contain_text("If x grows by a little h, z grows by about 0.2350·h.")
        reader.value("x").get_by_label("x, number").fill("0")
        expect(card).to_contain_text("0.25·h")


def test_the_keyboard_alone_opens_a_card(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=99")
        node(reader, "n0").focus()
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".card h2")).to_contain_text("constant a")


def test_the_cursor_in_the_text_points_at_its_nodes(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=99")
        reader.expression.focus()
        caret = "(box, at) => box.setSelectionRange(at, at)"
        reader.expression.evaluate(caret, len("a = -1; n = a^2; z = n/(n + ex"))
        expect(node(reader, "n7")).to_have_class(re.compile(r"\bpointed\b"))
        reader.expression.evaluate(caret, len("a = -1; n = a^2; z = n/(n + exp(a*x"))
        expect(node(reader, "n5")).to_have_class(re.compile(r"\bpointed\b"))
        expect(node(reader, "n7")).not_to_have_class(re.compile(r"\bpointed\b"))


def test_the_ledger_adds_up_and_shows_what_overwriting_does(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&expr={CUBE}&at=x:-2")
        ledger = reader.page.locator(".ledger")
        ledger.locator("summary").click()
        expect(ledger.locator(".account .amount")).to_have_count(5)
        assert [shown(row) for row in ledger.locator(".account .amount").all()] == ["1", "4", "4", "4", "13"]
        ledger.locator(".account tr").first.hover()
        expect(reader.figure.locator(".line.pointed")).to_have_count(1)
        ledger.get_by_role("checkbox").check()
        amounts = ledger.locator(".differs .amount")
        expect(amounts).to_have_count(2)
        assert shown(amounts.first) == "13"
        assert shown(amounts.last) == "4"


def test_paths_light_up_and_their_products_add_up(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?frame=3")
        panel = reader.page.locator(".paths")
        panel.locator("summary").click()
        expect(panel.locator(".path")).to_have_count(3)
        assert [shown(path).split("=")[1] for path in panel.locator(".path").all()] == ["−1.245", "0.7749", "−0.1175"]
        assert [shown(way) for way in panel.locator(".way").all()] == ["÷→●→□²→●", "÷→+→●→□²→●", "÷→+→exp→×→●"]
        expect(panel.locator(".factors").first).to_have_text("E × 0.6225 × (−2) = −1.245")
        assert shown(panel.locator(".sum")).endswith("−1.245+0.775+(−0.118)=−0.588"), "what is printed adds up"
        panel.locator(".path").first.click()
        expect(reader.figure.locator(".line.path")).to_have_count(5)
        assert reader.frame() == 8, "a line that is not drawn yet cannot be lit"
        panel.locator("select").select_option("x")
        expect(panel.locator(".path")).to_have_count(1)
        expect(reader.figure.locator(".line.path")).to_have_count(0)


def test_too_many_paths_are_counted(browser: Browser, server_url: str) -> None:
    doubled = "; ".join(["a_0 = x", *(f"a_{one} = a_{one - 1} + a_{one - 1}" for one in range(1, 31))])
    with reading(browser, server_url) as reader:
        reader.open(f"?frame=99&expr={quote(doubled)}")
        panel = reader.page.locator(".paths")
        panel.locator("summary").click()
        expect(panel.locator(".path")).to_have_count(20)
        expect(panel).to_contain_text("1\u2009073\u2009741\u2009804 more paths")


def test_axe_finds_nothing_in_open_panels(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, bypass_csp=True, viewport={"width": 360, "height": 740}) as reader:
        reader.open(f"?frame=99&node=n1&expr={quote('relu(x)*x + 1/y + ln(x)')}&at=x:0,y:0")
        for summary in reader.page.locator("details.panel > summary").all():
            if not summary.evaluate("summary => summary.parentElement.open"):
                summary.click()
        reader.page.locator(".ledger").get_by_role("checkbox").check()
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert violations(reader) == []


def test_the_card_stands_beside_the_figure_and_nothing_scrolls(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, viewport={"width": 1280, "height": 800}) as reader:
        reader.open("?frame=99&lang=en")
        operation = reader.figure.locator(".node.operation").first
        operation.click()
        card, figure = reader.page.locator(".card"), reader.page.locator("kuroaka-figure")
        expect(card.locator(".card-says")).to_contain_text("If n grows by a little h, z grows by about 0.2350·h.")
        beside, box = card.bounding_box(), figure.bounding_box()
        assert beside is not None
        assert box is not None
        assert beside["x"] >= box["x"] + box["width"]
        assert abs(beside["height"] - box["height"]) < 2
        assert reader.page.evaluate("scrollY") == 0
        expect(operation).to_be_in_viewport()
