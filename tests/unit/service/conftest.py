"""A server of the other side, and a newsstand that has published once."""

from __future__ import annotations

import pytest
from tests.unit.egress.scripted import scripted_server
from tests.unit.service.newsstand import open_stand


@pytest.fixture
async def server():
    async with scripted_server() as server:
        yield server


@pytest.fixture
async def stand(tmp_path):
    async with open_stand(tmp_path) as stand:
        await stand.publish(b"first")
        yield stand
