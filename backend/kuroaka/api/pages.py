"""What a browser loads: the page with its modules, and the documentation of the API."""

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Response
from starlette.responses import FileResponse
from starlette.staticfiles import StaticFiles

_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
# Swagger UI writes its own markup, which Trusted Types would stop.
_DOCS_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def frontend() -> Path:
    """The folder of the page: inside an installed package, else beside ``backend`` in a checkout."""
    packaged = Path(str(files("kuroaka"))) / "frontend"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "frontend"


def install(app: FastAPI) -> None:
    """Serve the page at ``/``, the documentation at ``/docs``, and what they load beside them."""
    root = frontend()

    @app.get("/", include_in_schema=False)
    async def page() -> Response:
        return _page(root / "index.html", _PAGE_POLICY)

    @app.get("/docs", include_in_schema=False)
    async def docs() -> Response:
        return _page(root / "docs.html", _DOCS_POLICY)

    app.mount("/docs/assets", StaticFiles(directory=Path(str(files("fastapi_swagger"))) / "resources"))
    app.mount("/src", StaticFiles(directory=root / "src"))
    app.mount("/styles", StaticFiles(directory=root / "styles"))


def _page(path: Path, policy: str) -> Response:
    return FileResponse(path, headers={"Content-Security-Policy": policy, "Cache-Control": "no-cache"})
