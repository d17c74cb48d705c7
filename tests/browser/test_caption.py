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
