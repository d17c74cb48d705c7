"""What the proxy keeps: an answer that may be kept is asked for once."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.deploy.proxy import Answer, Proxy, proxied

PATIENT = {f"proxy_cache_lock_{name} 3s": f"proxy_cache_lock_{name} 60s" for name in ("timeout", "age")}
MANY = 50
FIGURE = "/api/v1/figure.svg"
LINK = f"{FIGURE}?expr=a*b*c%2Bd*e*f%2Bexp(a*d)"


@pytest.fixture
def proxy(replicas: list[int]) -> Iterator[Proxy]:
    with proxied(replicas, PATIENT) as proxy:
        yield proxy


def test_a_class_that_opens_one_link_asks_the_service_once(proxy: Proxy) -> None:
    together = Barrier(MANY)

    def student(number: int) -> Answer:
        together.wait()
        return proxy.ask(LINK, Accept_Language=["en", "ja"][number % 2])

    with ThreadPoolExecutor(MANY) as students:
        answers = list(students.map(student, range(MANY)))
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 2
    assert Counter(line["kept"] for line in proxy.logged(FIGURE, MANY)) == {"MISS": 2, "HIT": MANY - 2}


def test_it_is_kept_as_the_service_says(proxy: Proxy) -> None:
    first = proxy.ask(LINK, Accept_Encoding="gzip")
    etag = first.headers["etag"]
    assert first.headers["content-encoding"] == "gzip"
    assert proxy.ask(LINK, Accept_Encoding="gzip").body == first.body
    assert proxy.ask(LINK, Accept_Encoding="gzip", If_None_Match=etag).status == 304
    assert proxy.ask(LINK).headers["content-encoding"] is None
    assert proxy.ask(LINK, "HEAD").status == 200
    assert [line["kept"] for line in proxy.logged(FIGURE, 5)] == ["MISS", "HIT", "HIT", "MISS", "HIT"]


def test_what_may_not_be_kept_is_asked_each_time(proxy: Proxy) -> None:
    page = proxy.ask("/page.js")
    assert proxy.ask("/page.js", If_None_Match=page.headers["etag"]).status == 304  # the service says so itself
    assert [line["kept"] for line in proxy.logged("/page.js", 2)] == ["", ""]
    assert [proxy.ask("/api/v1/graph?expr=x*").status for _ in range(2)] == [422, 422]
    assert [line["kept"] for line in proxy.logged("/api/v1/graph", 2)] == ["MISS", "MISS"]
