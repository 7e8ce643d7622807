"""Local wall-clock times as moments. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def moment_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """The one moment (UTC) at which a naive local time runs.

    A time that comes twice is the first of the two. A skipped time is taken by the offset before
    the change, so that 02:30 on the night of spring runs at what the clocks call 03:30 (PEP 495,
    fold 0).
    """
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def moments_of(wall: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Every moment at which clocks show this time, in order; a skipped time gives its one run."""
    first = moment_of(wall, zone)
    second = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return (first, second) if second > first else (first,)
