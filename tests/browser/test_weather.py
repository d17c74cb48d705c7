"""Bad weather: answers that are late, missing, broken or of another version.

What stood there stays, the words blame the connection or the server, and what was typed can be asked for again.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Route, expect

from tests.browser.reader import Reader, reading

ALL = "**/api/v1/**"
FIGURE = "**/figure.svg?**"
GRAPH = "**/api/v1/graph?**"

AWAY = "The server does not answer."
DOWN = "The server is down at the moment (error 502)."
LATE = "The server did not answer in time."
BROKEN = "The server’s answer did not arrive whole."
PORTAL = "Another page came instead of the answer. Perhaps this network wants you to sign in first."
OLD = "This page is older than the server."


def answer(body: str, status: int = 200, content_type: str = "text/html", **headers: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=body, status=status, content_type=content_type, headers=headers)


def problem(status: int, code: str, detail: str, **headers: str) -> Callable[[Route], None]:
    body = json.dumps({"code": code, "detail": detail, "errors": [{"hint": "Ask for less."}]})
    return lambda route: route.fulfill(
        body=body, status=status, headers={"Content-Type": "application/problem+json", **headers}
    )


def edited(edit: Callable[[str], str]) -> Callable[[Route], None]:
    """What the service sends, made into something else on its way."""
    return lambda route: route.fulfill(body=edit(route.fetch().text()), content_type="application/json")


def graph_with(change: Callable[[Any], None]) -> Callable[[Route], None]:
    def edit(text: str) -> str:
        graph = json.loads(text)
        change(graph)
        return json.dumps(graph)

    return edited(edit)


def unknown_operation(graph: Any) -> None:
    next(node for node in graph["nodes"] if node["operation"])["operation"] = "matmul"


# What fails, how, and what is said; the button follows from that.
FAILURES: dict[str, tuple[str, Callable[[Route], None], str]] = {
    "reset": (ALL, lambda route: route.abort("connectionreset"), AWAY),
    "500 of the service": (ALL, problem(500, "internal", "Something went wrong on our side."), "wrong on our side."),
    "502 of a proxy": (ALL, answer("<h1>Bad gateway</h1>", 502), DOWN),
    "504 of a proxy": (ALL, answer("<h1>Gateway timeout</h1>", 504), LATE),
    "403 of a proxy": (ALL, answer("<h1>Forbidden</h1>", 403), PORTAL),
    "404 of a proxy": (ALL, answer("<h1>Not found</h1>", 404), PORTAL),
    "a portal": (ALL, answer("<!doctype html><title>Log in</title>"), PORTAL),
    "empty": (ALL, answer("", 200, "application/json"), BROKEN),
    "a portal's JSON": (ALL, answer('{"login": "here"}', 200, "application/json"), BROKEN),
    "cut graph": (GRAPH, edited(lambda text: text[: len(text) // 2]), BROKEN),
    "graph alone missing": (GRAPH, lambda route: route.abort(), AWAY),
    "figure alone missing": (FIGURE, lambda route: route.abort(), AWAY),
    "figure alone 404": (FIGURE, answer("<h1>Not found</h1>", 404), PORTAL),
    "cut figure": (FIGURE, edited(lambda text: text[: len(text) // 2]), BROKEN),
    "malformed figure": (FIGURE, edited(lambda text: text.replace("</svg>", "</g></svg>")), BROKEN),
    "no figure": (FIGURE, answer("<svg xmlns='http://www.w3.org/2000/svg'></svg>", 200, "image/svg+xml"), OLD),
    "another graph's figure": (FIGURE, edited(lambda text: re.sub('data-frames="0 ', 'data-frames="', text)), OLD),
    "no steps": (GRAPH, graph_with(lambda graph: graph.pop("steps")), OLD),
    "another kind of node": (GRAPH, graph_with(lambda graph: graph["nodes"][0].update(kind="matrix")), OLD),
    "an operation to come": (GRAPH, graph_with(unknown_operation), OLD),
    "a route that is no more": (ALL, problem(404, "not-found", "There is nothing at this address."), OLD),
}


@contextmanager
def storm(browser: Browser, server_url: str, **options: Any) -> Iterator[Reader]:
    with reading(browser, server_url, **options) as reader:
        reader.stormy = True
        yield reader


@pytest.fixture(scope="module")
def storming(browser: Browser, server_url: str) -> Iterator[Reader]:
    """A page with a figure; each failure leaves it with another."""
    with storm(browser, server_url, alone=True) as reader:
        yield reader.open("?frame=8&at=x:3,y:2")


def place(reader: Reader) -> Any:
    reader.page.evaluate("document.fonts.ready.then(() => 0)")  # a sentence is as high as its formulas
    return reader.figure.evaluate(
        "figure => [figure, figure.shadowRoot.querySelector('.stage')].map(part => "
        "JSON.stringify(part.getBoundingClientRect()))"
    )


def corners(reader: Reader) -> list[tuple[float, ...]]:
    return [tuple(box[side] for side in ("left", "top", "right")) for box in map(json.loads, place(reader))]


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_changes_nothing_and_is_said(storming: Reader, name: str) -> None:
    reader = storming
    pattern, fail, says = FAILURES[name]
    before = reader.figure.evaluate("figure => figure.session.expression")
    typed, value = ("x + y", "5") if before == "x*y" else ("x*y", "6")
    stood = place(reader)
    reader.page.route(pattern, fail)
    reader.expression.fill(typed)
    reader.expression.press("Enter")
    expect(reader.notice).to_contain_text(says)
    expect(reader.notice).not_to_contain_text("expression")
    expect(reader.problem).to_be_empty()
    expect(reader.expression).to_have_value(typed)
    expect(reader.expression).to_have_attribute("aria-invalid", "false")
    assert place(reader) == stood
    pair = "figure => [figure.session.expression, figure.session.graph.expression, figure.drawing.svg.textContent]"
    stands, graph, drawing = reader.figure.evaluate(pair)
    assert (stands, graph) == (before, before)
    assert before in drawing
    reader.value("x").locator(".number").fill("4")
    reader.value("x").locator(".number").fill("3")
    expect(reader.notice).to_contain_text(says)

    reader.page.unroute(pattern)
    if says == OLD:
        reader.notice.get_by_role("button", name="Reload").click()
    else:
        reader.notice.get_by_role("button", name="Try again").click()
    expect(reader.result("=")).to_have_text(value)
    expect(reader.expression).to_have_value(typed)
    expect(reader.notice).to_be_empty()
    assert reader.complaints == []


class Held:
    """Requests that nobody answers, until they are let go."""

    def __init__(self, reader: Reader, pattern: str) -> None:
        self.waiting: list[Route] | None = []
        reader.page.route(pattern, self._take)

    def release(self, how: Callable[[Route], None] = Route.continue_) -> None:
        """Let go of those that wait, in this way; none is held from now on."""
        waiting, self.waiting = self.waiting or [], None
        for route in waiting:
            with suppress(Error):  # of one that the page gave up
                how(route)

    def _take(self, route: Route) -> None:
        if self.waiting is None:
            route.continue_()
        else:
            self.waiting.append(route)


def ask(reader: Reader, text: str) -> None:
    with reader.page.expect_request(GRAPH):
        reader.expression.fill(text)
        reader.expression.press("Enter")


def questions(reader: Reader) -> list[str]:
    """What the service is asked from now on."""
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url) if "/api/" in request.url else None)
    return asked


WAITING = [
    ("en", "Still waiting for the server", "did not answer in time", "Try again"),
    ("ja", "まだサーバーの応答を待っています", "時間内に届きませんでした", "もう一度試す"),
]


@pytest.mark.parametrize(("lang", "waits", "ends", "again"), WAITING)
def test_a_wait_is_shown_then_said_then_ended(
    browser: Browser, server_url: str, lang: str, waits: str, ends: str, again: str
) -> None:
    with storm(browser, server_url, alone=True) as reader:
        reader.open(f"?frame=8&lang={lang}")
        stood = place(reader)
        reader.stop_clock()
        held = Held(reader, ALL)
        ask(reader, "x*y")
        clock, dots, stage = reader.page.clock, reader.notice.locator(".dots"), reader.figure.locator(".stage")
        clock.run_for(900)
        expect(reader.notice).to_be_empty()
        clock.run_for(200)
        expect(dots).to_be_visible()
        expect(reader.notice).to_have_text("")
        expect(stage).to_have_attribute("aria-busy", "true")
        clock.run_for(6800)
        expect(reader.notice).to_have_text("")
        clock.run_for(200)
        expect(reader.notice).to_have_text(waits)
        assert place(reader) == stood
        clock.run_for(21800)
        expect(reader.notice).to_have_text(waits)
        clock.run_for(200)
        expect(reader.notice).to_contain_text(ends)
        expect(dots).to_have_count(0)
        expect(stage).to_have_attribute("aria-busy", "false")
        assert place(reader) == stood
        expect(reader.result("a")).to_be_visible()

        retry = reader.notice.get_by_role("button", name=again)
        retry.focus()
        retry.press("Enter")
        expect(dots).to_be_visible()  # at once: it was pressed
        reader.page.route(ALL, lambda route: route.abort())  # for those that are not held yet
        held.release(Route.abort)
        clock.resume()
        expect(retry).to_be_focused()  # it failed once more
        reader.page.unroute(ALL)
        retry.press("Enter")
        expect(reader.result("y")).to_be_visible()
        expect(reader.notice).to_be_empty()


def test_a_newer_text_ends_the_question_before(browser: Browser, server_url: str) -> None:
    with storm(browser, server_url, alone=True) as reader:
        reader.refused = True
        reader.open("?frame=8")
        reader.expression.fill("x*")
        expect(reader.problem).not_to_be_empty()
        reader.stop_clock()
        held = Held(reader, GRAPH)
        ask(reader, "x*y")
        reader.page.clock.run_for(1100)
        expect(reader.notice.locator(".dots")).to_be_visible()
        expect(reader.problem).to_be_empty()  # it was about another text
        with reader.page.expect_event("requestfailed", lambda request: "x*y" in request.url):
            ask(reader, "x/y")
        expect(reader.notice.locator(".dots")).to_be_visible()
        held.release()
        reader.page.clock.resume()
        expect(reader.result("y")).to_have_text("−0.5")
        expect(reader.notice).to_be_empty()


TOO_BUSY = problem(503, "too-busy", "Too many ask at once.", **{"Retry-After": "5"})


def turn_away(reader: Reader, query: str, said: str) -> None:
    """Another text is asked, and the service is busy."""
    reader.open(query)
    reader.stop_clock()
    reader.page.route(ALL, TOO_BUSY)
    ask(reader, "x*y")
    expect(reader.notice).to_contain_text(said)


@pytest.mark.parametrize(("lang", "soon"), [("en", "Trying again in 5 s."), ("ja", "5秒後に再試行します。")])
def test_a_busy_service_is_asked_once_more_by_itself(browser: Browser, server_url: str, lang: str, soon: str) -> None:
    with storm(browser, server_url, alone=True) as reader:
        turn_away(reader, f"?frame=8&lang={lang}", soon)
        expect(reader.notice.get_by_role("button")).to_have_count(0)
        reader.page.unroute(ALL)
        reader.page.clock.run_for(4900)
        expect(reader.notice).to_contain_text(soon)
        reader.page.clock.run_for(200)
        expect(reader.result("y")).to_have_text("0.5")
        expect(reader.notice).to_be_empty()


def test_a_service_that_stays_busy_is_left_to_the_reader(browser: Browser, server_url: str) -> None:
    with storm(browser, server_url, alone=True) as reader:
        turn_away(reader, "?frame=8", "Trying again")
        asked = questions(reader)
        with reader.page.expect_request(GRAPH):
            reader.page.clock.run_for(5100)
        expect(reader.notice).to_contain_text("Too many ask at once. Ask for less.")
        asked.clear()
        reader.page.clock.run_for(60_000)
        assert asked == []
        reader.page.unroute(ALL)
        reader.notice.get_by_role("button", name="Try again").click()
        expect(reader.result("y")).to_have_text("0.5")
        expect(reader.notice).to_be_empty()


def test_another_text_is_not_asked_again_by_itself(browser: Browser, server_url: str) -> None:
    with storm(browser, server_url, alone=True) as reader:
        turn_away(reader, "?frame=8", "Trying again")
        reader.page.unroute(ALL)
        held = Held(reader, GRAPH)
        ask(reader, "x/y")
        asked = questions(reader)
        reader.page.clock.run_for(7_000)
        assert asked == []
        held.release()
        expect(reader.result("y")).to_have_text("−0.5")


def test_what_cannot_be_read_is_asked_once_past_what_is_kept(browser: Browser, server_url: str) -> None:
    """The answer of another version may lie in the browser, or in a proxy, for days."""
    with storm(browser, server_url, alone=True) as reader:
        reader.open("?frame=8")
        reader.page.evaluate(
            "() => { const real = fetch; window.asked = [];"
            " window.fetch = (url, how) => { asked.push(how.cache); return real(url, how); }; }"
        )
        reader.page.route(GRAPH, answer('{"nodes": []}', 200, "application/json"), times=1)
        reader.expression.fill("x*y")
        expect(reader.result("y")).to_be_visible()
        expect(reader.notice).to_be_empty()
        assert reader.page.evaluate("asked") == ["default", "reload", "reload", "reload"]  # the table, graph, figure


def test_a_first_visit_that_fails_is_drawn_when_it_can_be(browser: Browser, server_url: str) -> None:
    with storm(browser, server_url, locale="ja-JP") as reader:
        reader.page.route(ALL, lambda route: route.abort())
        reader.page.goto(f"{server_url}/?frame=8")
        expect(reader.notice).to_contain_text("サーバーが応答しません")
        stood = corners(reader)
        reader.page.unroute(ALL)
        reader.notice.get_by_role("button").click()
        expect(reader.result("a")).to_be_visible()
        expect(reader.notice).to_be_empty()
        assert corners(reader) == stood, "it is as high as its figure needs"


def test_without_a_figure_an_element_shows_what_its_page_gave(browser: Browser, server_url: str) -> None:
    page = """<!doctype html><html lang="en"><title>Course</title><link rel="icon" href="data:,">
