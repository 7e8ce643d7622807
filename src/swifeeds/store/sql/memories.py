"""Small texts under a key: what the service remembers, and what the store itself does."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.schema import memory
from swifeeds.store.sql.statements import upsert


class Memories(Connected):
    """Texts for the other rooms; the store's own keys begin with `store:`."""

    async def remember(self, key: str, value: str) -> None:
        """Keep a text; see `Store.remember`."""
        async with self._writing() as connection:
            await remember(connection, key, value)

    async def recall(self, key: str) -> str | None:
        """The text kept under a key; see `Store.recall`."""
        async with self._reading() as connection:
            return await recall(connection, key)


async def remember(connection: AsyncConnection, key: str, value: str) -> None:
    """Keep a text within a transaction."""
    await upsert(connection, memory, [{"key": key, "value": value}], key=["key"], update=["value"])


async def recall(connection: AsyncConnection, key: str) -> str | None:
    """Read a text within a transaction."""
    found = await connection.execute(select(memory.c.value).where(memory.c.key == key))
    value: str | None = found.scalar_one_or_none()
    return value
