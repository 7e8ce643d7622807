"""Sources, their leases, and the named leases of singleton jobs."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Row, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import LeaseLost
from swifeeds.model import (
    Lease,
    Source,
    SourceId,
    SourceState,
    StoryRule,
    StoryState,
)
from swifeeds.store.sql.codec import to_json
from swifeeds.store.sql.database import Database, upsert
from swifeeds.store.sql.schema import article, hold, mark, meta, source, story, validator

_TERMS = "terms"


class Sources:
    """What the configuration names, and who is working on it."""

    _db: Database

    async def register(
        self,
        sources: Sequence[Source],
        rules: Sequence[StoryRule],
        now: datetime,
        *,
        appearance: str = "",
    ) -> None:
        """See `Store.register`."""
        async with self._db.write() as connection:
            await _register_sources(connection, sources, now)
            await _register_stories(connection, rules)
            if await _is_new(connection, f"{to_json(tuple(rules))}{appearance}"):
                ids = select(article.c.id)
                await connection.execute(insert(mark).from_select(["article_id"], ids))

    async def source_states(self) -> Mapping[SourceId, SourceState]:
        """See `Store.source_states`."""
        async with self._db.read() as connection:
            rows = await connection.execute(select(source))
            return {SourceId(row.id): _state(row) for row in rows}

    async def claim(
        self,
        *,
        owner: str,
        now: datetime,
        until: datetime,
        limit: int,
        only: Collection[SourceId] | None = None,
    ) -> tuple[Lease, ...]:
        """See `Store.claim`. One statement: SKIP LOCKED on PostgreSQL, BEGIN IMMEDIATE on SQLite."""
        is_free = or_(source.c.lease_until.is_(None), source.c.lease_until <= now)
        wanted = select(source.c.id).where(source.c.active, is_free)
        if only is None:
            wanted = wanted.where(source.c.next_at <= now, source.c.paused.is_(False))
        else:
            wanted = wanted.where(source.c.id.in_(only))
        wanted = wanted.order_by(source.c.next_at, source.c.id).limit(limit)
        statement = (
            update(source)
            .where(source.c.id.in_(wanted.with_for_update(skip_locked=True)))
            .values(lease_until=until, owner=owner, fence=source.c.fence + 1)
            .returning(source.c.id, source.c.fence)
        )
        async with self._db.write() as connection:
            rows = (await connection.execute(statement)).all()
        return tuple(
            Lease(source_id=SourceId(row.id), owner=owner, fence=row.fence, until=until)
            for row in sorted(rows)
        )

    async def renew(self, lease: Lease, until: datetime) -> Lease:
        """See `Store.renew`."""
        async with self._db.write() as connection:
            await check_fence(connection, lease)
            await connection.execute(
                update(source).where(source.c.id == lease.source_id).values(lease_until=until)
            )
        return Lease(source_id=lease.source_id, owner=lease.owner, fence=lease.fence, until=until)

    async def complete(self, lease: Lease, state: SourceState) -> None:
        """See `Store.complete`."""
        async with self._db.write() as connection:
            await check_fence(connection, lease)
            await connection.execute(
                update(source)
                .where(source.c.id == lease.source_id)
                .values(
                    next_at=state.next_at,
                    failures=state.failures,
                    reason=state.reason,
                    last_poll=state.last_poll,
                    last_success=state.last_success,
                    last_new=state.last_new,
                    lease_until=None,
                    owner=None,
                )
            )

    async def release(self, lease: Lease) -> None:
        """See `Store.release`."""
        async with self._db.write() as connection:
            await connection.execute(
                update(source)
                .where(source.c.id == lease.source_id, source.c.fence == lease.fence)
                .values(lease_until=None, owner=None)
            )

    async def set_paused(self, source_id: SourceId, *, paused: bool) -> bool:
        """See `Store.set_paused`."""
        return await self._set(source_id, paused=paused)

    async def reset_source(self, source_id: SourceId, now: datetime) -> bool:
        """See `Store.reset_source`."""
        async with self._db.write() as connection:
            await connection.execute(delete(validator).where(validator.c.source_id == source_id))
        return await self._set(source_id, failures=0, reason=None, next_at=now)

    async def _set(self, source_id: SourceId, **values: object) -> bool:
        async with self._db.write() as connection:
            done = await connection.execute(
                update(source).where(source.c.id == source_id).values(**values)
            )
            return bool(done.rowcount)

    async def hold(self, name: str, *, owner: str, now: datetime, until: datetime) -> bool:
        """See `Store.hold`."""
        async with self._db.write() as connection:
            statement = upsert(connection, hold).values(name=name, owner=owner, until=until)
            done = await connection.execute(
                statement.on_conflict_do_update(
                    index_elements=["name"],
                    set_={"owner": owner, "until": until},
                    where=or_(hold.c.owner == owner, hold.c.until <= now),
                ).returning(hold.c.name)
            )
            return done.first() is not None

    async def drop_hold(self, name: str, *, owner: str) -> None:
        """See `Store.drop_hold`."""
        async with self._db.write() as connection:
            await connection.execute(delete(hold).where(hold.c.name == name, hold.c.owner == owner))


async def check_fence(connection: AsyncConnection, lease: Lease) -> None:
    """In the transaction that writes: is the lease still ours? The row stays locked after it.

    Raises:
        LeaseLost: another worker has the source now; the caller's transaction rolls back.
    """
    found = await connection.execute(
        select(source.c.fence).where(source.c.id == lease.source_id).with_for_update()
    )
    if found.scalar_one_or_none() != lease.fence:
        raise LeaseLost(
            f"source {lease.source_id} was taken over by another process; its work was left out"
        )


async def _register_sources(
    connection: AsyncConnection, sources: Sequence[Source], now: datetime
) -> None:
    ids = [one.id for one in sources]
    await connection.execute(update(source).values(active=source.c.id.in_(ids)))
    for source_id in ids:
        await connection.execute(
            upsert(connection, source)
            .values(id=source_id, active=True, paused=False, next_at=now, failures=0, fence=0)
            .on_conflict_do_nothing()
        )


async def _register_stories(connection: AsyncConnection, rules: Sequence[StoryRule]) -> None:
    """Write what the file states; close what it stated before and states no more."""
    await connection.execute(
        update(story)
        .where(story.c.configured, story.c.id.not_in([rule.id for rule in rules]))
        .values(state=StoryState.CLOSED.value)
    )
    for rule in rules:
        values = {
            "slug": rule.slug,
            "state": StoryState.ACTIVE.value,
            "parent": rule.parent,
            "titles": to_json(rule.titles),
            "configured": True,
        }
        await connection.execute(
            upsert(connection, story)
            .values(id=rule.id, **values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )


async def _is_new(connection: AsyncConnection, terms: str) -> bool:
    """Remember what articles are grouped and shown by; True when it is not what it was."""
    digest = hashlib.sha256(terms.encode()).hexdigest()
    before = await connection.execute(select(meta.c.value).where(meta.c.key == _TERMS))
    if before.scalar_one_or_none() == digest:
        return False
    await connection.execute(
        upsert(connection, meta)
        .values(key=_TERMS, value=digest)
        .on_conflict_do_update(index_elements=["key"], set_={"value": digest})
    )
    return True


def _state(row: Row[tuple[object, ...]]) -> SourceState:
    return SourceState(
        source_id=SourceId(row.id),
        next_at=row.next_at,
        paused=row.paused,
        failures=row.failures,
        reason=row.reason,
        last_poll=row.last_poll,
        last_success=row.last_success,
        last_new=row.last_new,
    )
