"""Small words of SQL that both engines speak in their own dialect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")

Upsert = sqlite.Insert | postgresql.Insert

_PORTION = 500
"""Values in one IN list: engines cap them at 32766, and plans for long lists get worse."""


def insert_into(connection: AsyncConnection, table: Table) -> Upsert:
    """An insert that knows ON CONFLICT."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


async def upsert(
    connection: AsyncConnection,
    table: Table,
    rows: Sequence[Mapping[str, object]],
    *,
    key: Sequence[str],
    update: Sequence[str],
) -> None:
    """Write rows, each over the one that has the same `key` columns.

    Args:
        connection: within a writing transaction.
        table: where they go.
        rows: all with the same columns.
        key: the columns of a unique constraint.
        update: the columns that change where there is a row already; the others stay.
    """
    if not rows:
        return
    statement = insert_into(connection, table)
    values = {name: statement.excluded[name] for name in update}
    await connection.execute(
        statement.on_conflict_do_update(index_elements=list(key), set_=values), list(rows)
    )


def portions(values: Iterable[T]) -> Iterator[list[T]]:
    """The distinct values in lists that fit one statement."""
    rest = iter(dict.fromkeys(values))
    while portion := list(islice(rest, _PORTION)):
        yield portion
