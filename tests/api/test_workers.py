"""The processes that compute: what one question does to the others."""

import asyncio
import gc
import os
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kuroaka.api import gate, work
from kuroaka.api.app import create_app
from kuroaka.api.gate import Unavailable
from kuroaka.api.settings import Settings
from kuroaka.api.workers import LONG, Workers
from kuroaka.asked import Asked
from kuroaka.language import SyntaxProblem
from tests.conftest import PATIENT

LONG_ONE = Asked(expression="+".join("x" * LONG))


@asynccontextmanager
async def at_work(seconds: float = 60, patience: float = 60) -> AsyncIterator[Workers]:
    workers = Workers(seconds, patience, number=2)
    await workers.start()
    yield workers
    workers.stop()


def until(path: str, *_: object) -> str:
    """Works until there is a file."""
    Path(path, "begun").touch()
    while not Path(path, "over").exists():
        time.sleep(0.01)
    return "done"


def endless(*_: object) -> None:
    while True:
        pass


def crash() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


KEPT: list[list[int]] = []


def keep() -> None:
    """Keeps much."""
    KEPT.extend([number] for number in range(100_000))


def looked_through() -> int:
    """How many things would have to be looked through if room were made now."""
    return len(gc.get_objects())


async def awaits(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110  (what another process does tells nobody)
        await asyncio.sleep(0.01)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_answer_and_a_problem_come_back_whole() -> None:
    async def scenario() -> None:
        async with at_work() as workers:
            assert (await workers.make(work.figure, Asked(expression="x*y"))).startswith(b"<svg")
            with pytest.raises(SyntaxProblem) as raised:
                await workers.make(work.figure, Asked(expression="x + * 2"))
            assert (raised.value.code, raised.value.span) == ("expected-value-after", (4, 5))
            assert raised.value.detail("ja") != raised.value.detail("en") == "Expected a value after '+'."

    asyncio.run(scenario())


@pytest.mark.parametrize("job", [endless, crash])
def test_who_takes_too_long_or_falls_is_replaced(job: Callable[[], None]) -> None:
    async def scenario() -> None:
        async with at_work(seconds=0.5) as workers:
            for _ in range(3):
                with pytest.raises(Unavailable, match="time-budget"):
                    await workers.make(job)
            assert workers.stopped == 3
            assert (await workers.make(os.getpid)) != os.getpid()

    asyncio.run(scenario())


def test_what_is_kept_takes_no_time_of_another_question() -> None:
    async def scenario() -> None:
        async with at_work() as workers:
            await workers.make(keep)
            assert await workers.make(looked_through) < 50_000

    asyncio.run(scenario())


def test_one_that_was_killed_while_idle_is_replaced() -> None:
    async def scenario() -> None:
        async with at_work() as workers:
            for _ in range(3):
                pid = await workers.make(os.getpid)
                os.kill(pid, signal.SIGKILL)
                await awaits(lambda: not workers._idle[-1].is_alive)
                assert await workers.make(os.getpid) != pid
            assert workers.stopped == 0

    asyncio.run(scenario())


def test_who_has_gone_costs_nothing_more(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with at_work() as workers:
            pids = [await workers.make(os.getpid) for _ in range(2)]
            asked = asyncio.create_task(workers.make(until, str(tmp_path)))
            await awaits((tmp_path / "begun").exists)
            asked.cancel()
            await asyncio.wait([asked])
            await awaits(lambda: not all(map(alive, pids)))

    asyncio.run(scenario())


def test_long_ones_leave_a_worker_to_short_ones(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with at_work(patience=0.2) as workers:
            first = asyncio.create_task(workers.make(until, str(tmp_path), LONG_ONE))
            await awaits((tmp_path / "begun").exists)
            with pytest.raises(Unavailable, match="too-busy"):
                await workers.make(work.figure, LONG_ONE)
            assert await workers.make(os.getpid)
            (tmp_path / "over").touch()
            assert await first == "done"

    asyncio.run(scenario())


def test_who_would_wait_behind_many_is_told_at_once(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with at_work() as workers:
            asked = [asyncio.create_task(workers.make(until, str(tmp_path))) for _ in range(2 + gate.WAITING)]
            await awaits((tmp_path / "begun").exists)
            began = time.monotonic()
            with pytest.raises(Unavailable, match="too-busy"):
                await workers.make(os.getpid)
            assert time.monotonic() - began < 1
            (tmp_path / "over").touch()
            assert await asyncio.gather(*asked) == ["done"] * len(asked)

    asyncio.run(scenario())


def test_many_who_ask_the_same_are_answered_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    make = Workers.make

    async def counted(workers: Workers, *given: object) -> object:
        made.append(given)
        return await make(workers, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Workers, "make", counted)

    async def scenario() -> None:
        answers = create_app(PATIENT).state.answers
        every = await asyncio.gather(*(answers.made("x", work.figure, Asked(expression="x")) for _ in range(50)))
        assert len({answer.plain for answer in every}) == len(made) == 1
        answers.workers.stop()

    asyncio.run(scenario())


def test_what_is_unavailable_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "figure", endless)
    monkeypatch.setattr(work, "graph", endless)
    with TestClient(create_app(Settings(seconds=0.5, patience=60))) as client:
        answer = client.post("/api/v1/graph", json={"expression": "x"}, headers={"accept-language": "ja"})
        assert (answer.status_code, answer.json()["code"]) == (503, "time-budget")
        assert answer.headers["retry-after"] == "10"
        assert answer.headers["cache-control"] == "no-store"
        assert "時間" in answer.json()["detail"]
        card = client.get("/api/v1/figure.svg", params={"expr": "x"})
        assert (card.status_code, card.headers["content-type"]) == (503, "image/svg+xml; charset=utf-8")
        assert "more time" in card.text
        assert client.get("/healthz").status_code == 200


def test_the_page_itself_needs_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    async def busy(*_: object) -> None:
        raise Unavailable("too-busy", 1)

    monkeypatch.setattr(Workers, "make", busy)
    with TestClient(create_app(PATIENT)) as client:
        for path in ("/", "/page.js", "/page.css", "/embed.js", "/api/v1/operations", "/readyz"):
            assert client.get(path).status_code == 200, path
        assert client.get("/api/v1/graph", params={"expr": "x"}).status_code == 503
