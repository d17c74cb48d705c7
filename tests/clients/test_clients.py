"""The description of the service, by those who read it: linters find nothing in it, and the clients that generators
make of it compile and understand the answers of a service that runs.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.deploy.conftest import SERVE
from tests.serving import served

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
LEARNED = {
    "gradient": 3,
    "kinds": 3,
    "code": "expected-value-after",
    "picture": True,
    "rule": "E*y",
    "first": "tikz",
    "width": 800,
}
MOVING = ("gif", "webp", "apng")
# No media type but its own few has a file as its answer there; a user says so too.
PYTHON = {
    "package_name_override": "made",
    "post_hooks": [],
    "content_type_overrides": dict.fromkeys(
        (
            *(f"image/{picture}" for picture in ("svg+xml", "png", *(f"{moving}, image/png" for moving in MOVING))),
            "application/pdf",
        ),
        "application/octet-stream",
    ),
}


def run(*command: str | Path, at: Path, **environment: str) -> str:
    """What a program says; it must end well."""
    known = {**os.environ, "REDOCLY_TELEMETRY": "off", "CI": "1", **environment}
    ended = subprocess.run(command, cwd=at, env=known, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, f"{ended.stdout}\n{ended.stderr}"
    return ended.stdout


def tool(name: str) -> Path:
    return HERE / "node_modules" / ".bin" / name


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    with served(SERVE) as address:
        yield address


@pytest.fixture
def room(service: str, tmp_path: Path) -> Path:
    """A folder with the description, and what is installed."""
    with urlopen(f"{service}/openapi.json") as answer:
        (tmp_path / "openapi.json").write_bytes(answer.read())
    (tmp_path / "node_modules").symlink_to(HERE / "node_modules")
    return tmp_path


def test_redocly_finds_nothing(room: Path) -> None:
    found = run(NODE, tool("redocly"), "lint", "--extends=recommended", "--format=json", "openapi.json", at=room)
    assert json.loads(found)["totals"] == {"errors": 0, "warnings": 0, "ignored": 0}


def test_spectral_finds_nothing(room: Path) -> None:
    (room / ".spectral.yaml").write_text('extends: ["spectral:oas"]\n', "utf-8")
    run(NODE, tool("spectral"), "lint", "--fail-severity=hint", "openapi.json", at=room)


def test_openapi_typescript(room: Path, service: str) -> None:
    run(NODE, tool("openapi-typescript"), "openapi.json", "-o", "schema.d.ts", at=room)
    (room / "program.ts").write_bytes((HERE / "with_openapi_fetch.ts").read_bytes())
    (room / "package.json").write_text('{"type": "module"}', "utf-8")
    compiled(room, noEmit=True, module="nodenext", allowImportingTsExtensions=True)
    assert json.loads(run(NODE, "--experimental-strip-types", "program.ts", service, at=room)) == LEARNED


def test_hey_api(room: Path, service: str) -> None:
    generate = ["-i", "openapi.json", "-o", "hey", "-c", "@hey-api/client-fetch"]
    run(NODE, tool("openapi-ts"), *generate, at=room)
    (room / "program.ts").write_bytes((HERE / "with_hey_api.ts").read_bytes())
    compiled(room, outDir="out", module="commonjs", moduleResolution="node10", lib=["es2022", "dom", "dom.iterable"])
    assert json.loads(run(NODE, "out/program.js", service, at=room)) == LEARNED


def test_openapi_python_client(room: Path, service: str) -> None:
    (room / "config.json").write_text(json.dumps(PYTHON), "utf-8")
    generate = "generate --path openapi.json --meta none --output-path made --config config.json --fail-on-warning"
    run(sys.executable, "-m", "openapi_python_client", *generate.split(), at=room)
    program = HERE / "with_openapi_python_client.py"
    known = os.pathsep.join(filter(None, (str(room), os.environ.get("PYTHONPATH", ""))))
    assert json.loads(run(sys.executable, program, service, at=room, PYTHONPATH=known)) == LEARNED


def compiled(room: Path, **options: object) -> None:
    """Let the compiler read the program, strictly, without the types of all of Node."""
    settings = {"strict": True, "target": "es2022", "types": [], **options}
    (room / "globals.d.ts").write_text("declare const process: { argv: string[] };\n", "utf-8")
    project = {"compilerOptions": settings, "files": ["program.ts", "globals.d.ts"]}
    (room / "tsconfig.json").write_text(json.dumps(project), "utf-8")
    run(NODE, tool("tsc"), "--project", "tsconfig.json", at=room)
