"""Polls on their way: claimed when they are due, in two lanes, their leases kept alive.

What kept us waiting last time waits in a lane of its own, so that sources which hang, however many,
never hold up those that answer.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from swifeeds.errors import LeaseLost, StoreError, SwifeedsError
from swifeeds.model import Crowd, Lease, SourceId
from swifeeds.schedule import Lanes
from swifeeds.service.house import House
from swifeeds.service.work import poll

_log = logging.getLogger(__name__)

_PORTION = 4
"""A claim is worth its transaction once one of so many lanes is free."""


class Polls:
    """Claims what is due and polls it.

    Args:
        group: owns the tasks.
        house: the house as it is now; a reload gives another one.
        owner: in whose name leases are taken.
        claim_again: called when lanes got free and more was due than there were lanes.
    """

    def __init__(
        self,
        group: asyncio.TaskGroup,
        house: Callable[[], House],
        owner: str,
        claim_again: Callable[[], None],
    ) -> None:
        schedule = house().config.schedule
        self._house = house
        self._owner = owner
        self._claim_again = claim_again
        self._lanes = Lanes(group, schedule.lanes, freed=self._look_again)
        self._slow = Lanes(group, schedule.slow_lanes, freed=self._look_again)
        self._leases: dict[SourceId, Lease] = {}
        self._has_more = False
        self._full: Sequence[AbstractSet[SourceId]] = ()

    @property
    def running(self) -> int:
        """How many polls are on their way."""
        return self._lanes.running + self._slow.running

    @property
    def lanes(self) -> Lanes:
        """Those of sources that answer; what hubs bring is read in them too."""
        return self._lanes

    @property
    def working(self) -> int:
        """Of these, how many are of sources that answer: worth waiting for."""
        return self._lanes.running

    async def claim(self) -> int:
        """Keep what runs, and start what is due as far as there are lanes; how many that were."""
        await self._renew()
        free, slow = self._lanes.free, self._slow.free
        if not free and not slow:
            self._has_more = True
            return 0
        house, now = self._house(), self._house().now()
        self._has_more = False  # unless a poll that ends meanwhile says otherwise
        leases = await house.store.claim(
            owner=self._owner,
            now=now,
            until=now + _length(house),
            limit=free,
            slow=slow,
            addresses=house.addresses,
            crowds=self._crowds(house),
        )
        for lease in leases:
            is_slow = lease.state is not None and lease.state.slow
            self._leases[lease.source_id] = lease
            lanes = self._slow if is_slow else self._lanes
            lanes.start(self._poll(lease), name=f"poll {lease.source_id}")
            free, slow = (free, slow - 1) if is_slow else (free - 1, slow)
        self._has_more |= free == 0 or slow == 0
        self._full = [one.members for one in self._crowds(house) if not one.room]
        return len(leases)

    def _crowds(self, house: House) -> list[Crowd]:
        """What shares a host, and how many more of it may be polled: further ones would but hold
        lanes while they wait for their turn with it."""
        return [
            Crowd(
                members=members,
                room=max(0, house.at_once - sum(one in members for one in self._leases)),
            )
            for members in house.crowded
        ]

    async def drain(self, grace: float) -> None:
        """Let what runs finish for so many seconds, then cancel it and wait for its end."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._lanes.drain(grace))
            group.create_task(self._slow.drain(grace))

    async def _renew(self) -> None:
        """A poll may wait for its turn with a host for longer than a lease lasts."""
        house, now = self._house(), self._house().now()
        old = [one for one in self._leases.values() if _is_worn(one, now, _length(house))]
        if old:
            until = now + _length(house)
            await house.store.renew_all(old, until)
            self._leases |= {one.source_id: replace(one, until=until) for one in old}

    async def _poll(self, lease: Lease) -> None:
        """At the loop's edge: whatever one source does, the others go on."""
        house = self._house()
        try:
            if lease.source_id in house.sources:
                await poll(house, lease)
            else:  # a reload came in between, or a command with another file
                await house.store.release(lease)
        except asyncio.CancelledError:
            with suppress(StoreError):  # the lease runs out by itself
                await house.store.release(lease)
            raise
        except LeaseLost as error:
            _log.warning("lease lost: source=%s: %s", lease.source_id, error)
        except SwifeedsError as error:
            _log.error("poll failed: source=%s: %s", lease.source_id, error)
        except Exception:  # noqa: BLE001 - the loop's edge: a bug in one poll stops no other
            _log.exception("poll failed, please report this: source=%s", lease.source_id)
        finally:
            self._leases.pop(lease.source_id, None)
            self._has_more |= any(lease.source_id in members for members in self._full)

    def _look_again(self) -> None:
        """A lane is free. Not asked at the end of a poll: polls that are written down together end
        together, and none of them has left its lane yet then."""
        if self._has_more and self._is_worth_a_claim():
            self._has_more = False
            self._claim_again()

    def _is_worth_a_claim(self) -> bool:
        return any(one.free * _PORTION >= one.width for one in (self._lanes, self._slow))


def _length(house: House) -> timedelta:
    return timedelta(seconds=house.config.schedule.lease)


def _is_worn(lease: Lease, now: datetime, length: timedelta) -> bool:
    """True once a third of it is over."""
    return lease.until - now < length * 2 / 3
