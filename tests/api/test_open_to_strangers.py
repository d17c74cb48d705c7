"""What a stranger sends: too long, too large, half a character, twice the same name; and what every answer carries."""

from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from kuroaka.api.app import create_app
from kuroaka.api.settings import Settings
from kuroaka.api.workers import Workers
from kuroaka.asked import Asked
from tests.conftest import PATIENT

GRAPH = "/api/v1/graph"
FIGURE = "/api/v1/figure.svg"
SAFE = (
    "x-content-type-options",
    "referrer-policy",
    "content-security-policy",
    "cross-origin-resource-policy",
    "cross-origin-embedder-policy",
)


@pytest.mark.parametrize(
    ("headers", "content", "code"),
    [
        ({"content-type": "text/plain"}, b'{"expression":"x"}', "unsupported-media-type"),
        ({"content-type": "application/x-www-form-urlencoded"}, b"expression=x", "unsupported-media-type"),
        ({"content-type": "application/json"}, b'{"expression":"x","expression":"y"}', "malformed-json"),
        ({"content-type": "application/json"}, b'{"expression":"x","values":{"x":1,"x":2}}', "malformed-json"),
        ({"content-type": "application/json"}, rb'{"expression":"x","output":"\ud800"}', "not-unicode"),
        ({"content-type": "application/json"}, rb'{"expression":"x","values":{"\ud800":1}}', "not-unicode"),
        ({"content-type": "application/json"}, rb'{"expression":"x","derivative":["\ud800"]}', "not-unicode"),
        ({"content-type": "application/json"}, rb'{"expression":"x # \ud800"}', "invisible-character"),
        ({"content-type": "application/json", "x-long": "a" * 17_000}, b'{"expression":"x"}', "headers-too-large"),
    ],
)
def test_a_body_that_is_refused(client: TestClient, headers: dict[str, str], content: bytes, code: str) -> None:
    answer = client.post(GRAPH, content=content, headers=headers)
    assert answer.json()["code"] == code
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_address_that_is_too_long(client: TestClient) -> None:
    answer = client.get(GRAPH, params={"expr": "x" + "+x" * 2500})
    assert (answer.status_code, answer.json()["code"]) == (414, "address-too-long")
    assert "4096" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/", "/healthz", "/embed", GRAPH + "?expr=x", FIGURE + "?expr=x", "/page.js"])
