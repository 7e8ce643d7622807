from __future__ import annotations

from pathlib import Path

import pytest
from tests.contract.databases import empty_database, migrated_database


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a migrated database, `store.db`."""
    migrated_database("sqlite", tmp_path)
    return tmp_path


@pytest.fixture
def migrated_postgres(tmp_path: Path) -> str:
    return migrated_database("postgresql", tmp_path)


@pytest.fixture
def empty_postgres(tmp_path: Path) -> str:
    return empty_database("postgresql", tmp_path)
