"""What a release checks before it makes a tag."""

from collections.abc import Callable
from pathlib import Path
from runpy import run_path

import pytest
import yaml

from kuroaka import __version__

ROOT = Path(__file__).parents[1]
RELEASE = run_path(str(ROOT / "tools" / "release"))
amiss: Callable[..., list[str]] = RELEASE["amiss"]
READY = {
    "version": "1.2.0",
    "changelog": "# Changelog\n\n## 1.2.0 (2027-03-01)\n\n- New.\n\n## 1.1.0 (2027-01-01)\n\n- Old.\n",
    "citation": "title: Kuroaka\nversion: 1.2.0\nlicense: MIT\n",
    "tags": ["v1.1.0"],
    "changed": "",
}


def test_what_is_ready_is_ready() -> None:
    assert amiss(**READY) == []
    assert RELEASE["entry"](READY["changelog"], "1.2.0") == "- New."


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"version": "1.2"}, "no version"),
        ({"version": "1.3.0"}, "no entry"),
        ({"changelog": "## 1.2.0\n\n- New.\n"}, "no entry"),
        ({"version": "1.1.0", "citation": "version: 1.1.0\n", "tags": []}, "begins with another"),
        ({"citation": "version: 1.1.0\n"}, "CITATION"),
        ({"tags": ["v1.2.0"]}, "exists already"),
        ({"changed": " M README.md"}, "not committed"),
    ],
)
def test_what_is_not_says_why(change: dict[str, object], says: str) -> None:
    found = amiss(**{**READY, **change})
    assert any(says in one for one in found)


def test_what_people_look_for_is_there_and_can_be_read() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == __version__
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    for template in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"):
        form = yaml.safe_load(template.read_text("utf-8"))
        assert template.name == "config.yml" or {"name", "description", "body"} <= form.keys()
    for name in ("CODE_OF_CONDUCT.md", "SECURITY.md", "CONTRIBUTING.md", "docs/versions.md"):
        assert (ROOT / name).is_file()
