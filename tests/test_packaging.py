"""What is shipped: the wheel, the image by its own steps without a container engine, and the locks."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from importlib.metadata import version
from pathlib import Path
from runpy import run_path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
import yaml
from packaging.requirements import Requirement

from kuroaka import Graph, __version__
from kuroaka.api.lifecycle import GRACE
from kuroaka.api.settings import Settings
from tests.serving import served

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
ABSOLUTE = run_path(str(ROOT / "hatch_build.py"))["absolute"]
EXTRAS = ("", "all", "cli", "notebook", "png", "serve", "sphinx")
# What is imported under the name of each extra.
IMPORTED = {
    "cli": {"click"},
    "notebook": {"anywidget"},
    "png": {"pillow", "pydyf", "resvg-py"},
    "serve": {"brotli", "fastapi", "orjson", "pydantic", "starlette", "uvicorn"},
    "sphinx": {"sphinx"},
}
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


@dataclass
class Stage:
    """What one FROM of the Dockerfile becomes here: a folder with a bare virtual environment."""

    root: Path  # stands for /
    cwd: str = "/"
    command: tuple[str, ...] = ()
    health: tuple[str, ...] = ()

    @property
    def bin(self) -> Path:
        return self.root / "venv" / "bin"

    def path(self, name: str) -> Path:
        return self.root / (Path(self.cwd) / name).relative_to("/")

    def run(self, command: str) -> None:
        environment = {**os.environ, "PATH": f"{self.bin}:{os.environ['PATH']}", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        subprocess.run(["/bin/sh", "-c", command], cwd=self.path("."), env=environment, check=True)

    def copy(self, source_root: Path, names: list[str], target: str) -> None:
        for name in names:
            source = source_root / name.lstrip("/")
            if source.is_dir():
                shutil.copytree(source, self.path(target), ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, self.path(target))


def build(folder: Path) -> Stage:
    """Carry out the Dockerfile under ``folder``; the last stage is the image."""
    stages: dict[str, Stage] = {}
    stage = Stage(folder)
    for line in DOCKERFILE.splitlines():
        if not line or line.startswith("#"):
            continue
        word, rest = line.split(maxsplit=1)
        match word:
            case "FROM":
                name = rest.partition(" AS ")[2] or "image"
                stage = stages[name] = Stage(folder / name)
                subprocess.run([sys.executable, "-m", "venv", stage.root / "venv"], check=True)
            case "WORKDIR":
                stage.cwd = rest
                stage.path(".").mkdir(parents=True)
            case "COPY":
                *names, target = shlex.split(rest)
                origin = stages[names.pop(0).removeprefix("--from=")].root if names[0].startswith("--") else ROOT
                stage.copy(origin, names, target)
            case "RUN":
                stage.run(rest)
            case "HEALTHCHECK":
                stage.health = tuple(json.loads(rest.partition(" CMD ")[2]))
            case "CMD":
                stage.command = tuple(json.loads(rest))
            case "ARG" | "EXPOSE" | "USER":
                pass
            case _:
                pytest.fail(f"the test does not know {word}: keep the Dockerfile simple or teach it here")
    return stage


@pytest.mark.slow  # installs from the network
def test_the_image_serves_the_page_and_its_health(tmp_path: Path) -> None:
    image = build(tmp_path)
    assert_whole(image.path("dist"))
    program, *arguments = image.command
    with served([image.bin / program, *arguments], cwd=image.path(".")) as address:
        with urlopen(f"{address}/") as page:
            assert b"<html" in page.read()
        for half in ("guide/", "guide/ja/"):
            with urlopen(f"{address}/{half}") as page:
                assert b"<h1" in page.read()
        probe, *rest = [word.replace("http://127.0.0.1:8000", address) for word in image.health]
        subprocess.run([image.bin / probe, *rest], check=True)

    shutil.rmtree(tmp_path)


def test_the_image_runs_without_root() -> None:
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    (user,) = re.findall(r"^USER (\d+)", last, re.MULTILINE)  # a number, so that an orchestrator can see it
    assert int(user) > 0


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is published: a source distribution, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    environment = {**os.environ, "KUROAKA_REPOSITORY": "https://code.example/kuroaka/"}
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder), "--target"]
    subprocess.run([*command, "sdist"], cwd=ROOT, env=environment, check=True)
    (source,) = folder.glob("*.tar.gz")
    unpacked = folder / source.name.removesuffix(".tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
    subprocess.run([*command, "wheel"], cwd=unpacked, env=environment, check=True)
    return folder


def test_the_wheel_carries_the_page_and_the_words(dist: Path) -> None:
    assert_whole(dist)


def wheel_metadata(dist: Path) -> Message:
    (wheel,) = dist.glob("*.whl")
    with ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return message_from_bytes(archive.read(name))


def test_the_metadata_is_whole_and_its_links_lead_somewhere(dist: Path) -> None:
    said = wheel_metadata(dist)
    assert said["Version"] == __version__
    assert said["License-Expression"] == "MIT"
    assert len(said.get_all("Project-URL", [])) == 4
    assert len(said.get_all("Classifier", [])) > 9
    readme = str(said.get_payload())
    targets = re.findall(r"\]\(([^)]+)\)", readme)
    assert len(targets) > 10
    assert [target for target in targets if not re.match(r"https?://|#", target)] == []
    assert f"](https://code.example/kuroaka/blob/v{__version__}/docs/cli.md)" in readme
    assert f"](https://code.example/kuroaka/raw/v{__version__}/docs/sigmoid.png)" in readme
    assert "](" not in re.sub(r"\]\((https?:|#)", "", ABSOLUTE((ROOT / "README.md").read_text("utf-8"), "", "v1"))


def test_the_core_is_numpy_and_the_typesetter(dist: Path) -> None:
    needs = [Requirement(text) for text in wheel_metadata(dist).get_all("Requires-Dist", [])]
    assert {one.name for one in needs if one.marker is None} == {"numpy", "ziamath"}
    extras = {
        name: {one.name for one in needs if one.marker and one.marker.evaluate({"extra": name})} for name in EXTRAS
    }
    core = extras[""]
    assert extras.pop("all") == set().union(*extras.values())
    for name, modules in IMPORTED.items():
        assert modules <= extras[name] - core, name


def test_the_source_has_what_tests_it(dist: Path) -> None:
    (source,) = dist.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    kept = re.compile(r"(backend|docs|frontend|tests|tools|requirements|deploy)/|[A-Z][\w.-]*$|pyproject|hatch_build")
    assert {name for name in tracked if kept.match(name)} <= inside


@pytest.mark.slow  # installs from the network
def test_a_bare_installation_draws_and_names_the_extra_that_it_has_not(dist: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    (wheel,) = dist.glob("*.whl")
    subprocess.run([python, "-m", "pip", "-q", "install", wheel], check=True)

    def ran(*command: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return subprocess.run(
            [python, *command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    draws = "from kuroaka import Graph; f = Graph('x*y + x').figure(x=2)"
    draws += "; print(f.svg, sorted(f._repr_mimebundle_()[0]))"
    drawn = ran("-c", draws)
    assert drawn.returncode == 0, drawn.stderr
    assert drawn.stdout == f"{Graph('x*y + x').figure(x=2).svg} ['image/svg+xml', 'text/plain']\n"
    assert ran("-c", "from kuroaka import Graph; Graph('x*y + x').export('html')").returncode == 0
    for code, name in (
        ("from kuroaka import Graph; Graph('x').figure().png()", "png"),
        ("from kuroaka import Graph; Graph('x').figure().pdf()", "png"),
        ("from kuroaka import Graph; Graph('x').figure().gif()", "png"),
        ("from kuroaka import Graph; Graph('x').live()", "notebook"),
        ("import kuroaka.sphinx", "sphinx"),
        ("import kuroaka.api.app", "serve"),
    ):
        assert "MissingExtra: " in (said := ran("-c", code).stderr)
        assert said.rstrip().endswith(f'pip install "kuroaka[{name}]"'), code
    program = ran("-m", "kuroaka", "draw", "x")
    assert (program.returncode, program.stderr.count("\n")) == (1, 1)
    assert 'pip install "kuroaka[cli]"' in program.stderr
    shutil.rmtree(tmp_path)


@pytest.mark.slow  # downloads the typesetter's wheels
def test_it_draws_in_pyodide(dist: Path, tmp_path: Path) -> None:
    """numpy is not there: its wheel for Pyodide is on no index. A tree needs none."""
    fetch = [sys.executable, "-m", "pip", "-q", "download", "--no-deps", "-d", str(tmp_path)]
    subprocess.run(
        [*fetch, *(f"{name}=={version(name)}" for name in ("ziamath", "ziafont", "latex2mathml"))], check=True
    )
    (wheel,) = dist.glob("*.whl")
    module = ROOT / "node_modules" / "pyodide" / "pyodide.mjs"
    command = ["node", *map(str, (ROOT / "tests" / "pyodide.mjs", module, wheel, *tmp_path.glob("*.whl")))]
    answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    here = Graph("1/(1 + exp(-x))")
    assert answer["gradient"] == here.evaluate(x=0.5).gradients["x"]
    assert answer["svg"] == here.figure(x=0.5).svg
    assert answer["shown"] == ["image/svg+xml", "text/plain"]
    assert answer["html"].startswith("<!doctype html>")


def assert_whole(dist: Path) -> None:
    """The one wheel of a folder has every file of the page and of the package, perhaps the guide, and nothing else."""
    (wheel,) = dist.glob("*.whl")
    inside = {name for name in ZipFile(wheel).namelist() if not re.search(r"\.dist-info/|^kuroaka/site/", name)}
    page = {f"kuroaka/{path.relative_to(ROOT)}" for path in (ROOT / "frontend").rglob("*") if path.is_file()}
    package = {
        str(path.relative_to(ROOT / "backend"))
        for path in (ROOT / "backend").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert inside == page | package


@pytest.mark.parametrize("name", ["proxy", "kuroaka"])
def test_compose_locks_down(name: str) -> None:
    service = yaml.safe_load(COMPOSE)["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["pids_limit"] <= 128
    assert int(service["user"].partition(":")[0]) > 0
    assert service["mem_limit"]


def test_compose_has_the_proxy_in_front_of_two_replicas() -> None:
    compose = yaml.safe_load(COMPOSE)
    proxy, service = compose["services"]["proxy"], compose["services"]["kuroaka"]
    assert service["deploy"]["replicas"] == 2
    assert "ports" not in service
    assert service["networks"] == ["inside"]
    assert compose["networks"]["inside"]["internal"] is True
    (listening,) = re.findall(r"listen (\d+);", (ROOT / "deploy" / "nginx.conf").read_text("utf-8"))
    assert proxy["ports"] == [f"8000:{listening}"]
    assert f"USER {service['user']}\n" in DOCKERFILE
    assert "healthcheck" not in service  # it is the image's own


def test_a_container_waits_until_its_process_has_left() -> None:
    assert yaml.safe_load(COMPOSE)["x-locked-down"]["stop_grace_period"] == "15s"
    assert Settings().notice + GRACE < 15


@pytest.mark.parametrize("name", ["build", "dev", "run", "slow", "supply"])
def test_a_lock_has_a_hash_for_everything_and_names_no_registry(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    pinned = [line for line in lock.splitlines() if line and line[0] not in "# "]
    assert pinned
    assert all("==" in line and line.endswith("\\") for line in pinned), "a hash follows every pin"
    assert "://" not in lock
    assert "index-url" not in lock


def test_the_lock_of_npm_has_hashes_and_names_no_registry() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = [package for path, package in packages.items() if path]
    assert installed
    assert all("integrity" in package and "resolved" not in package for package in installed)
