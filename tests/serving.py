"""A command that serves in, its address out: on a free port of this machine, once /healthz answers."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 90.0  # seconds to start, and again to stop
_PATIENT = {"KUROAKA_SECONDS": "60", "KUROAKA_PATIENCE": "60"}


@dataclass(frozen=True)
class Running:
    """A process that serves, and where."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def served(command: Sequence[str | Path], cwd: Path | None = None, *, patient: bool = True) -> Iterator[str]:
    """Run ``command`` with ``--host`` and ``--port`` added; yield the address; end the process. Unless it is to be
    measured, a ``patient`` one is no worse on a busy machine.
    """
    with running(command, cwd, patient=patient) as server:
        yield server.address


@contextmanager
def running(
    command: Sequence[str | Path], cwd: Path | None = None, *, patient: bool = True, notice: float = 0.0
) -> Iterator[Running]:
    """The same with the process at hand."""
    port = free_port()
    environment = {**os.environ, "KUROAKA_NOTICE": str(notice), **(_PATIENT if patient else {})}
    place = ["--host", "127.0.0.1", "--port", str(port)]
    log = None if patient else subprocess.DEVNULL
    process = subprocess.Popen([*command, *place], cwd=cwd, env=environment, stderr=log)
    server = Running(process, port)
    try:
        _await_health(process, server.address)
        yield server
    finally:
        process.terminate()
        process.wait(PATIENCE)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _await_health(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with exit code {process.returncode}; its output stands above")
        try:
            with urlopen(f"{address}/healthz", timeout=1):
                return
        except (URLError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError(f"no answer from {address}/healthz in {PATIENCE} seconds")
