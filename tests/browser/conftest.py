"""A real server and a real Chromium for the tests of this folder, one of each for the whole run."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.reader import PATIENCE
from tests.serving import served

FIND_BROWSER = Path(__file__).parents[2] / "tools" / "find-browser"
FLAGS = [
    "--no-sandbox",  # CI runs as root; only pages of this machine are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The address of the running service, without a slash at its end."""
    with served([sys.executable, "-m", "uvicorn", "kuroaka.api.app:app", "--log-level", "warning"]) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. A test opens a page of its own (see ``reading``) and closes it."""
    expect.set_options(timeout=PATIENCE)
    chromium = subprocess.run([FIND_BROWSER], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()
