"""A notebook run by the real tools, exported, and read in a browser without a network; and the widget's own module."""

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from playwright.sync_api import Browser, Page, Route, expect

from kuroaka.library import Graph
from kuroaka.notebook import Widget
from tests.browser.reader import SIGMOID

CELLS = [
    "from kuroaka import Graph\nGraph('x*y').figure(x=2, y=3)",
    f"Graph({SIGMOID!r})",
    f"Graph({SIGMOID!r}).live(x=0.5)",
]


@pytest.fixture(scope="module")
def notebook() -> NotebookNode:
    """The notebook after it has run, as it lies on a disk: JSON, and no state of widgets."""
    fresh = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    run = NotebookClient(fresh, timeout=60, kernel_name="python3", store_widget_state=False).execute()
    read: NotebookNode = nbformat.reads(nbformat.writes(run), as_version=4)
    return read


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that gets nothing but what it has."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US", offline=True)
    yield context.new_page()
    context.close()


def test_every_output_holds_the_figure_twice(notebook: NotebookNode) -> None:
    for cell, title in zip(notebook.cells, ("x*y", SIGMOID, SIGMOID), strict=True):
        (output,) = cell.outputs
        assert output.data["image/svg+xml"].startswith("<svg ")
        assert base64.b64decode(output.data["image/png"]).startswith(b"\x89PNG")
        assert "text/html" not in output.data
        assert output.metadata["image/png"]["alt"] == f"Computational graph of {title}"
    assert "application/vnd.jupyter.widget-view+json" in notebook.cells[2].outputs[0].data


@pytest.mark.parametrize("cleaned", [False, True])
def test_an_exported_notebook_shows_its_figures(
    notebook: NotebookNode, page: Page, tmp_path: Path, cleaned: bool
) -> None:
    exported, _ = HTMLExporter(sanitize_html=cleaned).from_notebook_node(notebook)
    (tmp_path / "notebook.html").write_text(exported, "utf-8")
    page.goto((tmp_path / "notebook.html").as_uri(), wait_until="domcontentloaded")
    images = page.locator(".jp-OutputArea-output img")
    expect(images).to_have_count(3)
    for place in range(3):
        expect(images.nth(place)).to_be_visible()
        images.nth(place).evaluate("image => image.decode()")
        assert images.nth(place).evaluate("image => image.naturalWidth") > 150
    assert "PHN2Zy" not in page.locator("body").inner_text(), "no file is printed as text"


def test_two_figures_pasted_into_one_page_keep_their_own_glyphs_and_times(page: Page) -> None:
    figures = [str(Graph(text).figure()._repr_mimebundle_()[0]["image/svg+xml"]) for text in ("x*y", SIGMOID)]
    looks = []
    for content in ("".join(figures), *figures):
        page.set_content(f"<!doctype html>{content}")
        looks.append([svg.evaluate(LOOK) for svg in page.locator("svg").all()])
    together, first, second = looks
    assert together == first + second
    assert all(look["glyphs"] and look["moves"] for look in together)


# What a figure is made of: the outlines it uses, and how its parts move.
LOOK = """svg => ({
  glyphs: [...svg.querySelectorAll("use")].map(
    use => document.querySelector(use.getAttribute("xlink:href")).getAttribute("d")),
  moves: svg.getAnimations({ subtree: true }).map(({ effect }) => [
    effect.getComputedTiming().duration, JSON.stringify(effect.getKeyframes())]),
})"""

# The side of a notebook that anywidget keeps: a model with the widget's state, and the module that draws it.
HOST = """async ([state, module]) => {
  window.state = state;
  const heard = {};
  const set = (name, value) => { // as Backbone's models do: listeners hear of what is set here too
    const same = state[name] === value;
    state[name] = value;
    if (!same) for (const listener of heard[`change:${name}`] ?? []) listener();
  };
  window.model = {
    get: name => state[name],
    set,
    save_changes: () => {},
    on: (event, listener) => { (heard[event] ??= []).push(listener); },
    off: (event, listener) => { heard[event] = heard[event].filter(one => one !== listener); },
  };
  window.tell = news => { for (const [name, value] of Object.entries(news)) set(name, value); };
  window.leave = (await import(module)).default.render({ model, el: document.body });
}"""


def synced(widget: Widget) -> dict[str, Any]:
    """What the kernel sends of a widget."""
    state: dict[str, Any] = json.loads(json.dumps(widget.get_state(), default=str))
    return state


def test_the_widget_is_live_without_a_service(page: Page) -> None:
    widget = Widget("x*y", at={"x": 2, "y": 3})
    page.context.set_offline(False)

    def answer(route: Route) -> None:
        body = widget._esm if route.request.url.endswith("/widget.js") else "<!doctype html><title>Notebook</title>"
        kind = "text/javascript" if route.request.url.endswith("/widget.js") else "text/html"
        route.fulfill(body=str(body), content_type=f"{kind}; charset=utf-8")

    page.route(re.compile(r"^http://notebook\.example/(widget\.js)?$"), answer)
    page.route(re.compile(r"/api/"), lambda route: pytest.fail(f"it asked for {route.request.url}"))
    page.goto("http://notebook.example/")
    page.evaluate(HOST, [synced(widget), "/widget.js"])
    figure = page.locator("kuroaka-figure")
    expect(figure.locator("svg.kuroaka")).to_be_visible()
    page.evaluate("tell({ at: { x: 5, y: 3 } })")
    page.wait_for_function("state.value === 15 && state.gradients.y === 5")
    assert figure.evaluate("figure => figure.player.playing"), "another number does not stop it"

    stands = "figure => [figure.store.state.show, figure.frame, figure.player.playing]"
    page.evaluate("tell({ frame: 2 }); tell({ frame: 1 })")
    assert figure.evaluate(stands) == ["formulas", 1, False]
    page.evaluate("tell({ show: 'numbers' }); tell({ seed: 2 }); tell({ dashes: true })")
    page.wait_for_function("state.gradients.y === 10 && state.gradients.x === 6")
    assert figure.evaluate(stands) == ["numbers", 1, False], "each changes its own row"
    figure.get_by_role("radio", name="Rules").check()
    page.evaluate("tell({ at: { x: 1, y: 3 } })")
    assert figure.evaluate(stands) == ["rules", 1, False], "what the reader chose stays"
    page.evaluate("tell({ seed: 1, at: { x: 5, y: 3 } })")

    sent: list[str] = []
    widget.observe(lambda change: sent.append(change["name"]))
    widget.expression = "x - y"
    assert sent.index("carried") < sent.index("expression"), "the answers are there when the text changes"
    page.evaluate("tell", {"carried": synced(widget)["carried"]})
    page.evaluate("tell({ expression: 'x - y' })")
    page.wait_for_function("state.value === 2")

    widget.expression, widget.opened = "sigmoid(x)", "sigmoid"
    page.evaluate("news => tell(news)", {"carried": synced(widget)["carried"]})
    page.evaluate("tell({ expression: 'sigmoid(x)', opened: 'sigmoid' })")
    page.wait_for_function("document.querySelector('kuroaka-figure').session.asked.open === 'sigmoid'")
    page.evaluate("leave()")
    expect(figure).to_have_count(0)
