"""Figures, soundness and copies of the database."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Select, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import StoreError
from swifeeds.model import Status
from swifeeds.store import EngineReport
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.schema import (
    article,
    held,
    mark,
    membership,
    outbox,
    shelf,
    sighting,
    stale,
    story,
    subscription,
)
from swifeeds.store.sql.scopes import IS_SHOWN
from swifeeds.store.sql.soundness import look_over, sqlite_problems, unreadable


class Upkeep(Connected):
    """What an operator asks of the database."""

    async def counts(self) -> Mapping[str, int]:
        """What `status` shows; see `Store.counts`.

        `held` counts what waits for an editor: held articles and revisions put aside.
        """
        rows = func.count()
        of_status = select(rows).select_from(article)
        parts: dict[str, Select[int]] = {
            "articles": of_status,
            "held": of_status.where(article.c.status == Status.HELD),
            "withdrawn": of_status.where(article.c.status == Status.WITHDRAWN),
            "put_aside": select(rows).select_from(held),
            "sightings": select(rows).select_from(sighting),
            "stories": select(rows).select_from(story),
            "memberships": select(rows).select_from(membership).where(IS_SHOWN),
            "marked": select(rows).select_from(mark),
            "stale": select(rows).select_from(stale),
            "shelf": select(rows).select_from(shelf),
            "subscriptions": select(rows).select_from(subscription),
            "outbox": select(rows).select_from(outbox),
            "outbox_failing": select(rows).select_from(outbox).where(outbox.c.failures > 0),
        }
        columns = [part.scalar_subquery().label(name) for name, part in parts.items()]
        async with self._reading() as connection:
            found = dict((await connection.execute(select(*columns))).mappings().one())
        found["held"] += found.pop("put_aside")
        return found

    async def check(self) -> tuple[str, ...]:
        """Problems found, one sentence each: the engine's own checks, and every article read."""
        async with self._reading() as connection:
            engine = [line async for line in sqlite_problems(connection)] if self._is_sqlite else []
            return (*engine, *[line async for line in unreadable(connection)])

    async def engine(self) -> EngineReport:
        """Which engine keeps this, and how; see `Store.engine`."""
        async with self._reading() as connection:
            if self._is_sqlite:
                return await _sqlite_report(connection)
            version = await connection.scalar(text("SHOW server_version"))
            size = await connection.scalar(text("SELECT pg_database_size(current_database())"))
            return EngineReport(engine=f"PostgreSQL {version}", size=int(size or 0))

    async def look_over(self, seconds: float) -> tuple[str, ...] | None:
        """The quick part of `check`; see `Store.look_over`."""
        if self._file is None:
            return ()
        self._must_exist()
        with self._in_our_words():
            return await asyncio.to_thread(look_over, self._file, seconds)

    async def backup(self, path: str) -> None:
        """Write a consistent copy while the service runs.

        The copy gets its name when it is complete.

        Args:
            path: the file to write; its folder exists, it does not.

        Raises:
            StoreError: not SQLite, the file exists, or it cannot be written.
        """
        if self._file is None:
            raise StoreError(f"{self._place} is PostgreSQL: back it up with pg_dump")
        self._must_exist()
        await asyncio.to_thread(_copy, self._file, Path(path))


def _copy(file: Path, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.unfinished")
    if target.exists():
        raise StoreError(f"{target} exists; name a new file for the backup")
    try:
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("VACUUM INTO ?", [str(unfinished)])
        unfinished.rename(target)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"the backup {target} could not be written ({error}); see that its folder is there,"
            " writable and has room"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


async def _sqlite_report(connection: AsyncConnection) -> EngineReport:
    version, pages, page_size, journal = [
        await connection.scalar(text(question))
        for question in (
            "SELECT sqlite_version()", "PRAGMA page_count", "PRAGMA page_size",
            "PRAGMA journal_mode",
        )
    ]  # fmt: skip
    return EngineReport(engine=f"SQLite {version}", size=pages * page_size, journal=str(journal))
