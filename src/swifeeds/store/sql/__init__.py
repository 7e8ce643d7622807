"""The one implementation of `Store`: SQLAlchemy Core on SQLite and PostgreSQL.

Only the composition root imports this package. Each module holds one topic of the contract; they
share `Database`, which owns the engine and the transactions. No SQL and no driver exception
leaves the package.
"""

from __future__ import annotations

from pathlib import Path

from swifeeds.store import StorageSettings
from swifeeds.store.sql.articles import Articles
from swifeeds.store.sql.database import Database
from swifeeds.store.sql.grouping import Groups
from swifeeds.store.sql.notices import Notices
from swifeeds.store.sql.opening import Opening
from swifeeds.store.sql.publishing import Publishing
from swifeeds.store.sql.sources import Sources

__all__ = ["SqlStore"]


class SqlStore(Opening, Sources, Articles, Groups, Publishing, Notices):
    """Everything that swifeeds remembers, in one database. See `Store` for the contract."""

    def __init__(self, settings: StorageSettings, base: Path) -> None:
        """`base` is the folder that relative paths of the settings start from.

        Raises:
            StoreError: the address is none of ours.
        """
        self._db = Database(settings, base)
