"""A real site on a real socket."""

from __future__ import annotations

import pytest
from tests.http.served import open_site


@pytest.fixture
async def site():
    async with open_site() as served:
        yield served
