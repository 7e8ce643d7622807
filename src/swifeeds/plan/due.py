"""The next poll of a source, and the reason an operator is shown for it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from typing import assert_never
from zoneinfo import ZoneInfo

from swifeeds.model import Cron, Every, Source, SourceState
from swifeeds.plan.pace import Pace, pace_of, spelt
from swifeeds.plan.parse import parse_cron
from swifeeds.plan.quiet import after_quiet

BACK_OFF_CAP = timedelta(hours=6)
"""A source that is down over night is back in the feeds by noon without anybody's help."""

RETRY_AFTER_CAP = timedelta(hours=24)
"""Longer than a day is a mistake of a server, or a wish that an operator should hear of."""

_CRON_SPREAD = timedelta(seconds=50)
"""Most that a cron time is spread by: it stays in the minute that the operator wrote."""

_QUIET_SPREAD = timedelta(minutes=15)
"""Many sources are due when quiet hours end: each begins within `jitter` of this time."""

_SEVERAL = 2
"""Failures in a row from which on a source is asked less often."""

_MAX_DOUBLINGS = 16
"""The shortest interval, a second, reaches 18 hours so: further doubling changes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When (UTC, later than the `now` that was asked with) and why, as a phrase for people."""

    at: datetime
    reason: str


def next_poll(
    source: Source,
    state: SourceState,
    *,
    now: datetime,
    retry_after: str | None = None,
    failed: bool = False,
    fresh_for: timedelta | None = None,
) -> Due:
    """When a source that was just polled is due again.

    After a poll that went well an interval follows the source's rhythm and its wishes (`pace_of`).
    It is spread by up to `jitter` of itself, later and never sooner; a cron time within its minute.
    From the second failure in a row the wait doubles, up to 6 hours (or the interval,
    if that is longer). A server's Retry-After is waited out up to 24 hours, and never shortens
    the schedule or the back-off. Nothing falls into quiet hours.

    Args:
        source: with its schedule.
        state: after the poll; `failures` counts its failure already.
        now: UTC.
        retry_after: the header, verbatim: seconds or an HTTP date (RFC 9110 10.2.3). What is
            neither, negative, or past is ignored.
        failed: whether this poll failed.
        fresh_for: how long the server says that its answer stays as it is.
    """
    schedule, failures = source.schedule, state.failures if failed else 0
    asked = wait_asked_for(retry_after, now)
    match schedule.when:
        case Every(interval=interval) if failed:
            stated = Pace(interval=interval, reason=f"every {spelt(interval)}")
            due = _next_interval(source, stated, now, asked, failures)
        case Every() as every:
            pace = pace_of(source, every, state, now=now, fresh_for=fresh_for)
            due = _next_interval(source, pace, now, asked, failures)
        case Cron(expression=expression):
            due = _next_cron(source, expression, now, asked, failures)
        case _:
            assert_never(schedule.when)
    return _outside_quiet_hours(source, due)


def _next_interval(
    source: Source, pace: Pace, now: datetime, asked: timedelta, failures: int
) -> Due:
    interval = pace.interval
    spread = interval * source.schedule.jitter
    own = _back_off(interval, failures, ceiling=max(interval, BACK_OFF_CAP - spread))
    reason = _delayed(own, asked, failures) or pace.reason
    return Due(at=now + max(own, asked) + spread * _share(source, now), reason=reason)


def _next_cron(
    source: Source, expression: str, now: datetime, asked: timedelta, failures: int
) -> Due:
    """The first time of the expression once every wait is over."""
    schedule = source.schedule
    times, zone = parse_cron(expression), ZoneInfo(schedule.time_zone)
    following = times.after(now, zone)
    interval = times.after(following, zone) - following
    # Waiting for the next time is the first interval of the wait.
    own = _back_off(interval, failures, ceiling=max(interval, BACK_OFF_CAP)) - interval
    at = times.after(max(now, now + max(own, asked) - timedelta.resolution), zone)
    spread = min(interval * schedule.jitter, _CRON_SPREAD) * _share(source, at)
    reason = f"cron {expression} ({schedule.time_zone})"
    delayed = _delayed(own, asked, failures) if at > following else None
    return Due(at=at + spread, reason=f"{reason}, {delayed}" if delayed else reason)


def _back_off(interval: timedelta, failures: int, *, ceiling: timedelta) -> timedelta:
    """The interval, doubled for each failure in a row after the first."""
    if failures < _SEVERAL:
        return interval
    return min(interval * (1 << min(failures - 1, _MAX_DOUBLINGS)), ceiling)


def _delayed(own: timedelta, asked: timedelta, failures: int) -> str | None:
    """Why it is later than the schedule says; None when it is not."""
    if asked > own:
        return f"put off because the server asked for {spelt(asked)} (Retry-After)"
    return f"put off after {failures} failures in a row" if failures > 1 else None


def wait_asked_for(retry_after: str | None, now: datetime) -> timedelta:
    """What the server asked to wait, up to the cap; zero when it asked for nothing sensible."""
    if retry_after is None:
        return timedelta()
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        # More digits than this are over the cap anyway, and would overflow a duration.
        wait = timedelta(seconds=int(text[:9]))
    else:
        try:
            moment = parsedate_to_datetime(text)
            wait = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
        except (ValueError, OverflowError):
            return timedelta()
    return max(timedelta(), min(wait, RETRY_AFTER_CAP))


def _outside_quiet_hours(source: Source, due: Due) -> Due:
    schedule = source.schedule
    if not schedule.quiet:
        return due
    moved = after_quiet(
        due.at,
        schedule.quiet,
        ZoneInfo(schedule.time_zone),
        lambda end: schedule.jitter * _QUIET_SPREAD * _share(source, end),
    )
    if moved is None:
        reason = f"{due.reason}; the quiet hours leave no time, so they are not kept"
        return Due(at=due.at, reason=reason)
    if moved != due.at:
        return Due(at=moved, reason=f"{due.reason}, moved behind quiet hours")
    return due


def _share(source: Source, moment: datetime) -> float:
    """A number from 0 up to 1 that differs between sources and from hour to hour."""
    key = f"{source.id} {int(moment.timestamp()) // 3600}".encode()
    return int.from_bytes(blake2b(key, digest_size=4).digest()) / 2**32
