"""Small words of SQL that both engines speak in their own dialect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, Text, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from swifeeds.store.sql.columns import Keys

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


class _Each(FunctionElement[str]):
    """The values of one parameter of `Keys`."""

    type = Text()
    inherit_cache = True


@compiles(_Each, "sqlite")
def _each_of_json(element: _Each, compiler: SQLCompiler, **others: Any) -> str:
    listed = compiler.process(element.clauses, **others)
    return f"(SELECT value FROM json_each({listed}))"  # noqa: S608 - a parameter's own mark


@compiles(_Each, "postgresql")
def _each_of_array(element: _Each, compiler: SQLCompiler, **others: Any) -> str:
    return f"(SELECT unnest({compiler.process(element.clauses, **others)}))"


def among(column: ColumnElement[str], listed: str) -> ColumnElement[bool]:
    """True where a key is one of those that the parameter `listed` holds.

    However many these are the statement is the same one, and so is made and compiled once; with an
    IN list that costs more than what it finds.
    """
    return column.bool_op("IN")(_Each(bindparam(listed, type_=Keys())))
