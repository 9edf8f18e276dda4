"""A server on loopback for the tests that need one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.intake.web import Web, running


@pytest.fixture
def web() -> Iterator[Web]:
    with running() as found:
        yield found
