"""The pieces of work that the service and the commands share: poll, settle, and who may do it.

Grouping and publishing are each done by one process at a time, under a named lease: two groupers
would see half of each other's work.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

from swifeeds.errors import StoreError
from swifeeds.model import Lease, SourceId, StoryId
from swifeeds.pipeline import (
    Learning,
    Lesson,
    PollReport,
    RegroupReport,
    name_stories,
    regroup,
    update_lives,
)
from swifeeds.pipeline.polling import poll_source
from swifeeds.service.house import House

SETTLE = "settle"
"""The turn of grouping and publishing."""

_LEARN = "learn"

_HOLD = timedelta(seconds=60)
"""How long a turn outlasts whoever had it, should he die in it."""

_PROLONG = 15.0
"""Seconds between two prolongations of a turn: a single step may take longer than `_HOLD`."""

_ROUNDS = 40
"""Rounds of grouping, 500 articles each, before what is grouped is published: an archive that comes
in does not keep readers waiting for the news."""

_LOOK_AGAIN = 0.2
"""Seconds between two tries to get one's turn."""


@dataclass(slots=True, kw_only=True)
class Settled:
    """What one round of grouping and publishing came to."""

    grouped: int = 0
    rendered: int = 0
    published: int = 0


async def claim_now(house: House, owner: str, only: tuple[SourceId, ...]) -> tuple[Lease, ...]:
    """Take these sources (all when none is named), due or not."""
    ids = only or tuple(house.sources)
    now, length = house.now(), timedelta(seconds=house.config.schedule.lease)
    return await house.store.claim(
        owner=owner, now=now, until=now + length, limit=len(ids), only=ids
    )


async def poll(
    house: House, lease: Lease, progress: Callable[[str], None] = lambda _: None
) -> PollReport:
    """Poll one leased source to its end."""
    return await poll_source(house.ingest, house.sources[lease.source_id], lease, progress)


async def settle(house: House, owner: str, *, wait: bool = False) -> Settled:
    """Group everything that changed, then publish every feed that it touched.

    Args:
        house: whose articles and feeds.
        owner: who does it.
        wait: for one's turn while another process holds the work: it may have looked already
            before the last articles came, and nobody might look again. Otherwise the answer is
            zeros at once. Who waits goes on until nothing is left; else an archive that comes in
            is grouped in portions, and the next call goes on.
    """
    settled = Settled()
    while not await _prolong(house, owner):
        if not wait:
            return settled
        await asyncio.sleep(_LOOK_AGAIN)
    async with keep_turn(house, owner):
        await house.store.lift_embargoes(house.now())
        goes_on = True
        while goes_on:
            goes_on = await _group_some(house, settled) and wait
            while (report := await house.publish.run()).answered:
                settled.rendered += report.rendered
                settled.published += report.changed
    return settled


async def _group_some(house: House, settled: Settled) -> bool:
    """Group up to `_ROUNDS` rounds; True when there is more."""
    for _ in range(_ROUNDS):
        regrouped = await _regroup(house)
        settled.grouped += regrouped.articles
        if not regrouped.articles:
            return False
    return True


async def learn(
    house: House, owner: str, progress: Callable[[int, int], None] | None = None
) -> tuple[Lesson, ...] | None:
    """Learn from the newsroom's own translations; None when another process is at it.

    Args:
        house: whose articles.
        owner: who does it.
        progress: hears how many pairs of languages are done, of how many.
    """
    if not await _prolong(house, owner, _LEARN):
        return None
    async with keep_turn(house, owner, _LEARN):
        lesson = Learning(store=house.store, isolation=house.parts.isolation)
        return await lesson.run(house.now(), progress)


async def pass_time(house: House, owner: str) -> bool:
    """Bring the states of all stories up to date; False when it was not our turn."""
    if not await _prolong(house, owner):
        return False
    async with keep_turn(house, owner):
        await _update_lives(house, None)
    return True


@asynccontextmanager
async def keep_turn(house: House, owner: str, turn: str = SETTLE) -> AsyncIterator[None]:
    """Keep the right to do what `turn` names, which `owner` has, for as long as the work takes."""
    keeping = asyncio.create_task(_keep_on(house, owner, turn), name=f"keep the turn: {turn}")
    try:
        yield
    finally:
        keeping.cancel()
        await asyncio.wait([keeping])
        await house.store.drop_hold(turn, owner=owner)


async def _keep_on(house: House, owner: str, turn: str) -> None:
    while True:
        await asyncio.sleep(_PROLONG)
        with suppress(StoreError):  # busy: there are some more tries before the turn is over
            await _prolong(house, owner, turn)


async def _update_lives(house: House, only: Collection[StoryId] | None) -> None:
    publication = house.config.publication
    await update_lives(house.store, publication=publication, now=house.now(), only=only)


async def _prolong(house: House, owner: str, turn: str = SETTLE) -> bool:
    """Take or keep the right to do what `turn` names."""
    now = house.now()
    return await house.store.hold(turn, owner=owner, now=now, until=now + _HOLD)


async def _regroup(house: House) -> RegroupReport:
    async def follow(stories: Collection[StoryId]) -> None:
        await name_stories(house.store, stories, publication=house.config.publication)
        await _update_lives(house, stories)

    return await regroup(
        house.store,
        rules=house.config.rules,
        publication=house.config.publication,
        sources=house.sources,
        now=house.now(),
        finder=house.finder,
        follow=follow,
    )
