"""A real process is told to leave while it has work."""

import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from http.client import HTTPResponse
from pathlib import Path
from time import monotonic
from urllib.parse import quote

import pytest

from tests.serving import PATIENCE, Running, running

KUROAKA = Path(sys.executable).with_name("kuroaka")
NOTICE = 3.0  # seconds
WORK = 2  # requests: as many as find a worker at once on every machine


@pytest.fixture
def server() -> Iterator[Running]:
    with running([KUROAKA, "serve"], notice=NOTICE) as server:
        yield server


def request(path: str) -> str:
    return f"GET {path} HTTP/1.1\r\nHost: kuroaka\r\n\r\n"


def work(number: int) -> str:
    """A request for a figure that takes a while."""
    products = "+".join("*".join(f"{name}{index}" for name in "abcde") for index in range(6))
    return request(f"/api/v1/figure.svg?expr={quote(f'{products}+{number}')}")


def sent(server: Running, text: str) -> socket.socket:
    """A connection on which so much of a request was sent."""
    connection = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
    connection.sendall(text.encode())
    return connection


def status(connection: socket.socket) -> int:
    """Of the answer, all of which comes."""
    with closing(HTTPResponse(connection)) as answer:
        answer.begin()
        assert answer.read()
        return answer.status


def readiness(server: Running) -> int:
    with sent(server, request("/readyz")) as connection:
        return status(connection)


def test_what_was_asked_before_it_leaves_is_answered(server: Running) -> None:
    with ExitStack() as stack:
        asked = [stack.enter_context(sent(server, work(number))) for number in range(WORK)]
        begun = stack.enter_context(sent(server, request("/healthz")[:20]))
        idle = stack.enter_context(sent(server, ""))
        assert readiness(server) == 200
        told = monotonic()
        server.process.send_signal(signal.SIGTERM)
        while readiness(server) == 200:
            pass
        begun.sendall(request("/healthz")[20:].encode())
        assert [status(connection) for connection in (*asked, begun)] == [200] * (WORK + 1)
        with suppress(ConnectionError):
            while True:
                assert readiness(server) == 503
        assert monotonic() - told > NOTICE
        assert server.process.wait(PATIENCE) == 0
        assert idle.recv(1) == b""


def test_ctrl_c_leaves_out_the_notice_alone(server: Running) -> None:
    with ExitStack() as stack:
        asked = [stack.enter_context(sent(server, work(number))) for number in range(WORK)]
        assert readiness(server) == 200
        server.process.send_signal(signal.SIGINT)
        assert [status(connection) for connection in asked] == [200] * WORK
        assert server.process.wait(PATIENCE) == 0
