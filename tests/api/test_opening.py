"""The page before its script: what its link is about, for readers and for those who index it."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from urllib.parse import parse_qsl, quote

import pytest
from fastapi.testclient import TestClient

HOSTILE = "x<script>alert(1)</script>\"'&y"
STILL = re.compile(r'<div class="still">(.*?)</div>', re.DOTALL)


def opened(client: TestClient, query: str = "", **headers: str) -> str:
    answer = client.get(f"/{query}", headers=headers)
    assert answer.status_code == 200
    assert "Accept-Language" in answer.headers["vary"]
    return answer.text


def still(page: str) -> str:
    [figure] = STILL.findall(page)
    return str(figure)


def meta(page: str, name: str) -> str:
    [content] = re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)">', page)
    return unescape(content)


def test_the_bare_address_says_what_the_service_is_and_begins_with_one_circle(client: TestClient) -> None:
    page = opened(client)
    assert "<title>Kuroaka: computational graphs and backpropagation</title>" in page
    assert "in black" in meta(page, "description")
    assert meta(page, "og:title") == "Kuroaka: computational graphs and backpropagation"
    assert still(page).count('class="node operation"') == 1
    assert '<div class="mirror">z = x*y</div>' in page
    assert "A computational graph breaks a formula" in page
    [picture] = re.findall(r'<img src="api/v1/figure.svg\?([^"]*)"', page)
    assert dict(parse_qsl(unescape(picture))).items() >= {("expr", "z = x*y"), ("paper", "white")}
    assert client.get(f"/api/v1/figure.svg?{unescape(picture)}").status_code == 200


def test_a_link_says_what_it_is_about(client: TestClient) -> None:
    page = opened(client, "?expr=x*y&at=x:2,y:3&frame=2&theme=dark")
    assert "<title>x*y · Kuroaka</title>" in page
    assert "of x*y" in meta(page, "description")
    assert meta(page, "og:description") == meta(page, "description")
    assert meta(page, "og:title") == "x*y"
    assert 'data-theme="dark"' in page
    assert 'class="backward"' in still(page)
    assert 'class="backward"' not in still(opened(client, "?expr=x*y"))
    assert 'class="backward"' in still(opened(client, "?expr=x*y&animate=false"))


@pytest.mark.parametrize(("query", "accepted"), [("?expr=x*y&lang=ja", "en"), ("?expr=x*y", "ja-JP, en;q=0.5")])
def test_it_speaks_the_language_of_its_reader(client: TestClient, query: str, accepted: str) -> None:
    page = opened(client, query, **{"Accept-Language": accepted})
    assert '<html lang="ja"' in page
    assert "<title>x*y · Kuroaka 黒赤</title>" in page
    assert "計算グラフ" in meta(page, "description")


def test_a_hostile_expression_stays_text(client: TestClient) -> None:
    page = opened(client, f"?expr={quote(HOSTILE)}&theme={quote(HOSTILE)}")
    assert page.count("<script") == 1
    assert page.count(HOSTILE) == 0


LONG = "+".join(f"x_{place}" for place in range(40))
WITHOUT = ["x*(y", LONG, "sin(cos(tan(sin(cos(tan(sin(cos(tan(x)))))))))"]


@pytest.mark.parametrize("expression", WITHOUT)
def test_what_is_refused_or_takes_long_or_does_not_fit_waits_for_the_script(
    client: TestClient, expression: str
) -> None:
    page = opened(client, f"?expr={quote(expression)}")
    assert still(page) == ""
    assert f"<title>{expression} · Kuroaka</title>" in page


def test_its_policy_allows_the_one_style_that_it_has(client: TestClient) -> None:
    answer = client.get("/?expr=x*y")
    [style] = re.findall("<style>(.*?)</style>", answer.text)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in answer.headers["content-security-policy"]
    assert "style-src 'self';" in client.get(f"/?expr={quote('x*(y')}").headers["content-security-policy"]


def test_its_figure_is_kept_for_whoever_asks_for_the_same(client: TestClient) -> None:
    asked = {"expr": "u*y + 41", "frame": "0", "lang": "en"}  # without an x, which the page begins at 0.5
    client.get("/", params=asked)
    answers = client.app.state.answers  # type: ignore[attr-defined]
    computed = answers.computed
    assert client.get("/api/v1/figure.svg", params=asked).status_code == 200
    assert answers.computed == computed


def test_a_link_of_before_pictures_had_a_paper_is_read_as_it_was_meant(client: TestClient) -> None:
    """What is printed was once asked for as ``paper``."""
    now = "?expr=x*y&at=x:2,y:3&print=all&frame=2"
    before = opened(client, now.replace("print", "paper"))
    assert still(before) == still(opened(client, now))
    assert meta(before, "og:image") == meta(opened(client, now), "og:image")
    picture = f"http://testserver/{now.replace('print', 'paper')}"
    assert client.get("/oembed", params={"url": picture}).status_code == 200


def test_the_figure_of_the_page_stands_on_the_page(client: TestClient) -> None:
    assert '<rect x="0" y="0"' not in still(opened(client, "?expr=x*y&paper=white"))
    assert "paper=white" in meta(opened(client, "?expr=x*y&paper=white"), "og:image")
