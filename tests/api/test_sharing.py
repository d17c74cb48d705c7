"""oEmbed, and what the head of a page says to sites that link to it."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from xml.etree.ElementTree import fromstring

import pytest
from fastapi.testclient import TestClient

from kuroaka.api.app import create_app
from kuroaka.api.first import FIRST, USUAL, WELCOME
from tests.conftest import PATIENT

client = TestClient(create_app(PATIENT))
HOSTILE = "x<script>alert(1)</script>\"'&y"


class Reader(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_page_leads_to_its_oembed_and_the_oembed_to_its_frame_and_picture() -> None:
    page = Reader(client.get("/", params={"expr": "x*y", "at": "x:2,y:3", "lang": "ja"}).text)
    found = next(tag for name, tag in page.tags if tag.get("type") == "application/json+oembed")
    answer = client.get(str(found["href"])).json()
    assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", "x*y")
    [(name, frame)] = Reader(answer["html"]).tags
    assert name == "iframe"
    assert frame["sandbox"] == "allow-scripts"
    assert (frame["width"], frame["height"]) == (str(answer["width"]), str(answer["height"]))
    assert parse_qsl(urlsplit(str(frame["src"])).query) == [("expr", "x*y"), ("at", "x:2,y:3"), ("lang", "ja")]
    assert client.get(str(frame["src"])).status_code == 200
    picture = client.get(answer["thumbnail_url"])
    assert picture.headers["content-type"] == "image/png"
    size = int.from_bytes(picture.content[16:20]), int.from_bytes(picture.content[20:24])
    assert size == pytest.approx((answer["thumbnail_width"], answer["thumbnail_height"]), abs=1)
    assert next(tag for _, tag in page.tags if tag.get("property") == "og:image")["content"] == answer["thumbnail_url"]


@pytest.mark.parametrize("path", ["/", "/oembed"])
def test_a_hostile_expression_stays_text(path: str) -> None:
    link = client.get("/", params={"expr": HOSTILE}).request.url
    if path == "/":
        tags = Reader(client.get(str(link)).text).tags
        assert next(tag for _, tag in tags if tag.get("property") == "og:title")["content"] == HOSTILE
        assert sum(name == "script" for name, _ in tags) == 1
    else:
        assert client.get("/oembed", params={"url": str(link)}).status_code == 422  # it is no expression


def test_the_frame_is_no_larger_than_asked() -> None:
    answer = client.get("/oembed", params={"url": "http://testserver/", "maxwidth": 320, "maxheight": 200}).json()
    assert (answer["width"], answer["height"]) == (320, 200)


@pytest.mark.parametrize("url", ["http://elsewhere/?expr=x", "http://testserver/api/v1/graph?expr=x", "", "x"])
def test_no_other_address_has_an_oembed(url: str) -> None:
    assert client.get("/oembed", params={"url": url}).status_code == 404


@pytest.mark.parametrize("link", ["?expr=x*y%26&hide=<a>", "?expr=z+=+x<1&at=x:2", "?expr=x&utm=\x01\ufffe", ""])
def test_xml_says_what_json_says(link: str) -> None:
    asked = {"url": f"http://testserver/{link}"}
    told = client.get("/oembed", params=asked | {"format": "json"})
    answer = client.get("/oembed", params=asked | {"format": "xml"})
    assert answer.status_code == told.status_code
    if told.status_code == 200:
        assert answer.headers["content-type"] == "text/xml; charset=utf-8"
        said = {name: re.sub("[\x01\ufffe]", "", str(value)) for name, value in told.json().items()}
        assert {each.tag: each.text for each in fromstring(answer.content)} == said


def test_there_is_no_third_form() -> None:
    assert client.get("/oembed", params={"url": "http://testserver/", "format": "yaml"}).status_code == 422


def test_the_first_expression_is_the_page_s() -> None:
    text = (Path(__file__).parents[2] / "frontend" / "src" / "state" / "examples.js").read_text(encoding="utf-8")
    first = re.findall(r'FIRST = \{ expr: "(.*)", at: \{ x: (.*) \} \};', text)
    assert first == [(FIRST["expr"], str(USUAL["x"]))]
    [(expression, x, y, show)] = re.findall(
        r'WELCOME = \{ expr: "(.*)", at: \{ x: (.*), y: (.*) \}, show: .*\("(.*)"\)', text
    )
    assert {"expr": expression, "at": f"x:{x},y:{y}", "show": show} == WELCOME


def test_the_bare_address_is_put_elsewhere_as_the_page_shows_it() -> None:
    page = Reader(client.get("/").text)
    found = next(tag for name, tag in page.tags if tag.get("type") == "application/json+oembed")
    answer = client.get(str(found["href"])).json()
    assert answer["title"] == WELCOME["expr"]
    [(_, frame)] = Reader(answer["html"]).tags
    assert dict(parse_qsl(urlsplit(str(frame["src"])).query)) == {**WELCOME, "frame": "0"}
    pictures = [
        answer["thumbnail_url"],
        next(tag for _, tag in page.tags if tag.get("property") == "og:image")["content"],
    ]
    for picture in pictures:
        asked = dict(parse_qsl(urlsplit(picture).query))
        assert (asked["expr"], asked["show"]) == (WELCOME["expr"], WELCOME["show"])
