"""One module for many: it does what they do, and refuses what it does not understand."""

import json
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from shutil import which

import pytest

from kuroaka.exports.html import write
from kuroaka.graph import build, evaluate
from kuroaka.page import bundle as modules
from kuroaka.page import files as sheets
from kuroaka.page.bundle import bundle
from kuroaka.page.files import BundleError, frontend, sheet
from kuroaka.page.served import part
from kuroaka.page.words import words
from kuroaka.words import LANGUAGES
from tests.scenes import scene

NODE = which("node") or str(Path(__file__).parents[2] / ".venv" / "bin" / "node")
STYLES = "export const STYLES = {};\n"
DRESS = "export function dress(root, names) {\n"


def run(script: str, folder: Path) -> str:
    """What a module prints in node."""
    (folder / "script.mjs").write_text(script, encoding="utf-8")
    command = [NODE, str(folder / "script.mjs")]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def test_a_bundle_computes_what_its_modules_compute(tmp_path: Path) -> None:
    use = 'console.log([1/3, -0, 1e-7, NaN].map(printNumber).join(" "), writeNumber(0.1 + 0.2));'
    names = "printNumber", "writeNumber"
    paths = "typeset/numerals.js", "typeset/number-fields.js"
    modules = "".join(
        f'import {{ {name} }} from "{(frontend() / "src" / path).as_uri()}";\n'
        for name, path in zip(names, paths, strict=True)
    )
    (tmp_path / "numerals.mjs").write_text(bundle("typeset/numerals.js"), encoding="utf-8")
    (tmp_path / "fields.mjs").write_text(bundle("typeset/number-fields.js"), encoding="utf-8")
    bundled = 'import { printNumber } from "./numerals.mjs"; import { writeNumber } from "./fields.mjs";'
    assert run(bundled + use, tmp_path) == run(modules + use, tmp_path)


@pytest.mark.parametrize("entry", ["embed", "frame", "page", "widget"])
def test_every_door_is_a_module_by_itself(entry: str, tmp_path: Path) -> None:
    text = bundle(f"entries/{entry}.js")
    (tmp_path / "door.mjs").write_text(text, encoding="utf-8")
    subprocess.run([NODE, "--check", str(tmp_path / "door.mjs")], check=True)
    assert "\nimport " not in text
    assert "/**" not in text
    assert "--k-red" in text, "the sheets of the shadow root are inside"


@pytest.mark.parametrize("entry", ["page", "lesson"])
def test_a_bundle_may_speak_one_language_alone(entry: str) -> None:
    said = {language: f'"{words(language)["play"]}"' for language in LANGUAGES}
    for language in LANGUAGES:
        text = bundle(f"entries/{entry}.js", speaks=[language])
        assert [each for each, word in said.items() if word in text] == [language]


