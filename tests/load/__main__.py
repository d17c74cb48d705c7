"""Measure what one service bears, and fail where it bears less than it should: ``make load``.

All traffic goes to this machine, for a bounded time. How many minutes the last part takes can be said:
``make load MINUTES=10``.
"""

import asyncio
import random
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from tests.load.client import Client
from tests.load.questions import FIGURE, GRAPH, SIGMOID, another, worst
from tests.serving import served

COMMAND = [sys.executable, "-m", "uvicorn", "kuroaka.api.app:app", "--log-level", "critical", "--no-access-log"]
FASTEST = 600  # requests a second that this client can send and still be on time
MEMORY = 640  # MiB, of the service with its workers: what compose gives a replica
Asked = tuple[int, float]  # status and seconds


class Report:
    """What was found, a line each; ``failed`` counts those that do not hold."""

    def __init__(self) -> None:
        self.failed = 0

    def say(self, what: str, found: str, *, holds: bool) -> None:
        self.failed += not holds
        print(f"{'holds' if holds else 'FAILS'}  {what}: {found}", flush=True)


async def ask(client: Client, path: str, params: dict[str, str] | None = None) -> Asked:
    began = time.perf_counter()
    status = await client.status(path, params)
    return status, time.perf_counter() - began


def at(seconds: Sequence[float], part: float) -> float:
    """A quantile."""
    return sorted(seconds)[min(int(part * len(seconds)), len(seconds) - 1)] if seconds else 0.0


async def fifty_of_the_worst(client: Client, report: Report) -> None:
    """Fifty of the worst at once, while a visitor opens the page, a graph and a figure."""
    chance = random.Random(1)
    asked = [asyncio.create_task(ask(client, *worst(chance))) for _ in range(50)]
    await asyncio.sleep(0.1)
    visitor: dict[str, list[Asked]] = {"/": [], GRAPH: [], FIGURE: []}
    for _ in range(5):
        expression = {"expr": SIGMOID.format(x=chance.random())}
        for path, answers in visitor.items():
            answers.append(await ask(client, path, expression))
    statuses = Counter(status for status, _ in await asyncio.gather(*asked))
    slowest = max(seconds for answers in visitor.values() for _, seconds in answers)
    good = all(status == 200 for answers in visitor.values() for status, _ in answers)
    report.say(
        "beside 50 of the worst a visitor waits < 1 s", f"{slowest:.2f} s; {dict(statuses)}", holds=good and slowest < 1
    )


async def a_class(client: Client, report: Report) -> None:
    """Three hundred visitors open one link, with no proxy that keeps answers in front."""
    link = {"expr": SIGMOID.format(x=random.random())}
    began = time.perf_counter()
    answers = await asyncio.gather(*(ask(client, FIGURE, link) for _ in range(300)))
    seconds = time.perf_counter() - began
    good = all(status == 200 for status, _ in answers)
    report.say("300 visitors of one link have its figure in 3 s", f"{seconds:.2f} s", holds=good and seconds < 3)


async def overload(client: Client, report: Report, seconds: float) -> None:
    """Five times as many figures as can be drawn (or as many as can be asked for), evenly spread, all of them new."""
    chance = random.Random(2)
    done = 0

    async def draw() -> None:
        nonlocal done
        while time.perf_counter() < until:
            await ask(client, *another(chance))
            done += 1

    until = time.perf_counter() + 5
    await asyncio.gather(*(draw() for _ in range(8)))
    rate = min(done, FASTEST)  # in five seconds: five times as many in one
    health: list[float] = []

    async def look() -> None:
        while time.perf_counter() < until:
            health.append((await ask(client, "/healthz"))[1])
            await asyncio.sleep(0.1)

    began = time.perf_counter()
    until = began + seconds
    looking = asyncio.create_task(look())
    asked: list[asyncio.Task[Asked]] = []
    while (now := time.perf_counter()) < until:
        while len(asked) < (now - began) * rate:
            asked.append(asyncio.create_task(ask(client, *another(chance))))
        await asyncio.sleep(0.005)
    answers = await asyncio.gather(*asked)
    await looking
    admitted = [took for status, took in answers if status == 200]
    refused = [took for status, took in answers if status == 503]
    drawn = f"{len(admitted)} drawn, p99 {at(admitted, 0.99):.2f} s"
    others = Counter(status for status, _ in answers if status not in (200, 503))
    said = f"{drawn}; {len(refused)} refused, p50 {at(refused, 0.5) * 1e3:.0f} ms; others {dict(others)}"
    good = not others and at(admitted, 0.99) < 1 and at(refused, 0.5) < 0.05
    report.say(f"{rate} figures a second for {seconds:.0f} s", said, holds=good)
    report.say("/healthz meanwhile, p99 < 0.1 s", f"{at(health, 0.99) * 1e3:.0f} ms", holds=at(health, 0.99) < 0.1)
    await asyncio.sleep(1)
    status, took = await ask(client, *another(chance))
    report.say(
        "a second later all is as before", f"{status} in {took * 1e3:.0f} ms", holds=status == 200 and took < 0.5
    )


async def soak(client: Client, report: Report, minutes: float) -> None:
    """The worst again and again: memory stays where it is."""
    chance = random.Random(3)
    statuses: Counter[int] = Counter()
    until = time.perf_counter() + 60 * minutes

    async def insist() -> None:
        while time.perf_counter() < until:
            statuses[(await ask(client, *worst(chance)))[0]] += 1

    insisting = asyncio.gather(*(insist() for _ in range(4)))
    sizes: list[int] = []
    while time.perf_counter() < until:
        await asyncio.sleep(min(5.0, max(0.1, 6 * minutes)))
        sizes.append(memory())
        print(f"       {sizes[-1]:4d} MiB {'#' * (sizes[-1] // 8)}", flush=True)
    await insisting
    broken = sum(count for status, count in statuses.items() if status >= 500 and status != 503)
    said = f"{max(sizes)} MiB at most, {sizes[-1]} at last; {dict(statuses)}"
    report.say(f"{minutes:g} minutes of the worst fit in {MEMORY} MiB", said, holds=max(sizes) < MEMORY and not broken)


def memory() -> int:
    """What the processes of the service hold, in MiB: shared pages count once for all who share them."""
    held = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            if b"kuroaka.api" in command or b"multiprocessing.forkserver" in command:
                rollup = (process / "smaps_rollup").read_text()
                held += int(rollup.partition("Pss:")[2].split()[0])
        except OSError:
            continue
    return held // 1024


async def main(minutes: float) -> int:
    report = Report()
    with served(COMMAND, patient=False) as address:
        async with Client(address) as client:
            parts: list[Callable[[], Awaitable[None]]] = [
                lambda: fifty_of_the_worst(client, report),
                lambda: a_class(client, report),
                lambda: overload(client, report, min(60.0, 60 * minutes)),
                lambda: soak(client, report, minutes),
            ]
            for part in parts:
                await part()
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)))
