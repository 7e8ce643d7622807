"""Databases without tables, of either engine."""

from __future__ import annotations

import pytest
from tests.contract.databases import ENGINES, empty_database, make_store


@pytest.fixture(params=ENGINES)
def address(request, tmp_path):
    return empty_database(request.param, tmp_path)


@pytest.fixture
async def store(address):
    store = make_store(address)
    yield store
    await store.close()
