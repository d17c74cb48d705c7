"""The service: one application of routes, problems and pages, made by ``create_app``."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Response
from starlette.middleware.gzip import GZipMiddleware

from kuroaka.answers.documents import components
from kuroaka.api import course, exports, figures, pages, problems, routes, sharing, watching
from kuroaka.api.caching import Answers
from kuroaka.api.languages import language_of
from kuroaka.api.lifecycle import is_leaving
from kuroaka.api.middleware import AnyOrigin, Heads, RequestLimits, SafeHeaders
from kuroaka.api.settings import SETTINGS, Settings
from kuroaka.api.workers import Workers
from kuroaka.graph import build, evaluate
from kuroaka.version import __version__


def create_app(settings: Settings = SETTINGS) -> FastAPI:
    """A fresh application, with workers and kept answers of its own."""
    workers = Workers(settings.seconds, settings.patience)

    @asynccontextmanager
    async def running(_app: FastAPI) -> AsyncIterator[None]:
        await workers.start()
        yield
        workers.stop()

    app = FastAPI(
        lifespan=running,
        title="Kuroaka",
        description="Expressions as computational graphs: values forward in black, gradients back in red.",
        version=__version__,
        docs_url=None,  # ours, which loads nothing from elsewhere
        redoc_url=None,
        redirect_slashes=False,  # the address of a redirect would come from the Host header
        swagger_ui_oauth2_redirect_url=None,
    )
    app.state.answers = Answers(workers, settings.kept_bytes)
    app.state.settings = settings
    app.add_middleware(RequestLimits)  # the first is the innermost
    problems.install(app, language_of)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(
        AnyOrigin,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["Content-Type"],
        expose_headers=["ETag", "Retry-After", "X-Request-Id"],
        max_age=86400,
    )
    app.add_middleware(SafeHeaders)
    app.add_middleware(Heads)
    watching.install(app)
    app.include_router(routes.router)
    app.include_router(figures.router)
    app.include_router(exports.router)
    app.include_router(sharing.router)
    app.include_router(course.router)
    pages.install(app)

    @app.get("/healthz", response_class=Response)
    async def healthz() -> Response:
        """Alive: answers without doing anything."""
        return Response(b'{"status":"ok"}', media_type="application/json")

    @app.get("/readyz", response_class=Response)
    def readyz() -> Response:
        """Ready: not about to leave, and one fixed graph is parsed and differentiated."""
        if is_leaving():
            return Response(b'{"status":"leaving"}', 503, media_type="application/json")
        ready = evaluate(build("1/(1 + exp(-x))"), {"x": 0.0}).gradients["x"] == 0.25
        return Response(b'{"status":"ok"}' if ready else b"", 200 if ready else 503, media_type="application/json")

    described = app.openapi

    def openapi() -> dict[str, Any]:
        """The description of the service, with the schemas of its answers."""
        description = described()
        description.setdefault("components", {}).setdefault("schemas", {}).update(components())
        return description

    app.openapi = openapi  # type: ignore[method-assign]
    return app


app = create_app()
