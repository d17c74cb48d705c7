"""Answers that are kept: here for the next who asks the same, and by browsers and proxies.

An answer depends on nothing but its question and the version of the service. Its ETag is made from these, so that who
has it already is told so before anything is computed.
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from fastapi import Request, Response

import kuroaka
from kuroaka.api.settings import SETTINGS

DAY = "public, max-age=86400, stale-while-revalidate=604800"
ASK = "no-cache"  # kept, but asked for again each time: what changes with a new version
_SHORT = 1000  # bytes that are not worth compressing


class Kept:
    """Answers in bytes by their question, the least used dropped once they are more than ``most`` bytes together.

    >>> kept = Kept(20)
    >>> kept.get("x", lambda: b"one"), kept.get("x", lambda: b"two")
    (b'one', b'one')
    """

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self._answers: OrderedDict[str, bytes] = OrderedDict()
        self._making: dict[str, Lock] = {}
        self._lock = Lock()

    def get(self, question: str, make: Callable[[], bytes]) -> bytes:
        """The answer, made by the first who asks; who asks the same meanwhile waits for it."""
        answer = self._find(question)
        if answer is None:
            with self._lock:
                making = self._making.setdefault(question, Lock())
            with making:
                answer = self._find(question)
                if answer is None:
                    try:
                        answer = make()
                        self._keep(question, answer)
                    finally:
                        self._making.pop(question, None)
        return answer

    def _find(self, question: str) -> bytes | None:
        with self._lock:
            answer = self._answers.get(question)
            if answer is not None:
                self._answers.move_to_end(question)
            return answer

    def _keep(self, question: str, answer: bytes) -> None:
        with self._lock:
            self.size += len(answer) + len(question) - len(self._answers.get(question, b""))
            self._answers[question] = answer
            while self.size > self.most:
                old, dropped = self._answers.popitem(last=False)
                self.size -= len(dropped) + len(old)


kept = Kept(SETTINGS.kept_bytes)


def cacheable(request: Request, question: str, make: Callable[[], bytes], media_type: str, keep: str = DAY) -> Response:
    """The answer to a question, with a strong ETag; ``make`` is called if it is not kept."""
    is_gzipped = "gzip" in request.headers.get("accept-encoding", "") and media_type != "image/png"
    etag = f'"{blake2b(f"{version()} {is_gzipped} {question}".encode(), digest_size=12).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": keep, "Vary": "Accept-Language, Accept-Encoding"}
    if etag in (known := request.headers.get("if-none-match", "")) or known.strip() == "*":
        return Response(status_code=304, headers=headers)
    body = kept.get(question, make)
    if is_gzipped and len(body) > _SHORT:
        body = kept.get(f"gzip {question}", lambda: gzip.compress(kept.get(question, make), 6, mtime=0))
        headers["Content-Encoding"] = "gzip"
    return Response(body, headers=headers, media_type=media_type)


@cache
def version() -> str:
    """What changes with every new installation of the service: the time of its newest file."""
    root = Path(kuroaka.__file__).parent
    return str(max(path.stat().st_mtime_ns for path in root.rglob("*.*") if path.suffix != ".pyc"))
