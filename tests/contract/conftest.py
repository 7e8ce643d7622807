"""One suite, two engines: what the store promises holds on both."""

from __future__ import annotations

import pytest
from tests.contract.databases import ENGINES, make_store, migrated_database


@pytest.fixture(params=ENGINES)
def address(request, tmp_path):
    return migrated_database(request.param, tmp_path)


@pytest.fixture
async def store(address):
    store = make_store(address)
    await store.open()
    yield store
    await store.close()


@pytest.fixture
async def other(address):
    """A second process's view of the same database."""
    store = make_store(address)
    await store.open()
    yield store
    await store.close()
