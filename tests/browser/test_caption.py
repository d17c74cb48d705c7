"""The sentence under a figure, as its lines break on a phone."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import SIGMOID, reading
from tests.networks import THREE_THREE_TWO

# Of the sentence in view, at many widths, the closing signs that a line begins with: what stands before each, a letter
# or all that is set at once, has to stand on the same line. And how many signs were looked at.
BEGINNING = """figure => {
  const says = figure.shadowRoot.querySelector(".says");
  const items = [];
  const take = (node) => {
    if (node.nodeType === Node.TEXT_NODE) for (let at = 0; at < node.length; at++) items.push([node, at]);
    else if (node.matches("math, .sign")) items.push([node]);
    else node.childNodes.forEach(take);
  };
  take(says);
  const box = ([node, at]) => {
    if (at === undefined) return node.getBoundingClientRect();
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const found = new Set();
  let looked = 0;
  for (let width = 240; width <= 380; width += 4) {
    says.style.width = `${width}px`;
    items.forEach((item, place) => {
      if (!place || item[1] === undefined || !"、。，．,.:;!?)」』）：；！？”’".includes(item[0].data[item[1]])) return;
      const [sign, before] = [box(item), box(items[place - 1])];
      looked += 1;
      if (before.right > sign.left + 1 || before.top > sign.bottom || before.bottom < sign.top)
        found.add(item[0].data.slice(item[1]));
    });
  }
  says.style.width = "";
  return [[...found], looked];
}"""


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("expression", [SIGMOID, THREE_THREE_TWO], ids=["sigmoid", "network"])
def test_no_line_begins_with_a_sign_that_closes(browser: Browser, server_url: str, expression: str, lang: str) -> None:
    with reading(browser, server_url, viewport={"width": 390, "height": 800}, reduced_motion="reduce") as reader:
        reader.open(f"?frame=1&lang={lang}&expr={quote(expression)}")
        frames = reader.figure.evaluate("figure => figure.session.graph.steps.length")
        signs = 0
        for frame in range(1, frames + 1):
            reader.figure.evaluate("(figure, frame) => figure.seek(frame)", frame)
            found, looked = reader.figure.evaluate(BEGINNING)
            assert found == [], frame
            signs += looked
        assert signs > 100


GATE = "f = sigmoid(w_f*h + u_f*x + b_f); c' = f*c + (1-f)*tanh(w_c*h + u_c*x + b_c)"
HANGS = """figure => { const caption = figure.shadowRoot.querySelector(".caption");
    return caption.scrollHeight - caption.clientHeight; }"""


@pytest.mark.parametrize("width", [390, 1280])
def test_a_sentence_with_room_does_not_scroll(browser: Browser, server_url: str, width: int) -> None:
    with reading(browser, server_url, viewport={"width": width, "height": 900}, reduced_motion="reduce") as reader:
        reader.open(f"?lang=en&expr={quote(GATE)}")
        reader.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => 0)")
        assert reader.figure.locator(".says .term").count() > 0, "each has room around it for a finger"
        assert reader.figure.evaluate(HANGS) == 0


def test_a_sign_stands_in_a_circle(browser: Browser, server_url: str) -> None:
    with reading(browser, server_url) as reader:
        reader.open("?lang=ja&frame=1&expr=x-y")
        box = reader.figure.locator(".says .sign").bounding_box()
        assert box
        assert abs(box["width"] - box["height"]) < 1
