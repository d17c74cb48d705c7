"""Mermaid reads and draws its flowcharts in a real browser: nodes, lines, colours, and nothing from a comment."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kuroaka.exports import FORMATS
from kuroaka.exports.lines import lines, nodes
from kuroaka.graph import Evaluation
from kuroaka.operations import OPERATIONS
from tests.exports.hostile import hostile
from tests.exports.programs import ARTICLE, at
from tests.scenes import scene

pytestmark = pytest.mark.slow
FIND_MERMAID = Path(__file__).parents[2] / "tools" / "find-mermaid"
TABLE = [at(name, operation.samples[0]) for name, operation in OPERATIONS.items()]
READ = """async (text) => {
    mermaid.initialize({startOnLoad: false});
    await mermaid.parse(text);
    const {svg} = await mermaid.render("figure", text);
    const root = document.createElement("div");
    root.innerHTML = svg;
    const texts = (selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent.trim());
    return {
        nodes: texts(".node"),
        lines: texts(".edgeLabels .edgeLabel .label"),
        red: texts(".edgeLabels font[color='#d3232f']"),
        risky: root.querySelectorAll("script, a, img, [onclick], [onerror]").length,
        config: mermaid.mermaidAPI.getConfig().securityLevel,
    };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with Mermaid and nothing else."""
    script = subprocess.run([FIND_MERMAID], capture_output=True, text=True, check=True).stdout.strip()
    page = browser.new_page()
    page.add_script_tag(path=script)
    yield page
    page.close()


def check(page: Page, result: Evaluation, show: str = "formulas") -> None:
    text = FORMATS["mermaid"].write(scene(result, show=show))
    drawn = page.evaluate(READ, text)
    assert sorted(drawn["nodes"]) == sorted(node.text for node in nodes(scene(result)))
    flowing = lines(scene(result, show=show))
    assert sorted(drawn["lines"]) == sorted(line.forward + (line.backward or "") for line in flowing)
    assert sorted(drawn["red"]) == sorted(line.backward for line in flowing if line.backward is not None)
    assert drawn["risky"] == 0
    assert drawn["config"] == "strict"


@pytest.mark.parametrize("show", ["formulas", "numbers", "rules"])
def test_the_article(page: Page, show: str) -> None:
    for result in ARTICLE:
        check(page, result, show)


def test_the_table(page: Page) -> None:
    for result in TABLE:
        check(page, result)


def test_hostile_text_stays_text(page: Page) -> None:
    for result in hostile():
        check(page, result)
