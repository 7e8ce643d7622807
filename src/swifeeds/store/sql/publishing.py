"""The shelf: what is published, which feeds must be rendered anew, and paths that moved."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import (
    Announcement,
    ArticleId,
    Encoding,
    FeedKey,
    Redirect,
    Shelf,
    ShelfItem,
    Version,
)
from swifeeds.model.codec import dump
from swifeeds.store.sql.archives import keep_pages
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.deltas import drop_deltas, join_deltas, keep_deltas, read_versions
from swifeeds.store.sql.marks import clear_feeds, mark_feeds, take_feeds
from swifeeds.store.sql.memories import recall, remember
from swifeeds.store.sql.outbox_rows import announce, end_topics
from swifeeds.store.sql.rows import mining_text, read_item, shelf_row
from swifeeds.store.sql.schema import redirect, shelf, stale
from swifeeds.store.sql.statements import portions, upsert

_GENERATION = "store: shelf generation"
_BYTES = frozenset(Encoding)
"""Columns that hold the bytes in each coding, named by it."""

_BREATH = 50
"""Rows that are read before others get a turn: about a millisecond."""

_DESCRIBED = ("media_type", "language", "etag", "links", "mining", "max_age")
"""Columns that tell whether an item is published anew; its bytes are in its etag."""


class Publishing(Connected):
    """The publisher's side of the store. Its callers hold a named lease: see `marks`."""

    async def stale(self, limit: int) -> tuple[FeedKey, ...]:
        """Feeds that must be rendered anew, oldest first.

        Takes their marks: one that is renewed before `publish` answers it stays. Marks that were
        taken and not answered are given out again.
        """
        async with self._reading() as connection:
            if (await connection.execute(select(stale.c.seq).limit(1))).first() is None:
                return ()
        async with self._changing() as connection:
            return await take_feeds(connection, limit)

    async def mark_stale(self, keys: Collection[FeedKey]) -> None:
        """Mark feeds for rendering."""
        async with self._changing() as connection:
            await mark_feeds(connection, keys)

    async def publish(
        self,
        items: Sequence[ShelfItem],
        *,
        gone: Collection[Redirect] = (),
        done: Collection[FeedKey] = (),
        pages: Mapping[FeedKey, Sequence[ArticleId]] = MappingProxyType({}),
        announcement: Announcement | None = None,
    ) -> int:
        """Put items on the shelf and clear the marks they answer; see `Store.publish`.

        The generation rises when anything on the shelf changed, and only then.
        """
        async with self._changing() as connection:
            known = await _described(connection, items)
            shelved = await _shelve(connection, items, known)
            redirected = await _redirect(connection, gone)
            if announcement is not None:
                await announce(connection, _with_new_bytes(items, known), announcement)
            await end_topics(connection, gone, announcement)
            await clear_feeds(connection, done)
            await keep_pages(connection, pages)
            if shelved or redirected:
                return await raise_generation(connection)
            return await _generation(connection)

    async def shelf(self) -> Shelf:
        """All that is published, as of one moment."""
        async with self._reading() as connection:
            return await _read_shelf(connection, select(shelf))

    async def shelf_index(self) -> Shelf:
        """All that is published, without its bytes."""
        columns = [column for column in shelf.columns if column.name not in _BYTES]
        async with self._reading() as connection:
            return await _read_shelf(connection, select(*columns))

    async def on_shelf(self, paths: Collection[str]) -> frozenset[str]:
        """Which of these paths are on the shelf."""
        found: set[str] = set()
        async with self._reading() as connection:
            for some in portions(paths):
                rows = await connection.execute(select(shelf.c.path).where(shelf.c.path.in_(some)))
                found.update(rows.scalars())
        return frozenset(found)

    async def shelf_items(self, paths: Collection[str]) -> tuple[ShelfItem, ...]:
        """Some of what is published, with its bytes."""
        found: list[ShelfItem] = []
        async with self._reading() as connection:
            for some in portions(paths):
                rows = await connection.execute(select(shelf).where(shelf.c.path.in_(some)))
                found += map(read_item, rows.mappings())
            return await join_deltas(connection, found)

    async def versions(self, paths: Collection[str]) -> Mapping[str, tuple[Version, ...]]:
        """The known versions of feeds by path; see `Store.versions`."""
        async with self._reading() as connection:
            return await read_versions(connection, paths)

    async def shelf_generation(self) -> int:
        """The newest generation: one row by its key."""
        async with self._reading() as connection:
            return await _generation(connection)


