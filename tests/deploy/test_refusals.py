"""What the proxy refuses itself is a problem document like those of the service."""

import socket
from collections.abc import Iterator
from http.client import HTTPResponse
from runpy import run_path

import pytest

from tests.deploy.proxy import DEPLOY, ROOT, Proxy, proxied
from tests.serving import PATIENCE, free_port

SAFE = {
    "access-control-allow-origin",
    "cache-control",
    "content-security-policy",
    "cross-origin-resource-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-request-id",
}


@pytest.fixture(scope="module")
def proxy() -> Iterator[Proxy]:
    """Behind it is nobody: what is refused here reaches no replica."""
    with proxied([free_port(), free_port()]) as proxy:
        yield proxy


LONG = b"a" * 9000
REQUESTS = {
    "malformed-request 400": b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: ten\r\n\r\n",
    "malformed-request 400 of two lengths": b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "malformed-request 400 of a coding": b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: own\r\n\r\n",
    "not-found 404": b"GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n",
    "not-found 404 in other letters": b"GET //x/../%6Detrics HTTP/1.1\r\nHost: a\r\n\r\n",
    "method-not-allowed 405": b"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
    "body-too-large 413": b"POST /api/v1/graph HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n",
    "address-too-long 414": b"GET /?expr=%s HTTP/1.1\r\nHost: a\r\n\r\n" % LONG,
    "headers-too-large 431": b"GET / HTTP/1.1\r\nHost: a\r\nX-Long: %s\r\n\r\n" % LONG,
    "headers-too-large 431 of many": b"GET / HTTP/1.1\r\nHost: a\r\n%s\r\n" % (b"X-Long: %s\r\n" % LONG[:1000] * 40),
    "away 502": b"POST /api/v1/graph HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
}


@pytest.mark.parametrize(("refused", "request_"), REQUESTS.items(), ids=list(REQUESTS))
def test_a_refusal(proxy: Proxy, refused: str, request_: bytes) -> None:
    code, status, *_ = refused.split()
    with socket.create_connection(("127.0.0.1", proxy.port), PATIENCE) as connection:
        connection.sendall(request_)
        answer = HTTPResponse(connection)
        answer.begin()
        body = answer.read()
    assert answer.status == int(status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert f'"code":"{code}"'.encode() in body
    assert f'"status":{status}'.encode() in body
    assert {name.lower() for name in answer.headers} >= SAFE
    assert (answer.headers["retry-after"] is not None) == (status == "502")


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/metrics", "ja", "ja"),
        ("/metrics", "fr-CH, fr;q=0.9, ja;q=0.8, en;q=0.7", "ja"),
        ("/metrics", "fr, en-GB;q=0.8, ja;q=0.7", "en"),
        ("/metrics", "fr", "en"),
        ("/metrics?lang=en", "ja", "en"),
        ("/metrics?lang=ja", "en", "ja"),
    ],
)
def test_it_is_said_in_the_language_of_the_reader(proxy: Proxy, path: str, accepted: str, language: str) -> None:
    answer = proxy.ask(path, Accept_Language=accepted)
    assert answer.headers["content-language"] == language
    assert answer.problem["title"] == {"en": "Not found", "ja": "見つかりません"}[language]


def test_the_words_are_those_of_the_catalogues() -> None:
    written = run_path(str(ROOT / "tools" / "write-refusals"))["refusals"]()
    refusals = (DEPLOY / "refusals.conf").read_text("utf-8")
    assert refusals == written, "write them again: tools/write-refusals > deploy/refusals.conf"
