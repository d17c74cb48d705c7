"""What others wrote: how the audit reads what it is told, and what the bill of what is shipped holds."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
AUDIT = run_path(str(ROOT / "tools" / "audit"))
FINE = {"name": "anyio", "version": "4.16.0", "vulns": []}
BAD = {"name": "old", "version": "1.0", "vulns": [{"id": "CVE-1", "fix_versions": ["1.1"]}]}
UNKNOWN = {"name": "numpy", "skip_reason": "not found"}


def python(*rows: Mapping[str, object]) -> str:
    return json.dumps({"dependencies": rows})


@pytest.mark.parametrize(
    ("report", "ending", "says"),
    [
        (python(FINE), 0, "nothing is known"),
        (python(FINE, BAD), 1, "old 1.0: CVE-1, better in 1.1"),
        (python(FINE, UNKNOWN), 2, "could not ask about 1: numpy"),
        (python(BAD, UNKNOWN), 1, "could not ask about 1: numpy"),
        ("", 2, "could not ask about 1: the locks of Python"),
    ],
)
def test_no_answer_is_no_good_news(capsys: pytest.CaptureFixture[str], report: str, ending: int, says: str) -> None:
    assert AUDIT["outcome"](*AUDIT["of_python"](report)) == ending
    assert says in capsys.readouterr().out


def test_the_same_of_node() -> None:
    assert AUDIT["of_node"]('{"vulnerabilities": {}, "metadata": {}}') == ([], [])
    assert AUDIT["of_node"]('{"statusCode": 405, "error": {"summary": ""}}') == ([], ["the lock of Node"])
    vite = '{"vulnerabilities": {"vite": {"range": "<5", "severity": "high"}}}'
    assert AUDIT["of_node"](vite) == (["vite <5: high"], [])


@pytest.mark.slow  # what it is written with is not installed for the other tests
def test_the_bill_is_the_lock() -> None:
    written = subprocess.run(
        [sys.executable, ROOT / "tools" / "write-sbom"], capture_output=True, text=True, check=True
    )
    bill: dict[str, Any] = json.loads(written.stdout)
    lock = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    assert bill["bomFormat"] == "CycloneDX"
    assert {(part["name"], part["version"]) for part in bill["components"]} == set(
        re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.MULTILINE)
    )
    hashes = [one for part in bill["components"] for file in part["externalReferences"] for one in file["hashes"]]
    assert len(hashes) == lock.count("--hash=")
    needed = {row["ref"]: row.get("dependsOn", []) for row in bill["dependencies"]}
    (starlette,) = [ref for ref in needed if "/starlette@" in ref]
    (anyio,) = [ref for ref in needed if "/anyio@" in ref]
    assert anyio in needed[starlette]
    assert starlette in needed["kuroaka"]
