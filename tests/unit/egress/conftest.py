from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from tests.unit.egress.scripted import Scripted, scripted_server


@pytest.fixture
async def server() -> AsyncIterator[Scripted]:
    async with scripted_server() as server:
        yield server
