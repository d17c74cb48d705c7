"""The process that serves, to its end: an application and an address in; out it comes when it was told to leave, with
nobody left waiting.

Told to leave by SIGTERM, it says so at ``/readyz`` and still answers for a while, so that whoever sends visitors here
sends them elsewhere. Then it takes no more, finishes what it has begun, and ends with 0. Ctrl-C skips the first part.
"""

import asyncio
import signal
import socket
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

GRACE = 10  # seconds for what has begun
_told: list[int] = []  # the signals that told this process to leave


def is_leaving() -> bool:
    """Whether this process was told to leave."""
    return bool(_told)


class Server(uvicorn.Server):
    """uvicorn with this end: its own sends itself the signal again at last, and so exits with -15."""

    def __init__(self, config: uvicorn.Config, notice: float) -> None:
        super().__init__(config)
        self.notice = notice

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - uvicorn's
        self.force_exit = is_leaving() and sig == signal.SIGINT  # Ctrl-C again: at once
        self.should_exit = True
        _told.append(sig)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if signal.SIGINT not in _told:
            await asyncio.sleep(self.notice)
        await super().shutdown(sockets)


def serve(app: ASGIApp, host: str, port: int, notice: float) -> None:
    """Serve until told to leave; ``notice`` is for how many seconds more."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    Server(config, notice).run()
