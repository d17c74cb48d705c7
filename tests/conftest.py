"""A client that talks to the application in the same process."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kuroaka.api.app import create_app
from kuroaka.api.settings import Settings

PATIENT = Settings(seconds=60, patience=60)  # a busy machine is no mistake of ours


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(PATIENT), raise_server_exceptions=False) as client:
        yield client
