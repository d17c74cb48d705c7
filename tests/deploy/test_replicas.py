"""Replicas leave and die while visitors ask, and no GET is lost."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event

from tests.deploy.conftest import SERVE
from tests.deploy.proxy import proxied
from tests.serving import PATIENCE, running

VISITORS = 2  # no more than find a worker at once, wherever they are sent
SOME = 40  # answers


def test_who_asks_is_answered_by_another_replica(replicas: list[int]) -> None:
    statuses: list[int] = []
    enough = Event()

    def visit(name: int) -> None:
        for number in range(100_000):
            if enough.is_set():
                return
            statuses.append(proxy.ask(f"/api/v1/graph?expr=x*{name}.{number}").status)

    def some_more() -> None:
        wanted = len(statuses) + SOME
        deadline = time.monotonic() + PATIENCE
        while len(statuses) < wanted and time.monotonic() < deadline:
            time.sleep(0.01)

    with ExitStack() as stack:
        leaving, dying = (stack.enter_context(running(SERVE)) for _ in range(2))
        proxy = stack.enter_context(proxied([leaving.port, dying.port, *replicas]))
        with ThreadPoolExecutor(VISITORS) as visitors:
            visits = [visitors.submit(visit, name) for name in range(VISITORS)]
            some_more()
            leaving.process.terminate()
            some_more()
            dying.process.kill()
            some_more()
            enough.set()
        assert [visit.exception() for visit in visits] == [None] * VISITORS
        failures = (proxy.folder / "failures").read_text("utf-8")
        assert Counter(statuses) == {200: len(statuses)}, failures
        assert f"127.0.0.1:{dying.port}" in failures  # who runs it is told
        assert "expr" not in failures
        assert len(statuses) >= 3 * SOME
        assert leaving.process.wait(PATIENCE) == 0
