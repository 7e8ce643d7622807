"""What operators must be told, small texts, and counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Table, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Notice, Status
from swifeeds.store.sql.database import Database, upsert
from swifeeds.store.sql.schema import (
    article,
    held_revision,
    mark,
    membership,
    meta,
    notice,
    shelf,
    sighting,
    stale,
    story,
)

_COUNTED: Mapping[str, Table] = {
    "articles": article,
    "sightings": sighting,
    "stories": story,
    "memberships": membership,
    "marked": mark,
    "stale": stale,
    "shelf": shelf,
}


class Notices:
    """The outbox of what must be told, and what `status` shows."""

    _db: Database

    async def tell(self, notices: Sequence[Notice]) -> None:
        """See `Store.tell`."""
        async with self._db.write() as connection:
            await keep_notices(connection, notices)

    async def settle(self, kind: str, subject: str) -> None:
        """See `Store.settle`."""
        async with self._db.write() as connection:
            await connection.execute(
                update(notice)
                .where(notice.c.is_open, notice.c.kind == kind, notice.c.subject == subject)
                .values(is_open=False)
            )

    async def notices(self) -> tuple[Notice, ...]:
        """See `Store.notices`."""
        query = select(notice).where(notice.c.is_open).order_by(notice.c.row)
        async with self._db.read() as connection:
            return tuple(_notice(row) for row in await connection.execute(query))

    async def undelivered(self, limit: int) -> tuple[tuple[int, Notice], ...]:
        """See `Store.undelivered`."""
        query = select(notice).where(notice.c.delivered.is_(None)).order_by(notice.c.row)
        async with self._db.read() as connection:
            rows = await connection.execute(query.limit(limit))
            return tuple((row.row, _notice(row)) for row in rows)

    async def delivered(self, rows: Collection[int], now: datetime) -> None:
        """See `Store.delivered`."""
        async with self._db.write() as connection:
            await connection.execute(
                update(notice).where(notice.c.row.in_(rows)).values(delivered=now)
            )

    async def remember(self, key: str, value: str) -> None:
        """See `Store.remember`."""
        async with self._db.write() as connection:
            await connection.execute(
                upsert(connection, meta)
                .values(key=f"text:{key}", value=value)
                .on_conflict_do_update(index_elements=["key"], set_={"value": value})
            )

    async def recall(self, key: str) -> str | None:
        """See `Store.recall`."""
        query = select(meta.c.value).where(meta.c.key == f"text:{key}")
        async with self._db.read() as connection:
            return (await connection.execute(query)).scalar_one_or_none()

    async def counts(self) -> Mapping[str, int]:
        """See `Store.counts`."""
        async with self._db.read() as connection:
            found = {
                name: (
                    await connection.execute(select(func.count()).select_from(table))
                ).scalar_one()
                for name, table in _COUNTED.items()
            }
            by_status = select(article.c.status, func.count()).group_by(article.c.status)
            statuses = {row[0]: row[1] for row in await connection.execute(by_status)}
            put_aside = select(func.count()).select_from(held_revision)
            held = (await connection.execute(put_aside)).scalar_one()
        found["held"] = statuses.get(Status.HELD.value, 0) + held
        found["withdrawn"] = statuses.get(Status.WITHDRAWN.value, 0)
        return found


async def keep_notices(connection: AsyncConnection, notices: Sequence[Notice]) -> None:
    """Open notices, or give an open one its newest message. Only what is new goes to the webhook:
    a source that fails all night is told once."""
    for one in notices:
        renewed = await connection.execute(
            update(notice)
            .where(notice.c.is_open, notice.c.kind == one.kind, notice.c.subject == one.subject)
            .values(message=one.message)
        )
        if not renewed.rowcount:
            await connection.execute(
                insert(notice).values(
                    kind=one.kind,
                    subject=one.subject,
                    message=one.message,
                    at=one.at,
                    is_open=True,
                )
            )


def _notice(row: Any) -> Notice:
    return Notice(
        kind=row.kind,
        subject=row.subject,
        message=row.message,
        at=row.at,
    )
