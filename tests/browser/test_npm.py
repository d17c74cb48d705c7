"""The package of npm: built, packed, installed from its file, loaded where there is no document, and played in a page
of another origin, with a service and without.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kuroaka.asked import Asked
from kuroaka.exports import FORMATS
from kuroaka.scene import Scene
from tests.browser.test_doors import FONT, folder_served, output

ROOT = Path(__file__).parents[2]
NPM = Path(sys.executable).parent / "npm"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Site</title><link rel="icon" href="data:,">
<script type="importmap">{"imports": {"@kuroaka/figure": "/node_modules/@kuroaka/figure/index.js"}}</script>
<script type="module">%s</script><main></main>"""
SERVED = """import { useService } from "@kuroaka/figure";
useService("%s");
document.querySelector("main").innerHTML =
  '<kuroaka-figure expression="h = x*y; sin(h)" at="x:2,y:3" show="numbers" speed="0.25"></kuroaka-figure>';"""
CARRIED = """import { carry } from "@kuroaka/figure";
const answers = %s;
document.querySelector("main").append(carry(document.createElement("kuroaka-figure"), answers));"""


def run(*command: str | Path, cwd: Path) -> str:
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the package is installed."""
    folder = tmp_path_factory.mktemp("npm")
    run(sys.executable, ROOT / "tools" / "write-npm", folder / "built", cwd=ROOT)
    packed = run(NPM, "pack", folder / "built", "--pack-destination", folder, cwd=folder).split()[-1]
    (folder / "site").mkdir()
    (folder / "site" / "package.json").write_text('{"private": true, "type": "module"}')
    run(NPM, "install", "--offline", "--no-audit", folder / packed, cwd=folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def package(site: Path) -> Path:
    return site / "node_modules" / "@kuroaka" / "figure"


@contextmanager
def opened(browser: Browser, site: Path, script: str) -> Iterator[tuple[Page, list[str], list[str]]]:
    """A page of the site, what it complains of, and whom it asks."""
    (site / "index.html").write_text(PAGE % script, "utf-8")
    with folder_served(site) as origin:
        page = browser.new_page(viewport={"width": 900, "height": 900})
        complaints: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url.replace(origin, "")))
        page.goto(f"{origin}/")
        yield page, complaints, asked
        page.close()


def test_it_says_what_it_is_made_of(package: Path) -> None:
    said = json.loads((package / "provenance.json").read_text("utf-8"))
    inside = {path.name: path.read_bytes() for path in package.iterdir() if path.name != "provenance.json"}
    assert said["files"] == {name: sha256(content).hexdigest() for name, content in inside.items()}
    assert {"index.js", "package.json", "README.md", "LICENSE", "package.d.ts", "embed.d.ts"} <= inside.keys()
    assert {"frontend/src/figure/element.js", "frontend/styles/figure.css"} <= said["sources"].keys()
    for path, digest in said["sources"].items():
        assert sha256((ROOT / path).read_bytes()).hexdigest() == digest
    described = json.loads(inside["package.json"])
    for place in described["exports"].values():
        for path in place.values() if isinstance(place, dict) else [place]:
            assert (package / path).is_file()
    (module,) = json.loads(inside["custom-elements.json"])["modules"]
    attributes = [one["name"] for one in module["declarations"][0]["attributes"]]
    known = "import('@kuroaka/figure').then(m => console.log(JSON.stringify(m.KuroakaFigure.observedAttributes)))"
    assert sorted(attributes) == sorted(json.loads(run("node", "-e", known, cwd=package.parents[2])))


def test_a_server_that_writes_pages_can_load_it(site: Path) -> None:
    script = """import { carry, KuroakaFigure, useService } from "@kuroaka/figure";
    useService("https://kuroaka.example");
    console.log(typeof carry, typeof KuroakaFigure, typeof HTMLElement, typeof document);"""
    said = run("node", "--input-type=module", "-e", script, cwd=site)
    assert said.split() == ["function", "function", "undefined", "undefined"]


def test_typescript_finds_its_types(site: Path) -> None:
    (site / "use.ts").write_text(
        """import { carry, KuroakaFigure, useService, type ChangeDetail } from "@kuroaka/figure";
import type { KuroakaFigureElement } from "@kuroaka/figure/embed";
useService("https://kuroaka.example");
const figure: KuroakaFigureElement = new KuroakaFigure();
figure.addEventListener("change", ({ detail }) => { const heard: ChangeDetail = detail; heard.value.toFixed(2); });
carry(document.createElement("kuroaka-figure"), { query: "", operations: {}, plain: {}, named: null }).seek(1);
// @ts-expect-error: an address is a text
useService(1);
""",
        "utf-8",
    )
    compiler = ROOT / "node_modules" / ".bin" / "tsc"
    run(compiler, "--noEmit", "--strict", "--module", "nodenext", "--types", "", "use.ts", cwd=site)


def test_it_plays_on_another_origin(browser: Browser, server_url: str, site: Path) -> None:
    with opened(browser, site, SERVED % server_url) as (page, complaints, asked):
        figure = page.locator("kuroaka-figure")
        expect(output(figure)).to_have_attribute("data-printed", "−0.2794")
        assert figure.evaluate("figure => figure.player.playing")
        figure.evaluate("figure => figure.seek(99)")
        expect(figure.locator(".phase")).to_contain_text("Backward")
        figure.evaluate("figure => { figure.at = { x: 1, y: 0 }; }")
        expect(output(figure)).to_have_attribute("data-printed", "0")
        assert page.evaluate(FONT) == 1
        theirs = [url for url in asked if not url.startswith(("/", "data:"))]
        assert theirs
        assert all(url.startswith(f"{server_url}/api/v1/") for url in theirs)
        assert complaints == []


def test_it_plays_without_a_service(browser: Browser, site: Path) -> None:
    scene = Scene(Asked(expression="a = 2; z = a*x^2", at={"x": 3}, show=("numbers",)))
    with opened(browser, site, CARRIED % FORMATS["answers"].write(scene)) as (page, complaints, asked):
        figure = page.locator("kuroaka-figure")
        expect(output(figure)).to_have_attribute("data-printed", "18")
        assert figure.evaluate("figure => figure.getAttribute('expression')") == "a = 2; z = a*x^2"
        figure.evaluate("figure => { figure.at = { x: 3, a: 5 }; figure.seek(99); }")
        expect(output(figure)).to_have_attribute("data-printed", "45")
        assert figure.evaluate("figure => figure.session.gradients") == {"a": 9, "x": 30}
        figure.evaluate("figure => { figure.show = 'rules'; }")
        expect(figure.locator(".stage svg")).to_be_visible()
        assert [url for url in asked if not url.startswith(("/", "data:"))] == []
        assert [url for url in asked if url.startswith("/api")] == []
        assert complaints == []


def test_another_bundler_is_given_nothing_to_resolve(package: Path) -> None:
    text = (package / "index.js").read_text("utf-8")
    assert "import.meta" not in text
    assert "import(" not in text
