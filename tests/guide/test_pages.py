"""What is made for the guide: every page has its place, every figure of the gallery is drawn and its code says so."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import pytest

from guide.gallery import Shown, element, gallery, rows
from guide.links import MOVED, ROOT
from guide.reference import reference
from kuroaka.api.app import app
from kuroaka.asked import ROWS, Asked
from kuroaka.figure.drawing.compose import figure
from kuroaka.language import LIMITS
from kuroaka.scene import Scene
from kuroaka.words import LANGUAGES, Language

MADE = {"gallery.md", "reference.md", *(name.removeprefix("docs/") for name in MOVED.values())}
DOCS = {path.name for path in (ROOT / "docs").glob("*.md")}
FIGURES = {row.title["en"]: row for row in rows()}


def navigation(name: str) -> set[str]:
    text = (ROOT / name).read_text("utf-8").split("\nnav:")[1]
    return set(re.findall(r": ([a-z_]+\.md)$", text.split("\ntheme:")[0], re.MULTILINE))


def test_every_page_has_its_place() -> None:
    assert navigation("mkdocs.yml") == {name for name in DOCS if not name.endswith(".ja.md")} | MADE


def test_every_japanese_page_has_its_place_and_no_other_is_shown_as_one() -> None:
    japanese = {name.replace(".ja.md", ".md") for name in DOCS if name.endswith(".ja.md")}
    both = navigation("mkdocs.ja.yml") - japanese - {"gallery.md"}
    assert japanese <= navigation("mkdocs.ja.yml")
    for name in both:
        assert re.search("[ぁ-ん]", (ROOT / "docs" / name).read_text("utf-8")), name


def test_there_are_thirty_figures_with_names_of_their_own() -> None:
    assert len(rows()) == len(FIGURES) == len({row.title["ja"] for row in rows()}) == 30
    assert len({row.asked("en").link() for row in rows()}) == 30


@pytest.mark.parametrize("row", FIGURES.values(), ids=FIGURES)
def test_a_figure_is_drawn_and_nothing_is_said_of_what_was_perhaps_not_meant(row: Shown) -> None:
    for language in LANGUAGES:
        scene = Scene(row.asked(language), limits=LIMITS)
        assert ElementTree.fromstring(figure(scene)).tag.endswith("svg")
        assert [notice.code for notice in scene.notices] == []
        assert row.title[language].strip()
        assert row.says[language].endswith("." if language == "en" else "。")


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "kuroaka-figure":
            self.found.append(dict(attrs))


@pytest.mark.parametrize("row", FIGURES.values(), ids=FIGURES)
def test_its_element_asks_the_same(row: Shown) -> None:
    (attributes,) = Elements(f"<kuroaka-figure {element(row.asked('en'))}>").found
    names = {each.attribute: each.link for each in ROWS.values()}
    assert Asked.read({names[name]: value or "" for name, value in attributes.items()}) == row.asked("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gallery_shows_each_with_its_code(language: Language) -> None:
    page = gallery(language)
    live = Elements(re.sub(r"```.*?```", "", page, flags=re.DOTALL)).found
    assert [one["lang"] for one in live] == [language] * 30
    codes = re.findall(r"    ```(\w+)\n(.*?)\n    ```", page, re.DOTALL)
    assert [kind for kind, _ in codes] == ["text", "text", "html"] * 30
    for row, (_, link) in zip(rows(), codes[1::3], strict=True):
        assert Asked.read(dict(parse_qsl(urlsplit(link.strip()).query))) == row.asked(language)


def test_the_reference_has_every_route_parameter_and_schema() -> None:
    description = app.openapi()
    page = reference(description)
    for path, methods in description["paths"].items():
        for method, route in methods.items():
            section = page.split(f"### `{method.upper()} {path}`")[1].split("\n### ")[0]
            assert [one["name"] for one in route.get("parameters", ()) if f"| `{one['name']}` |" not in section] == []
            assert [status for status in route["responses"] if f"| {status} |" not in section] == []
    schemas = set(description["components"]["schemas"])
    assert set(re.findall(r"^### (\w+)$", page, re.MULTILINE)) == schemas
    assert set(re.findall(r"\]\(#(\w+)\)", page)) <= {name.lower() for name in schemas}


def figures() -> list[tuple[str, str]]:
    return [
        (page.name, attributes)
        for page in sorted((ROOT / "docs").glob("*.md"))
        for attributes in re.findall(r"^<!-- figure: (.*) -->$", page.read_text("utf-8"), re.MULTILINE)
    ]


@pytest.mark.parametrize(("page", "attributes"), figures())
def test_a_figure_in_a_page_is_drawn(page: str, attributes: str) -> None:
    (found,) = Elements(f"<kuroaka-figure {attributes}>").found
    names = {each.attribute: each.link for each in ROWS.values()}
    asked = Asked.read({names[name]: value or "" for name, value in found.items()})
    assert figure(Scene(asked, limits=LIMITS)).startswith("<svg"), page
