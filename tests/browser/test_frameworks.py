"""The element inside React, Vue and Svelte, which set properties where an element has them and attributes elsewhere,
and in a plain page, which does both by hand.

The class is known before they render, as on a second page of a site, or after, as on the first.

The frameworks are their own builds from ``node_modules``, without a bundler.
"""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.reader import reading

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / "node_modules"

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>App</title><link rel="icon" href="data:,">
<script type="importmap">%s</script><div id="app"></div>
<script type="module">
  const load = () => import("/embed.js");
  const first = new URLSearchParams(location.search).has("first");
  if (first) await load();
  const { default: run } = await import("/framework/app.js");
  run(document.getElementById("app"));
  if (!first) await load();
</script>"""

# In each: a figure with attributes of every kind, a button that moves x, and what the figure's event says.
REACT = """
import { createElement as h, createRoot, useState } from "/framework/react.js";
function App() {
  const [x, move] = useState(2);
  const [heard, hear] = useState("");
  return h("main", {},
    h("kuroaka-figure", { expression: "z = sigmoid(x*y)", at: `x:${x},y:3`, show: "numbers", frame: 1, speed: 0.5,
      loop: true, dashes: true, open: "sigmoid", fold: "", seed: 2, lang: "en", hide: "zoom", animate: false,
      onchange: ({ detail }) => hear(String(detail.values.x)) }),
    h("button", { onClick: () => move(5) }, "Move"),
    h("output", {}, heard));
}
export default (place) => createRoot(place).render(h(App));
"""
VUE = """
import { createApp, ref } from "/packages/vue/dist/vue.esm-browser.prod.js";
export default (place) => createApp({
  setup: () => ({ x: ref(2), heard: ref("") }),
  template: `<kuroaka-figure expression="z = sigmoid(x*y)" :at="'x:' + x + ',y:3'" show="numbers" :frame="1"
      :speed="0.5" loop :dashes="true" open="sigmoid" fold="" :seed="2" lang="en" hide="zoom" :animate="false"
      @change="heard = String($event.detail.values.x)"></kuroaka-figure>
    <button @click="x = 5">Move</button><output>{{ heard }}</output>`,
}).mount(place);
"""
SVELTE = """<script>
  let x = $state(2);
  let heard = $state("");
</script>
<kuroaka-figure expression="z = sigmoid(x*y)" at={{ x, y: 3 }} show="numbers" frame={1} speed={0.5}
  loop={true} dashes={true} open="sigmoid" fold="" seed={2} lang="en" hide="zoom" animate={false}
  onchange={({ detail }) => { heard = String(detail.values.x); }}></kuroaka-figure>
