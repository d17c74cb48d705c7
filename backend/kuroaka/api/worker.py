"""One process that computes, and the pipe to it."""

import gc
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import Any


class Died(Exception):
    """The process ended before it answered."""


class Worker:
    """A process that answers one question after the other. Making one waits for its start."""

    def __init__(self, context: ForkServerContext | SpawnContext, seconds: float) -> None:
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, seconds), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe.recv()  # once it is ready: its start is not a question's time
        self.busy = False

    def ask(self, make: Callable[[], Any]) -> tuple[Any, Exception | None]:
        """The answer, or what went wrong. Blocks, so it belongs in a thread. ``busy`` stays true until it is back.

        Raises Died if the process ends meanwhile.
        """
        self.busy = True
        try:
            self._pipe.send(make)
            answer: tuple[Any, Exception | None] = self._pipe.recv()
        except (EOFError, OSError):
            self._pipe.close()  # by who reads it: the number of a closed pipe may be another's at once
            raise Died from None
        self.busy = False
        return answer

    @property
    def is_alive(self) -> bool:
        """Whether the process is still there."""
        return self._process.is_alive()

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        if not self.busy:
            self._pipe.close()


def _work(pipe: Connection, seconds: float) -> None:
    """Answer until the other end is gone. Who takes more seconds of the processor is ended by the system itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for the process that answers; this one follows it
    gc.freeze()  # what is loaded stays loaded
    pipe.send(None)
    while True:
        try:
            make = pipe.recv()
        except EOFError:
            return
        _time(seconds)
        answer = _answer(make)
        _time(0)
        pipe.send(answer)
        del make, answer
        gc.collect()
        gc.freeze()  # what is kept by now is not looked through again, which would take the time of another question


def _answer(make: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return make(), None
    except Exception as problem:  # noqa: BLE001  (told to who asked)
        return None, problem


def _time(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
