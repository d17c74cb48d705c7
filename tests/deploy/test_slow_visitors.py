"""Visitors who send nothing, or little, are let go, and nobody else notices."""

import socket
import time
from collections.abc import Iterator

import pytest

from tests.deploy.proxy import Proxy, proxied
from tests.serving import PATIENCE

SHORT = {f"{name} 5s": f"{name} 1s" for name in ("client_header_timeout", "client_body_timeout", "keepalive_timeout")}
BEGUN = {
    "nothing": b"",
    "half of the headers": b"GET / HTTP/1.1\r\nHost: kuroaka\r\nX-Sl",
    "half of a body": b"POST /api/v1/graph HTTP/1.1\r\nHost: kuroaka\r\nContent-Type: application/json\r\n"
    b'Content-Length: 1000\r\n\r\n{"expression"',
    "nothing after an answer": b"GET /healthz HTTP/1.1\r\nHost: kuroaka\r\n\r\n",
}
EACH = 20


@pytest.fixture
def proxy(replicas: list[int]) -> Iterator[Proxy]:
    with proxied(replicas, SHORT) as proxy:
        yield proxy


def opened(proxy: Proxy, begun: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", proxy.port), PATIENCE)
    connection.sendall(begun)
    return connection


def to_the_end(connection: socket.socket) -> bytes:
    """What comes until the other side closes."""
    received = b""
    try:
        while piece := connection.recv(65536):
            received += piece
    except ConnectionError:
        pass
    return received


@pytest.mark.parametrize("begun", BEGUN.values(), ids=list(BEGUN))
def test_who_sends_no_more_is_let_go(proxy: Proxy, begun: bytes) -> None:
    connections = [opened(proxy, begun) for _ in range(EACH)]
    try:
        assert proxy.ask("/api/v1/graph?expr=x*y").status == 200
        ends = [to_the_end(connection) for connection in connections]
    finally:
        for connection in connections:
            connection.close()
    answer = b"HTTP/1.1 200 OK" if b"healthz" in begun else b""
    assert {end[: len(answer) or None] for end in ends} == {answer}


def test_headers_have_one_time_limit_for_all_of_them(proxy: Proxy) -> None:
    with opened(proxy, b"GET / HTTP/1.1\r\nHost: kuroaka\r\nX-Slow: ") as connection:
        connection.settimeout(0.1)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                connection.sendall(b"a")
                assert connection.recv(100) == b""
            except TimeoutError:
                continue  # nothing came, and it is still open
            except ConnectionError:
                pass
            break
        else:
            pytest.fail("a letter every tenth of a second keeps a connection open")
