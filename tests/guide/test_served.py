"""A folder of the guide in, what the service makes of it out: a small one of our own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kuroaka.api.app import create_app
from kuroaka.api.settings import Settings
from tests.conftest import PATIENT

FILES = {
    "index.html": "<title>Start</title>",
    "ja/index.html": "<title>はじめに</title>",
    "gallery/index.html": "<title>Gallery</title>",
    "guide.css": "math {}",
    "assets/javascripts/bundle.a5f9d56c.min.js": "let x;",
    "ja/assets/javascripts/bundle.a5f9d56c.min.js": "let x;",
    "search/search_index.json": "{}",
}
SERVED = {
    "": ("text/html; charset=utf-8", "no-cache"),
    "ja/": ("text/html; charset=utf-8", "no-cache"),
    "gallery/": ("text/html; charset=utf-8", "no-cache"),
    "guide.css": ("text/css; charset=utf-8", "no-cache"),
    "assets/javascripts/bundle.a5f9d56c.min.js": (
        "text/javascript; charset=utf-8",
        "public, max-age=31536000, immutable",
    ),
    "search/search_index.json": ("application/json", "no-cache"),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    for name, text in FILES.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "site"


@pytest.fixture
def visitor(site: Path) -> Iterator[TestClient]:
    with TestClient(create_app(replace(PATIENT, guide=str(site))), follow_redirects=False) as visitor:
        yield visitor


@pytest.mark.parametrize("path", SERVED)
def test_a_file_is_what_it_is_and_kept_as_long_as_its_name_says(visitor: TestClient, path: str) -> None:
    answer = visitor.get(f"/guide/{path}")
    assert (answer.status_code, answer.headers["content-type"], answer.headers["cache-control"]) == (200, *SERVED[path])
    assert answer.text == FILES[path or "index.html"] if path in FILES else answer.text.startswith("<title>")
    again = visitor.get(f"/guide/{path}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", answer.headers["etag"])
    head = visitor.head(f"/guide/{path}")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", answer.headers["etag"])


def test_nothing_is_loaded_from_elsewhere_and_search_may_run(visitor: TestClient) -> None:
    policy = dict(part.split(" ", 1) for part in visitor.get("/guide/").headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["worker-src"] == policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert not any("http" in sources or "unsafe" in sources for sources in policy.values())


@pytest.mark.parametrize(("path", "to"), [("/guide", "guide/"), ("/guide/ja", "ja/"), ("/guide/gallery", "gallery/")])
def test_a_folder_without_its_slash_leads_to_it_whatever_host_is_named(visitor: TestClient, path: str, to: str) -> None:
    answer = visitor.get(path, headers={"host": "evil.example"})
    assert (answer.status_code, answer.headers["location"]) == (307, to)


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "nothing/",
        "gallery/index.html/",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "%00",
        "/etc/passwd",
        "a" * 300,
    ],
)
def test_what_is_not_there_is_a_problem(visitor: TestClient, path: str) -> None:
    answer = visitor.get(f"/guide/{path}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_a_link_out_of_the_folder_leads_nowhere(visitor: TestClient, site: Path) -> None:
    (site / "out").symlink_to(site.parent / "secret.txt")
    assert visitor.get("/guide/out").status_code == 404


def test_it_stands_below_a_path_too(site: Path) -> None:
    settings = Settings.of({"KUROAKA_ADDRESS": "https://school.example/kuroaka/", "KUROAKA_GUIDE": str(site)})
    visitor = TestClient(create_app(settings), follow_redirects=False)
    for root in ("/kuroaka", ""):
        assert visitor.get(f"{root}/guide").headers["location"] == "guide/"
        assert visitor.get(f"{root}/guide/ja").headers["location"] == "ja/"
        assert visitor.get(f"{root}/guide/gallery/").text == FILES["gallery/index.html"]


@pytest.mark.parametrize("path", ["/guide", "/guide/", "/guide/ja/embed/"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_where_none_was_built_it_says_so_kindly(tmp_path: Path, path: str, language: str) -> None:
    visitor = TestClient(create_app(replace(PATIENT, guide=str(tmp_path))))
    answer = visitor.get(path, headers={"accept-language": language})
    assert (answer.status_code, answer.headers["content-type"]) == (
        404 if "embed" in path else 200,
        "text/html; charset=utf-8",
    )
    assert f'<html lang="{language}"' in answer.text
    assert "make docs" in answer.text
    for link in ("docs", f"lessons?lang={language}"):
        assert f'href="{"../" * (path.count("/") - 1)}{link}"' in answer.text
