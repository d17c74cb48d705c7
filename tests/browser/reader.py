"""A page as its reader meets it: opened, looked at, and at the end asked whether the browser complained."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Locator, Page, expect

PATIENCE = 60_000  # milliseconds that anything may take on a busy machine; what is awaited is always a condition
SIGMOID = "a = -1; n = a^2; z = n/(n + exp(a*x))"
WRITTEN = "expr=a+=+-1;+n+=+a%5E2;+z+=+n/(n+%2B+exp(a*x))"  # as it stands in an address

# How far each line is drawn and where, and how opaque each head and label is: what a figure shows now.
PICTURE = """figure => [...figure.shadowRoot.querySelectorAll(
    "svg.kuroaka .stroke, svg.kuroaka .head, svg.kuroaka .label"
  )].map(part => {
    const { strokeDashoffset, visibility, fillOpacity, d } = getComputedStyle(part);
    return [strokeDashoffset, visibility, fillOpacity, d];
  })"""

# What a page is told of its reader where a context says nothing.
MEDIA: dict[str, Any] = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}


class Reader:
    """One tab, with names for what stands on the page."""

    def __init__(self, page: Page, server_url: str, *, alone: bool = False) -> None:
        self.page = page
        self.alone = alone
        self.server_url = server_url
        self.complaints: list[str] = []
        self.refused = False  # a text that is no expression is refused, and Chromium lists that among the errors
        self.stormy = False  # the test keeps answers away, and Chromium lists those too
        page.on("console", self._listen)
        page.on("pageerror", self._catch)

    def open(self, query: str = "") -> "Reader":
        """Go to the page and wait for its figure."""
        self.page.goto(f"{self.server_url}/{query}")
        expect(self.figure.locator("svg.kuroaka")).to_be_visible()
        return self

    @property
    def figure(self) -> Locator:
        return self.page.locator("kuroaka-figure").first

    @property
    def phase(self) -> Locator:
        return self.figure.locator(".phase")

    @property
    def notice(self) -> Locator:
        """What the figure says of the service."""
        return self.figure.locator(".notice")

    @property
    def expression(self) -> Locator:
        return self.page.locator("#expression")

    @property
    def problem(self) -> Locator:
        return self.page.locator("#expression-problem")

    def press(self, name: str) -> None:
        """Press the figure's button of this class."""
        self.figure.locator(f"button.{name}").click()

    def value(self, name: str) -> Locator:
        """The row of a variable or constant."""
        return self.page.locator(f".value[data-name='{name}']")

    def result(self, name: str) -> Locator:
        """A number of the result line: a gradient by its name, the output by ``=``."""
        return self.page.locator(f".printed[data-of='{name}']")

    def label(self, line: str, direction: str) -> Locator:
        """The number on a line."""
        return self.figure.locator(f".line[data-line='{line}'] .{direction} .number")

    def numbers(self) -> dict[str, str]:
        """All numbers on the lines, by line and direction."""
        printed: dict[str, str] = self.figure.evaluate(
            """figure => Object.fromEntries([...figure.shadowRoot.querySelectorAll(".label.number")].map(label => {
               const back = label.closest(".backward") ? " back" : "";
               return [label.closest(".line").dataset.line + back, label.dataset.printed]; }))"""
        )
        return printed

    def stop_clock(self) -> None:
        """Let no timer of the page end until ``page.clock`` is told to go on: what happens now waits for none."""
        assert self.alone, "a clock is its context's"
        self.page.clock.install()
        self.page.clock.pause_at(self.page.evaluate("Date.now()") + 1)

    def record_phases(self) -> None:
        """From now on note every phase that the figure says, however short: see ``phases``."""
        self.phase.evaluate(
            """phase => { window.phases = [phase.textContent];
            new MutationObserver(() => window.phases.push(phase.textContent))
                .observe(phase, { childList: true, characterData: true, subtree: true }); }"""
        )

    def phases(self) -> list[str]:
        """The phases since ``record_phases``, in order, each once in a row."""
        said: list[str] = self.page.evaluate("window.phases.filter((one, at, all) => one && one !== all[at - 1])")
        return said

    def frame(self) -> int:
        """The frame in view."""
        number: int = self.figure.evaluate("figure => figure.frame")
        return number

    def picture(self) -> list[Any]:
        """What the figure shows now."""
        shown: list[Any] = self.figure.evaluate(PICTURE)
        return shown

    def leave(self, options: dict[str, Any]) -> None:
        """Make the tab what a new one of its context is."""
        self.page.remove_listener("console", self._listen)
        self.page.remove_listener("pageerror", self._catch)
        self.page.unroute_all()
        self.page.emulate_media(media="null", **{name: options.get(name, usual) for name, usual in MEDIA.items()})
        self.page.set_viewport_size(options["viewport"])
        self.page.mouse.move(0, 0)
        self.page.goto("about:blank")

    def _catch(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _listen(self, message: ConsoleMessage) -> None:
        known = self.stormy and message.text.startswith("Failed to load resource")
        if message.type in ("error", "warning") and not known and not (self.refused and "422" in message.text):
            self.complaints.append(message.text)


def plays(image: Locator) -> bool:
    """Whether an image moves. Nothing tells a page how far it has played, and it rests between its rounds."""
    first, until = image.screenshot(), time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until:
        if image.screenshot() != first:
            return True
    return False


@contextmanager
def reading(browser: Browser, server_url: str, *, alone: bool = False, **options: Any) -> Iterator[Reader]:
    """A reader in a tab that shows nothing yet; in the end the console must be empty.

    Readers with the same options take the same tab in turn: a new one costs more than most tests. It keeps its cache
    and its history; the page stores nothing. One that changes what cannot be undone is ``alone``, in a
    context of its own.
    """
    settings = json.dumps({"viewport": {"width": 1280, "height": 900}, "locale": "en-US", **options}, sort_keys=True)
    context = (_context.__wrapped__ if alone else _context)(browser, settings)
    idle: list[Page] = [] if alone else _idle(context)
    reader = Reader(idle.pop() if idle else context.new_page(), server_url, alone=alone)
    try:
        yield reader
        assert reader.complaints == [], reader.complaints
    except BaseException:
        reader.page.close()
        raise
    else:
        if alone:
            reader.page.close()
        else:
            reader.leave(json.loads(settings))
            idle.append(reader.page)
    finally:
        if alone:
            context.close()


@cache
def _context(browser: Browser, settings: str) -> BrowserContext:
    context = browser.new_context(**json.loads(settings))
    context.set_default_timeout(PATIENCE)
    return context


@cache
def _idle(context: BrowserContext) -> list[Page]:  # noqa: ARG001  (a list for each)
    """The tabs of a context that nobody reads."""
    return []
