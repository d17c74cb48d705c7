"""Nobody takes more than a share, and what is kept is free."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.deploy.proxy import Proxy, proxied
from tests.deploy.test_slow_visitors import BEGUN, opened

SMALL = {"rate=60r/s": "rate=1r/m", "burst=480 delay=20": "burst=4 delay=4", "visits 1000": "visits 10"}
GRAPH = "/api/v1/graph?expr="


@pytest.fixture
def proxy(replicas: list[int]) -> Iterator[Proxy]:
    with proxied(replicas, SMALL) as proxy:
        yield proxy


def test_who_asks_too_much_is_told_when_to_ask_again(proxy: Proxy) -> None:
    assert [proxy.ask(f"{GRAPH}x*{number}").status for number in range(6)] == [200] * 5 + [429]
    refused = proxy.ask(f"{GRAPH}x*y", Accept_Language="ja", X_Request_Id="of-the-visitor", X_Forwarded_For="192.0.2.1")
    assert refused.problem["code"] == "too-many-requests"
    assert "リクエスト" in refused.problem["detail"]
    assert refused.headers["retry-after"] == "1"
    assert refused.headers["x-request-id"] == "of-the-visitor"
    assert refused.headers["access-control-allow-origin"] == "*"

    assert {proxy.ask(f"{GRAPH}x*0").status for _ in range(20)} == {200}  # what is kept
    assert {proxy.ask(path).status for path in ("/healthz", "/readyz") for _ in range(20)} == {200}
    assert proxy.ask("/").status == 200


@pytest.mark.parametrize("path", ["/api/v1%2Fgraph", "//api/v1/graph", "/oembed"])
def test_no_other_spelling_gets_around_it(proxy: Proxy, path: str) -> None:
    assert [proxy.ask(f"{path}?{number}").status == 429 for number in range(6)] == [False] * 5 + [True]


def test_who_holds_too_many_requests_is_refused(proxy: Proxy) -> None:
    with ExitStack() as stack:
        for _ in range(10):
            stack.enter_context(opened(proxy, BEGUN["half of a body"]))
        while (refused := proxy.ask("/")).status == 200:
            pass
        assert refused.problem["code"] == "too-many-requests"
