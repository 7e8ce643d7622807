"""What is done once a night. Pure."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from swifeeds.plan.parse import parse_cron

_NIGHT = parse_cron("0 3 * * *")


def is_night_past(last: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """True when it was 3 in the morning in `zone` since `last` (both UTC): what was missed while
    nothing ran is due at once, and once."""
    return _NIGHT.after(last, zone) <= now
