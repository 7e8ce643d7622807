"""Sources: what is remembered of their polls, and who may poll them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, select, tuple_, update

from swifeeds.errors import LeaseLost
from swifeeds.model import Completion, Crowd, Lease, Source, SourceId, SourceState, StoryRule
from swifeeds.store.sql.claiming import take
from swifeeds.store.sql.completing import GIVEN_BACK, held_still, write_outcomes
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.marks import mark_articles_of
from swifeeds.store.sql.registration import register_rules, register_sources
from swifeeds.store.sql.rows import read_state, state_row
from swifeeds.store.sql.schema import source, validator
from swifeeds.store.sql.statements import portions


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

    async def source_states(
        self, only: Collection[SourceId] | None = None
    ) -> Mapping[SourceId, SourceState]:
        """The state of every source that was ever registered, or of some."""
        found: dict[SourceId, SourceState] = {}
        async with self._reading() as connection:
            for some in (None,) if only is None else portions(only):
                asked = (
                    select(source) if some is None else select(source).where(source.c.id.in_(some))
                )
                rows = (await connection.execute(asked)).mappings()
                found |= {row["id"]: read_state(row) for row in rows}
        return found

    async def claim(
        self,
        *,
        owner: str,
        now: datetime,
        until: datetime,
        limit: int,
        slow: int | None = None,
        only: Collection[SourceId] | None = None,
        addresses: Mapping[SourceId, str] | None = None,
        crowds: Sequence[Crowd] = (),
    ) -> tuple[Lease, ...]:
        """Take sources, longest overdue first; see `Store.claim`."""
        async with self._writing() as connection:
            leases = await take(
                connection,
                owner=owner,
                now=now,
                until=until,
                limit=limit,
                slow=slow,
                only=only,
                addresses=addresses,
                crowds=crowds,
            )
        return tuple(sorted(leases, key=lambda one: (_due_since(one, now), one.source_id)))

    async def renew(self, lease: Lease, until: datetime) -> Lease:
        """Prolong a lease; see `Store.renew`."""
        await self._write_leased(lease, {"lease_until": until})
        return replace(lease, until=until)

    async def renew_all(self, leases: Sequence[Lease], until: datetime) -> None:
        """Prolong many leases; see `Store.renew_all`."""
        async with self._writing() as connection:
            for some in portions(leases):
                held = tuple_(source.c.id, source.c.owner, source.c.fence).in_(
                    [(one.source_id, one.owner, one.fence) for one in some]
                )
                await connection.execute(update(source).where(held).values(lease_until=until))

    async def complete(self, lease: Lease, state: SourceState) -> None:
        """Write the poll's outcome and give the lease back; see `Store.complete`."""
        if await self.complete_all([Completion(lease=lease, state=state)]):
            raise lease_lost(lease)

    async def complete_all(self, completions: Sequence[Completion]) -> AbstractSet[SourceId]:
        """Write the outcomes of polls and give their leases back; see `Store.complete_all`."""
        async with self._writing() as connection:
            held = await held_still(connection, completions)
            await write_outcomes(connection, held)
        return {one.lease.source_id for one in completions} - {one.lease.source_id for one in held}

    async def release(self, lease: Lease) -> None:
        """Give a lease back; see `Store.release`."""
        async with self._writing() as connection:
            await connection.execute(update(source).where(owned(lease)).values(GIVEN_BACK))

    async def set_paused(self, source_id: SourceId, *, paused: bool) -> bool:
        """Pause or resume polling; see `Store.set_paused`."""
        return await self._write_source(source_id, {"paused": paused})

    async def reset_source(self, source_id: SourceId, now: datetime) -> bool:
        """Forget failures and validators; see `Store.reset_source`."""
        fresh = state_row(SourceState(source_id=source_id, next_at=now))
        for kept in ("last_poll", "last_success", "last_new"):
            del fresh[kept]
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

    async def put_off(self, source_ids: Collection[SourceId], until: datetime, why: str) -> None:
        """Let these wait until then; see `Store.put_off`."""
        async with self._writing() as connection:
            for some in portions(source_ids):
                await connection.execute(
                    update(source)
                    .where(
                        source.c.id.in_(some), source.c.next_at < until, source.c.owner.is_(None)
                    )
                    .values(next_at=until, why=why)
                )

    async def _write_leased(self, lease: Lease, values: Mapping[str, object]) -> None:
        async with self._writing() as connection:
            done = await connection.execute(update(source).where(owned(lease)).values(dict(values)))
            if done.rowcount != 1:
                raise lease_lost(lease)


def _due_since(lease: Lease, now: datetime) -> datetime:
    return (lease.state and lease.state.next_at) or now


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