def test_heads_are_those_of_the_whole(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers.get("etag") == whole.headers.get("etag")
    assert head.headers.get("content-length") == whole.headers.get("content-length")


@pytest.mark.parametrize(
    "path", ["/", GRAPH + "?expr=x", GRAPH + "?expr=x*", "/nothing", "/src/nothing.js", "/robots.txt"]
)
def test_every_answer_is_safe(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert all(name in answer.headers for name in SAFE)
    assert "frame-ancestors" in answer.headers["content-security-policy"]


def test_what_nobody_foresaw_is_a_problem_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("x = 3 is a secret")

    monkeypatch.setattr(Workers, "make", broken)
    client = TestClient(create_app(PATIENT), raise_server_exceptions=False)
    answer = client.post(
        GRAPH, json={"expression": "x"}, headers={"accept-language": "ja", "origin": "https://a.example"}
    )
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert "secret" not in answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    picture = client.get("/api/v1/figure.png", params={"expr": "x"})  # no worker draws its card either
    assert (picture.status_code, picture.json()["code"]) == (500, "internal")
    for one in (answer, picture):
        assert all(name in one.headers for name in (*SAFE, "x-request-id"))


@pytest.mark.parametrize("path", ["/docs", "/favicon.ico", "/embed.d.ts", "/docs/assets/swagger-ui.css"])
@pytest.mark.parametrize("parts", ["bytes=0-0", "bytes=999999999-", "x"])
def test_nothing_is_sent_in_parts(client: TestClient, path: str, parts: str) -> None:
    answer = client.get(path, headers={"range": parts})
    assert (answer.status_code, answer.content) == (200, client.get(path).content)


def test_what_is_quoted_is_short(client: TestClient) -> None:
    answer = client.post(GRAPH, json={"expression": "x", **{f"unknown{i}": 1 for i in range(1000)}})
    assert len(answer.json()["errors"]) == 20
    long = client.post(GRAPH, json={"expression": "x", "values": {"a" * 50_000: 1}, "output": "b" * 50_000})
    assert len(long.content) < 2000


@pytest.mark.parametrize("sign", ["\x03", "\x1b", "\ufffe", "\x1f"])
def test_a_figure_is_xml_whatever_a_comment_holds(client: TestClient, sign: str) -> None:
    answer = client.get(FIGURE, params={"expr": f"x # {sign}"})
    assert answer.status_code == 200
    ElementTree.fromstring(answer.content)


@pytest.mark.parametrize("text", ["1e300^2", "(1e20*x)^20", "E/5e-324", "(123456789.5*x)^40", "x^64*1e300^2", "x''^y"])
def test_numbers_past_all_bounds_are_answered(client: TestClient, text: str) -> None:
    for path in (GRAPH, FIGURE, "/api/v1/export/tikz"):
        assert client.get(path, params={"expr": text}).status_code == 200


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was computed."""
    answered: list[str] = []
    make = Workers.make

    async def count(
        workers: Workers, packed: object, level: object, function: object, asked: Asked, *rest: object
    ) -> object:
        answered.append(asked.expression)
        return await make(workers, packed, level, function, asked, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Workers, "make", count)
    return answered


def test_a_question_is_answered_once(client: TestClient, counted: list[str]) -> None:
    first = client.get(GRAPH, params={"expr": "x*y+1"})
    again = client.get(GRAPH, params={"expr": "x*y+1", "seed": "1"})
    assert first.content == again.content
    assert counted == ["x*y+1"]
    other = client.get(GRAPH, params={"expr": "x*y+1", "at": "x:2"})
    assert other.content != first.content
    assert counted == ["x*y+1", "x*y+1"]
    known = client.get(GRAPH, params={"expr": "x*y+1"}, headers={"if-none-match": first.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")
    assert client.get(GRAPH, params={"expr": "x*y+1"}, headers={"if-none-match": "*"}).status_code == 304


def test_nothing_is_computed_for_who_has_it(client: TestClient, counted: list[str]) -> None:
    etag = client.get(GRAPH, params={"expr": "x/y"}).headers["etag"]
    with TestClient(create_app(PATIENT)) as other:  # which keeps nothing yet
        assert other.get(GRAPH, params={"expr": "x/y"}, headers={"if-none-match": etag}).status_code == 304
    assert counted == ["x/y"]


def test_languages_and_encodings_are_answers_of_their_own(client: TestClient) -> None:
    tags = {
        client.get(GRAPH, params={"expr": "x*y*z"}, headers=headers).headers["etag"]
        for headers in (
            {"accept-language": "ja", "accept-encoding": "gzip"},
            {"accept-language": "en", "accept-encoding": "gzip"},
            {"accept-language": "ja", "accept-encoding": "identity"},
        )
    }
    assert len(tags) == 3
    wanted = client.get(GRAPH, params={"expr": "x*"}, headers={"accept-language": "en;q=0.2, ja"})
    assert wanted.headers["content-language"] == "ja"
    refused = client.get(GRAPH, params={"expr": "x*"}, headers={"accept-language": "ja;q=0, en"})
    assert refused.headers["content-language"] == "en"


@pytest.mark.parametrize("expression", ["x", "x*y*z"])  # too short to be compressed, and not
def test_its_variants_say_alike_what_they_vary_with(client: TestClient, expression: str) -> None:
    answers = [
        client.get(GRAPH, params={"expr": expression}, headers={"accept-encoding": encoding, **origin})
        for encoding in ("gzip", "identity")
        for origin in ({}, {"origin": "https://a.example"})
    ]
    assert {answer.headers["vary"] for answer in answers} == {"Accept-Language, Accept-Encoding"}
    assert {answer.headers["access-control-allow-origin"] for answer in answers} == {"*"}


def test_the_service_knows_where_it_stands() -> None:
    client = TestClient(create_app(Settings(address="https://kuroaka.example/", seconds=60, patience=60)))
    evil = {"host": "evil.example"}
    page = client.get("/", params={"expr": "x*y"}, headers=evil).text
    assert "evil.example" not in page
    assert "https://kuroaka.example/api/v1/figure.png?" in page
    answer = client.get("/oembed", params={"url": "https://kuroaka.example/?expr=x*y"}, headers=evil)
    assert answer.json()["provider_url"] == "https://kuroaka.example/"
    assert "evil.example" not in answer.text
    assert client.get("/docs/", headers=evil).status_code == 200


@pytest.mark.parametrize("header", ["host", "x-forwarded-host", "forwarded", "x-forwarded-proto", "x-forwarded-prefix"])
def test_a_service_that_was_not_told_where_it_stands_believes_no_header_of_it(client: TestClient, header: str) -> None:
    evil = {header: "host=evil.example;proto=evil" if header == "forwarded" else "evil.example"}
    for path in ("/?expr=x*y", "/lessons/add", "/openapi.json", "/oembed?url=http://testserver/?expr=x", "/docs/"):
        answer = client.get(path, headers=evil, follow_redirects=False)
        assert answer.status_code in (200, 307), path
        assert "evil" not in answer.text + str(answer.headers), path
    assert client.get("/oembed", params={"url": "http://evil.example/?expr=x"}, headers=evil).status_code == 404


KEPT = {
    "public, max-age=86400, stale-while-revalidate=604800": [
        "/api/v1/graph?expr=x",
        "/api/v1/figure.svg?expr=x",
        "/api/v1/export",
        "/api/v1/export/dot?expr=x",
        "/api/v1/operations",
        "/api/v1/slips",
        "/api/v1/lessons",
        "/oembed?url=http://testserver/",
    ],
    "no-cache": [
        "/",
        "/embed",
        "/embed.js",
        "/embed.d.ts",
        "/docs",
        "/docs/assets/swagger-ui.css",
        "/src/entries/docs.js",
        "/styles/icon.svg",
        "/openapi.json",
        "/lessons",
        "/problems",
        "/problems/not-found",
        "/exercise?expr=x*y",
        "/robots.txt",
        "/favicon.ico",
    ],
    "no-store": ["/healthz", "/readyz", "/metrics", "/nothing", "/api/v1/graph?expr=x*", "/api/v1/figure.svg?expr=x*"],
}


@pytest.mark.parametrize(("keep", "path"), [(keep, path) for keep, paths in KEPT.items() for path in paths])
def test_every_answer_says_how_long_it_may_be_kept(client: TestClient, keep: str, path: str) -> None:
    assert client.get(path).headers["cache-control"] == keep


@pytest.mark.parametrize("path", [path for paths in KEPT.values() for path in paths])
def test_every_get_is_a_head_and_every_other_method_is_told_so(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    if whole.status_code == 200:
        refused = client.put(path)
        assert (refused.status_code, refused.headers.get_list("allow")) == (405, [refused.headers["allow"]])
        posted = ["POST"] if path.startswith(GRAPH) else []
        assert refused.headers["allow"].split(", ") == ["GET", "HEAD", "OPTIONS", *posted]


def test_what_is_computed_for_one_is_kept_by_nobody(client: TestClient) -> None:
    assert client.post(GRAPH, json={"expression": "x"}).headers["cache-control"] == "no-store"