def lay_out(files: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of these modules, and of one sheet."""
    texts = {f"src/{name}": text for name, text in files.items()} | {"styles/look.css": "p { a: b }"}
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for module in modules, sheets:
        monkeypatch.setattr(module, "frontend", lambda: folder)


def test_sheets_and_addresses_are_as_they_are_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "a.js": 'import { dress } from "./in/b-c.js";\nconst root = {};\nexport const looks = dress(root, ["look"]);\n'
        '/** @type {typeof import("./in/b-c.js").STYLES} */\nexport const none = {};\n',
        "in/b-c.js": f'{STYLES}{DRESS}  return [STYLES[names[0]], new URL("../..", import.meta.url).pathname];\n}}\n',
    }
    lay_out(files, tmp_path, monkeypatch)
    (tmp_path / "bundle.mjs").write_text(bundle("a.js"), encoding="utf-8")
    use = 'import { looks } from "./bundle.mjs"; console.log(looks.join(" at "));'
    assert run(use, tmp_path) == f"p{{a: b}} at {tmp_path}/"


def test_a_text_of_several_lines_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out({"a.js": "export const text = `one\n  two`;\n"}, tmp_path, monkeypatch)
    (tmp_path / "bundle.mjs").write_text(bundle("a.js"), encoding="utf-8")
    assert run('import { text } from "./bundle.mjs"; console.log(text.length);', tmp_path) == "9"


def test_a_sheet_holds_what_it_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out({}, tmp_path, monkeypatch)
    lists = {"all": '@import "look.css" print;\nb { c: d }', "bad": '@import url("look.css");'}
    for name, text in lists.items():
        (tmp_path / "styles" / f"{name}.css").write_text(text, encoding="utf-8")
    assert sheet("all") == "@media print{p{a: b}}b{c: d}"
    with pytest.raises(BundleError, match="a form"):
        sheet("bad")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a.js": 'export * from "./b.js";\n', "b.js": ""}, "a form"),
        ({"a.js": 'const b = 1;\nexport { b };\n'}, "a form"),
        ({"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}, "circle"),
        ({"a.js": 'const b = await import("./b.js");\n', "b.js": ""}, "a form"),
        ({"a.js": "const here = import.meta.dirname;\n"}, "a form"),
        ({"a.js": "const here = import.meta\n  .url;\n"}, "a form"),
        ({"a.js": f'dress(root, ["look"]);\n{STYLES}'.replace("{}", "Object.create(null)")}, "no one place"),
        ({"a.js": f'dress(root, ["look"]);\n{STYLES}{STYLES}'}, "no one place"),
        ({"a.js": f'dress(\n  root,\n  ["look"],\n);\n{STYLES}'}, "names its sheets"),
        ({"a.js": f"dress(root, ['look']);\n{STYLES}"}, "names its sheets"),
        ({"a.js": f"dress(root, SHEETS);\n{STYLES}"}, "names its sheets"),
        ({"a.js": 'import { dress as put } from "./b.js";\nput(root, ["look"]);\n', "b.js": DRESS}, "names its sheets"),
    ],
)  # fmt: skip
def test_what_it_does_not_know_is_refused(
    files: dict[str, str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(files, tmp_path, monkeypatch)
    with pytest.raises(BundleError, match=says):
        bundle("a.js")


class Scripts(HTMLParser):
    """The scripts of a page, and its title."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.title = ""
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.inside == "script":
            self.scripts[-1] += data
        elif self.inside == "title":
            self.title += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.inside = ""


def test_a_file_holds_hostile_text_as_text() -> None:
    hostile = "x*y </script><script>alert(1)</script><!-- </title>"
    graph = build("x*y")
    named = replace(graph, text=hostile)
    page = Scripts(write(scene(evaluate(named, {"x": 2}))))
    assert page.title == hostile
    carried, _script = page.scripts
    assert json.loads(carried)["plain"]["graph"]["expression"] == hostile


# Whether two modules are the same tree, wherever its parts stand.
SAME = """
import { parse } from "acorn";
import { isDeepStrictEqual } from "node:util";
import { readFileSync } from "node:fs";
const bare = (node) => {
  if (Array.isArray(node)) return node.map(bare);
  if (!node || typeof node !== "object" || node instanceof RegExp) return node;
  const { start, end, raw, ...rest } = node;
  return Object.fromEntries(Object.entries(rest).map(([name, part]) => [name, bare(part)]));
};
const [one, other] = process.argv.slice(1).map((path) =>
  bare(parse(readFileSync(path, "utf-8"), { ecmaVersion: "latest", sourceType: "module" })));
console.log(isDeepStrictEqual(one, other));
"""


@pytest.mark.parametrize("entry", ["embed", "frame", "lesson.ja", "page.en", "widget"])
def test_what_is_served_without_spaces_is_the_same_program(entry: str, tmp_path: Path) -> None:
    name, _, language = entry.partition(".")
    written = bundle(f"entries/{name}.js", speaks=[known for known in LANGUAGES if language in ("", known)])
    served = part(entry, "js").decode()
    assert len(served) < 0.95 * len(written)
    for path, text in (("written.js", written), ("served.js", served), ("other.js", f"{served}\nopen('');")):
        (tmp_path / path).write_text(text, encoding="utf-8")

    def same(other: str) -> str:
        command = [NODE, "--input-type=module", "-e", SAME, str(tmp_path / "written.js"), str(tmp_path / other)]
        root = Path(__file__).parents[2]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=root).stdout.strip()

    assert (same("served.js"), same("other.js")) == ("true", "false")
