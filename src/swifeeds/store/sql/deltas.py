"""Versions of feeds that subscribers may hold, and what changed since each.

The rows of a path are always those of its current document: they are written with it, all anew,
and go when it is published without any.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import RowMapping, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Encoding, ShelfItem, Version
from swifeeds.model.codec import dump, load
from swifeeds.store.sql.schema import delta
from swifeeds.store.sql.statements import portions


async def keep_deltas(connection: AsyncConnection, items: Sequence[ShelfItem]) -> None:
    """Put the items' versions and deltas in the place of those of their paths."""
    await drop_deltas(connection, (item.path for item in items))
    rows = [row for item in items for row in _rows(item)]
    if rows:
        await connection.execute(insert(delta), rows)


async def drop_deltas(connection: AsyncConnection, paths: Iterable[str]) -> None:
    """Forget the versions of these paths."""
    for some in portions(paths):
        await connection.execute(delete(delta).where(delta.c.path.in_(some)))


async def read_versions(
    connection: AsyncConnection, paths: Collection[str]
) -> Mapping[str, tuple[Version, ...]]:
    """The known versions of each path, the current one first."""
    found: dict[str, tuple[Version, ...]] = {}
    for some in portions(paths):
        rows = await connection.execute(
            select(delta.c.path, delta.c.etag, delta.c.entries)
            .where(delta.c.path.in_(some))
            .order_by(delta.c.path, delta.c.place)
        )
        for row in rows.mappings():
            found[row["path"]] = (*found.get(row["path"], ()), _version(row))
    return found


async def join_deltas(
    connection: AsyncConnection, items: Sequence[ShelfItem]
) -> tuple[ShelfItem, ...]:
    """The items with their versions and deltas."""
    rows: dict[str, list[RowMapping]] = {}
    for some in portions(item.path for item in items):
        found = await connection.execute(
            select(delta).where(delta.c.path.in_(some)).order_by(delta.c.path, delta.c.place)
        )
        for row in found.mappings():
            rows.setdefault(row["path"], []).append(row)
    return tuple(_joined(item, rows[item.path]) if item.path in rows else item for item in items)


def _joined(item: ShelfItem, rows: Sequence[RowMapping]) -> ShelfItem:
    return replace(
        item,
        versions=tuple(map(_version, rows)),
        deltas={row["etag"]: codings for row in rows if (codings := _codings(row))},
    )


def _codings(row: RowMapping) -> Mapping[Encoding, bytes]:
    return {one: bytes(row[one]) for one in Encoding if row[one] is not None}


def _version(row: RowMapping) -> Version:
    return Version(etag=row["etag"], entries=load(tuple[tuple[str, str], ...], row["entries"]))


def _rows(item: ShelfItem) -> Iterable[dict[str, object]]:
    for place, version in enumerate(item.versions):
        codings = item.deltas.get(version.etag, {})
        yield {
            "path": item.path,
            "etag": version.etag,
            "place": place,
            "entries": dump(version.entries),
            **{one.value: codings.get(one) for one in Encoding},
        }
