"""Opening, migrating, checking and copying the database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, select, text

from swifeeds.errors import StoreError, StoreMissing, StoreNewer
from swifeeds.store import SchemaStatus
from swifeeds.store.sql.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0001"
"""The newest revision of `store/migrations`; a test compares the two, so that a start need not
import Alembic (a quarter of a second) to know that nothing is to be done."""

_LOCK = 7_305_117
"""Any number: the PostgreSQL advisory lock under which one process migrates."""


class Opening:
    """The life of the database itself."""

    _db: Database

    async def open(self) -> None:
        """See `Store.open`."""
        status = await self.schema()
        where = self._db.file or "the database"
        if status.current is None:
            raise StoreMissing(f"{where} was never migrated; `swifeeds db migrate` makes it")
        if status.current != status.newest:
            self._refuse_newer(status.current)
            raise StoreMissing(f"{where} is older than this program; run `swifeeds db migrate`")

    async def close(self) -> None:
        """See `Store.close`."""
        await self._db.engine.dispose()

    async def migrate(self) -> SchemaStatus:
        """See `Store.migrate`."""
        status = await self.schema()
        if status.current == NEWEST:
            return status
        self._refuse_newer(status.current)
        if self._db.file is not None:
            self._db.file.parent.mkdir(parents=True, exist_ok=True)
        async with self._db.write() as connection:
            if not self._db.is_sqlite:
                await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            await connection.run_sync(_upgrade)
        return await self.schema()

    async def schema(self) -> SchemaStatus:
        """See `Store.schema`."""
        if self._db.file is not None and not self._db.file.exists():
            return SchemaStatus(current=None, newest=NEWEST, pending=(NEWEST,))
        async with self._db.read() as connection:
            current = await connection.run_sync(_current_revision)
        pending = () if current == NEWEST else (NEWEST,)
        return SchemaStatus(current=current, newest=NEWEST, pending=pending)

    def _refuse_newer(self, current: str | None) -> None:
        if current is not None and current > NEWEST:
            raise StoreNewer(
                f"the database has schema {current}, newer than this program's {NEWEST}; "
                "install that swifeeds again or restore a backup from before"
            )

    async def check(self) -> tuple[str, ...]:
        """See `Store.check`."""
        problems: list[str] = []
        async with self._db.read() as connection:
            if self._db.is_sqlite:
                rows = await connection.execute(text("PRAGMA integrity_check"))
                problems += [row[0] for row in rows if row[0] != "ok"]
            for name, query in _INVARIANTS:
                count = (await connection.execute(text(query))).scalar_one()
                if count:
                    problems.append(f"{count} {name}")
        return tuple(problems)

    async def backup(self, path: str) -> None:
        """See `Store.backup`."""
        if not self._db.is_sqlite:
            raise StoreError("a PostgreSQL database is backed up with pg_dump, not by this command")
        if Path(path).exists():
            raise StoreError(f"{path} exists already; name a new file")
        async with self._db._translated(), self._db.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            driver = raw.driver_connection
            assert driver is not None
            await driver.execute("VACUUM INTO ?", (path,))


_INVARIANTS = (
    ("sightings of articles that do not exist",
     "SELECT count(*) FROM sighting WHERE article_id NOT IN (SELECT id FROM article)"),
    ("memberships of articles that do not exist",
     "SELECT count(*) FROM membership WHERE article_id NOT IN (SELECT id FROM article)"),
    ("memberships in stories that do not exist",
     "SELECT count(*) FROM membership WHERE story_id NOT IN (SELECT id FROM story)"),
    ("articles that no source ever showed",
     "SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM sighting)"),
)  # fmt: skip


def _current_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(select(text("version_num")).select_from(text("alembic_version")))
    return found.scalar_one_or_none()


def alembic_config(connection: Connection) -> Config:
    """Alembic without an ini file, on a connection that is open already."""
    from alembic.config import Config

    from swifeeds.store.sql.schema import metadata

    config = Config()
    config.set_main_option("script_location", "swifeeds.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes.update(connection=connection, metadata=metadata)
    return config


def _upgrade(connection: Connection) -> None:
    from alembic import command

    command.upgrade(alembic_config(connection), "head")
