"""What a browser loads: the page with its modules, and the documentation of the API."""

import time
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles

from kuroaka.api import caching, work
from kuroaka.api.caching import ASK
from kuroaka.api.sharing import head_lines
from kuroaka.page.files import frontend

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
_ROBOTS = "User-agent: *\nDisallow: /api/\nAllow: /api/v1/figure\n"  # pictures may be found, answers are endless
# By kind, the ``entries`` of ``src`` and ``styles`` that are served with all they import.
_BUNDLED = {"js": ("page", "frame", "embed", "widget"), "css": ("page", "frame")}


def install(app: FastAPI) -> None:
    """Serve the page at ``/``, the documentation at ``/docs``, and what they load beside them."""
    root = frontend()

    @app.get("/", include_in_schema=False)
    def page(request: Request) -> Response:
        text = (root / "index.html").read_text(encoding="utf-8").replace("  </head>", f"{head_lines(request)}  </head>")
        return Response(text, headers=_headers(_PAGE_POLICY), media_type="text/html")

    @app.get("/docs", include_in_schema=False)
    @app.get("/docs/", include_in_schema=False)
    async def docs() -> Response:
        return _page(root / "docs.html", _DOCS_POLICY)

    @app.get("/embed", include_in_schema=False)
    async def embed() -> Response:
        return _page(root / "embed.html", _EMBED_POLICY)

    @app.get("/embed.d.ts", include_in_schema=False)
    async def types() -> Response:
        return FileResponse(root / "embed.d.ts", media_type="text/plain", headers={"Cache-Control": ASK})

    @app.get("/favicon.ico", include_in_schema=False)
    async def icon() -> Response:
        return FileResponse(root / "styles" / "icon.svg", media_type="image/svg+xml", headers={"Cache-Control": ASK})

    @app.get("/robots.txt", include_in_schema=False)
    async def robots() -> Response:
        return Response(_ROBOTS, media_type="text/plain", headers={"Cache-Control": ASK})

    @app.get("/{entry}.{kind}", include_in_schema=False)
    async def bundled(request: Request, entry: str, kind: str) -> Response:
        if entry not in _BUNDLED.get(kind, ()):
            raise HTTPException(404)
        newest = await run_in_threadpool(_newest, root, int(time.monotonic()))
        media_type = "text/javascript" if kind == "js" else "text/css"
        question = f"{entry}.{kind} {newest}"
        return await caching.kept(
            request, question, f"{media_type}; charset=utf-8", work.bundled, entry, kind, keep=ASK
        )

    app.mount("/docs/assets", StaticFiles(directory=Path(str(files("fastapi_swagger"))) / "resources"))
    app.mount("/src", StaticFiles(directory=root / "src"))
    app.mount("/styles", StaticFiles(directory=root / "styles"))


@lru_cache(maxsize=1)
def _newest(root: Path, _second: int) -> int:
    """When a file of the page was last changed: whoever writes one sees it at once, give or take a second."""
    return max(path.stat().st_mtime_ns for folder in ("src", "styles") for path in (root / folder).rglob("*.*"))


def _page(path: Path, policy: str) -> Response:
    return FileResponse(path, headers=_headers(policy))


def _headers(policy: str) -> dict[str, str]:
    return {"Content-Security-Policy": policy, "Cache-Control": ASK}
