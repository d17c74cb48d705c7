"""Answers that are kept: here for the next who asks the same, and by browsers and proxies.

An answer depends on nothing but its question and the version of the service. Its ETag is made from these, so that who
has it already is told so before anything is computed.
"""

import gzip
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from fastapi import Request, Response

from kuroaka.api.settings import SETTINGS
from kuroaka.kept import Kept
from kuroaka.page.files import frontend

DAY = "public, max-age=86400, stale-while-revalidate=604800"
ASK = "no-cache"  # kept, but asked for again each time: what changes with a new version
_SHORT = 1000  # bytes that are not worth compressing

answers = Kept[str, bytes](SETTINGS.kept_bytes, lambda answer: len(answer) + 500)  # with its question


def cacheable(request: Request, question: str, make: Callable[[], bytes], media_type: str, keep: str = DAY) -> Response:
    """The answer to a question, with a strong ETag; ``make`` is called if it is not kept."""
    is_gzipped = "gzip" in request.headers.get("accept-encoding", "") and media_type != "image/png"
    etag = f'"{blake2b(f"{version()} {is_gzipped} {question}".encode(), digest_size=12).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": keep, "Vary": "Accept-Language, Accept-Encoding"}
    if etag in (known := request.headers.get("if-none-match", "")) or known.strip() == "*":
        return Response(status_code=304, headers=headers)
    body = answers.get(question, make)
    if is_gzipped and len(body) > _SHORT:
        body = answers.get(f"gzip {question}", lambda: gzip.compress(answers.get(question, make), 6, mtime=0))
        headers["Content-Encoding"] = "gzip"
    return Response(body, headers=headers, media_type=media_type)


@cache
def version() -> str:
    """What changes with every new installation of the service: the time of its newest file. The page's modules count
    too: a file that plays alone holds them."""
    roots = (Path(__file__).parents[1], frontend())
    files = (path for root in roots for path in root.rglob("*.*") if path.suffix != ".pyc")
    return str(max(path.stat().st_mtime_ns for path in files))
