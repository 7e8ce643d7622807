"""Taking sources that are to be polled, and what their polls must know, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Crowd, Lease, SourceId, SourceState
from swifeeds.store.sql.pushes import read_pushes
from swifeeds.store.sql.rows import REMEMBERED
from swifeeds.store.sql.taking import Given, Taken, take_due, take_named
from swifeeds.store.sql.validators import read_validators


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
    crowds: Sequence[Crowd],
) -> list[Lease]:
    """Take sources, in no order; see `Store.claim`."""
    given: Given = {"taker": owner, "moment": now, "leased_until": until, "most": limit}
    if only is not None:
        rows = await take_named(connection, given, only)
    else:
        rows = await take_due(connection, given, slow, crowds)
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
    rows: Sequence[Taken],
    addresses: Mapping[SourceId, str] | None,
) -> dict[str, Any]:
    """What the leases of all of them hold of addresses and subscriptions."""
    if addresses is None:
        return {}
    known = await read_validators(
        connection, [addresses[row[0]] for row in rows if row[0] in addresses]
    )
    pushes = await read_pushes(connection, [row[0] for row in rows if row[2]])
    return {"known": known, "pushes": pushes}
