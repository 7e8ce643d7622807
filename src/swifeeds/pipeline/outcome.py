"""What a finished poll means for the source: when it is due next, and what must be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from swifeeds.model import Notice, Source, SourceState
from swifeeds.pipeline.report import PollReport
from swifeeds.plan import next_poll


def state_after(
    source: Source, state: SourceState, report: PollReport, now: datetime
) -> SourceState:
    """The source's state once the poll is written down. Pure."""
    failed = report.failure is not None
    polled = replace(
        state,
        failures=state.failures + 1 if failed else 0,
        reason=report.failure,
        last_poll=now,
        last_success=state.last_success if failed else now,
        last_new=now if report.new else state.last_new,
    )
    due = next_poll(source, polled, now=now, retry_after=report.retry_after, failed=failed)
    return replace(polled, next_at=due.at)


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
