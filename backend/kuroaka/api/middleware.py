"""What every request passes through: limits on what it holds; and what every answer carries: safe headers, and an
answer even where the service is at fault.
"""

from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_LIMIT = 64 * 1024  # bytes
ADDRESS_LIMIT = 4096  # bytes of path and query
HEADER_LIMIT = 16 * 1024  # bytes of all headers

# On every answer, unless it says something else itself.
_SAFE = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"strict-origin-when-cross-origin",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
    b"cross-origin-resource-policy": b"cross-origin",
    b"cross-origin-embedder-policy": b"require-corp",  # a page that asks this of itself may frame only who does too
    b"cache-control": b"no-cache",
}


class RequestLimits:
    """Refuse what is too long or too large, the body while it streams in, so that chunks cannot get around it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        size = 0
        refused = _refused(scope)

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > BODY_LIMIT:
                raise HTTPException(413)  # raised where the route reads, and answered like any other problem
            return message

        if refused:
            raise HTTPException(refused)
        scope["headers"] = [one for one in scope["headers"] if one[0] != b"range"]  # nothing is sent in parts
        await self.app(scope, counted, send)


def _refused(scope: Scope) -> int:
    """The status of a request that is not looked at any further, 0 for all others."""
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > ADDRESS_LIMIT:
        return 414
    if sum(len(name) + len(value) for name, value in scope["headers"]) > HEADER_LIMIT:
        return 431
    return 0


class Heads:
    """HEAD wherever GET is: the same answer without its body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def without_body(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        if scope["type"] == "http" and scope["method"] == "HEAD":
            await self.app({**scope, "method": "GET"}, receive, without_body)
        else:
            await self.app(scope, receive, send)


class SafeHeaders:
    """The headers that belong on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(one for one in _SAFE.items() if one[0] not in given)]
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class AnyOrigin(CORSMiddleware):
    """Any page may ask, and all are told so alike, so that one answer is kept for all of them. What it varies with is
    said once, in the same words for each of its variants: a proxy that keeps them goes by these words.
    """

    async def send(self, message: Message, send: Send, request_headers: Headers) -> None:  # noqa: ARG002 - all alike
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(self.simple_headers)
            if varied := ", ".join(headers.getlist("vary")):
                headers["vary"] = ", ".join(dict.fromkeys(varied.split(", ")))
        await send(message)


class LastResort:
    """What nobody foresaw is answered too, as a problem."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request, Exception], Awaitable[Response]]) -> None:
        self.app, self.answer = app, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        has_started = False

        async def noted(message: Message) -> None:
            nonlocal has_started
            has_started = has_started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as problem:
            if has_started or scope["type"] != "http":
                raise
            await (await self.answer(Request(scope), problem))(scope, receive, send)


class Rooted:
    """The service below a path, whether a proxy has taken that off the address already or not."""

    def __init__(self, app: ASGIApp, root: str) -> None:
        self.app, self.root = app, root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            path = scope["path"]
            is_below = path == self.root or path.startswith(f"{self.root}/")
            scope = {**scope, "root_path": self.root, "path": path if is_below else self.root + path}
        await self.app(scope, receive, send)
