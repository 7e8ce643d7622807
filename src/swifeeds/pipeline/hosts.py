"""A host that asks several of its sources to wait means all that are on it.

One source that is told 429 waits alone: behind one name there may be a thousand feeds of a gateway,
and the limit be one feed's.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from swifeeds.model import Source, SourceId, SourceKind, SourceState
from swifeeds.pipeline.ingest import Ingest

_log = logging.getLogger(__name__)

_SEVERAL = 2


async def rest_host(ingest: Ingest, source: Source, state: SourceState, now: datetime) -> None:
    """Put off every source of the host of one that was told 429, if it is not the only one."""
    host = host_of(source)
    others = [one.id for one in ingest.sources.values() if host_of(one) == host]
    states = {**await ingest.store.source_states(others), source.id: state}
    until = rests_until(states, now)
    if until is None:
        return
    why = f"put off with all sources of {host}, which told several of them to wait (429)"
    _log.warning("host rests: host=%s until=%s sources=%d", host, until.isoformat(), len(others))
    await ingest.store.put_off(others, until, why)


def rests_until(states: Mapping[SourceId, SourceState], now: datetime) -> datetime | None:
    """Until when a host wants none of these sources polled; None when that is not known."""
    waits = list(_waits(states.values(), now))
    return max(waits) if len(waits) >= _SEVERAL else None


def _waits(states: Iterable[SourceState], now: datetime) -> Iterable[datetime]:
    for state in states:
        if state.throttled_until is not None and state.throttled_until > now:
            yield state.throttled_until


def crowded_sources(sources: Iterable[Source], most: int) -> tuple[frozenset[SourceId], ...]:
    """The sources of each host that has more than `most` of them."""
    by_host = defaultdict[str | None, set[SourceId]](set)
    for source in sources:
        by_host[host_of(source)].add(source.id)
    by_host.pop(None, None)
    return tuple(frozenset(ids) for ids in by_host.values() if len(ids) > most)


def host_of(source: Source) -> str | None:
    """The host that a source is on; None for a folder."""
    return None if source.kind is SourceKind.DIRECTORY else urlsplit(source.url).hostname
