"""One leased poll from beginning to end: ingest, write the outcome down, tell."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from swifeeds.identify import ODDITIES
from swifeeds.model import Lease, Source, SourceId, SourceState
from swifeeds.pipeline.ingest import Ingest
from swifeeds.pipeline.journey.visit import Progress
from swifeeds.pipeline.oddness import tell_oddities
from swifeeds.pipeline.outcome import failure_notice, silence_notice, state_after
from swifeeds.pipeline.poll import ingest_source
from swifeeds.pipeline.profiles import OUTDATED, tell_of_profile
from swifeeds.pipeline.pushing import NOT_WORKING
from swifeeds.pipeline.report import PollReport
from swifeeds.store import Store

_log = logging.getLogger(__name__)

_SILENT = "source-silent"
_OF_SOURCES = (_SILENT, "source-failing", NOT_WORKING, *ODDITIES, OUTDATED)


async def poll_source(
    ingest: Ingest, source: Source, lease: Lease, progress: Progress = lambda _: None
) -> PollReport:
    """Poll, complete the lease, and tell what failed or recovered. One log line at the end."""
    store, started = ingest.store, ingest.now()
    report = await ingest_source(ingest, source, lease, progress)
    before = (await store.source_states())[source.id]
    now = ingest.now()
    state = state_after(source, before, report, now)
    if ingest.pushing is not None:
        state = await ingest.pushing.after_poll(source, report, state)
    await store.complete(lease, state)
    await _tell(store, source, state, now)
    await tell_oddities(store, report, now)
    await tell_of_profile(store, source, report, now)
    _log.info(
        "source polled: source=%s documents=%d unchanged=%d new=%d revised=%d held=%d "
        "set_aside=%d ms=%d failure=%s",
        source.id, report.documents, report.unchanged, report.new, report.revised, report.held,
        len(report.rejects), (now - started).total_seconds() * 1000, report.failure,
    )  # fmt: skip
    return report


async def watch_for_silence(
    store: Store, sources: Mapping[SourceId, Source], now: Callable[[], datetime]
) -> None:
    """Tell of sources that have been silent for too long, and settle what is over.

    Over is the silence of a source that brought something, and every matter of a source that the
    configuration names no more, or that has no profile. Nothing is written while nothing changes.
    """
    told = [one for one in await store.notices() if one.kind in _OF_SOURCES]
    states = await store.source_states()
    silent = {
        source.id: notice
        for source in sources.values()
        if (state := states.get(source.id)) and (notice := silence_notice(source, state, now()))
    }
    for one in told:
        known = sources.get(SourceId(one.subject))
        over = known is None or (one.kind == OUTDATED and not known.rules.alone)
        if over or (one.kind == _SILENT and one.subject not in silent):
            await store.settle(one.kind, one.subject)
    already = {one.subject for one in told if one.kind == _SILENT}
    for source_id, notice in silent.items():
        if source_id not in already:
            _log.warning("%s: %s", notice.kind, notice.message)
            await store.tell([notice])


async def _tell(store: Store, source: Source, state: SourceState, now: datetime) -> None:
    notice = failure_notice(source, state, now)
    if notice is None:
        await store.settle("source-failing", source.id)
    else:
        _log.warning("%s: %s", notice.kind, notice.message)
        await store.tell([notice])
