"""Is the database sound? What the engines say, and what cannot be read as what it should be."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import StoreError
from swifeeds.store.sql.rows import read_article
from swifeeds.store.sql.schema import article

_STEPS = 1000
"""Steps of SQLite's machine between two looks at the clock: some microseconds."""


def look_over(file: Path, seconds: float) -> tuple[str, ...] | None:
    """Damage of a SQLite file that its quick check finds in this time; see `Store.look_over`."""
    deadline = time.monotonic() + seconds
    with closing(sqlite3.connect(file)) as connection:
        connection.set_progress_handler(lambda: time.monotonic() >= deadline, _STEPS)
        try:
            found = connection.execute("PRAGMA quick_check(10)").fetchall()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                return None
            if error.sqlite_errorcode in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                return (_damaged(str(error)),)
            raise StoreError(f"{file} cannot be looked over ({error}); try again") from error
    return tuple(_damaged(line) for (line,) in found if line != "ok")


def _damaged(what: str) -> str:
    return f"the file is damaged: {what}; restore a backup"


async def sqlite_problems(connection: AsyncConnection) -> AsyncIterator[str]:
    """All that SQLite's own checks find."""
    for (line,) in await connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield _damaged(line)
    for row in await connection.execute(text("PRAGMA foreign_key_check")):
        yield f"table {row[0]}, row {row[1]}: what it names in {row[2]} is missing"


async def unreadable(connection: AsyncConnection) -> AsyncIterator[str]:
    """Every article that cannot be read."""
    async for row in (await connection.stream(select(article))).mappings():
        try:
            read_article(row)
        except StoreError as error:
            yield str(error)
