"""The shelf's brotli bytes, pressed when there is time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Encoding, ShelfItem
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.publishing import raise_generation
from swifeeds.store.sql.rows import read_item
from swifeeds.store.sql.schema import shelf

_MOST = 200
"""Items that one question looks at; their sizes say how many of them are taken."""


class Pressing(Connected):
    """What is left to press, and what came of it."""

    async def unpressed(self, before: datetime, *, room: int) -> tuple[ShelfItem, ...]:
        """Items that wait to be pressed; see `Store.unpressed`."""
        async with self._reading() as connection:
            paths = await _waiting(connection, before, room)
            rows = await connection.execute(select(shelf).where(shelf.c.path.in_(paths)))
            return tuple(map(read_item, rows.mappings()))

    async def keep_pressed(self, items: Sequence[ShelfItem]) -> int:
        """Put pressed bytes in place; see `Store.keep_pressed`."""
        async with self._changing() as connection:
            tried = [await _keep(connection, item) for item in items]
            if any(one and item.is_pressed for one, item in zip(tried, items, strict=True)):
                await raise_generation(connection)
            return sum(tried)


async def _keep(connection: AsyncConnection, item: ShelfItem) -> bool:
    values: dict[str, object] = {"press_tried": True}
    if item.is_pressed:
        values |= {"br": item.encodings[Encoding.BROTLI], "is_pressed": True}
    same = (shelf.c.path == item.path) & (shelf.c.etag == item.etag)
    return bool((await connection.execute(update(shelf).where(same).values(values))).rowcount)


async def _waiting(connection: AsyncConnection, before: datetime, room: int) -> list[str]:
    """Oldest first, as many as there is room for; one at least."""
    rows = await connection.execute(
        select(shelf.c.path, func.length(shelf.c.identity).label("size"))
        .where(shelf.c.press_tried.is_(False), shelf.c.br.is_not(None))
        .where(shelf.c.last_modified < before)
        .order_by(shelf.c.last_modified, shelf.c.path)
        .limit(_MOST)
    )
    taken: list[str] = []
    for row in rows:
        room -= row.size
        if taken and room < 0:
            break
        taken.append(row.path)
    return taken
