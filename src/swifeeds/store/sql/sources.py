"""Sources: what is remembered of their polls, and who may poll them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update

from swifeeds.errors import LeaseLost
from swifeeds.model import Lease, Source, SourceId, SourceState, StoryRule
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.marks import mark_articles_of
from swifeeds.store.sql.registration import register_rules, register_sources
from swifeeds.store.sql.rows import read_state, state_row
from swifeeds.store.sql.schema import source, validator

_GIVEN_BACK = {"owner": None, "lease_until": None}


class Sources(Connected):
    """Rows of sources and their leases."""

    async def register(
        self,
        sources: Sequence[Source],
        rules: Sequence[StoryRule],
        now: datetime,
        *,
        appearance: str = "",
        reworded: Collection[SourceId] = (),
    ) -> None:
        """Make rows for what the configuration names; see `Store.register`.

        Args:
            sources: all that are named.
            rules: the stories that are stated.
            now: when new sources are due.
            appearance: a digest of what feeds are worded and rendered with; another one than last
                time marks every article, like other rules do.
            reworded: the sources whose articles read differently since.
        """
        async with self._changing() as connection:
            await register_sources(connection, sources, now)
            await register_rules(connection, rules, appearance, now)
            await mark_articles_of(connection, reworded)

    async def source_states(self) -> Mapping[SourceId, SourceState]:
        """The state of every source that was ever registered."""
        async with self._reading() as connection:
            rows = (await connection.execute(select(source))).mappings()
            return {row["id"]: read_state(row) for row in rows}

    async def claim(
        self,
        *,
        owner: str,
        now: datetime,
        until: datetime,
        limit: int,
        only: Collection[SourceId] | None = None,
    ) -> tuple[Lease, ...]:
        """Take sources, longest overdue first; see `Store.claim`.

        One statement chooses and takes, so that no two claimers get the same source: PostgreSQL
        passes over rows that another one is taking, SQLite lets one claimer in at a time.
        """
        wanted = _due(now) if only is None else source.c.id.in_(only)
        chosen = (
            select(source.c.id)
            .where(source.c.active, wanted, _free(now))
            .order_by(source.c.next_at, source.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        take = (
            update(source)
            .where(source.c.id.in_(chosen))
            .values(owner=owner, lease_until=until, fence=source.c.fence + 1)
            .returning(source.c.id, source.c.fence, source.c.next_at)
        )
        async with self._writing() as connection:
            rows = (await connection.execute(take)).all()
        return tuple(
            Lease(source_id=row.id, owner=owner, fence=row.fence, until=until)
            for row in sorted(rows, key=lambda row: (row.next_at or now, row.id))
        )

    async def renew(self, lease: Lease, until: datetime) -> Lease:
        """Prolong a lease; see `Store.renew`."""
        await self._write_leased(lease, {"lease_until": until})
        return replace(lease, until=until)

    async def complete(self, lease: Lease, state: SourceState) -> None:
        """Write the poll's outcome and give the lease back; see `Store.complete`."""
        await self._write_leased(lease, state_row(state) | _GIVEN_BACK)

    async def release(self, lease: Lease) -> None:
        """Give a lease back; see `Store.release`."""
        async with self._writing() as connection:
            await connection.execute(update(source).where(owned(lease)).values(_GIVEN_BACK))

    async def set_paused(self, source_id: SourceId, *, paused: bool) -> bool:
        """Pause or resume polling; see `Store.set_paused`."""
        return await self._write_source(source_id, {"paused": paused})

    async def reset_source(self, source_id: SourceId, now: datetime) -> bool:
        """Forget failures and validators; see `Store.reset_source`."""
        fresh = {"failures": 0, "reason": None, "next_at": now, "silent_told": False}
        async with self._writing() as connection:
            await connection.execute(delete(validator).where(validator.c.source_id == source_id))
            done = await connection.execute(
                update(source).where(source.c.id == source_id).values(fresh)
            )
            return done.rowcount > 0

    async def _write_source(self, source_id: SourceId, values: Mapping[str, object]) -> bool:
        async with self._writing() as connection:
            done = await connection.execute(
                update(source).where(source.c.id == source_id).values(dict(values))
            )
            return done.rowcount > 0

    async def _write_leased(self, lease: Lease, values: Mapping[str, object]) -> None:
        async with self._writing() as connection:
            done = await connection.execute(update(source).where(owned(lease)).values(dict(values)))
            if done.rowcount != 1:
                raise lease_lost(lease)


def owned(lease: Lease) -> ColumnElement[bool]:
    """True for the source's row while the lease is the last one taken and not given back."""
    return and_(
        source.c.id == lease.source_id,
        source.c.owner == lease.owner,
        source.c.fence == lease.fence,
    )


def lease_lost(lease: Lease) -> LeaseLost:
    """What a worker is told that was overtaken."""
    return LeaseLost(
        f"source {lease.source_id}: another worker took it over after {lease.until:%H:%M:%S} UTC;"
        " nothing of this batch was written, the other one goes on"
    )


def _due(now: datetime) -> ColumnElement[bool]:
    return and_(source.c.next_at <= now, source.c.paused.is_(False))


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(source.c.lease_until.is_(None), source.c.lease_until <= now)
