"""A page as its reader meets it: opened, looked at, and at the end asked whether the browser complained."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

SIGMOID = "a = -1; n = a^2; z = n/(n + exp(a*x))"

# How far each line is drawn and how opaque each head and label is: what a figure shows now.
PICTURE = """figure => [...figure.shadowRoot.querySelectorAll(
    "svg.kuroaka .stroke, svg.kuroaka .head, svg.kuroaka .label:not([display])"
  )].map(part => {
    const { strokeDashoffset, visibility, fillOpacity } = getComputedStyle(part);
    return [strokeDashoffset, visibility, fillOpacity];
  })"""


class Reader:
    """One tab, with names for what stands on the page."""

    def __init__(self, page: Page, server_url: str) -> None:
        self.page = page
        self.server_url = server_url
        self.complaints: list[str] = []
        self.refused = False  # a text that is no expression is refused, and Chromium lists that among the errors
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

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

    def frame(self) -> int:
        """The frame in view."""
        number: int = self.figure.evaluate("figure => figure.frame")
        return number

    def picture(self) -> list[Any]:
        """What the figure shows now."""
        shown: list[Any] = self.figure.evaluate(PICTURE)
        return shown

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not (self.refused and "422" in message.text):
            self.complaints.append(message.text)


@contextmanager
def reading(browser: Browser, server_url: str, **options: Any) -> Iterator[Reader]:
    """A reader in a fresh context; in the end the console must be empty."""
    settings = {"viewport": {"width": 1280, "height": 900}, "locale": "en-US", **options}
    context = browser.new_context(**settings)
    try:
        reader = Reader(context.new_page(), server_url)
        yield reader
        assert reader.complaints == [], reader.complaints
    finally:
        context.close()
