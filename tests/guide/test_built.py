"""The guide as MkDocs builds it: without a warning, with nothing from elsewhere and no script inside of a page."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

ROOT = Path(__file__).parents[2]
OURS = re.compile(r"(\?|lessons|docs|openapi\.json|embed\.js|$)")  # of the service, beside the guide


class Loaded(HTMLParser):
    """What a page loads, where it leads to, what it names, and what the policy would stop."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.names: set[str] = set()
        self.stopped: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "img", "link", "iframe") and (link := given.get("src") or given.get("href")):
            self.loads.append(link)
        if tag == "a" and "href" in given:
            self.leads.append(given["href"])
        self.names.add(given.get("id", ""))
        is_code = tag == "script" and "src" not in given and given.get("type") != "application/json"
        if is_code or tag == "style" or "style" in given or any(name.startswith("on") for name in given):
            self.stopped.append(self.get_starttag_text() or tag)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guide") / "site"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for config, place in (("mkdocs.yml", folder), ("mkdocs.ja.yml", folder / "ja")):
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--config-file",
            config,
            "--site-dir",
            str(place),
        ]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return folder


@pytest.mark.slow  # MkDocs is installed for it
def test_it_is_whole(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): Loaded(path.read_text("utf-8")) for path in site.rglob("*.html")}
    assert {"index.html", "ja/index.html", "gallery/index.html", "reference/index.html"} <= pages.keys()
    assert {name: page.stopped for name, page in pages.items() if page.stopped} == {}
    base = "https://school.example/kuroaka/"
    for name, page in pages.items():
        address = f"{base}guide/{name.removesuffix('index.html')}"
        assert [link for link in page.loads if "//" in link.removeprefix(base)] == [], name
        for link in (*page.loads, *page.leads):
            parts = urlsplit(whole := urljoin(address, link))
            if not whole.startswith(f"{base}guide/"):
                assert not whole.startswith(base) or OURS.match(whole.removeprefix(base)), (name, link)
                continue
            path = unquote(parts.path.removeprefix("/kuroaka/guide/"))
            file = path + "index.html" if path.endswith("/") or not path else path
            assert (site / file).is_file(), (name, link)
            if parts.fragment and file in pages and not parts.fragment.startswith("__"):
                assert unquote(parts.fragment) in pages[file].names, (name, link)


@pytest.mark.slow  # as above
def test_its_figures_are_alive_and_its_formulas_need_no_script(site: Path) -> None:
    for folder, language in ((site, "en"), (site / "ja", "ja")):
        assert f'<html lang="{language}"' in (folder / "index.html").read_text("utf-8")
        assert (folder / "gallery" / "index.html").read_text("utf-8").count("</kuroaka-figure></div>") == 30
        operations = (folder / "operations" / "index.html").read_text("utf-8")
        assert operations.count("<math ") > 100
        assert "arithmatex" not in operations
