"""Processes that compute, so that the one that answers never does: each is stopped when its time is over."""

import asyncio
import os
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from multiprocessing import context, get_all_start_methods
from typing import Any, TypeVar

from anyio import CapacityLimiter, to_thread

from kuroaka.api.gate import Gate, Unavailable
from kuroaka.api.worker import Died, Worker
from kuroaka.asked import Asked

T = TypeVar("T")

_FORKS = "forkserver" in get_all_start_methods()
LONG = 100  # characters of an expression that may take long


class Workers:
    """As many processes as there are processors, but at least two, each with ``seconds`` of a processor for a question
    and twice as long on the clock. A question waits ``patience`` seconds for one. Long expressions never take the last
    one, so that short ones are answered.
    """

    def __init__(self, seconds: float, patience: float = 1.0, number: int = 0) -> None:
        self.seconds = seconds
        self.number = max(2, number or os.cpu_count() or 2)
        self.stopped = 0  # workers whose time was over
        self._context = context.ForkServerContext() if _FORKS else context.SpawnContext()
        self._context.set_forkserver_preload(["__main__", "kuroaka.api.warm", "numpy"])  # once for all of them
        self._idle: list[Worker] = []
        self._all, self._long = Gate(self.number, patience), Gate(self.number - 1, patience)
        self._threads = CapacityLimiter(self.number)  # each talks to one worker

    @property
    def refused(self) -> int:
        """Questions that found no worker in time."""
        return self._all.refused + self._long.refused

    @property
    def waiting(self) -> int:
        """Questions that wait for a worker."""
        return self._all.waiting + self._long.waiting

    async def start(self) -> None:
        """Have all of them ready, so that nobody waits for their start."""
        self._idle += [await to_thread.run_sync(self._new) for _ in range(self.number)]

    def stop(self) -> None:
        """End those that are idle. Whoever works ends with its question."""
        while self._idle:
            self._idle.pop().kill()

    async def make(self, function: Callable[..., T], *given: Any) -> T:
        """What a function makes of what it is given, in another process.

        Raises what the function raises; Unavailable if no worker is free or the time is over. A caller that is
        cancelled stops the worker.
        """
        is_long = any(isinstance(one, Asked) and len(one.expression) > LONG for one in given)
        async with self._long.place() if is_long else nullcontext(), self._all.place():
            worker = self._ready()
            if worker is None:
                worker = await to_thread.run_sync(self._new)
            ask = partial(worker.ask, partial(function, *given))
            try:
                async with asyncio.timeout(2 * self.seconds):
                    answer, problem = await to_thread.run_sync(ask, abandon_on_cancel=True, limiter=self._threads)
            except (Died, TimeoutError):
                self.stopped += 1
                raise Unavailable("time-budget", 10) from None
            finally:
                if worker.busy:
                    worker.kill()
                else:
                    self._idle.append(worker)
        if problem is not None:
            raise problem
        made: T = answer
        return made

    def _ready(self) -> Worker | None:
        """One that is idle, and that nobody has killed meanwhile."""
        while self._idle:
            if (worker := self._idle.pop()).is_alive:
                return worker
        return None

    def _new(self) -> Worker:
        return Worker(self._context, self.seconds)
