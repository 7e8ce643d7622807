"""What an operator must be told, until it is over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Notice
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.rows import read_notice
from swifeeds.store.sql.schema import notice
from swifeeds.store.sql.statements import portions, upsert


class Notices(Connected):
    """Open notices: the list for `status` and the outbox of the webhook in one."""

    async def tell(self, notices: Sequence[Notice]) -> None:
        """Keep notices; see `Store.tell`. `at` stays the time when the matter began."""
        async with self._writing() as connection:
            await tell(connection, notices)

    async def settle(self, kind: str, subject: str) -> None:
        """The matter is over. The webhook is not told of what ended before it could be."""
        async with self._writing() as connection:
            await connection.execute(
                delete(notice).where(notice.c.kind == kind, notice.c.subject == subject)
            )

    async def notices(self) -> tuple[Notice, ...]:
        """Open notices, oldest first."""
        async with self._reading() as connection:
            rows = await connection.execute(select(notice).order_by(notice.c.at, notice.c.id))
            return tuple(map(read_notice, rows.mappings()))

    async def undelivered(self, limit: int) -> tuple[tuple[int, Notice], ...]:
        """Open notices that the webhook has not had, oldest first, with their row numbers."""
        async with self._reading() as connection:
            rows = await connection.execute(
                select(notice)
                .where(notice.c.delivered_at.is_(None))
                .order_by(notice.c.at, notice.c.id)
                .limit(limit)
            )
            return tuple((row["id"], read_notice(row)) for row in rows.mappings())

    async def delivered(self, rows: Collection[int], now: datetime) -> None:
        """The webhook took these."""
        async with self._writing() as connection:
            for some in portions(rows):
                await connection.execute(
                    update(notice).where(notice.c.id.in_(some)).values(delivered_at=now)
                )


async def tell(connection: AsyncConnection, notices: Sequence[Notice]) -> None:
    """Keep notices within a transaction; the newest message of a matter wins."""
    latest = {(one.kind, one.subject): one for one in notices}
    rows = [
        {"kind": one.kind, "subject": one.subject, "message": one.message, "at": one.at}
        for one in latest.values()
    ]
    await upsert(connection, notice, rows, key=["kind", "subject"], update=["message"])
