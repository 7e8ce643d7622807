"""What is done once a night. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from swifeeds.plan.parse import parse_cron

_NIGHT = parse_cron("0 3 * * *")

_AHEAD = timedelta(days=1)
"""A clock that is this far behind the last time was set right since: nothing waits years for it."""


def is_night_past(last: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """True when it was 3 in the morning in `zone` since `last` (both UTC): what was missed while
    nothing ran is due at once, and once. So is what was done by a clock that was far ahead."""
    return last > now + _AHEAD or _NIGHT.after(last, zone) <= now
