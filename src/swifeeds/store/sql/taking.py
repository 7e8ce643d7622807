"""Choosing sources and taking them, so that no two claimers get the same one.

One statement does both: PostgreSQL passes over rows that another one is taking, SQLite lets one
claimer in at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from swifeeds.model import Crowd, SourceId
from swifeeds.store.sql.columns import Moment
from swifeeds.store.sql.completing import GIVEN_BACK
from swifeeds.store.sql.rows import REMEMBERED
from swifeeds.store.sql.schema import push, source
from swifeeds.store.sql.statements import among

Given: TypeAlias = dict[str, Any]
"""Who takes, until when, and how many."""

Taken: TypeAlias = Sequence[Any]
"""A row of a source: its id, its fence, whether a hub tells of it, and what is remembered of it."""

_SLOW = 3 + REMEMBERED.index("slow")
_due_since = itemgetter(3 + REMEMBERED.index("next_at"))

_NOW = bindparam("moment", type_=Moment())
_DUE = and_(
    source.c.next_at <= _NOW, source.c.paused.is_(False), not_(among(source.c.id, "without"))
)
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


_LEAVE = update(source).where(among(source.c.id, "left")).values(GIVEN_BACK)


async def take_named(
    connection: AsyncConnection, given: Given, only: Collection[SourceId]
) -> Sequence[Taken]:
    """Take these, due or not."""
    return await _run(connection, _TAKE_NAMED, given | {"named": only})


async def take_due(
    connection: AsyncConnection, given: Given, slow: int | None, crowds: Sequence[Crowd]
) -> Sequence[Taken]:
    """Take what is due until there is enough of it, and leave what its host has no room for.

    A host without room is passed over from the next round on, so that there is a last one.
    """
    statement = _TAKE_DUE if slow is None else _TAKE_IN_LANES
    given = given if slow is None else given | {"most_slow": slow}
    taken = list[Taken]()
    while True:
        full = [one for crowd in crowds if crowd.room <= 0 for one in crowd.members]
        rows = await _run(connection, statement, given | {"without": full})
        kept, crowds = _fitting(rows, crowds)
        taken += kept
        if len(kept) == len(rows):
            return taken
        left = {row[0] for row in rows} - {row[0] for row in kept}
        await connection.execute(_LEAVE, {"left": left})
        given = _reduced(given, kept)


async def _run(
    connection: AsyncConnection, statement: ReturningUpdate[Any], given: Given
) -> Sequence[Taken]:
    rows: Sequence[Taken] = (await connection.execute(statement, given)).all()
    return rows


def _fitting(
    rows: Sequence[Taken], crowds: Sequence[Crowd]
) -> tuple[Sequence[Taken], Sequence[Crowd]]:
    """Those that their hosts have room for, longest overdue first, and the room that is left."""
    if not crowds:
        return rows, crowds
    room = [crowd.room for crowd in crowds]
    kept = list[Taken]()
    for row in sorted(rows, key=_due_since):
        at = next((at for at, one in enumerate(crowds) if row[0] in one.members), None)
        if at is None:
            kept.append(row)
        elif room[at] > 0:
            room[at] -= 1
            kept.append(row)
    return kept, [replace(one, room=left) for one, left in zip(crowds, room, strict=True)]


def _reduced(given: Given, kept: Sequence[Taken]) -> Given:
    """The numbers that are still missing."""
    if "most_slow" not in given:
        return given | {"most": given["most"] - len(kept)}
    slow = sum(row[_SLOW] for row in kept)
    others = len(kept) - slow
    return given | {"most": given["most"] - others, "most_slow": given["most_slow"] - slow}
