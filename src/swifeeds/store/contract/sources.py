"""Sources, when they are due, and who may work on what."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Protocol

from swifeeds.model import (
    Completion,
    Crowd,
    Lease,
    Source,
    SourceId,
    SourceState,
    StoryRule,
)


class Sources(Protocol):
    """Sources, when they are due, and who may work on what."""

    async def register(
        self,
        sources: Sequence[Source],
        rules: Sequence[StoryRule],
        now: datetime,
        *,
        appearance: str = "",
        reworded: Collection[SourceId] = (),
    ) -> None:
        """Make rows for what the configuration names.

        New sources are due at `now`; sources no longer named keep their articles but are never
        claimed. Stories of `rules` are written (title, slug, parent); a rule no longer stated
        closes its story (`StoryState.CLOSED`). When the rules or `appearance` (a digest of what
        feeds are worded and rendered with) changed since the last call, every article is marked,
        so that everything is grouped and published anew; else the articles that `reworded` sources
        brought, which alone read differently.
        """

    async def source_states(
        self, only: Collection[SourceId] | None = None
    ) -> Mapping[SourceId, SourceState]:
        """The state of every registered source, or of these."""

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
        """Take up to `limit` sources that are due, unpaused and not leased, longest overdue first.

        With `slow`, up to so many that kept us waiting last time (`SourceState.slow`) and up to
        `limit` of the others: neither take the places of the other. Each lease carries the source's
        state.

        With `only`, exactly those are taken whether due or paused or not (a person asked); a live
        lease of somebody else is respected all the same.

        With `addresses` of sources each lease carries what is known of them all: validators by
        address, and the subscriptions at hubs.

        Of the members of each of `crowds` no more are taken than it has room for; the others stay
        due, and what is due after them takes their places.
        """

    async def renew(self, lease: Lease, until: datetime) -> Lease:
        """Prolong a lease. Raises `LeaseLost`."""

    async def renew_all(self, leases: Sequence[Lease], until: datetime) -> None:
        """Prolong those of these leases that are not lost."""

    async def complete(self, lease: Lease, state: SourceState) -> None:
        """Write the poll's outcome (all of `state` but `paused`) and give the lease back. Raises
        `LeaseLost`."""

    async def complete_all(self, completions: Sequence[Completion]) -> AbstractSet[SourceId]:
        """Write the outcomes of several polls and give their leases back, in one transaction: for
        each its state, notices, and whether it is paused from now on. Those whose lease was lost,
        which are returned, leave nothing."""

    async def release(self, lease: Lease) -> None:
        """Give a lease back with nothing else changed (a shutdown); a lost lease is no error."""

    async def put_off(self, source_ids: Collection[SourceId], until: datetime, why: str) -> None:
        """Make these due at `until` unless they are due later or being polled, and say `why`."""

    async def set_paused(self, source_id: SourceId, *, paused: bool) -> bool:
        """Pause or resume polling. False when there is no such source."""

    async def reset_source(self, source_id: SourceId, now: datetime) -> bool:
        """Forget failures and validators and make it due at `now`. False when there is none."""

    async def hold(self, name: str, *, owner: str, now: datetime, until: datetime) -> bool:
        """Take or prolong the named lease of a singleton job (`regroup`, `publish`)."""

    async def drop_hold(self, name: str, *, owner: str) -> None:
        """Give a named lease back."""

    async def owners(self) -> tuple[str, ...]:
        """Who holds a lease of any kind, each once. What an owner's name means is the caller's."""

    async def disown(self, owner: str) -> None:
        """Give back every lease of an owner that is known to be dead, so that nobody has to wait
        for it to run out. Should it live after all, its fences refuse its work."""
