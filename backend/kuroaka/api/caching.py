"""Answers, made by the workers, and kept: here for the next who asks the same, and by browsers and proxies.

An answer depends on nothing but its question and the version of the service. Its ETag is made from these, so that who
has it already is told so before anything is computed.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from kuroaka.api import work
from kuroaka.api.first import WELCOME
from kuroaka.api.workers import Workers
from kuroaka.asked import Asked
from kuroaka.kept import Kept
from kuroaka.page.files import frontend

T = TypeVar("T")

DAY = "public, max-age=86400, stale-while-revalidate=604800"
FOREVER = "public, max-age=31536000, immutable"  # what is named by what is in it
WELL, QUICKLY = 6, 1  # levels of gzip: for what is sent again and again, and for what is sent once
ASK = "no-cache"  # kept, but asked for again each time: what changes with a new version
NEVER = "no-store"


class Answers:
    """What the workers of one service made."""

    def __init__(self, workers: Workers, most: int) -> None:
        self.workers = workers
        self.known = Kept[str, work.Bytes](most, lambda answer: sum(map(len, answer)) + 500)
        self._making: dict[str, _Making] = {}
        self.found = self.computed = 0  # how often an answer was kept already, and how often not

    def find(self, question: str) -> work.Bytes | None:
        """The answer to a question, if it is kept."""
        answer = self.known.find(question)
        self.found += answer is not None
        return answer

    async def made(self, question: str, function: Callable[..., bytes], *given: Any) -> work.Bytes:
        """The answer to a question. Who asks for the same meanwhile waits for the same work, which is stopped when
        nobody waits any more.
        """
        making = self._making.get(question)
        if making is None:
            task = asyncio.create_task(self._make(question, function, *given))
            making = self._making[question] = _Making(task)
        making.waiting += 1
        try:
            return await asyncio.shield(making.task)
        finally:
            making.waiting -= 1
            if not making.waiting:
                self._making.pop(question, None)
                making.task.cancel()

    async def _make(self, question: str, function: Callable[..., bytes], *given: Any) -> work.Bytes:
        self.computed += 1
        asked = [one for one in given if isinstance(one, Asked)]
        make = self.workers.make if asked else run_in_threadpool
        # The page's own files, the table, the first figure: everybody needs them, and they are made but once.
        is_for_all = all(one.expression == WELCOME["expr"] for one in asked)
        answer = await make(work.packed_for_all if is_for_all else work.packed, WELL, function, *given)
        self.known.keep(question, answer)
        return answer


@dataclass
class _Making:
    """An answer that is being made, and how many wait for it."""

    task: asyncio.Task[work.Bytes]
    waiting: int = 0


async def kept(
    request: Request, question: str, media_type: str, function: Callable[..., bytes], *given: Any, keep: str = DAY
) -> Response:
    """The answer to a question, with a strong ETag."""
    etag = f'"{blake2b(f"{version()} {_codings(request)} {question}".encode(), digest_size=12).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": keep, "Vary": "Accept-Language, Accept-Encoding"}
    if etag in (known := request.headers.get("if-none-match", "")) or known.strip() == "*":
        return Response(status_code=304, headers=headers)
    answers: Answers = request.app.state.answers
    answer = answers.find(question)
    if answer is None:
        answer = await _wanted(request, answers.made(question, function, *given))
    return _response(request, answer, media_type, headers)


async def fresh(request: Request, media_type: str, function: Callable[..., bytes], *given: Any) -> Response:
    """An answer that nobody will ask for again."""
    workers: Workers = request.app.state.answers.workers
    answer = await _wanted(
        request, workers.make(work.packed, QUICKLY * ("gzip" in _codings(request)), function, *given)
    )
    return _response(request, answer, media_type, {"Cache-Control": NEVER, "Vary": "Accept-Language, Accept-Encoding"})


def _codings(request: Request) -> list[str]:
    """The codings of our answers that a client knows, the smallest first."""
    known = [each.partition(";")[0].strip() for each in request.headers.get("accept-encoding", "").split(",")]
    return [coding for coding in ("br", "gzip") if coding in known]


def _response(request: Request, answer: work.Bytes, media_type: str, headers: dict[str, str]) -> Response:
    for coding in _codings(request):
        if body := getattr(answer, coding):
            return Response(body, headers={**headers, "Content-Encoding": coding}, media_type=media_type)
    return Response(answer.plain, headers=headers, media_type=media_type)


async def _wanted(request: Request, making: Coroutine[Any, Any, T]) -> T:
    """What is made, as long as the client waits for it. Raises ClientDisconnect."""
    made, gone = asyncio.create_task(making), asyncio.create_task(_gone(request))
    try:
        await asyncio.wait((made, gone), return_when=asyncio.FIRST_COMPLETED)
        if not made.done():
            raise ClientDisconnect
        return made.result()
    finally:
        made.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


@cache
def version() -> str:
    """What changes with every new installation of the service: the time of its newest file. The page's modules count
    too: a file that plays alone holds them."""
    roots = (Path(__file__).parents[1], frontend())
    files = (path for root in roots for path in root.rglob("*.*") if path.suffix != ".pyc")
    return str(max(path.stat().st_mtime_ns for path in files))
