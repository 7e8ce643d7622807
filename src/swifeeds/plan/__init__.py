"""When is a source due next, and which known articles are looked at again. Pure.

Rules of the room:

- The clock comes in as `now`, aware UTC; what goes out is aware UTC and later than `now`.
- Spreading is a hash of what is known, never a die: the same question has the same answer.
- A source is never given up: waiting grows to a ceiling and stays there.
- Local times: each runs once a day. One that the clocks skip in spring runs at the moment it would
  have been; one that comes twice in autumn runs the first time.
"""

from __future__ import annotations

from swifeeds.plan.cron import CronTimes
from swifeeds.plan.due import Due, next_poll, wait_asked_for
from swifeeds.plan.interval import shortest_interval
from swifeeds.plan.nightly import is_night_past
from swifeeds.plan.pace import rhythm_after, spelt
from swifeeds.plan.parse import parse_cron
from swifeeds.plan.rechecks import choose_rechecks

__all__ = [
    "CronTimes",
    "Due",
    "choose_rechecks",
    "is_night_past",
    "next_poll",
    "parse_cron",
    "rhythm_after",
    "shortest_interval",
    "spelt",
    "wait_asked_for",
]
