"""Peers that run in Node, from ``tests/benchmarks/package.json``. Who is not installed is not measured."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = ("elkjs", "@dagrejs/dagre", "mathjs")


def node_version(package: str) -> str:
    """Of a package that is installed; nothing for one that is not."""
    about = HERE / "node_modules" / package / "package.json"
    return str(json.loads(about.read_text())["version"]) if about.exists() and shutil.which("node") else ""


def readers(text: str) -> dict[str, Callable[[], float]]:
    """Text to a tree in a process of their own, which tells the seconds itself."""
    if not node_version("mathjs"):
        return {}
    command = ["node", str(HERE / "reading_peers.js")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # ends with us
    assert process.stdin
    assert process.stdout
    asked, told = process.stdin, process.stdout

    def seconds() -> float:
        print(text, file=asked, flush=True)
        return float(told.readline())

    return {"mathjs": seconds}
