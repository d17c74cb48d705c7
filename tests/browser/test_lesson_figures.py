"""What a step of a lesson shows: two figures on one slider, a curve, what is frozen, what is asked for."""

from playwright.sync_api import Browser, Locator, expect

from tests.browser.reader import Reader, reading


def step(reader: Reader, name: str, number: int) -> Locator:
    """The figures of a step, drawn."""
    reader.page.goto(f"{reader.server_url}/lessons/{name}?step={number}&lang=en")
    figures = reader.page.locator(".stand kuroaka-figure")
    expect(figures.last.locator(".node").first).to_be_visible()
    return figures


def numbers(reader: Reader) -> list[str]:
    return reader.page.locator(".says .computed").all_inner_texts()


def test_a_slider_moves_both_figures_and_both_numbers(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        figures = step(reader, "sigmoid-slope", 3)
        expect(figures).to_have_count(2)
        slider = reader.page.locator(".room .values input[type=range]").first
        before = numbers(reader)
        slider.press("ArrowRight")
        slider.press("ArrowRight")
        expect(reader.page.locator(".says .computed").first).not_to_have_text(before[0])
        red, black = numbers(reader)
        assert red == black
        at = figures.evaluate_all("figures => figures.map((figure) => figure.store.state.at.x)")
        assert at[0] == at[1] != 1.3


def test_a_curve_moves_its_point_with_the_slider_and_the_slider_with_its_point(
    browser: Browser, server_url: str
) -> None:
    with reading(browser, server_url, alone=True) as reader:
        figures = step(reader, "activation", 1)
        curves = reader.page.locator(".stand .curves")
        expect(curves).to_be_visible()
        expect(curves).to_have_attribute("aria-valuenow", "0.8")
        slider = reader.page.locator(".room .values input[type=range]").first
        slider.press("ArrowRight")
        expect(curves).not_to_have_attribute("aria-valuenow", "0.8")
        curves.press("Home")
        expect(curves).to_have_attribute("aria-valuenow", "-5")
        assert figures.first.evaluate("figure => figure.store.state.at.x") == -5
        reader.page.locator("button.on").click()
        expect(curves).to_be_hidden()


def test_what_is_frozen_is_pale_up_to_its_dot(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        figures = step(reader, "partial", 2)
        pale = figures.first.locator("[data-line].frozen")
        expect(pale.first).to_be_visible()
        assert pale.count() == 6  # y and z: a line to the dot of each, and two from it


def test_where_black_is_asked_for_red_is_not_there_yet(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        figures = step(reader, "sigmoid-forward", 7)
        expect(reader.page.locator("form.blank")).to_have_count(3)
        expect(figures.first.locator(".box")).to_have_count(3)
        assert figures.first.evaluate("figure => figure.frame") == 4
        names = figures.first.locator("[data-line], [data-node]").evaluate_all("all => all.map(each => each.ariaLabel)")
        values = figures.first.evaluate(
            "({ session }) => session.graph.nodes.flatMap(({ kind }, at) => "
            "kind === 'operation' && at < session.graph.nodes.length - 1 ? [session.result.values[at]] : [])"
        )
        asked = [f"value {value:.4g}".replace("-", "−") for value in values]
        assert len(asked) == 4
        assert not [
            name for name in names if name and name.endswith(tuple(asked)) and not name.startswith(("a:", "x:"))
        ]
