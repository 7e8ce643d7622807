"""Reading a cron expression: the five fields of POSIX crontab, with names, steps and 7 = Sunday.

Steps (`*/15`, `8-18/2`) and names (`mon`, `jan`) are what every cron since Vixie's understands.
A field that contains `*` counts as unrestricted for POSIX's rule of days, as cron itself does it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from swifeeds.plan.cron import CronTimes

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_FIELDS = 5
_CYCLE = 28 * 366
"""Days after which weekdays and leap days repeat: what does not come in these never comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """One of the five: what it is called, its bounds, and names for its numbers."""

    name: str
    low: int
    high: int
    names: tuple[str, ...] = ()

    def number(self, text: str) -> int:
        if text.lower() in self.names:
            return self.names.index(text.lower()) + self.low
        if not (text.isascii() and text.isdigit()) or not self.low <= int(text[:4]) <= self.high:
            named = f" or {self.names[0]} to {self.names[-1]}" if self.names else ""
            message = f"{text!r} is no {self.name}; write {self.low} to {self.high}{named}"
            raise ValueError(message)
        return int(text)

    def values(self, text: str) -> frozenset[int]:
        return frozenset(value for part in text.split(",") for value in self._part(part))

    def _part(self, text: str) -> range:
        span, slash, step = text.partition("/")
        if slash and not (step.isascii() and step.isdigit() and 0 < int(step[:4]) <= self.high):
            message = f"{text!r}: the step after / is a number from 1 to {self.high}"
            raise ValueError(message)
        first, dash, last = span.partition("-")
        if span == "*":
            return range(self.low, self.high + 1, int(step or 1))
        if not dash:
            if slash:
                message = (
                    f"{text!r}: a step needs a range before it, like {span}-{self.high}/{step}"
                )
                raise ValueError(message)
            return range(self.number(first), self.number(first) + 1)
        return self._range(text, self.number(first), self.number(last), int(step or 1))

    def _range(self, text: str, first: int, last: int, step: int) -> range:
        if self.names == _WEEKDAYS and last == 0 < first:
            last = 7  # "fri-sun": Sunday ends the week here
        if first > last:
            message = f"{text!r} runs backwards; write two ranges with a comma"
            raise ValueError(message)
        return range(first, last + 1, step)


_MINUTE = _Field(name="minute", low=0, high=59)
_HOUR = _Field(name="hour", low=0, high=23)
_DAY = _Field(name="day of the month", low=1, high=31)
_MONTH = _Field(name="month", low=1, high=12, names=_MONTHS)
_WEEKDAY = _Field(name="weekday", low=0, high=7, names=_WEEKDAYS)


def parse_cron(text: str) -> CronTimes:
    """Read `minute hour day month weekday`.

    Raises:
        ValueError: one sentence that says what is wrong and what would be right.

    Source:
        POSIX.1-2017, crontab: days of month and week are joined by "or" when both are restricted.
    """
    fields = text.split()
    if len(fields) != _FIELDS:
        message = (
            f"{text!r} has {len(fields)} fields; write five: minute, hour, day of the month, "
            "month, weekday, like */15 6-22 * * *"
        )
        raise ValueError(message)
    minute, hour, day, month, weekday = fields
    times = CronTimes(
        minutes=tuple(sorted(_MINUTE.values(minute))),
        hours=tuple(sorted(_HOUR.values(hour))),
        days=_DAY.values(day),
        months=_MONTH.values(month),
        weekdays=frozenset(number % 7 for number in _WEEKDAY.values(weekday)),
        either="*" not in day and "*" not in weekday,
    )
    _require_a_day(times, text)
    return times


def _require_a_day(times: CronTimes, text: str) -> None:
    start = date(2000, 1, 1)
    if not any(times.fits(start + timedelta(days=number)) for number in range(_CYCLE)):
        message = f"{text!r} names a day that never comes; look at its day and month"
        raise ValueError(message)
