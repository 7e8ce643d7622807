"""Who is subscribed to what, and who asked to be."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Errand, ErrandKind, HubLimits, HubMode
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.outbox import finish
from swifeeds.store.sql.outbox_rows import errand_row, host_of, renewing
from swifeeds.store.sql.schema import outbox, shelf, subscription
from swifeeds.store.sql.statements import insert_into, upsert

_ASKED = ("mode", "lease", "secret", "etag", "reason", "since", "next_at", "failures")
"""What a newer request of the same subscriber overrides."""


class Subscriptions(Connected):
    """The built-in hub's side of the store."""

    async def ask_subscriber(self, errand: Errand, limits: HubLimits) -> bool:
        """Keep a request until its subscriber was asked; see `Store.ask_subscriber`."""
        async with self._writing() as connection:
            if await _is_crowded(connection, errand, limits):
                return False
            statement = insert_into(connection, outbox)
            await connection.execute(renewing(statement, *_ASKED), [errand_row(errand)])
            return True

    async def confirm(self, errand: Errand, now: datetime) -> None:
        """The subscriber said yes; see `Store.confirm`."""
        async with self._changing() as connection:
            if errand.mode is HubMode.UNSUBSCRIBE:
                await _end(connection, errand)
            elif errand.mode is HubMode.SUBSCRIBE:
                await _begin(connection, errand, now)
            await finish(connection, errand, now)

    async def end_subscription(self, errand: Errand) -> None:
        """The subscriber is gone; see `Store.end_subscription`."""
        async with self._changing() as connection:
            await _end(connection, errand)

    async def drop_expired(self, now: datetime) -> int:
        """Subscriptions whose lease is over; see `Store.drop_expired`."""
        over = subscription.c.until <= now
        async with self._reading() as connection:
            if (await connection.execute(select(subscription.c.topic).where(over))).first() is None:
                return 0
        async with self._changing() as connection:
            dropped = await connection.execute(delete(subscription).where(over))
            living = select(subscription.c.topic).where(
                subscription.c.topic == outbox.c.topic,
                subscription.c.callback_key == outbox.c.target_key,
            )
            orphans = (outbox.c.kind == ErrandKind.DELIVER, ~living.exists())
            await connection.execute(delete(outbox).where(*orphans))
            return dropped.rowcount


async def _is_crowded(connection: AsyncConnection, errand: Errand, limits: HubLimits) -> bool:
    """True when there is no room for the request. One that renews another takes none."""
    host = host_of(errand.target)
    asked = outbox.c.kind == ErrandKind.VERIFY
    waiting = await _count(connection, outbox, asked, _is_other(outbox, errand))
    of_host = await _count(
        connection, outbox, asked, _is_other(outbox, errand), outbox.c.host == host
    )
    if waiting >= limits.pending or of_host >= limits.pending_per_host:
        return True
    if errand.mode is not HubMode.SUBSCRIBE:
        return False
    other = _is_other(subscription, errand)
    every = await _count(connection, subscription, other)
    of_host = await _count(connection, subscription, other, subscription.c.host == host)
    return every >= limits.subscriptions or of_host >= limits.subscriptions_per_host


def _is_other(table: Any, errand: Errand) -> ColumnElement[bool]:
    key = table.c.target_key if table is outbox else table.c.callback_key
    return or_(table.c.topic != errand.topic, key != errand.target)


async def _count(connection: AsyncConnection, table: Any, *which: ColumnElement[bool]) -> int:
    found = await connection.execute(select(func.count()).select_from(table).where(*which))
    return int(found.scalar_one())


async def _begin(connection: AsyncConnection, errand: Errand, now: datetime) -> None:
    """Subscribe or renew; what was published since the request is delivered at once.

    A topic that went meanwhile has no subscribers any more.
    """
    found = await connection.execute(select(shelf.c.etag).where(shelf.c.path == errand.topic))
    etag = found.scalar_one_or_none()
    if etag is None or errand.lease is None:
        return
    row = {
        "topic": errand.topic,
        "callback_key": errand.target,
        "callback": errand.target,
        "host": host_of(errand.target),
        "secret": errand.secret,
        "since": now,
        "until": now + errand.lease,
    }
    key, update = ("topic", "callback_key"), ("secret", "until")
    await upsert(connection, subscription, [row], key=key, update=update)
    if etag != errand.etag:
        delivery = Errand(
            kind=ErrandKind.DELIVER, topic=errand.topic, target=errand.target, since=now
        )
        await connection.execute(renewing(insert_into(connection, outbox)), [errand_row(delivery)])


async def _end(connection: AsyncConnection, errand: Errand) -> None:
    """Drop the subscription and what it was still to get."""
    await connection.execute(
        delete(subscription).where(
            subscription.c.topic == errand.topic, subscription.c.callback_key == errand.target
        )
    )
    await connection.execute(
        delete(outbox).where(
            outbox.c.kind == ErrandKind.DELIVER,
            outbox.c.topic == errand.topic,
            outbox.c.target_key == errand.target,
        )
    )
