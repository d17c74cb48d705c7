"""What the proxy tells the service of a visitor, and how often it asks. A replica of our own says what it was told."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from tests.deploy.proxy import Answer, proxied

SHORTER = {
    f"proxy_{name}_timeout {old}": f"proxy_{name}_timeout {new}"
    for name, old, new in (
        ("read", "10s", "1s"),
        ("next_upstream", "5s", "500ms"),
    )
}


class Replica(ThreadingHTTPServer):
    """Answers with the headers of the request, at ``/silent`` not before it ends."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.ends = Event()


class Handler(BaseHTTPRequestHandler):
    server: Replica

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path.startswith("/silent"):
            self.server.ends.wait()
            return
        body = json.dumps({name.lower(): text for name, text in self.headers.items()}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, *_: object) -> None:
        pass


@contextmanager
def replica() -> Iterator[Replica]:
    with Replica() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.ends.set()
            server.shutdown()
            thread.join()


def told(answer: Answer) -> dict[str, str]:
    headers: dict[str, str] = json.loads(answer.body)
    return headers


def test_the_service_learns_of_a_visitor_what_the_proxy_saw() -> None:
    with replica() as server, proxied([server.server_port]) as proxy:
        headers = told(
            proxy.ask(
                "/",
                X_Forwarded_For="192.0.2.1",
                X_Forwarded_Proto="https",
                Forwarded="for=192.0.2.1",
                Accept_Encoding="gzip, br",
            )
        )
        assert headers["x-forwarded-for"] == "127.0.0.1"
        assert headers["x-forwarded-proto"] == "http"
        assert "forwarded" not in headers
        assert headers["host"] == f"127.0.0.1:{proxy.port}"
        assert headers["accept-encoding"] == "gzip, br"


def test_every_request_has_a_number() -> None:
    with replica() as server, proxied([server.server_port]) as proxy:
        for given in ("of-the-visitor", "", "no number: \x01", "a" * 100):
            answer = proxy.ask("/", X_Request_Id=given)
            number = answer.headers["x-request-id"]
            assert told(answer)["x-request-id"] == number
            assert (number == given) == (given == "of-the-visitor")
            assert len(number) in (len("of-the-visitor"), 32)
        # several workers write the log
        assert [line["id"] for line in proxy.logged("/", 4)].count("of-the-visitor") == 1


def test_who_takes_too_long_is_not_asked_again_of_another() -> None:
    with replica() as server, proxied([server.server_port] * 2, SHORTER) as proxy:
        answer = proxy.ask("/silent?expr=secret")
        assert (answer.status, answer.problem["code"]) == (504, "too-slow")
        assert server.asked == ["/silent?expr=secret"]
        assert "secret" not in (proxy.folder / "log").read_text("utf-8")
