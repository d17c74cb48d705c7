"""Who is measured in turns: processor time, candidates alternating, so that what else runs here hits all alike."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

ROUNDS = 15
LEAST = 0.01  # seconds a candidate runs in a round


class Ratio(NamedTuple):
    """How many times as long one takes as another: the median of paired rounds, and its quartiles."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.3g} [{self.low:.3g}–{self.high:.3g}]"


def seconds(run: Callable[[], object]) -> float:
    """Of the processor for one run, of as many as are needed to see it."""
    count, spent = 1, 0.0
    while True:
        begin = time.process_time()
        for _ in range(count):
            run()
        spent = time.process_time() - begin
        if spent >= LEAST:
            return spent / count
        count *= max(2, min(10, int(LEAST / max(spent, 1e-6))))


def alternating(
    candidates: Mapping[str, Callable[[], object]],
    rounds: int = ROUNDS,
    elsewhere: Mapping[str, Callable[[], float]] | None = None,
) -> dict[str, list[float]]:
    """The seconds of each, round by round. Those who run ``elsewhere`` tell theirs."""
    turns = {name: partial(_turn, run) for name, run in candidates.items()} | dict(elsewhere or {})
    for turn in turns.values():
        turn()
    found: dict[str, list[float]] = {name: [] for name in turns}
    for _ in range(rounds):
        for name, turn in turns.items():
            found[name].append(turn())
    return found


def _turn(run: Callable[[], object]) -> float:
    gc.collect()
    return seconds(run)


def ratio(ours: list[float], theirs: list[float]) -> Ratio:
    """Of two that took turns."""
    low, median, high = statistics.quantiles([our / their for our, their in zip(ours, theirs, strict=True)], n=4)
    return Ratio(median, low, high)
