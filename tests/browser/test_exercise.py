"""Exercises: lines of any figure are blank, answers are marked, and the slip is named."""

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import violations
from tests.browser.reader import Reader, reading

SIGMOID = "a+=+-1;+n+=+a%5E2;+z+=+n/(n+%2B+exp(a*x))"
RIGHT = [
    "-E(x+2)e^{-x}/(1+e^{-x})^2",
    "-E*(x + 2)*z*(1 - z)",
    r"-\frac{E(x+2)e^{-x}}{(1+e^{-x})^2}",
]


def exercise(reader: Reader, query: str) -> Reader:
    reader.page.goto(f"{reader.server_url}/exercise?{query}")
    expect(reader.page.locator(".blank input").first).to_be_visible()
    return reader


def answer(reader: Reader, place: int, text: str) -> Locator:
    form = reader.page.locator(".blank").nth(place)
    form.locator("input").fill(text)
    form.locator("input").press("Enter")
    return form.locator(".verdict")


@pytest.mark.parametrize("right", RIGHT)
def test_an_answer_counts_in_whatever_form(browser: Browser, server_url: str, right: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        exercise(reader, f"expr={SIGMOID}&blank=a&lang=en")
        expect(reader.page.locator(".blank")).to_have_count(1)
        expect(reader.figure.locator(".box")).to_have_count(1)
        expect(answer(reader, 0, right)).to_contain_text("Right.")
        expect(reader.figure.locator(".box")).to_have_count(0)
        expect(reader.page.locator(".summary")).to_contain_text("1 without a hint")


def test_a_slip_is_named_where_it_was_made(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        exercise(reader, "expr=z+=+(x+%2B+y)*w&blank=w,x&lang=en")
        expect(answer(reader, 0, "E*w")).to_contain_text("times the other input")
        marked = reader.figure.locator(".node.lit, .node.path")
        expect(marked).to_have_count(1)
        expect(answer(reader, 0, "E*(x + y")).to_contain_text("not closed")
        expect(answer(reader, 0, "E*q")).to_contain_text("no “q” in this figure")
        expect(answer(reader, 0, "E*(x + y)")).to_contain_text("Right.")
        expect(answer(reader, 1, "w")).to_contain_text("upstream gradient is forgotten")
        expect(answer(reader, 1, "Ew")).to_contain_text("Right.")


def test_a_number_counts_to_its_last_digit(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        exercise(reader, "expr=z+=+x*y&blank=x&at=x:1.7,y:1.234&seed=1&lang=en")
        expect(answer(reader, 0, "1.2")).to_contain_text("three digits")
        expect(answer(reader, 0, "1.23")).to_contain_text("Right.")


def test_hints_come_in_four_steps(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        exercise(reader, "expr=z+=+x*y&blank=x&lang=ja")
        form = reader.page.locator(".blank")
        for step in range(1, 5):
            form.locator(".hint").click()
            expect(form.locator(".verdict p")).to_have_count(step)
        expect(form.locator(".verdict p").last).to_contain_text("答え")


def test_values_are_drawn_so_that_slips_show(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        exercise(reader, "expr=z+=+x*y&lang=en")
        reader.page.wait_for_function(
            "() => Object.keys(document.querySelector('kuroaka-figure').store.state.at).length === 2"
        )
        state = reader.figure.evaluate("({ store }) => ({ ...store.state.at, E: store.state.seed })")
        assert not {0, 0.5, 1, 2, -1} & set(state.values())


def test_a_link_of_the_page_leads_there_and_what_cannot_be_read_does_not(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, alone=True) as reader:
        reader.page.goto(f"{server_url}/?expr=x*y&exercise=red")
        expect(reader.page).to_have_url(f"{server_url}/exercise?expr=x*y&exercise=red")
        reader.refused = True
        reader.page.goto(f"{server_url}/exercise?expr=x*(&exercise=red")
        expect(reader.problem).not_to_be_empty()


def test_answers_go_along_with_the_link_and_what_is_learned_is_said_at_the_end(
    browser: Browser, server_url: str
) -> None:
    with reading(browser, server_url, alone=True) as reader:
        learned = reader.page.locator(".learned")
        reader.page.goto(f"{server_url}/lessons/neuron?lang=en&step=6")
        expect(reader.page.locator(".blank")).to_have_count(2)
        answer(reader, 0, "E")
        expect(learned).to_be_hidden()
        answer(reader, 1, "E x")
        expect(learned).to_be_visible()
        expect(learned).to_contain_text("You can say what a neuron sends back")
        link = reader.page.url
    with reading(browser, server_url, alone=True) as reader:  # on another machine
        reader.page.goto(link)
        expect(reader.page.locator(".verdict.right")).to_have_count(2)
        expect(reader.page.locator(".learned")).to_be_visible()
        reader.page.goto(link.replace("E+x", "E+w"))  # a link is not believed
        expect(reader.page.locator(".verdict.right")).to_have_count(1)


def test_the_box_of_the_field_comes_into_sight(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url, viewport={"width": 390, "height": 844}) as reader:
        exercise(reader, f"expr={SIGMOID}&blank=n8,x&lang=en")
        boxes = reader.figure.locator(".box")
        expect(boxes).to_have_count(2)
        for place in (0, 1):
            reader.page.locator(".blank input").nth(place).focus()
            expect(reader.figure.locator(".box.pointed")).to_be_in_viewport()
            expect(boxes.nth(1 - place)).not_to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, server_url: str, width: int) -> None:
    with reading(browser, server_url, viewport={"width": width, "height": 800}, bypass_csp=True) as reader:
        exercise(reader, "expr=z+=+(x+%2B+y)*w&lang=en")
        expect(answer(reader, 0, "E")).not_to_be_empty()
        reader.page.locator(".blank .hint").last.click()
        assert violations(reader) == []
        assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
