"""So many at a time: who comes next waits, but not long and not behind many."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

WAITING = 40  # who comes when so many wait is refused at once: a page of thirty figures is not


class Unavailable(Exception):
    """No answer now. ``code`` says why, ``after`` in how many seconds to ask again."""

    def __init__(self, code: str, after: int) -> None:
        super().__init__(code)
        self.code, self.after = code, after


class Gate:
    """A number of places, and in how many seconds one must be found."""

    def __init__(self, places: int, patience: float) -> None:
        self.patience = patience
        self._places = asyncio.Semaphore(places)
        self.waiting = 0
        self.refused = 0

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """One of the places. Raises Unavailable if none becomes free in time."""
        if self.waiting >= WAITING:
            self.refused += 1
            raise Unavailable("too-busy", 1)
        self.waiting += 1
        try:
            async with asyncio.timeout(self.patience):
                await self._places.acquire()
        except TimeoutError:
            self.refused += 1
            raise Unavailable("too-busy", 1) from None
        finally:
            self.waiting -= 1
        try:
            yield
        finally:
            self._places.release()
