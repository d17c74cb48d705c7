"""What all tests share: a client that talks to the application in the same process, and patience."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from starlette.testclient import TestClient

from kuroaka.api.app import create_app
from kuroaka.api.settings import Settings

# A busy machine is no mistake of ours.
PATIENT = Settings(seconds=60, patience=60)
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(PATIENT), raise_server_exceptions=False) as client:
        yield client
