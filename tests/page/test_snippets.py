"""The code that a reader copies, read by those that it is pasted into: HTML, JSX and React, Vue, Svelte, Markdown."""

import json
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize
from urllib.parse import parse_qsl, urlsplit

import mistune
import pytest
from markdown_it import MarkdownIt

from tests.tags import Tags

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "node_modules"
BASE = "https://kuroaka.example/of/a&b/"
PINNED = {"path": "embed@1.2.3.js", "integrity": "sha384-A/b+c="}

STATES: list[dict[str, object]] = [
    {"expr": "x*y", "at": {"x": 2, "y": -0.5}},
    {"expr": r"\frac{1}{1+e^{-x}}", "syntax": "latex", "frame": 3, "show": "numbers"},
    {"expr": 'a < b & "c" > d', "seed": -2},
    {"expr": "h = x^2;\nz = h*w'\n  + \\alpha {{x}} {%y%} ${z}", "frame": 0, "seeds": {"z": 3}},
    {"expr": "損失 = (予測 - 正解)^2", "at": {"予測": 0.25, "正解": 1}, "lang": "ja", "show": "rules"},
    {"expr": "*x* _y_ `z` [a](b) ![c] <d> &amp; &lt; #e | f ~g~ x^2*y^2", "dashes": True},
    {"expr": "w_1*x_1 + w_2*x_2", "frame": 2, "animate": False, "open": "sigmoid", "fold": "h,g"},
    {"expr": "{{< x >}} {% raw %} <!-- y --> </kuroaka-figure> ]]> &quot; &#123;", "hide": ["zoom"], "speed": 2},
]

WRITE = """
import { text } from "node:stream/consumers";
import { elementSnippet, frameSnippet, markdownSnippet } from %(snippets)s;
import { defaults } from %(state)s;
const { states, base, pinned } = JSON.parse(await text(process.stdin));
const written = states.map((rows) => {
  const state = { ...defaults(), ...rows };
  return [elementSnippet, frameSnippet, markdownSnippet].map((write) => write(state, base, pinned));
});
console.log(JSON.stringify(written));"""

# React writes the element of a component as HTML.
RENDER = """
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
console.log(renderToStaticMarkup(createElement((await import(process.argv[1])).default)));"""

# Svelte and Vue are asked what they read, as [tag, attributes].
SVELTE = """
import { text } from "node:stream/consumers";
import { parse } from "svelte/compiler";
const value = (read) => (read === true ? "" : [read].flat().map((part) => part.data).join(""));
const tags = ({ nodes }) => nodes.filter(({ name }) => name).flatMap(({ name, attributes, fragment }) => [
  [name, Object.fromEntries(attributes.map((one) => [one.name.toLowerCase(), value(one.value)]))], ...tags(fragment)]);
console.log(JSON.stringify(tags(parse(await text(process.stdin), { modern: true }).fragment)));"""
VUE = """
import { text } from "node:stream/consumers";
import { parse } from "@vue/compiler-dom";
const tags = ({ children }) => children.filter(({ tag }) => tag).flatMap((one) => [
  [one.tag, Object.fromEntries(one.props.map(({ name, value }) => [name.toLowerCase(), value?.content ?? ""]))],
  ...tags(one)]);
console.log(JSON.stringify(tags(parse(await text(process.stdin)))));"""


def node(script: str, *arguments: str, given: str = "", cwd: Path = ROOT) -> str:
    command = ["node", "--input-type=module", "-e", script, *arguments]
    return subprocess.run(command, cwd=cwd, input=given, capture_output=True, text=True, check=True).stdout


@cache
def snippets() -> list[tuple[str, str, str]]:
    source = ROOT / "frontend" / "src" / "state"
    places = {name: json.dumps((source / f"{name}.js").as_uri()) for name in ("snippets", "state")}
    given = json.dumps({"states": STATES, "base": BASE, "pinned": PINNED})
    return [(one, two, three) for one, two, three in json.loads(node(WRITE % places, given=given))]


def query(address: str) -> dict[str, str]:
    assert address.startswith(BASE)
    return dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))


def point(numbers: object) -> str:
    assert isinstance(numbers, dict)
    return ",".join(f"{name}:{number}" for name, number in numbers.items())


