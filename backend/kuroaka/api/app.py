"""The service: one application of routes, problems and pages, made by ``create_app``."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from kuroaka.api import (
    brought,
    course,
    exports,
    faults,
    figures,
    guide,
    health,
    lessons,
    pages,
    problems,
    routes,
    sharing,
    watching,
)
from kuroaka.api.caching import Answers
from kuroaka.api.description import describe, described
from kuroaka.api.languages import language_of
from kuroaka.api.middleware import AnyOrigin, Heads, RequestLimits, Rooted, SafeHeaders
from kuroaka.api.settings import SETTINGS, Settings
from kuroaka.api.workers import Workers


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
        **described(settings),
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
    if settings.root:
        app.add_middleware(Rooted, root=settings.root)
    for room in (routes, figures, exports, lessons, sharing, health, brought, course, faults, guide):
        app.include_router(room.router)
    app.include_router(routes.table)
    pages.install(app)
    describe(app)
    return app


app = create_app()
