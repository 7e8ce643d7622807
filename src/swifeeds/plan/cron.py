"""Local times of a cron expression, one after the other. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from swifeeds.plan.local import moment_of

_SHIFT = timedelta(hours=3)
"""More than any zone moves its clocks in one night."""

_HORIZON = 40 * 366
"""Days to look ahead. 29 February on a given weekday comes at the latest after 40 years (over a
century year without a leap day)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CronTimes:
    """What the five fields of an expression allow; weekdays count from Sunday = 0.

    `either` is POSIX's rule for an expression that restricts the day of the month and the day of
    the week: a day that fits one of them fits.
    """

    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    either: bool = False

    def after(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """The first run later than `moment`, both UTC.

        Raises:
            ValueError: no run in forty years (`parse_cron` accepts no such expression).
        """
        local = moment.astimezone(zone).replace(tzinfo=None)
        first: datetime | None = None
        runs: list[datetime] = []
        # A time that the clocks skip runs later than those written after it: look on both sides.
        for wall in self._walls(local - _SHIFT):
            if first is not None and wall > first + _SHIFT:
                break
            run = moment_of(wall, zone)
            if run > moment:
                first = first or wall
                runs.append(run)
        if not runs:
            raise ValueError("the expression names a day that never comes")
        return min(runs)

    def fits(self, day: date) -> bool:
        """True when the expression runs on this date."""
        if day.month not in self.months:
            return False
        by_day, by_weekday = day.day in self.days, day.isoweekday() % 7 in self.weekdays
        return by_day or by_weekday if self.either else by_day and by_weekday

    def _walls(self, start: datetime) -> Iterator[datetime]:
        """Naive local times from `start` on, in order."""
        for number in range(_HORIZON):
            day = start.date() + timedelta(days=number)
            if self.fits(day):
                walls = (time(hour, minute) for hour in self.hours for minute in self.minutes)
                moments = (datetime.combine(day, wall) for wall in walls)
                yield from (moment for moment in moments if moment >= start)
