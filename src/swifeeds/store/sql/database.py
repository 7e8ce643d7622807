"""One engine for both databases: addresses, pragmas, transactions, and errors in our words.

SQLite: every transaction that may write begins IMMEDIATE (a deferred one that turns to writing
fails with "database is locked" at once, whatever the timeout), and one lock per process queues
our own writers so that the busy timeout is left for other processes. Recipes: feasibility 4.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Table, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from swifeeds.errors import StoreBusy, StoreError
from swifeeds.store import StorageSettings

_LOCKED = ("database is locked", "database table is locked", "lock timeout")
_UNREADABLE = ("file is not a database", "malformed", "disk image")


class Database:
    """An engine, its transactions, and what differs between SQLite and PostgreSQL."""

    def __init__(self, settings: StorageSettings, base: Path) -> None:
        """`base` is the folder that a relative SQLite path starts from."""
        self._settings = settings
        self.url = _driver_url(settings, base)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine: AsyncEngine = _engine(self.url, settings, is_sqlite=self.is_sqlite)
        self._writing = asyncio.Lock()

    @property
    def file(self) -> Path | None:
        """The SQLite file; None on PostgreSQL."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that may write: all of it, or nothing."""
        async with AsyncExitStack() as stack:
            if self.is_sqlite:
                await stack.enter_async_context(self._writing)
            await stack.enter_async_context(self._translated())
            yield await stack.enter_async_context(self.engine.begin())

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """One consistent look. It never waits for a writer."""
        engine = self.engine.execution_options(readonly_tx=True)
        async with self._translated(), engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def _translated(self) -> AsyncIterator[None]:
        try:
            yield
        except (DBAPIError, OSError) as error:
            raise self._in_our_words(error) from error

    def _in_our_words(self, error: Exception) -> StoreError:
        text, place = str(getattr(error, "orig", error)).lower(), self._place()
        if any(word in text for word in _LOCKED):
            seconds = f"{self._settings.busy_timeout:g}"
            return StoreBusy(
                f"{place} is locked by another process for more than {seconds} s; stop it or try again"
            )
        if any(word in text for word in _UNREADABLE):
            return StoreError(
                f"{place} is damaged or no database; restore a backup in its place, or name another"
            )
        if isinstance(error, OperationalError | InterfaceError | OSError):
            return StoreError(f"{place} cannot be used: {text.splitlines()[0]}")
        return StoreError(f"{place} refused a statement: {text.splitlines()[0]}")

    def _place(self) -> str:
        return f"database {self.file or self.url.render_as_string(hide_password=True)}"


def upsert(connection: AsyncConnection, table: Table) -> Any:
    """The engine's own `insert`, which knows ON CONFLICT."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


def _driver_url(settings: StorageSettings, base: Path) -> URL:
    try:
        url = make_url(settings.url)
    except ArgumentError as error:
        raise StoreError(f"storage.url {settings.url!r} is no database address") from error
    match url.get_backend_name():
        case "sqlite":
            path = base / (url.database or "")
            return url.set(drivername="sqlite+aiosqlite", database=str(path))
        case "postgresql":
            if settings.password_file:
                password = (base / settings.password_file).read_text(encoding="utf-8").strip()
                url = url.set(password=password)
            return url.set(drivername="postgresql+asyncpg")
        case name:
            raise StoreError(f"storage.url names {name}; use sqlite:///… or postgresql://…")


def _engine(url: URL, settings: StorageSettings, *, is_sqlite: bool) -> AsyncEngine:
    if not is_sqlite:
        return create_async_engine(url, pool_pre_ping=True)
    engine = create_async_engine(url, connect_args={"timeout": settings.busy_timeout})

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # The driver must never begin by itself: our own BEGIN below decides the kind.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            f"busy_timeout={int(settings.busy_timeout * 1000)}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:
        readonly = connection.get_execution_options().get("readonly_tx")
        connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")

    return engine
