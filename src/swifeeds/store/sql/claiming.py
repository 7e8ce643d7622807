"""Taking sources that are to be polled, and what their polls must know, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, and_, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from swifeeds.model import Lease, SourceId, SourceState
from swifeeds.store.sql.columns import Moment
from swifeeds.store.sql.pushes import read_pushes
from swifeeds.store.sql.rows import REMEMBERED
from swifeeds.store.sql.schema import push, source
from swifeeds.store.sql.statements import among
from swifeeds.store.sql.validators import read_validators

_NOW = bindparam("moment", type_=Moment())
_DUE = and_(source.c.next_at <= _NOW, source.c.paused.is_(False))
_FREE = or_(source.c.lease_until.is_(None), source.c.lease_until <= _NOW)


def _first(limit: str, *wanted: ColumnElement[bool]) -> Select[tuple[str]]:
    """The longest overdue of the free ones that are wanted.

    Of those that are due at the same moment any will do: an order among them would have all of
    them sorted, and after a start with many new sources these are all.
    """
    return (
        select(source.c.id)
        .where(source.c.active, _FREE, *wanted)
        .order_by(source.c.next_at)
        .limit(bindparam(limit, type_=Integer()))
        .with_for_update(skip_locked=True)
    )


def _take(*chosen: Select[tuple[str]]) -> ReturningUpdate[Any]:
    """The statement that takes what is chosen and tells what is remembered of it."""
    is_pushed = select(push.c.source_id).where(push.c.source_id == source.c.id).exists()
    return (
        update(source)
        .where(or_(*(source.c.id.in_(some) for some in chosen)))
        .values(
            owner=bindparam("taker"),
            lease_until=bindparam("leased_until", type_=Moment()),
            fence=source.c.fence + 1,
        )
        .returning(
            source.c.id,
            source.c.fence,
            is_pushed.label("is_pushed"),
            *(source.c[name] for name in REMEMBERED),
        )
    )


# Made once: to make one costs more than to run it, and a busy service claims many times a second.
_TAKE_NAMED = _take(_first("most", among(source.c.id, "named")))
_TAKE_DUE = _take(_first("most", _DUE))
_TAKE_IN_LANES = _take(
    _first("most", _DUE, source.c.slow.is_(False)),
    _first("most_slow", _DUE, source.c.slow.is_(True)),
)


async def take(
    connection: AsyncConnection,
    *,
    owner: str,
    now: datetime,
    until: datetime,
    limit: int,
    slow: int | None,
    only: Collection[SourceId] | None,
    addresses: Mapping[SourceId, str] | None,
) -> list[Lease]:
    """Take sources, in no order; see `Store.claim`.

    One statement chooses and takes, so that no two claimers get the same source: PostgreSQL passes
    over rows that another one is taking, SQLite lets one claimer in at a time.
    """
    given: dict[str, Any] = {"taker": owner, "moment": now, "leased_until": until, "most": limit}
    if only is not None:
        statement = _TAKE_NAMED
        given["named"] = only
    elif slow is not None:
        statement = _TAKE_IN_LANES
        given["most_slow"] = slow
    else:
        statement = _TAKE_DUE
    rows = (await connection.execute(statement, given)).all()
    memories = await _memories(connection, rows, addresses)
    return [
        Lease(
            source_id=source_id,
            owner=owner,
            fence=fence,
            until=until,
            state=SourceState(source_id=source_id, **dict(zip(REMEMBERED, rest, strict=True))),
            **memories,
        )
        for source_id, fence, _, *rest in rows
    ]


async def _memories(
    connection: AsyncConnection,
    rows: Sequence[Row[Any]],
    addresses: Mapping[SourceId, str] | None,
) -> dict[str, Any]:
    """What the leases of all of them hold of addresses and subscriptions."""
    if addresses is None:
        return {}
    known = await read_validators(
        connection, [addresses[row.id] for row in rows if row.id in addresses]
    )
    pushes = await read_pushes(connection, [row.id for row in rows if row.is_pushed])
    return {"known": known, "pushes": pushes}
