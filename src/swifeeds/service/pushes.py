"""What hubs of sources bring is read, and hubs whose turn it is are asked."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import timedelta

from swifeeds.errors import StoreError, SwifeedsError
from swifeeds.model import Lease, Pushed
from swifeeds.pipeline.poll import ingest_pushed
from swifeeds.pipeline.pushing import Pushing, finish_push
from swifeeds.schedule import Lanes
from swifeeds.service.house import House

_log = logging.getLogger(__name__)

SECONDS = 1.0
"""Between two looks for what another process took in."""

ASK_SECONDS = 10.0
"""Between two looks for hubs that are to be asked."""

_AT_ONCE = 8
_ASKED = 4


async def take_pushed(house: House, owner: str, lanes: Lanes | None = None) -> int:
    """Read what waits, under the lease of its source; what is being polled has its turn later.

    Args:
        house: whose sources.
        owner: who does it.
        lanes: where it is done; None does it here, one after the other.

    Returns:
        How many bodies were begun with.
    """
    begun = 0
    for pushed in await house.store.take_pushed(limit=_AT_ONCE):
        if lanes is not None and not lanes.free:
            break
        if not await _is_wanted(house, pushed):
            await house.store.drop_pushed(pushed)
            continue
        lease = await _claim(house, owner, pushed)
        if lease is None:
            continue
        begun += 1
        if lanes is None:
            await _read(house, lease, pushed)
        else:
            lanes.start(_read(house, lease, pushed), name=f"push {pushed.source_id}")
    return begun


async def ask_hubs(house: House) -> int:
    """Ask hubs for what is to be subscribed to or renewed. How many were asked."""
    pushing = house.ingest.pushing
    return 0 if pushing is None else await pushing.ask_due(_ASKED)


async def _is_wanted(house: House, pushed: Pushed) -> bool:
    """Not of a source that is paused, or that the configuration names no more."""
    state = (await house.store.source_states()).get(pushed.source_id)
    is_paused = state is None or state.paused
    return house.ingest.pushing is not None and pushed.source_id in house.sources and not is_paused


async def _claim(house: House, owner: str, pushed: Pushed) -> Lease | None:
    now, length = house.now(), timedelta(seconds=house.config.schedule.lease)
    leases = await house.store.claim(
        owner=owner, now=now, until=now + length, limit=1, only=[pushed.source_id]
    )
    return leases[0] if leases else None


async def _read(house: House, lease: Lease, pushed: Pushed) -> None:
    """At the loop's edge: whatever one body does, the others go on."""
    pushing, source = house.ingest.pushing, house.sources[pushed.source_id]
    assert isinstance(pushing, Pushing)
    try:
        report = await ingest_pushed(house.ingest, source, lease, pushed)
        await pushing.note_read(pushed, report)
        await finish_push(house.store, lease, source.id, report, house.now())
        _log.info("push read: source=%s new=%d revised=%d failure=%s",
                  source.id, report.new, report.revised, report.failure)  # fmt: skip
    except SwifeedsError as error:
        _log.warning("push not read yet: source=%s: %s", source.id, error)
        await _give_back(house, lease)
    except BaseException:
        await _give_back(house, lease)
        raise


async def _give_back(house: House, lease: Lease) -> None:
    with suppress(StoreError):  # it runs out by itself
        await house.store.release(lease)
