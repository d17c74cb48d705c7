"""The server and the browser of the browser tests."""

from tests.browser.conftest import browser, server_url

__all__ = ["browser", "server_url"]
