"""How long a source that is polled at an interval is left alone when all is well. Pure.

Its own rhythm decides within the operator's bounds; what its server or its document asks for can
only make it longer. An `own` source asks for nothing: there the operator has both words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from swifeeds.model import Every, Source, SourceState

HEARD_MOST = timedelta(hours=24)
"""An answer that is good for longer than this speaks of files that never change, not of news. What
a feed asks for counts for so much and no more."""

_MINUTE = timedelta(minutes=1)

_WEIGHT = 3
"""The newest of so many samples counts for one: a burst does not make a rhythm, nor one lull."""

_TWICE = 2
"""Polls for each expected article: on average it is half an interval old when it is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """An interval, and why it is that long, as a phrase for people."""

    interval: timedelta
    reason: str


def rhythm_after(state: SourceState, *, new: int, now: datetime) -> timedelta | None:
    """The usual time between two new articles, once a poll has brought `new` of them.

    What the first poll of a source finds is its past, and says nothing of its rhythm.
    """
    if not new or state.last_new is None:
        return state.rhythm
    seen = max((now - state.last_new) / new, timedelta.resolution)
    return seen if state.rhythm is None else state.rhythm + (seen - state.rhythm) / _WEIGHT


def pace_of(
    source: Source, every: Every, state: SourceState, *, now: datetime, fresh_for: timedelta | None
) -> Pace:
    """The interval until the next poll, without jitter.

    Args:
        source: whose poll went well.
        every: its schedule.
        state: `rhythm`, `last_new` and `ttl` after the poll.
        now: UTC.
        fresh_for: how long the server says that its answer stays as it is.
    """
    interval, why = _by_rhythm(every, state, now)
    most = max(every.adaptive.longest if every.adaptive else HEARD_MOST, interval)
    for wish, said in () if source.own else _wishes(state, fresh_for):
        if interval < (heard := min(wish, most)):
            interval, why = heard, said
    stated = f"every {spelt(every.interval)}"
    if interval == every.interval or why is None:
        return Pace(interval=every.interval, reason=stated)
    changed = "stretched" if interval > every.interval else "shortened"
    return Pace(interval=interval, reason=f"{stated}, {changed} to {spelt(interval)}: {why}")


def _wishes(state: SourceState, fresh_for: timedelta | None) -> tuple[tuple[timedelta, str], ...]:
    said = (
        (fresh_for, "its server says that the answer stays as it is for so long (Cache-Control)"),
        (state.ttl and min(state.ttl, HEARD_MOST), "the feed itself asks for it (ttl)"),
    )
    return tuple((wish, why) for wish, why in said if wish is not None and wish <= HEARD_MOST)


def _by_rhythm(every: Every, state: SourceState, now: datetime) -> tuple[timedelta, str | None]:
    bounds, last = every.adaptive, state.last_new
    if bounds is None or state.rhythm is None or last is None:
        return every.interval, None
    # Silence that is longer than usual is the newest thing known of the rhythm.
    usual = max(state.rhythm, now - last)
    interval = min(max(_rounded(usual / _TWICE), bounds.shortest), bounds.longest)
    return interval, f"it brings about one article in {spelt(_rounded(usual))}"


def _rounded(span: timedelta) -> timedelta:
    """To the minute, the hour or the day, as one would say it."""
    for unit in (timedelta(days=1), timedelta(hours=1), _MINUTE):
        if span >= 2 * unit or unit == _MINUTE:
            return max(round(span / unit), 1) * unit
    return span


@lru_cache(maxsize=1024)
def spelt(interval: timedelta) -> str:
    """`90s`, `10m`, `6h`, `14d`: as the configuration writes it."""
    seconds = int(interval.total_seconds())
    for unit, size in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"
