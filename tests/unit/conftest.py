"""What several rooms' tests stand on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.contract.databases import make_store, migrated_database

from swifeeds.store.sql import SqlStore


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The address of a real SQLite database, empty and migrated."""
    return migrated_database("sqlite", tmp_path)


@pytest.fixture
async def store(database: str) -> AsyncIterator[SqlStore]:
    """The store that keeps it."""
    store = make_store(database)
    await store.open()
    yield store
    await store.close()
