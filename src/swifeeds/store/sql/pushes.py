"""Our subscriptions at the hubs of sources, and what they brought."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Push, Pushed, SourceId
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.schema import push, pushed
from swifeeds.store.sql.statements import portions


class Pushes(Connected):
    """The subscriber's side of WebSub."""

    async def pushes(self, only: Collection[SourceId] | None = None) -> Mapping[SourceId, Push]:
        """All of them by source, or those of some."""
        async with self._reading() as connection:
            return await read_pushes(connection, only)

    async def begin_push(self, one: Push) -> None:
        """Subscribe a source anew; see `Store.begin_push`."""
        async with self._changing() as connection:
            for table in (pushed, push):
                await connection.execute(delete(table).where(table.c.source_id == one.source_id))
            names = (column.name for column in push.c)
            await connection.execute(insert(push), [{n: getattr(one, n) for n in names}])

    async def end_push(self, source_id: SourceId) -> None:
        """Forget it, and what was pushed."""
        async with self._changing() as connection:
            for table in (pushed, push):
                await connection.execute(delete(table).where(table.c.source_id == source_id))

    async def due_pushes(self, now: datetime, *, limit: int) -> tuple[Push, ...]:
        """Those whose hub is to be asked; see `Store.due_pushes`."""
        due = select(push).where(push.c.next_at <= now).order_by(push.c.next_at).limit(limit)
        async with self._reading() as connection:
            rows = await connection.execute(due)
            return tuple(Push(**row) for row in rows.mappings())

    async def ask_push(self, one: Push, now: datetime, next_at: datetime) -> bool:
        """Note that its hub is asked; see `Store.ask_push`."""
        return await self._changed(
            one.token,
            {"asked_at": now, "next_at": next_at, "failures": one.failures + 1},
            push.c.next_at == one.next_at,
        )

    async def push_at(self, token: str) -> Push | None:
        """The subscription with this callback."""
        async with self._reading() as connection:
            rows = await connection.execute(select(push).where(push.c.token == token))
            row: RowMapping | None = rows.mappings().first()
            return None if row is None else Push(**row)

    async def grant_push(self, token: str, *, until: datetime, next_at: datetime) -> None:
        """The hub granted a lease; see `Store.grant_push`."""
        await self._changed(token, {"until": until, "next_at": next_at, "failures": 0})

    async def refuse_push(self, token: str, *, next_at: datetime) -> None:
        """The hub ended it; see `Store.refuse_push`."""
        await self._changed(token, {"until": None, "asked_at": None, "next_at": next_at})

    async def keep_pushed(self, one: Pushed, *, most: int) -> bool:
        """Keep a body until it is read; see `Store.keep_pushed`."""
        async with self._changing() as connection:
            mine = pushed.c.source_id == one.source_id
            waiting = await connection.execute(select(func.count()).select_from(pushed).where(mine))
            known = await connection.execute(
                select(push.c.token).where(push.c.source_id == one.source_id)
            )
            if waiting.scalar_one() >= most or known.first() is None:
                return False
            names = (column.name for column in pushed.c if column.name != "number")
            await connection.execute(insert(pushed), [{n: getattr(one, n) for n in names}])
            return True

    async def take_pushed(self, *, limit: int) -> tuple[Pushed, ...]:
        """The oldest of each source; see `Store.take_pushed`."""
        oldest = select(func.min(pushed.c.number)).group_by(pushed.c.source_id)
        some = (
            select(pushed).where(pushed.c.number.in_(oldest)).order_by(pushed.c.number).limit(limit)
        )
        async with self._reading() as connection:
            rows = await connection.execute(some)
            return tuple(Pushed(**row) for row in rows.mappings())

    async def drop_pushed(self, one: Pushed) -> None:
        """It was read, or cannot be."""
        async with self._changing() as connection:
            await connection.execute(delete(pushed).where(pushed.c.number == one.number))

    async def note_pushed(self, source_id: SourceId, now: datetime) -> None:
        """Something came by push; see `Store.note_pushed`."""
        async with self._changing() as connection:
            await connection.execute(
                update(push)
                .where(push.c.source_id == source_id)
                .values(pushed_at=now, missed_since=None)
            )

    async def note_missed(self, source_id: SourceId, now: datetime) -> None:
        """A poll found what was not pushed; see `Store.note_missed`."""
        async with self._changing() as connection:
            await connection.execute(
                update(push)
                .where(push.c.source_id == source_id, push.c.missed_since.is_(None))
                .values(missed_since=now)
            )

    async def _changed(self, token: str, values: dict[str, Any], *where: Any) -> bool:
        async with self._changing() as connection:
            done = await connection.execute(
                update(push).where(push.c.token == token, *where).values(**values)
            )
            return done.rowcount > 0


async def read_pushes(
    connection: AsyncConnection, only: Collection[SourceId] | None = None
) -> dict[SourceId, Push]:
    """All of them by source, or those of some."""
    found: dict[SourceId, Push] = {}
    for some in (None,) if only is None else portions(only):
        asked = select(push) if some is None else select(push).where(push.c.source_id.in_(some))
        rows = (await connection.execute(asked)).mappings()
        found |= {SourceId(row["source_id"]): Push(**row) for row in rows}
    return found
