"""Rows of the outbox as errands, and back; and the errands that a publication leaves."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import RowMapping, delete, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Announcement, Errand, ErrandKind, HubMode, Redirect
from swifeeds.store.sql.columns import Choice, Moment, Words
from swifeeds.store.sql.schema import outbox, subscription
from swifeeds.store.sql.statements import Upsert, insert_into, portions

_UNIQUE = ("kind", "topic", "target_key")
_SECOND = timedelta(seconds=1)


def host_of(address: str) -> str:
    """Who is asked: what limits are counted by."""
    return urlsplit(address).hostname or ""


def errand_row(errand: Errand) -> dict[str, object]:
    """The columns of a new errand, due when it is wanted."""
    return {
        "kind": errand.kind,
        "topic": errand.topic,
        "target_key": errand.target,
        "target": errand.target,
        "host": host_of(errand.target),
        "mode": errand.mode,
        "lease": None if errand.lease is None else errand.lease // _SECOND,
        "secret": errand.secret,
        "etag": errand.etag,
        "reason": errand.reason,
        "since": errand.since,
        "next_at": errand.since,
        "failures": errand.failures,
        "version": 0,
    }


def read_errand(row: RowMapping) -> Errand:
    """An errand as it waits."""
    return Errand(
        kind=row["kind"],
        topic=row["topic"],
        target=row["target"],
        since=row["since"],
        mode=row["mode"],
        lease=None if row["lease"] is None else row["lease"] * _SECOND,
        secret=row["secret"],
        etag=row["etag"],
        reason=row["reason"],
        failures=row["failures"],
        number=row["number"],
        version=row["version"],
    )


def renewing(statement: Upsert, *also: str) -> Upsert:
    """The insert, which renews an errand that waits already instead of adding a second one.

    Args:
        statement: an insert of errands.
        also: columns that the newer errand overrides.
    """
    values: dict[str, Any] = {name: statement.excluded[name] for name in also}
    return statement.on_conflict_do_update(
        index_elements=list(_UNIQUE), set_={**values, "version": outbox.c.version + 1}
    )


async def announce(
    connection: AsyncConnection, changed: Collection[str], announcement: Announcement
) -> None:
    """Errands for the topics among the paths whose bytes changed."""
    topics = [path for path in changed if path in announcement.topics]
    for hub in announcement.hubs:
        await _ping(connection, topics, hub, announcement.at)
    if announcement.own:
        for some in portions(topics):
            await _deliver(connection, some, announcement.at)


async def end_topics(
    connection: AsyncConnection, gone: Collection[Redirect], announcement: Announcement | None
) -> None:
    """Subscriptions to what is gone or moved end; our own hub tells their subscribers why."""
    for one in gone:
        if announcement and announcement.own:
            reason = f"it has moved to {one.location}" if one.location else "it is no more"
            await _deny(connection, one.path, reason, announcement.at)
        await connection.execute(delete(subscription).where(subscription.c.topic == one.path))
        deliveries = (outbox.c.kind == ErrandKind.DELIVER, outbox.c.topic == one.path)
        await connection.execute(delete(outbox).where(*deliveries))


async def _ping(
    connection: AsyncConnection, topics: Collection[str], hub: str, at: datetime
) -> None:
    """A hub that is down is not asked more often because there is more to tell it."""
    waiting = (outbox.c.kind == ErrandKind.PING, outbox.c.target_key == hub)
    found = await connection.execute(
        select(func.max(outbox.c.failures), func.max(outbox.c.next_at)).where(*waiting)
    )
    failures, next_at = found.one()
    rows = [
        errand_row(Errand(kind=ErrandKind.PING, topic=topic, target=hub, since=at))
        | ({"failures": failures, "next_at": max(next_at, at)} if failures else {})
        for topic in topics
    ]
    if rows:
        await connection.execute(renewing(insert_into(connection, outbox)), rows)


async def _deliver(connection: AsyncConnection, topics: Collection[str], at: datetime) -> None:
    await _from_subscriptions(
        connection,
        {"kind": literal(ErrandKind.DELIVER, Choice(ErrandKind))},
        (subscription.c.topic.in_(topics), subscription.c.until > at),
        at,
    )


async def _deny(connection: AsyncConnection, topic: str, reason: str, at: datetime) -> None:
    columns = {
        "kind": literal(ErrandKind.VERIFY, Choice(ErrandKind)),
        "mode": literal(HubMode.DENIED, Choice(HubMode)),
        "reason": literal(reason, Words()),
    }
    await _from_subscriptions(
        connection, columns, (subscription.c.topic == topic, subscription.c.until > at), at
    )


async def _from_subscriptions(
    connection: AsyncConnection, columns: dict[str, Any], which: tuple[Any, ...], at: datetime
) -> None:
    """An errand for each of some subscriptions, made inside the database: they may be many."""
    made = {
        **columns,
        "topic": subscription.c.topic,
        "target_key": subscription.c.callback_key,
        "target": subscription.c.callback,
        "host": subscription.c.host,
        "since": literal(at, Moment()),
        "next_at": literal(at, Moment()),
        "failures": literal(0),
        "version": literal(0),
    }
    rows = select(*(value.label(name) for name, value in made.items())).where(*which)
    statement = insert_into(connection, outbox).from_select(list(made), rows)
    also = [name for name in ("mode", "reason") if name in columns]
    await connection.execute(renewing(statement, *also))
