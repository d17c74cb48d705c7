"""What is shipped: the wheel, the image by its own steps without a container engine, and the locks."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
import yaml

from kuroaka.api.lifecycle import GRACE
from kuroaka.api.settings import Settings
from tests.serving import served

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
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
        probe, *rest = [word.replace("http://127.0.0.1:8000", address) for word in image.health]
        subprocess.run([image.bin / probe, *rest], check=True)

    shutil.rmtree(tmp_path)


def test_the_image_runs_without_root() -> None:
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    (user,) = re.findall(r"^USER (\d+)", last, re.MULTILINE)  # a number, so that an orchestrator can see it
    assert int(user) > 0


def test_the_wheel_carries_the_page_and_the_words(tmp_path: Path) -> None:
    build_wheel: list[str | Path] = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        tmp_path,
    ]
    subprocess.run(build_wheel, cwd=ROOT, check=True)
    assert_whole(tmp_path)


def assert_whole(dist: Path) -> None:
    """The one wheel of a folder has every file of the page and of the package, and nothing else."""
    (wheel,) = dist.glob("*.whl")
    inside = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
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
