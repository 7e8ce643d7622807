"""What a finished poll means for the source: when it is due next, and what must be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from swifeeds.model import Notice, Source, SourceState
from swifeeds.pipeline.journey.visit import TOO_MANY_REQUESTS
from swifeeds.pipeline.moves import after_move
from swifeeds.pipeline.report import PollReport
from swifeeds.plan import next_poll, rhythm_after, wait_asked_for

GONE = 410

_LONG = timedelta(minutes=1)
"""A poll that lasts longer waits in the slow lane the next time: many pages, or a crawl-delay."""


def state_after(
    source: Source,
    state: SourceState,
    report: PollReport,
    now: datetime,
    *,
    lasted: timedelta = timedelta(),
) -> SourceState:
    """The source's state once the poll, which `lasted` so long, is written down. Pure."""
    failed = report.failure is not None
    kept_waiting = report.timed_out or lasted > _LONG
    polled = replace(
        after_move(source, state, report),
        failures=state.failures + 1 if failed else 0,
        reason=report.failure,
        last_poll=now,
        last_success=state.last_success if failed else now,
        last_new=now if report.new else state.last_new,
        slow=kept_waiting or (failed and state.slow),
        rhythm=rhythm_after(state, new=report.new, now=now),
        ttl=report.ttl if report.has_main else state.ttl,
        throttled_until=_throttled_until(report, now),
    )
    due = next_poll(
        source, polled, now=now, retry_after=report.retry_after, failed=failed,
        fresh_for=report.advice.fresh_for,
    )  # fmt: skip
    return replace(polled, next_at=due.at, why=due.reason)


def _throttled_until(report: PollReport, now: datetime) -> datetime | None:
    """Until when the server asked to be left alone; it may say that only with a 429."""
    if report.status != TOO_MANY_REQUESTS:
        return None
    return now + wait_asked_for(report.retry_after, now)


def gone_notice(source: Source, report: PollReport, now: datetime) -> Notice | None:
    """What to tell of a source whose publisher has closed it: it is polled no more."""
    if report.status != GONE:
        return None
    message = (
        f"source {source.id} is paused: {source.url} answers 410 Gone, its publisher has closed it;"
        f" remove it, or mend its url and `swifeeds source resume {source.id}`"
    )
    return Notice(kind="source-gone", subject=source.id, message=message, at=now)


def failure_notice(source: Source, state: SourceState, now: datetime) -> Notice | None:
    """What to tell of a source that fails; None when it does not."""
    if not state.failures:
        return None
    times = "once" if state.failures == 1 else f"{state.failures} times in a row"
    due = f"{state.next_at:%Y-%m-%d %H:%M} UTC" if state.next_at else "the next tick"
    message = f"source {source.id} failed {times}, next try at {due}: {state.reason}"
    return Notice(kind="source-failing", subject=source.id, message=message, at=now)


def silence_notice(source: Source, state: SourceState, now: datetime) -> Notice | None:
    """What to tell of a source that brings nothing new for longer than the operator expects."""
    expected, since = source.expect_new_within, state.last_new or state.last_success
    if expected is None or since is None or state.paused or now - since <= expected:
        return None
    message = f"source {source.id} has brought nothing new since {since:%Y-%m-%d %H:%M} UTC"
    return Notice(kind="source-silent", subject=source.id, message=message, at=now)
