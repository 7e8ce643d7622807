"""Where the database is: the operator's address as the driver wants it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from swifeeds.errors import StoreError
from swifeeds.store import StorageSettings

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


def database_url(settings: StorageSettings, base: Path) -> URL:
    """The driver's address: paths absolute, the password read from its file.

    Args:
        settings: the operator's word.
        base: the folder that relative paths start from.

    Raises:
        StoreError: an address of another kind, or a password file that cannot be read.
    """
    try:
        url = make_url(settings.url)
    except ArgumentError as error:
        raise StoreError(_advice("cannot be read")) from error
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise StoreError(_advice(f"names an unknown kind of database, {url.drivername}"))
    url = url.set(drivername=driver)
    if url.get_backend_name() == "sqlite":
        if url.database in (None, "", ":memory:"):
            raise StoreError(_advice("names no file"))
        return url.set(database=str((base / url.database).resolve()))
    return url.set(password=_password(base / settings.password_file)) if (
        settings.password_file
    ) else url  # fmt: skip


def _advice(fault: str) -> str:
    return (
        f"storage.url {fault}; write sqlite:///path/of/file.db or"
        " postgresql://user@host/name"
    )  # fmt: skip


def _password(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(
            f"storage.password_file {file} cannot be read ({error}); make it a text file that"
            " swifeeds may read"
        ) from error
