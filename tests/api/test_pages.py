"""The page's parts: named by what is in them and kept for ever; `/embed.js` keeps its name and is asked for."""

import re
from base64 import b64encode
from hashlib import blake2b, sha384
from importlib.metadata import version

import pytest
from fastapi.testclient import TestClient

from kuroaka.page.files import frontend
from kuroaka.words import LANGUAGES, Language

PARTS = re.compile(r'"((?:page|frame)[\w.]*-\w+\.(?:js|css))"')


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_a_page_names_its_parts_by_what_is_in_them(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.headers["cache-control"] == "no-cache"
    parts = PARTS.findall(page.text)
    assert len(parts) == 2
    for name in parts:
        part = client.get(f"/{name}")
        assert blake2b(part.content, digest_size=6).hexdigest() in name
        assert part.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_comes_with_the_words_of_its_language_and_has_the_others_by_themselves(
    client: TestClient, language: Language
) -> None:
    page = client.get("/", headers={"Accept-Language": language})
    [script] = [name for name in PARTS.findall(page.text) if name.endswith(".js")]
    assert script.startswith(f"page.{language}-")
    answer = client.get(f"/words.{language}.json")
    assert answer.headers["content-type"] == "application/json"
    said = answer.json()["words"]
    source = (frontend() / "src" / "words" / f"{language}.js").read_text(encoding="utf-8")
    assert list(said) == re.findall(r"^  (\w+):", source, re.MULTILINE)
    assert said["expression"] in client.get(f"/{script}").text
    assert client.get("/words.fr.json").status_code == 404


def test_what_another_version_names_is_not_kept(client: TestClient) -> None:
    other = client.get("/page-0123456789ab.js")
    assert other.content == client.get("/page.js").content
    assert other.headers["cache-control"] == "no-cache"
    for path in ("/nothing-0123456789ab.js", "/page-0123456789ab.html", "/widget.css"):
        assert client.get(path).status_code == 404


def test_an_element_of_another_page_keeps_its_address(client: TestClient) -> None:
    embed = client.get("/embed.js")
    assert embed.headers["cache-control"] == "no-cache"
    assert client.get("/embed.js", headers={"If-None-Match": embed.headers["etag"]}).status_code == 304


def test_a_version_of_the_element_is_kept_and_can_be_checked(client: TestClient) -> None:
    root = re.search(r"<html[^>]*>", client.get("/").text)
    assert root is not None
    said = dict(re.findall(r'data-(\w+)="([^"]*)"', root[0]))
    assert said["embed"] == f"embed@{version('kuroaka')}.js"
    answer = client.get(f"/{said['embed']}", headers={"Origin": "https://course.example"})
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.content == client.get("/embed.js").content
    assert said["integrity"] == f"sha384-{b64encode(sha384(answer.content).digest()).decode()}"
    assert client.head(f"/{said['embed']}").status_code == 200


@pytest.mark.parametrize(("language", "words"), [("en", "one version"), ("ja", "だけです")])
def test_another_version_is_not_there_and_the_answer_says_which_is(
    client: TestClient, language: str, words: str
) -> None:
    for other in ("9.9.9", "0.1", "", "latest", version("kuroaka") + "0"):
        answer = client.get(f"/embed@{other}.js", params={"lang": language})
        assert answer.status_code == 404
        assert answer.json()["code"] == "unknown-version"
        assert words in answer.json()["detail"]
        assert f"/embed@{version('kuroaka')}.js" in answer.json()["detail"]
        assert "immutable" not in answer.headers["cache-control"]


def test_what_everybody_is_sent_is_sent_as_small_as_they_can_read_it(client: TestClient) -> None:
    accepted = {"br": "gzip, deflate, br, zstd", "gzip": "gzip, deflate", "": "identity"}
    answers = {coding: client.get("/page.js", headers={"Accept-Encoding": text}) for coding, text in accepted.items()}
    assert {coding: answer.headers.get("content-encoding", "") for coding, answer in answers.items()} == {
        coding: coding for coding in accepted
    }
    assert len({answer.headers["etag"] for answer in answers.values()}) == 3
    assert len({answer.content for answer in answers.values()}) == 1
    sizes = [int(answers[coding].headers["content-length"]) for coding in accepted]
    assert sizes == sorted(sizes)
