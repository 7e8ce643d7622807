"""Engines, and how their transactions begin."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

_READ_ONLY = "swifeeds_read_only"
_PAUSE = 0.02
"""Seconds between two tries to give a new file its journal."""


def make_engine(url: URL, busy_timeout: float) -> AsyncEngine:
    """An engine whose transactions may write. Nothing is connected yet.

    Args:
        url: as `database_url` gives it.
        busy_timeout: seconds to wait for a lock.
    """
    if url.get_backend_name() == "sqlite":
        engine = create_async_engine(url, connect_args={"timeout": busy_timeout})
        _set_up_sqlite(engine, busy_timeout)
        return engine
    settings = {"lock_timeout": f"{busy_timeout * 1000:.0f}", "application_name": "swifeeds"}
    arguments = {"server_settings": settings, "timeout": busy_timeout}
    return create_async_engine(url, connect_args=arguments, pool_pre_ping=True)


def for_reading(engine: AsyncEngine) -> AsyncEngine:
    """The same connections for transactions that only read, each of one consistent moment."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_READ_ONLY: True})
    return engine.execution_options(isolation_level="REPEATABLE READ")


def _set_up_sqlite(engine: AsyncEngine, busy_timeout: float) -> None:
    def connect(connection: Any, _: object) -> None:
        # The driver would begin transactions at its own discretion, and deferred ones.
        connection.isolation_level = None
        connection.run_async(lambda driver: _journal_ahead(driver, busy_timeout))
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    def begin(connection: Connection) -> None:
        # A deferred transaction that reads and then writes fails with "database is locked" at
        # once, whatever the timeout: the lock cannot be upgraded while another one writes.
        reads = connection.get_execution_options().get(_READ_ONLY)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    event.listen(engine.sync_engine, "connect", connect)
    event.listen(engine.sync_engine, "begin", begin)


async def _journal_ahead(driver: Any, patience: float) -> None:
    # Whoever turns a new file to WAL reads it first and then wants to write: where two do so at
    # once, or one while another writes, SQLite says "database is locked" without any waiting,
    # since neither could go on. So the one that was refused waits here.
    for left in reversed(range(max(1, round(patience / _PAUSE)))):
        try:
            await driver.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not left:
                raise
        else:
            return
        await asyncio.sleep(_PAUSE)