def written(value: object) -> str:
    """A row as an attribute has it."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, dict):
        return point(value)
    return ",".join(value) if isinstance(value, list) else str(value)


@pytest.mark.parametrize("number", range(len(STATES)))
def test_html_reads_what_was_asked(number: int) -> None:
    rows = STATES[number]
    element, frame, _ = snippets()[number]
    asked = {name: written(value) for name, value in rows.items()}
    script, figure, picture = Tags(element).found
    address = f"{BASE}embed@1.2.3.js"
    assert script == (
        "script",
        {"type": "module", "async": "", "src": address, "integrity": PINNED["integrity"], "crossorigin": "anonymous"},
    )
    attributes = {("expression" if name == "expr" else name): value for name, value in asked.items()}
    assert figure == ("kuroaka-figure", attributes)
    assert picture[0] == "img"
    assert picture[1]["alt"] == rows["expr"]
    # The picture is of the same numbers, frame and seed: where the element stands still, it does. Its page may be dark.
    own = {name: value for name, value in asked.items() if name not in ("hide", "speed")}
    still = {"animate": "0"} if "frame" in rows else {}
    assert query(picture[1]["src"]) == {"lang": "en", "paper": "white"} | own | still
    ((tag, of_frame),) = Tags(frame).found
    assert (tag, of_frame["title"]) == ("iframe", rows["expr"])
    assert {"lang": "en"} | query(of_frame["src"]) == {"lang": "en"} | {
        name: value for name, value in asked.items() if name != "hide"
    }
    assert f"height: {of_frame['height']}px" in of_frame["style"]


@pytest.mark.parametrize("kind", [0, 1])
def test_react_renders_the_same_of_the_same_text(kind: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "node_modules").symlink_to(MODULES)
        (folder / "package.json").write_text('{"type": "module"}')
        for number, codes in enumerate(snippets()):
            text = f'import * as React from "react";\nexport default () => <>\n{codes[kind]}\n</>;\n'
            (folder / f"{number}.jsx").write_text(text, "utf-8")
        options = ["--allowJs", "--noCheck", "--jsx", "react", "--module", "esnext", "--target", "es2022"]
        compiler: list[str | Path] = [
            MODULES / ".bin" / "tsc",
            *options,
            "--outDir",
            "out",
            *sorted(folder.glob("*.jsx")),
        ]
        subprocess.run(compiler, cwd=folder, check=True)
        for number, codes in enumerate(snippets()):
            rendered = Tags(node(RENDER, f"./out/{number}.js", cwd=folder)).found
            ours = [one for one in rendered if one[0] != "link"]  # React asks for the picture early
            assert sorted(ours, key=str) == sorted(Tags(codes[kind]).found, key=str)


@pytest.mark.parametrize("number", range(len(STATES)))
@pytest.mark.parametrize("parse", [SVELTE, VUE], ids=["svelte", "vue"])
def test_vue_and_svelte_read_the_same(parse: str, number: int) -> None:
    element, frame, _ = snippets()[number]
    for code in (element.partition("\n")[2], frame):  # a template has no script
        read = [(tag, attributes) for tag, attributes in json.loads(node(parse, given=code))]
        assert read == Tags(code).found


@pytest.mark.parametrize("number", range(len(STATES)))
@pytest.mark.parametrize("render", [MarkdownIt("commonmark").render, mistune.create_markdown(escape=False)])
def test_markdown_leaves_it_as_it_is(render: object, number: int) -> None:
    assert callable(render)
    element, frame, picture = snippets()[number]
    page = Tags(render(f"# Title\n\nBefore it.\n\n{element}\n\n{frame}\n\nAfter it.\n")).found
    assert page == [
        ("h1", {}), ("p", {}), *Tags(element).found, *Tags(frame).found, ("p", {}),
    ]  # fmt: skip
    ((_, _), (tag, attributes)) = Tags(render(f"{picture}\n")).found
    expression = str(STATES[number]["expr"])
    text = attributes["alt"]
    assert text is not None
    assert (tag, normalize("NFKC", text)) == ("img", " ".join(expression.split()))
    assert f"![{text}](" in picture  # there was nothing to read in it, in this Markdown or another
    assert query(attributes["src"]).items() >= {("expr", expression), ("paper", "white")}
