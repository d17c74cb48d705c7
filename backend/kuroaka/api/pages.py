"""What a browser loads: the page with its modules, and the documentation of the API."""

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, RedirectResponse
from starlette.staticfiles import StaticFiles

from kuroaka.api import caching
from kuroaka.api.caching import ASK, FOREVER
from kuroaka.api.course import is_exercise
from kuroaka.api.opening import opening
from kuroaka.page.files import frontend
from kuroaka.page.served import ENTRIES, digest, document, part, pinned

_PLAYGROUNDS = "https://codepen.io https://stackblitz.com"  # the reader can send the code of a figure there
_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    f"connect-src 'self'; base-uri 'none'; form-action {_PLAYGROUNDS}; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
# This page alone may be framed.
_EMBED_POLICY = _PAGE_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *").replace(_PLAYGROUNDS, "'none'")
# Swagger UI writes its own markup, which Trusted Types would stop.
_DOCS_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TYPES = {
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "woff2": "font/woff2",
    "json": "application/json",
}
_ROBOTS = "User-agent: *\nDisallow: /api/\nAllow: /api/v1/figure\n"  # pictures may be found, answers are endless


class UnknownVersion(HTTPException):
    """The element of a version that this service is not of."""

    code = "unknown-version"

    def __init__(self) -> None:
        super().__init__(404)
        self.parts = {"name": pinned()}


def install(app: FastAPI) -> None:
    """Serve the page at ``/``, the documentation at ``/docs``, and what they load beside them."""
    root = frontend()

    @app.get("/", include_in_schema=False)
    async def page(request: Request) -> Response:
        if await run_in_threadpool(_is_exercise, request):
            return RedirectResponse(f"exercise?{request.url.query}", 307)
        text, style = await opening(request)
        policy = _PAGE_POLICY.replace("style-src 'self'", f"style-src 'self' {style}".rstrip())
        headers = {**_headers(policy), "Vary": "Accept-Language"}
        return Response(text, headers=headers, media_type="text/html")

    @app.get("/docs", include_in_schema=False)
    async def docs() -> Response:
        return FileResponse(root / "docs.html", headers=_headers(_DOCS_POLICY))

    @app.get("/docs/", include_in_schema=False)
    async def docs_folder() -> Response:
        return RedirectResponse("../docs", 307)

    @app.get("/embed", include_in_schema=False)
    def embed() -> Response:
        return Response(document("embed.html"), headers=_headers(_EMBED_POLICY), media_type="text/html")

    @app.get("/embed.d.ts", include_in_schema=False)
    async def types() -> Response:
        return FileResponse(root / "embed.d.ts", media_type="text/plain", headers={"Cache-Control": ASK})

    @app.get("/favicon.ico", include_in_schema=False)
    async def icon() -> Response:
        return FileResponse(root / "styles" / "icon.svg", media_type="image/svg+xml", headers={"Cache-Control": ASK})

    @app.get("/robots.txt", include_in_schema=False)
    async def robots() -> Response:
        return Response(_ROBOTS, media_type="text/plain", headers={"Cache-Control": ASK})

    @app.get("/{name}.{kind}", include_in_schema=False)
    async def one_part(request: Request, name: str, kind: str) -> Response:
        if name.startswith("embed@") and kind == "js":
            return await one_version(request, f"{name}.{kind}")
        entry, _, known = name.partition("-")
        if entry not in ENTRIES.get(kind, ()):
            raise HTTPException(404)
        # While replicas of two versions serve, a page may name what is in the other's: then it gets ours, for now.
        is_ours = bool(known) and known == await run_in_threadpool(digest, entry, kind)
        media_type = _TYPES[kind]
        keep = FOREVER if is_ours else ASK
        return await caching.kept(request, f"{entry}.{kind}", media_type, part, entry, kind, keep=keep)

    async def one_version(request: Request, name: str) -> Response:
        if name != pinned():
            raise UnknownVersion
        return await caching.kept(request, name, _TYPES["js"], part, "embed", "js", keep=FOREVER)

    app.mount("/docs/assets", StaticFiles(directory=Path(str(files("fastapi_swagger"))) / "resources"))
    app.mount("/src", StaticFiles(directory=root / "src"))
    app.mount("/styles", StaticFiles(directory=root / "styles"))


def _is_exercise(request: Request) -> bool:
    return bool(request.query_params.get("exercise")) and is_exercise(request.url.query)


def _headers(policy: str) -> dict[str, str]:
    return {"Content-Security-Policy": policy, "Cache-Control": ASK}