<button onclick={() => { x = 5; }}>Move</button>
<output>{heard}</output>"""

# By hand: attributes in markup, properties on the element before it is put into the page.
PLAIN = """
export default (place) => {
  place.innerHTML = `<kuroaka-figure show="numbers" speed="0.5" loop dashes="true" open="sigmoid" fold=""
    hide="zoom"></kuroaka-figure><button>Move</button><output></output>`;
  const [figure, button, output] = place.children;
  Object.assign(figure, { expression: "z = sigmoid(x*y)", at: { x: 2, y: 3 }, frame: 1, seed: 2, lang: "en",
    animate: false });
  figure.addEventListener("change", ({ detail }) => { output.value = String(detail.values.x); });
  button.addEventListener("click", () => { figure.at = { x: 5, y: 3 }; });
};
"""

# Svelte compiles its components, and its parts are found by name.
COMPILE = """import { compile } from "svelte/compiler"; import { text } from "node:stream/consumers";
console.log(compile(await text(process.stdin), { generate: "client" }).js.code);"""
SVELTE_NAMES = {
    "svelte": "/packages/svelte/src/index-client.js",
    "svelte/internal/client": "/packages/svelte/src/internal/client/index.js",
    "svelte/internal/disclose-version": "/packages/svelte/src/internal/disclose-version.js",
    "#client/constants": "/packages/svelte/src/internal/client/constants.js",
    "clsx": "/packages/clsx/dist/clsx.mjs",
    "esm-env": "/packages/esm-env/index.js",
    "esm-env/browser": "/packages/esm-env/true.js",
    "esm-env/development": "/packages/esm-env/false.js",
    "esm-env/node": "/packages/esm-env/false.js",
}

# React has CommonJS alone: a module is a function that is called when it is first required.
REACT_FILES = {
    "react": "react/cjs/react.production.js",
    "scheduler": "scheduler/cjs/scheduler.production.js",
    "react-dom": "react-dom/cjs/react-dom.production.js",
    "react-dom/client": "react-dom/cjs/react-dom-client.production.js",
}
COMMON = """const exported = {};
const require = name => exported[name] ?? (modules[name](exported[name] = {}), exported[name]);
const modules = {%s};
export const { createElement, useState } = require("react");
export const { createRoot } = require("react-dom/client");"""


def plain() -> dict[str, str]:
    return {"app.js": PLAIN}


def react() -> dict[str, str]:
    texts = {name: (PACKAGES / path).read_text("utf-8") for name, path in REACT_FILES.items()}
    return {
        "react.js": COMMON % ",\n".join(f"{name!r}: exports => {{\n{text}\n}}" for name, text in texts.items()),
        "app.js": REACT,
    }


def vue() -> dict[str, str]:
    return {"app.js": VUE}


def svelte() -> dict[str, str]:
    command = ["node", "--input-type=module", "-e", COMPILE]
    run = subprocess.run(command, cwd=ROOT, input=SVELTE, capture_output=True, text=True, check=True)
    mount = 'import { mount } from "svelte";\nimport App from "/framework/component.js";\n'
    return {"component.js": run.stdout, "app.js": f"{mount}export default (target) => mount(App, {{ target }});"}


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("framework", [plain, react, vue, svelte])
def test_a_framework_sets_it_and_hears_it(
    browser: Browser, server_url: str, framework: Callable[[], dict[str, str]], first: bool
) -> None:
    texts = {"": PAGE % json.dumps({"imports": SVELTE_NAMES}), **framework()}

    def written(route: Route) -> None:
        name = route.request.url.split("/framework/")[1].split("?")[0]
        kind = "text/javascript" if name else "text/html"
        route.fulfill(body=texts[name], content_type=f"{kind}; charset=utf-8")

    def packaged(route: Route) -> None:
        path = PACKAGES / route.request.url.split("/packages/")[1]
        route.fulfill(body=path.read_text("utf-8"), content_type="text/javascript; charset=utf-8")

    with reading(browser, server_url) as reader:
        page = reader.page
        page.route("**/framework/**", written)
        page.route("**/packages/**", packaged)
        page.goto(f"{server_url}/framework/{'?first' if first else ''}")
        expect(reader.figure.locator("svg.kuroaka")).to_be_visible()
        expect(page.locator("output")).to_have_text("2")
        state = reader.figure.evaluate("figure => figure.store.state")
        assert state["at"] == {"x": 2, "y": 3}
        asked = {name: state[name] for name in ("show", "frame", "speed", "open", "fold", "seed", "lang", "hide")}
        assert asked == {
            "show": "numbers", "frame": 1, "speed": 0.5, "open": "sigmoid", "fold": "", "seed": 2, "lang": "en",
            "hide": ["zoom"],
        }  # fmt: skip
        assert (state["loop"], state["dashes"]) == (True, True)
        expect(reader.figure.locator(".node.operation")).to_have_count(5)  # x*y, and the inside of sigmoid
        page.get_by_role("button", name="Move").click()
        expect(page.locator("output")).to_have_text("5")
        assert reader.figure.evaluate("figure => [figure.session.values.x, figure.frame]") == [5, 1]


# What a plain page does with an element, before its class is known and after.
REMOVAL = """async first => {
  const load = () => import("/embed.js");
  if (first) await load();
  const figure = document.createElement("kuroaka-figure");
  figure.setAttribute("expression", "x*y");
  figure.setAttribute("at", "x:2,y:3");
  figure.at = { x: 7, y: 3 };  // what is set later wins
  figure.show = "numbers";
  document.getElementById("app").append(figure);
  window.figure = figure;
  window.heard = [];
  figure.addEventListener("frame", ({ detail }) => heard.push(detail.frame));
  if (!first) await load();
}"""


@pytest.mark.parametrize("first", [True, False])
def test_a_plain_page_changes_it_removes_it_and_puts_it_back(browser: Browser, server_url: str, first: bool) -> None:
    with reading(browser, server_url) as reader:
        page = reader.page
        bare = '<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,"><div id="app"></div>'
        page.route("**/plain", lambda route: route.fulfill(body=bare, content_type="text/html"))
        page.goto(f"{server_url}/plain")
        page.evaluate(REMOVAL, first)
        expect(reader.figure.locator("svg.kuroaka")).to_be_visible()
        shown = "[figure.expression, figure.show, figure.session.values.x, figure.session.value]"
        assert page.evaluate(shown) == ["x*y", "numbers", 7, 21]
        assert reader.figure.get_attribute("at") == "x:7,y:3"
        page.evaluate("figure.setAttribute('at', 'x:4,y:3')")
        assert page.evaluate("[figure.at, figure.session.value]") == [{"x": 4, "y": 3}, 12]
        page.evaluate("figure.removeAttribute('show')")
        expect(reader.figure.locator(".label.formula").first).to_be_attached()
        page.evaluate("figure.setAttribute('expression', 'x+y+1')")
        page.wait_for_function("figure.session.value === 8")
        # Out of the page it stands still and says nothing; back in it, it is what it was.
        page.evaluate("figure.speed = 2; figure.seek(0); figure.play()")
        page.wait_for_function("figure.frame === 1")
        page.evaluate("figure.remove(); heard.length = 0")
        assert (
            page.evaluate(
                """() => new Promise(done => { let frames = 30; const next = () =>
                 frames-- ? requestAnimationFrame(next) : done(heard); next(); })"""
            )
            == []
        )
        assert page.evaluate("[figure.expression, figure.at]") == ["x+y+1", {"x": 4, "y": 3}]
        page.evaluate("document.getElementById('app').append(figure); figure.seek(2)")
        page.wait_for_function("heard.includes(2)")
        assert page.evaluate("figure.session.value") == 8
