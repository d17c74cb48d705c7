"""The nginx of ``deploy/`` in front of replicas: its very files, with the ports of a test and, where waiting would take
long, with other numbers.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.serving import PATIENCE, free_port

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
FIND_NGINX = ROOT / "tools" / "find-nginx"
_REPLICAS = "server kuroaka:8000 resolve "


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def problem(self) -> Any:
        """The problem document that it is."""
        assert self.headers["content-type"] == "application/problem+json"
        return json.loads(self.body)


@dataclass(frozen=True)
class Proxy:
    """A running nginx."""

    port: int
    folder: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One request on a connection of its own. In the name of a header ``_`` is a hyphen."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def logged(self, path: str, count: int) -> list[dict[str, Any]]:
        """What the log says of a path, once it has so many lines: nginx writes them after it has answered."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            lines = [json.loads(line) for line in (self.folder / "log").read_text("utf-8").splitlines()]
            if len(found := [line for line in lines if line["path"] == path]) >= count:
                return found
            time.sleep(0.02)
        pytest.fail(f"the log has not {count} lines of {path}")


@contextmanager
def proxied(ports: Sequence[int], changes: Mapping[str, str] | None = None) -> Iterator[Proxy]:
    """Run nginx in front of the replicas at ``ports``. In its file each key of ``changes`` is replaced."""
    with TemporaryDirectory(prefix="kuroaka-") as folder:
        proxy = Proxy(free_port(), Path(folder))
        shutil.copytree(DEPLOY, proxy.folder / "conf")
        (proxy.folder / "conf" / "nginx.conf").write_text(_rendered(proxy, ports, changes or {}), "utf-8")
        with started(proxy, "conf/nginx.conf"):
            yield proxy


@contextmanager
def started(proxy: Proxy, configuration: str) -> Iterator[None]:
    """An nginx that answers, of a configuration in the folder of its proxy."""
    root = "user root; " if os.geteuid() == 0 else ""  # else it becomes nobody, who may not enter the folder
    place = ["-p", f"{proxy.folder}/", "-c", configuration]
    process = subprocess.Popen([found(), *place, "-e", "stderr", "-g", f"{root}daemon off;"])
    try:
        awaited(process, proxy)
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


@cache
def found() -> str:
    """The path of an nginx."""
    find = subprocess.run([FIND_NGINX], capture_output=True, text=True, check=False)
    if find.returncode:
        pytest.fail(find.stderr)
    return find.stdout.strip()


def _rendered(proxy: Proxy, ports: Sequence[int], changes: Mapping[str, str]) -> str:
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    (replica,) = [line.strip() for line in text.splitlines() if _REPLICAS in line]
    here = {
        "listen 8080;": f"listen 127.0.0.1:{proxy.port};",
        "127.0.0.1:8081": f"127.0.0.1:{free_port()}",
        "/dev/stdout": str(proxy.folder / "log"),
        "/dev/stderr": str(proxy.folder / "failures"),
        replica: " ".join(replica.replace(_REPLICAS, f"server 127.0.0.1:{port} ") for port in ports),
        **changes,
    }
    for old, new in here.items():
        assert old in text, f"nginx.conf has no {old}"
        text = text.replace(old, new)
    return text


def awaited(process: subprocess.Popen[bytes], proxy: Proxy) -> None:
    """Wait until it answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"nginx ended with exit code {process.returncode}; its output stands above")
        try:
            proxy.ask("/metrics")  # which it answers alone
        except ConnectionError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"nginx does not answer in {PATIENCE} seconds")
