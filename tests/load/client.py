"""A client that costs as little as it can: it runs on the processors of the service that it measures."""

import asyncio
import time
from types import TracebackType
from urllib.parse import urlencode, urlsplit

IDLE = 3.0  # seconds; the service hangs up after five


class Client:
    """Asks, waits, reads to the end. Connections are kept, as a browser keeps them."""

    def __init__(self, address: str) -> None:
        self.host, self.port = str(urlsplit(address).hostname), urlsplit(address).port
        self._idle: list[tuple[float, asyncio.StreamReader, asyncio.StreamWriter]] = []  # since when

    async def __aenter__(self) -> "Client":
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        while self._idle:
            self._idle.pop()[2].close()

    async def status(self, path: str, params: dict[str, str] | None = None) -> int:
        """Of the answer; 0 if there is none."""
        asked = f"{path}?{urlencode(params)}" if params else path
        request = f"GET {asked} HTTP/1.1\r\nHost: {self.host}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
        for _ in range(2):  # an idle connection that was closed just then: a browser asks again too
            reader, writer = self._kept() or await asyncio.open_connection(self.host, self.port)
            try:
                writer.write(request)
                head = await reader.readuntil(b"\r\n\r\n")
                length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
                await reader.readexactly(int(length))
            except (asyncio.IncompleteReadError, ConnectionError):
                writer.close()
                continue
            if b"\r\nconnection: close" in head.lower():
                writer.close()
            else:
                self._idle.append((time.monotonic(), reader, writer))
            return int(head.split(b" ", 2)[1])
        return 0

    def _kept(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """A connection on which the service has not hung up yet."""
        while self._idle:
            since, reader, writer = self._idle.pop()
            if time.monotonic() - since < IDLE:
                return reader, writer
            writer.close()
        return None
