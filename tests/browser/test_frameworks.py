"""The element inside React, Vue and Svelte, which set properties where an element has them and attributes elsewhere.

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
@pytest.mark.parametrize("framework", [react, vue, svelte])
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
