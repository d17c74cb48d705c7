"""What is seen of the service from outside: a line for each request, numbers for Prometheus. Never what was asked."""

import logging
import re
import sys
import time
from collections.abc import Iterator
from uuid import uuid4

import orjson
import structlog
from fastapi import FastAPI, Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import Processor

from kuroaka.api.caching import Answers

_NUMBER = re.compile(r"[\w-]{1,64}")
_SECONDS = (0.005, 0.02, 0.1, 0.5, 1.0, 2.0, 5.0)
_HEADERS = {"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
_ROUTINE = ("/healthz", "/readyz", "/metrics")  # asked every few seconds
_log = structlog.get_logger()


def install(app: FastAPI) -> None:
    """Write a line for each request and answer ``/metrics``."""
    _configure()
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    registry.register(_State(app.state.answers))
    app.add_middleware(Watched, registry=registry)

    @app.get("/metrics", include_in_schema=False)
    async def metrics() -> Response:
        return Response(generate_latest(registry), headers=_HEADERS)


class Watched:
    """Number every request, time it, and say how it ended. A number that a proxy gave is kept."""

    def __init__(self, app: ASGIApp, registry: CollectorRegistry) -> None:
        self.app = app
        labels = ("route", "status")
        self.requests = Counter("kuroaka_requests", "Requests by route and status.", labels, registry=registry)
        self.seconds = Histogram(
            "kuroaka_request_seconds", "How long they took.", ("route",), buckets=_SECONDS, registry=registry
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        number = _numbered(Request(scope))
        scope.setdefault("state", {})["number"] = number
        began = time.perf_counter()
        status = 0

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", number.encode())]
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            seconds = time.perf_counter() - began
            route = getattr(scope.get("route"), "path", "other")
            self.requests.labels(route, status).inc()
            self.seconds.labels(route).observe(seconds)
            say = _log.debug if route in _ROUTINE else _log.info
            say("request", id=number, method=scope["method"], route=route, status=status, seconds=round(seconds, 4))


class _State(Collector):
    """What the answers and their workers are at, when somebody looks."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    def collect(self) -> Iterator[CounterMetricFamily | GaugeMetricFamily]:
        answers, workers = self.answers, self.answers.workers
        yield CounterMetricFamily("kuroaka_refused", "Questions that found no worker in time.", workers.refused)
        yield CounterMetricFamily("kuroaka_stopped", "Workers ended because their time was over.", workers.stopped)
        yield CounterMetricFamily("kuroaka_made", "Answers that were computed to be kept.", answers.computed)
        yield CounterMetricFamily("kuroaka_found", "Answers that were kept already.", answers.found)
        yield GaugeMetricFamily("kuroaka_kept_bytes", "What is kept.", answers.known.weight)
        yield GaugeMetricFamily("kuroaka_waiting", "Questions that wait for a worker.", workers.waiting)


def _numbered(request: Request) -> str:
    given = request.headers.get("x-request-id", "")
    return given if _NUMBER.fullmatch(given) else uuid4().hex


def _configure() -> None:
    """Lines of JSON; for a reader at a terminal, lines to be read."""
    if structlog.is_configured():
        return
    shared: list[Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    is_read = sys.stderr.isatty()
    last = structlog.dev.ConsoleRenderer() if is_read else structlog.processors.JSONRenderer(serializer=_json)
    structlog.configure(
        [*shared, *([] if is_read else [structlog.processors.format_exc_info]), last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=None if is_read else structlog.BytesLoggerFactory(sys.stderr.buffer),
    )


def _json(event: dict[str, object], **_: object) -> bytes:
    return orjson.dumps(event, default=str)
