"""Two real replicas of the service, for all tests of this folder."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.serving import running

SERVE: list[str | Path] = [Path(sys.executable).with_name("kuroaka"), "serve"]


@pytest.fixture(scope="session")
def replicas() -> Iterator[list[int]]:
    """The ports of two replicas."""
    with ExitStack() as stack:
        yield [stack.enter_context(running(SERVE)).port for _ in range(2)]
