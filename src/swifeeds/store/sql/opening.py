"""Opening a database, and bringing its schema to the newest revision."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import StoreMissing, StoreNewer
from swifeeds.store import SchemaStatus
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.schema import REVISION

_MIGRATION_LOCK = 0x5F1FEED0
"""PostgreSQL advisory lock of those who migrate. SQLite's write lock does the same."""


class Opening(Connected):
    """The schema: asked, checked and migrated."""

    async def open(self) -> None:
        """Connect and check the schema; see `Store.open`."""
        status = await self.schema()
        if status.current is None:
            raise StoreMissing(
                f"{self._place} holds no swifeeds database; "
                "`swifeeds db migrate` or `swifeeds run` makes it"
            )
        if status.current != REVISION:
            raise StoreMissing(
                f"{self._place} has schema {status.current} and this program needs {REVISION};"
                " stop other swifeeds processes and run `swifeeds db migrate`"
            )

    async def schema(self) -> SchemaStatus:
        """The schema's revision against this program's; see `Store.schema`."""
        if self._file is not None and not self._file.exists():
            return self._status(None)
        async with self._reading() as connection:
            return self._status(await _current(connection))

    async def migrate(self) -> SchemaStatus:
        """Make what is missing; see `Store.migrate`."""
        if self._file is not None:
            with self._in_our_words():
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.touch()
        async with self._writing() as connection:
            if not self._is_sqlite:
                lock = text("SELECT pg_advisory_xact_lock(:key)")
                await connection.execute(lock, {"key": _MIGRATION_LOCK})
            if self._status(await _current(connection)).pending:
                from swifeeds.store.sql.migrating import upgrade  # noqa: PLC0415

                await connection.run_sync(upgrade)
        return SchemaStatus(current=REVISION, newest=REVISION)

    def _status(self, current: str | None) -> SchemaStatus:
        if current == REVISION:
            return SchemaStatus(current=current, newest=REVISION)
        from swifeeds.store.sql.migrating import pending  # noqa: PLC0415

        missing = pending(current)
        if missing is None:
            raise StoreNewer(
                f"{self._place} was written by a newer swifeeds (schema {current}, this program"
                f" knows up to {REVISION}); install that version, or restore an older backup"
            )
        return SchemaStatus(current=current, newest=REVISION, pending=missing)


async def _current(connection: AsyncConnection) -> str | None:
    """The revision that the database states, without alembic."""
    try:
        async with connection.begin_nested():
            found = await connection.execute(text("SELECT version_num FROM alembic_version"))
            return found.scalar_one_or_none()
    except DBAPIError as error:
        if "alembic_version" not in str(error.orig):
            raise
        return None
