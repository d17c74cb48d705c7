"""What the service tells those who run it, and that it tells nobody what was asked."""

import json
import subprocess
import sys

import structlog
from starlette.testclient import TestClient

from kuroaka.api.app import create_app
from tests.conftest import PATIENT

SECRET = "secret_1*x"


def lines(client: TestClient, written: str) -> dict[str, float]:
    metrics = client.get("/metrics").text
    pairs = (line.rsplit(" ", 1) for line in metrics.splitlines() if line.startswith(written))
    return {name: float(value) for name, value in pairs}


def test_every_request_has_a_number_and_a_line_and_no_line_has_what_was_asked(client: TestClient) -> None:
    with structlog.testing.capture_logs() as said:
        answer = client.get("/api/v1/figure.svg", params={"expr": SECRET}, headers={"x-request-id": "from-a-proxy"})
        client.post("/api/v1/graph", json={"expression": f"{SECRET}*"})
        odd = client.get("/nothing", headers={"x-request-id": "a b\t" * 40})
    assert answer.headers["x-request-id"] == "from-a-proxy"
    assert len(odd.headers["x-request-id"]) == 32
    assert [(one["event"], one["method"], one["route"], one["status"]) for one in said] == [
        ("request", "GET", "/api/v1/figure.svg", 200),
        ("request", "POST", "/api/v1/graph", 422),
        ("request", "GET", "other", 404),
    ]
    assert said[0]["id"] == "from-a-proxy"
    assert "secret" not in json.dumps(said)


def test_numbers_for_prometheus() -> None:
    with TestClient(create_app(PATIENT)) as client:
        for _ in range(3):
            client.get("/api/v1/figure.svg", params={"expr": SECRET})
        client.get("/api/v1/figure.svg", params={"expr": "x*"})
        assert lines(client, "kuroaka_requests_total") == {
            'kuroaka_requests_total{route="/api/v1/figure.svg",status="200"}': 3,
            'kuroaka_requests_total{route="/api/v1/figure.svg",status="422"}': 1,
        }
        assert lines(client, "kuroaka_request_seconds_count")['kuroaka_request_seconds_count{route="/metrics"}'] == 1
        assert lines(client, "kuroaka_made_total") == {"kuroaka_made_total": 2}
        assert lines(client, "kuroaka_found_total") == {"kuroaka_found_total": 2}
        assert lines(client, "kuroaka_stopped_total") == {"kuroaka_stopped_total": 0}
        assert lines(client, "kuroaka_kept_bytes")["kuroaka_kept_bytes"] > 1000
        assert lines(client, "process_resident_memory_bytes")["process_resident_memory_bytes"] > 1e7
        assert "secret" not in client.get("/metrics").text


def test_a_log_is_lines_of_json() -> None:
    program = """
from starlette.testclient import TestClient
from kuroaka.api.app import create_app
client = TestClient(create_app())
client.get("/robots.txt")
client.get("/healthz")
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, stderr=subprocess.PIPE)
    line = json.loads(done.stderr.splitlines()[-1])
    assert line["route"] == "/robots.txt"  # and none for who asks all the time
    assert {"event", "id", "route", "status", "seconds", "timestamp", "level"} <= set(line)
