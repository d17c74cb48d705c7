"""What MkDocs does for the guide besides mkdocs.yml: pages that are made, links that lead to where things are here,
figures that live, formulas that need no script, and no script inside of a page, which the policy of the service stops.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from html import unescape
from pathlib import Path
from typing import Any

from latex2mathml.converter import convert
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from guide.gallery import gallery, shown
from guide.links import MOVED, ROOT, Half
from guide.reference import reference
from kuroaka.api.app import app

_LINK = re.compile(r"(?<=\]\()[^)\s]+(?=\))")
_FIGURE = re.compile(r"^<!-- figure: (.*) -->$", re.MULTILINE)  # a forge shows nothing there
_CODE = re.compile(r"`[^`\n]*`")
_FORMULA = re.compile(r'<(span|div) class="arithmatex">\\[(\[](.*?)\\[)\]]</\1>', re.DOTALL)
_INSIDE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_LOCAL = "http://127.0.0.1:8000/"  # where the pages of docs/ say that the service is
_ICON = "frontend/styles/icon.svg"


def on_config(config: MkDocsConfig) -> None:
    """Nothing is made that needs to know the address: a page of what is not found, a map of the site."""
    config.theme.static_templates.clear()


def on_files(files: Files, config: MkDocsConfig) -> None:
    """The pages of this half: those of docs/, and those that are made."""
    language = _language(config)
    for file in list(files.documentation_pages()):
        if file.src_uri.endswith(".ja.md"):
            files.remove(file)
            if language == "ja":
                _replace(files, _taken(file.src_uri.replace(".ja.md", ".md"), f"docs/{file.src_uri}", config))
    made = {"gallery.md": gallery(language), "reference.md": reference(app.openapi())}
    for name, text in made.items():
        _replace(files, File.generated(config, name, content=text))
    for path, name in MOVED.items():
        _replace(files, _taken(name.removeprefix("docs/"), path, config))
    _replace(files, _taken("assets/icon.svg", _ICON, config))
    if language == "ja":
        named = set(_named(config.nav))
        for file in list(files.documentation_pages()):
            if file.src_uri not in named:
                files.remove(file)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Links, figures, and bars in code in a table, before which a forge wants a backslash."""
    language = _language(config)
    half = Half(language, {file.src_uri for file in files.documentation_pages()})
    source = Path(page.file.abs_src_path or ROOT / "docs" / page.file.src_uri).relative_to(ROOT).as_posix()
    up = _up(page)

    def publish(path: str) -> str:
        if path.endswith("/") or (ROOT / path).is_dir():
            return path
        _replace(files, _taken(f"files/{path}", path, config))
        return f"files/{path}"

    markdown = _LINK.sub(lambda found: half.link(found[0], source, up, publish), markdown)
    markdown = _FIGURE.sub(lambda found: shown(found[1], language), markdown)
    rows = (
        _CODE.sub(lambda found: found[0].replace("\\|", "|"), row) if row[:1] == "|" else row
        for row in markdown.split("\n")
    )
    return "\n".join(rows)


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Formulas as MathML, which browsers set themselves, and links to the service that serves the guide."""
    html = html.replace(f'href="{_LOCAL}', f'href="{_up(page)}{config.extra["service"]}')
    return _FORMULA.sub(
        lambda found: convert(unescape(found[2]), display="block" if found[1] == "div" else "inline"), html
    )


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Scripts inside the page become files, named by what is in them."""

    def outside(found: re.Match[str]) -> str:
        name = f"assets/inside.{blake2b(found[1].encode(), digest_size=6).hexdigest()}.min.js"
        path = Path(config.site_dir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found[1], encoding="utf-8")
        return f'<script src="{_up(page)}{name}"></script>'

    return _INSIDE.sub(outside, output)


def _language(config: MkDocsConfig) -> Any:
    return config.theme["language"]


def _up(page: Page) -> str:
    return "" if page.url in ("", "./") else get_relative_url(".", page.url).rstrip("/") + "/"


def _taken(name: str, path: str, config: MkDocsConfig) -> File:
    return File.generated(config, name, abs_src_path=str(ROOT / path))


def _replace(files: Files, file: File) -> None:
    if known := files.get_file_from_path(file.src_uri):
        files.remove(known)
    files.append(file)


def _named(nav: Any) -> Iterator[str]:
    for each in nav.values() if isinstance(nav, dict) else nav:
        if isinstance(each, str):
            yield each
        else:
            yield from _named(each)