<script type="module" src="/src/entries/embed.js"></script>
<kuroaka-figure expression="x*y" frame="1"><a href="#more">A picture of it</a></kuroaka-figure>"""
    with storm(browser, server_url, viewport={"width": 390, "height": 844}) as reader:
        reader.page.route("**/course", answer(page))
        reader.page.route(ALL, lambda route: route.abort())
        reader.page.goto(f"{server_url}/course")
        expect(reader.notice).to_contain_text(AWAY)
        expect(reader.page.locator("a")).to_be_visible()
        reader.page.unroute(ALL)
        reader.notice.get_by_role("button", name="Try again").click()
        expect(reader.figure.locator(".stage svg")).to_be_visible()
        expect(reader.page.locator("a")).to_be_hidden()
        stood = place(reader)
        reader.page.route(ALL, lambda route: route.abort())
        reader.figure.evaluate("figure => figure.setAttribute('expression', 'x + y')")
        expect(reader.notice).to_contain_text(AWAY)
        assert place(reader) == stood
        expect(reader.page.locator("a")).to_be_hidden()


def test_a_constant_that_moves_meanwhile_does_not_end_the_question(browser: Browser, server_url: str) -> None:
    with storm(browser, server_url, alone=True) as reader:
        reader.open("?frame=8")
        reader.stop_clock()
        held = Held(reader, GRAPH)
        ask(reader, "a = 2; a*x")
        reader.value("a").locator(".number").fill("3")
        reader.page.clock.run_for(900)
        held.release()
        reader.page.clock.resume()
        expect(reader.result("=")).to_have_text("1.5")
        expect(reader.notice).to_be_empty()


def test_the_failure_of_one_text_is_said_until_another_is_drawn(browser: Browser, server_url: str) -> None:
    with storm(browser, server_url) as reader:
        reader.open("?frame=8")
        reader.page.route(ALL, lambda route: route.abort())
        reader.expression.fill("x*y")
        expect(reader.notice).to_contain_text(AWAY)
        reader.page.unroute(ALL)
        with reader.page.expect_response(FIGURE):
            reader.value("a").locator(".number").fill("-2")  # the old figure, drawn anew
        expect(reader.figure.locator(".says")).to_contain_text("a")
        expect(reader.notice).to_contain_text(AWAY)
        reader.notice.get_by_role("button", name="Try again").click()
        expect(reader.result("y")).to_be_visible()
        expect(reader.notice).to_be_empty()