async def _read_shelf(connection: AsyncConnection, query: Select[Any]) -> Shelf:
    rows = (await connection.execute(query)).mappings().all()
    items: dict[str, ShelfItem] = {}
    for start in range(0, len(rows), _BREATH):
        items |= {row["path"]: read_item(row) for row in rows[start : start + _BREATH]}
        await asyncio.sleep(0)  # a large shelf is many milliseconds, and readers wait meanwhile
    redirects = await connection.execute(select(redirect))
    return Shelf(
        items=MappingProxyType(items),
        redirects=MappingProxyType(
            {row.path: Redirect(path=row.path, location=row.location) for row in redirects}
        ),
        generation=await _generation(connection),
    )


async def raise_generation(connection: AsyncConnection) -> int:
    """Tell who serves the shelf that something of it is another; within a changing transaction."""
    generation = await _generation(connection) + 1
    await remember(connection, _GENERATION, str(generation))
    return generation


async def _generation(connection: AsyncConnection) -> int:
    return int(await recall(connection, _GENERATION) or 0)


async def _described(
    connection: AsyncConnection, items: Sequence[ShelfItem]
) -> dict[str, tuple[object, ...]]:
    """What the shelf says of the items' paths, as `_description` says it."""
    described: dict[str, tuple[object, ...]] = {}
    for paths in portions(item.path for item in items):
        columns = (shelf.c.path, *(shelf.c[name] for name in _DESCRIBED))
        rows = await connection.execute(select(*columns).where(shelf.c.path.in_(paths)))
        described |= {path: tuple(rest) for path, *rest in rows}
    return described


def _with_new_bytes(
    items: Sequence[ShelfItem], known: Mapping[str, tuple[object, ...]]
) -> list[str]:
    """The paths that are news to a subscriber: other header fields alone are none."""
    at = _DESCRIBED.index("etag")
    tags = {path: description[at] for path, description in known.items()}
    return [item.path for item in items if tags.get(item.path) != item.etag]


async def _shelve(
    connection: AsyncConnection,
    items: Sequence[ShelfItem],
    known: Mapping[str, tuple[object, ...]],
) -> bool:
    """Write items that differ. A path that was gone lives again."""
    fresh = [item for item in items if known.get(item.path) != _description(item)]
    rows_of_fresh = [shelf_row(item) for item in fresh]
    update = [column.name for column in shelf.columns if column.name != "path"]
    await upsert(connection, shelf, rows_of_fresh, key=["path"], update=update)
    await keep_deltas(connection, fresh)
    for paths in portions(item.path for item in fresh):
        await connection.execute(delete(redirect).where(redirect.c.path.in_(paths)))
    return bool(fresh)


def _description(item: ShelfItem) -> tuple[object, ...]:
    links, mining = dump(item.links), mining_text(item)
    return item.media_type, item.language, item.etag, links, mining, item.max_age


async def _redirect(connection: AsyncConnection, gone: Collection[Redirect]) -> bool:
    """Take items off the shelf and note where they went; what is noted already is no change."""
    known: dict[str, str | None] = {}
    for paths in portions(one.path for one in gone):
        rows = await connection.execute(select(redirect).where(redirect.c.path.in_(paths)))
        known |= {row.path: row.location for row in rows}
        await connection.execute(delete(shelf).where(shelf.c.path.in_(paths)))
        await drop_deltas(connection, paths)
    fresh = [one for one in gone if one.path not in known or known[one.path] != one.location]
    rows_of_fresh = [{"path": one.path, "location": one.location} for one in fresh]
    await upsert(connection, redirect, rows_of_fresh, key=["path"], update=["location"])
    return bool(fresh)
