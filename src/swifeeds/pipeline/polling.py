"""One leased poll from beginning to end: ingest, write the outcome down, tell."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from swifeeds.errors import SwifeedsError
from swifeeds.identify import ODDITIES
from swifeeds.model import Completion, Lease, Notice, Source, SourceId, SourceState
from swifeeds.pipeline.dropped import UNREAD, tell_of_files
from swifeeds.pipeline.hosts import rest_host
from swifeeds.pipeline.ingest import Ingest
from swifeeds.pipeline.journey.visit import TOO_MANY_REQUESTS, Progress
from swifeeds.pipeline.moves import ENOUGH, MOVED, move_notice, moved_address
from swifeeds.pipeline.oddness import tell_oddities
from swifeeds.pipeline.outcome import (
    failure_notice,
    gone_notice,
    silence_notice,
    state_after,
)
from swifeeds.pipeline.poll import ingest_source
from swifeeds.pipeline.profiles import OUTDATED, tell_of_profile
from swifeeds.pipeline.pushing import NOT_WORKING
from swifeeds.pipeline.report import PollReport
from swifeeds.store import Store

_log = logging.getLogger(__name__)

_SILENT = "source-silent"
_TROUBLES = ("source-failing", "source-gone")
_OF_SOURCES = (_SILENT, *_TROUBLES, MOVED, NOT_WORKING, *ODDITIES, OUTDATED, UNREAD)


async def poll_source(
    ingest: Ingest, source: Source, lease: Lease, progress: Progress = lambda _: None
) -> PollReport:
    """Poll, complete the lease, and tell what failed or recovered. One log line at the end, for
    eyes that look for it (DEBUG) when there was nothing new."""
    started, before = ingest.now(), await _state_of(ingest, lease)
    at = moved_address(source, before)
    report = await _ingest(ingest, source, lease, progress, at)
    now = ingest.now()
    state = state_after(source, before, report, now, lasted=now - started)
    if ingest.pushing is not None:
        state = await ingest.pushing.after_poll(source, report, state, lease.pushes)
    outcome = _completion(source, lease, report, before=before, state=state, now=now)
    await ingest.completions.write(outcome)
    await tell_oddities(ingest.store, report, now)
    await tell_of_profile(ingest.store, source, report, now)
    await tell_of_files(ingest.store, source, report, now)
    if report.status == TOO_MANY_REQUESTS:
        await rest_host(ingest, source, outcome.state, now)
    for notice in outcome.notices:
        _log.warning("%s: %s", notice.kind, notice.message)
    is_quiet = not (report.documents or report.failure or report.rejects)
    _log.log(
        logging.DEBUG if is_quiet else logging.INFO,
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


async def _ingest(
    ingest: Ingest, source: Source, lease: Lease, progress: Progress, at: str | None
) -> PollReport:
    """What a poll came to. A fault of ours is the source's failure for the operator, and for when
    it is polled again: else it would be polled each time that its lease has run out."""
    try:
        return await ingest_source(ingest, source, lease, progress, at=at)
    except SwifeedsError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
        _log.exception("a fault of swifeeds, please report it: source=%s", source.id)
        message = f"could not be polled because of a fault in swifeeds ({error!r}); see the log"
        return PollReport(source_id=source.id, failure=message)


async def _state_of(ingest: Ingest, lease: Lease) -> SourceState:
    if lease.state is not None:
        return lease.state
    return (await ingest.store.source_states([lease.source_id]))[lease.source_id]


def _completion(
    source: Source,
    lease: Lease,
    report: PollReport,
    *,
    before: SourceState,
    state: SourceState,
    now: datetime,
) -> Completion:
    """What is written down of a poll, and told."""
    # Where its address moved to is not the publisher's last word: his own is asked once more.
    is_last_word = moved_address(source, before) is None
    gone = gone_notice(source, report, now) if is_last_word else None
    failing = gone or failure_notice(source, state, now)
    moved = move_notice(source, before, state, now)
    return Completion(
        lease=lease,
        state=state,
        notices=tuple(one for one in (failing, moved) if one is not None),
        settled=_over(source, before, state, failing),
        pause=gone is not None,
    )


def _over(
    source: Source, before: SourceState, after: SourceState, failing: Notice | None
) -> tuple[str, ...]:
    """Kinds of notices that this poll ended: those that the state before it may have led to."""
    over = _TROUBLES if before.failures else ()
    kinds = [kind for kind in over if failing is None or failing.kind != kind]
    if before.moved_times >= ENOUGH and moved_address(source, after) is None:
        kinds.append(MOVED)
    return tuple(kinds)
