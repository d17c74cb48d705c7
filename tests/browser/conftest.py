"""A real server, a real Chromium and a real Firefox for the tests of this folder, one of each for the whole run."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.firefox import Firefox, firefox
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


@pytest.fixture(scope="session")
def firefox_browser() -> Iterator[Firefox]:
    with firefox() as opened:
        yield opened


@pytest.fixture
def fox(firefox_browser: Firefox) -> Iterator[Firefox]:
    """Firefox; at the end its console must be empty."""
    firefox_browser.complaints.clear()
    yield firefox_browser
    assert firefox_browser.complaints == []
