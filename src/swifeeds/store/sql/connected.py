"""The ground of every part of the store: how transactions are opened, and closed in our words."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import StoreMissing
from swifeeds.store import StorageSettings
from swifeeds.store.sql.address import database_url
from swifeeds.store.sql.engine import for_reading, make_engine
from swifeeds.store.sql.translation import translated

_CONTENT_LOCK = 0x5F1FEED5
"""PostgreSQL advisory lock of everything that changes articles, groupings or the shelf."""


class Connected:
    """Connections to one database. Nothing is opened before the first transaction."""

    def __init__(self, settings: StorageSettings, base: Path) -> None:
        """Make the engine.

        Args:
            settings: where the database is and how long to wait for it.
            base: the folder that relative paths in the settings start from.

        Raises:
            StoreError: the settings name no database that we know.
        """
        url = database_url(settings, base)
        self._busy_timeout = settings.busy_timeout
        self._engine = make_engine(url, settings.busy_timeout)
        self._reader = for_reading(self._engine)
        self._is_sqlite = url.get_backend_name() == "sqlite"
        self._file = Path(url.database or "") if self._is_sqlite else None
        self._place = str(self._file or url.set(drivername="postgresql").render_as_string())
        # SQLite's own waiting is unfair: within the process, writers queue here instead.
        self._writers = asyncio.Lock()

    async def close(self) -> None:
        """Give every connection back."""
        await self._engine.dispose()

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that sees one moment and writes nothing."""
        self._must_exist()
        with self._in_our_words():
            async with self._reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that is kept when the block ends well, and else leaves no trace."""
        self._must_exist()
        with self._in_our_words():
            async with AsyncExitStack() as stack:
                if self._is_sqlite:
                    await stack.enter_async_context(self._writers)
                yield await stack.enter_async_context(self._engine.begin())

    @asynccontextmanager
    async def _changing(self) -> AsyncIterator[AsyncConnection]:
        """Like `_writing`, one after the other over all processes.

        SQLite has no other way. On PostgreSQL it spares us deadlocks between batches that meet
        the same articles in another order, and gives marks the order of their commits.
        """
        async with self._writing() as connection:
            if not self._is_sqlite:
                lock = text("SELECT pg_advisory_xact_lock(:key)")
                await connection.execute(lock, {"key": _CONTENT_LOCK})
            yield connection

    def _must_exist(self) -> None:
        """SQLite would make an empty file of a mistyped path."""
        if self._file is not None and not self._file.exists():
            raise StoreMissing(
                f"there is no database {self._place}; "
                "`swifeeds db migrate` or `swifeeds run` makes it"
            )

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, OSError) as error:
            raise translated(error, self._place, self._busy_timeout) from error
