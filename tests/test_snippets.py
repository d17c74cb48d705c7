"""Every block of code of README and docs/ does what it is there for: it is run, sent, drawn, built or compiled."""

import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from sphinx.application import Sphinx
from starlette.testclient import TestClient

from kuroaka import Graph
from kuroaka.asked import ROWS
from tests.tags import Tags

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^(`{3,})(\w*)[^\n]*\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
SERVICES = ("https://kuroaka.example", "http://127.0.0.1:8000")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# What is tried elsewhere, with more around it.
ELSEWHERE = {"console": "tests/cli/test_program.py", "toml": "tests/lessons", "nginx": "tests/deploy"}

COMPILES = {  # what a browser, or the bundler before it, makes of the text
    "js": "(await import('@babel/parser')).parse(text, {sourceType: 'module'}).errors.length",
    "jsx": "(await import('@babel/parser')).parse(text, {sourceType: 'module', plugins: ['jsx']}).errors.length",
    "vue": "(await import('@vue/compiler-dom')).compile(text, {prefixIdentifiers: true}) && 0",
    "svelte": "(await import('svelte/compiler')).parse(text, {modern: true}) && 0",
}


@dataclass(frozen=True)
class Block:
    page: str
    kind: str
    text: str
    place: int

    def __str__(self) -> str:
        return f"{self.page}-{self.place}-{self.kind or 'text'}"


def blocks(*kinds: str) -> list[Any]:
    """All of these kinds, each with a name for its test."""
    found = [
        Block(page.name, kind, text, place)
        for page in PAGES
        for place, (_, kind, text) in enumerate(BLOCK.findall(page.read_text("utf-8")))
    ]
    return [pytest.param(block, id=str(block)) for block in found if not kinds or block.kind in kinds]


def test_every_kind_of_block_is_tried() -> None:
    kinds = {parameter.values[0].kind for parameter in blocks()}
    assert kinds == {"", "html", "js", "json", "jsx", "md", "python", "rst", "sh", *ELSEWHERE}


# ---- Python


def python(page: str) -> Iterator[str]:
    for parameter in blocks("python"):
        block: Block = parameter.values[0]
        if block.page == page:
            yield block.text


def test_the_lines_of_python_in_the_readme_give_what_their_comments_say() -> None:
    (text,) = python("README.md")
    known: dict[str, Any] = {}
    exec(text, known)
    line = next(line for line in text.splitlines() if ".gradients[" in line)
    code, said = line.split("  # ")
    assert eval(code, known) == float(said)
    (formats,) = re.findall(r'export\("(\w+)".*# or (.*)', text)
    for name in (formats[0], *formats[1].split(", ")):
        assert known["graph"].export(name, x=0.5)


def test_the_cells_of_the_notebook_run_in_their_order() -> None:
    known: dict[str, Any] = {}
    for text in python("notebook.md"):
        if "ipywidgets" in text or "micropip" in text:  # a front end of its own; tests/pyodide.mjs
            compile(text, "notebook.md", "exec", flags=0x2000)  # await is allowed in a cell
        else:
            exec(text, known)
    assert known["figure"].expression == "x*y"


# ---- the shell


def commands(text: str) -> Iterator[str]:
    """The lines of a shell, those that go on joined."""
    yield from (line for line in text.replace("\\\n", " ").splitlines() if line.strip())


@pytest.mark.parametrize("block", blocks("sh"))
def test_a_line_of_the_shell_works(block: Block, tmp_path: Path, client: TestClient) -> None:
    assert subprocess.run(["bash", "-n", "-c", block.text], check=False).returncode == 0
    (lesson,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "lessons.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "product.toml").write_text(lesson, "utf-8")
    if block.text.startswith("digest()"):  # asks a registry
        return
    for line in commands(block.text):
        words = shlex.split(line, comments=True)
        match words[0].removeprefix(".venv/bin/"):
            case "make":
                targets = [word for word in words[1:] if "=" not in word]
                makefile = (ROOT / "Makefile").read_text("utf-8")
                assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets), line
            case "pip":
                extras = re.findall(r"\[(\w+)\]", line)
                assert words[1] == "install"
                assert set(extras) <= PROJECT["optional-dependencies"].keys(), line
            case "npm":
                assert words[1:] == ["install", "@kuroaka/figure"]
            case "curl":
                asks(client, words)
            case "kuroaka" | "printf":
                run = line.replace(".venv/bin/", "").replace("kuroaka ", f"{Path(sys.executable).parent}/kuroaka ", 1)
                done = subprocess.run(["bash", "-c", run], cwd=tmp_path, capture_output=True, text=True, check=False)
                assert done.returncode == 0, (line, done.stderr)
                written = re.findall(r"(?:-o|>) (\S+)", line)
                assert all((tmp_path / name).stat().st_size for name in written), line
            case other:
                pytest.fail(f"{other}: say how this is tried")


def asks(client: TestClient, words: list[str]) -> None:
    """The question of the README, and the beginning of its answer that stands under it."""
    body = json.loads(words[words.index("-d") + 1])
    address = next(word for word in words if word.startswith("http"))
    answer = client.post(urlsplit(address).path, json=body)
    assert answer.status_code == 200
    (shown,) = (json.loads(parameter.values[0].text) for parameter in blocks("json"))
    assert missing(shown, answer.json()) == []


def missing(shown: Any, whole: Any, path: str = "") -> list[str]:
    """What is shown and not so: of lists a few entries are shown, ``…`` stands for the rest."""
    if isinstance(shown, Mapping):
        return [
            fault
            for key, value in shown.items()
            if key != "…"
            for fault in (missing(value, whole[key], f"{path}/{key}") if key in whole else [f"{path}/{key}"])
        ]
    if isinstance(shown, list) and shown and isinstance(shown[0], Mapping):
        known = {one["id"]: one for one in whole}
        return [fault for one in shown for fault in missing(one, known[one["id"]], f"{path}/{one['id']}")]
    return [] if shown == whole else [path]


# ---- pages


def is_template(block: Block) -> bool:
    return "<!--" in block.text


@pytest.mark.parametrize("block", [each for each in blocks("html") if not is_template(each.values[0])])
def test_what_html_asks_for_is_answered(block: Block, client: TestClient) -> None:
    tags = Tags(block.text).found
    assert tags
    for tag, given in tags:
        if address := given.get("src", ""):
            assert address.startswith(SERVICES), address
            answer = client.get(address.removeprefix(next(each for each in SERVICES if address.startswith(each))))
            assert answer.status_code == 200, address
        if tag == "kuroaka-figure":
            links = {row.attribute: row.link for row in ROWS.values()}
            assert client.get("/api/v1/figure.svg", params={links[name]: given[name] for name in given}).is_success
    for code in re.findall(r"<script>(.*?)</script>", block.text, re.DOTALL):
        assert compiled("js", code) == 0


@pytest.mark.parametrize("block", blocks(""))
def test_what_stands_alone_is_drawn_or_answered(block: Block, client: TestClient) -> None:
    if "reverse_proxy" in block.text:  # Caddy
        return
    for line in block.text.splitlines():
        if line.startswith(SERVICES[0]):
            assert client.get(line.removeprefix(SERVICES[0])).status_code == 200, line
        else:
            assert Graph(line).figure().svg.startswith("<svg"), line


def compiled(kind: str, text: str) -> int:
    """How many faults its compiler finds."""
    code = (
        "import { text as read } from 'node:stream/consumers';\n"
        f"const text = await read(process.stdin);\nconsole.log({COMPILES[kind]});"
    )
    run = subprocess.run(
        [Path(sys.executable).with_name("node"), "--input-type=module", "-e", code],
        input=text, capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return int(run.stdout)


@pytest.mark.parametrize("block", blocks("js", "jsx"))
def test_what_a_bundler_reads_is_compiled(block: Block) -> None:
    text = re.sub(r"  // React.*", "", block.text)
    assert compiled(block.kind, f"const shown = {text}" if block.kind == "jsx" else text) == 0


def test_templates_are_compiled_by_their_frameworks() -> None:
    (block,) = (each.values[0] for each in blocks("html") if is_template(each.values[0]))
    for line in block.text.splitlines():
        code, framework = re.fullmatch(r"(.*?)  <!-- (\w+) \d+ -->", line).groups()  # type: ignore[union-attr]
        assert compiled(framework.lower(), code) == 0


# ---- Sphinx


def test_the_directives_are_built(tmp_path: Path) -> None:
    conf = "\n".join(python("sphinx.md"))
    (rst,) = (each.values[0].text for each in blocks("rst"))
    (myst,) = (each.values[0].text for each in blocks("md"))
    head, options = re.fullmatch(r"```\{kuroaka\} (.*?)\n(.*)```\n", myst, re.DOTALL).groups()  # type: ignore[union-attr]
    same = f".. kuroaka:: {head}\n" + "".join(f"   {line}\n" for line in options.splitlines())
    (tmp_path / "conf.py").write_text(conf, "utf-8")
    (tmp_path / "index.rst").write_text(f"Figures\n=======\n\n{rst}\n{same}", "utf-8")
    said = StringIO()
    source, out, trees = str(tmp_path), str(tmp_path / "out"), str(tmp_path / "trees")
    Sphinx(source, source, out, trees, "html", status=None, warning=said).build()
    assert said.getvalue() == ""
    assert (tmp_path / "out" / "index.html").read_text("utf-8").count(".svg") >= 3
