"""A client that talks to the application in the same process."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kuroaka.api.app import create_app


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(), raise_server_exceptions=False) as client:
        yield client
