"""A day with all that belongs to it: weekday, time of day and zone, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from functools import lru_cache

from swifeeds.localise.calendar_names import weekday_numbers
from swifeeds.localise.reading.clock import Clock, clock_after, clock_before
from swifeeds.localise.reading.grammar import WrittenDay, written_days
from swifeeds.localise.reading.zone_words import zone_before, zone_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The numbers of a date as written, not yet known to exist. `clock` None: a day alone.

    `start` and `end` are places in the folded text.
    """

    year: int
    month: int
    day: int
    clock: Clock | None
    start: int
    end: int


_LEAD = "on|the|am|den|der|le|du|el|il|del|em|no dia|dia|в|يوم|في|op|dne|dnia|ngay|de|la|от"
_EAST_ASIAN_DAY = r"(?:[月火水木金土日](?:曜日?)?|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天])"
_EAST_ASIAN_DAYS = "月火水木金土日", "一二三四五六日天"
_WINDOW = 40
_COMPACT_ISO = re.compile(r"(\d{8})t(\d\d)(\d\d)(\d\d)?(?![\d:])")


def find_readings(folded: str, language: str, *, in_words: bool = False) -> Iterator[Reading]:
    """The dates in a folded line, in their order; each place is read once."""
    end = 0
    for day in written_days(folded, language, in_words=in_words):
        if day.start >= end:
            reading = _grown(folded, day, language)
            end = day.end
            yield reading


def whole_reading(folded: str, language: str, *, in_words: bool = False) -> Reading | None:
    """The date that a folded text is, from its first sign to its last."""
    folded = _COMPACT_ISO.sub(_spread, folded)
    last = len(folded.rstrip(". "))
    for day in written_days(folded, language, in_words=in_words):
        reading = _grown(folded, day, language)
        if reading.start == 0 and reading.end >= last:
            return reading
    return None


def _spread(found: re.Match[str]) -> str:
    day, *clock = found.groups()
    return f"{day}t{':'.join(part for part in clock if part)}"


def _grown(text: str, day: WrittenDay, language: str) -> Reading:
    start, before = _weekday_before(text, day.start, language)
    end, after = _weekday_after(text, day.end, language)
    clock: Clock | None = None
    if later := clock_after(text, end, language):
        clock, end = later
    elif earlier := clock_before(text, start, language):
        clock, start = earlier
    if clock and clock.zone is None and (named := _zone_before(text, start, language)):
        start, zone = named
        clock = replace(clock, zone=zone)
    month, number = _in_order(day, before if before is not None else after)
    return Reading(year=day.year, month=month, day=number, clock=clock, start=start, end=end)


def _zone_before(text: str, start: int, language: str) -> tuple[int, tzinfo] | None:
    first = max(0, start - _WINDOW)
    found = zone_before(language).search(text[first:start])
    return (first + found.start(), zone_words(language)[found["zone"]]) if found else None


def _in_order(day: WrittenDay, weekday: int | None) -> tuple[int, int]:
    """Month and day. "Tue 05/06/2009" says by its weekday which of the two is the month."""
    if day.other and weekday is not None:
        month, number = day.other
        try:
            if (
                date(day.year, month, number).weekday() == weekday
                and date(day.year, day.month, day.day).weekday() != weekday
            ):
                return day.other
        except ValueError:
            pass
    return day.month, day.day


@lru_cache(maxsize=64)
def _weekdays(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, weekday_numbers(language)), key=len, reverse=True))
    named = rf"(?P<name>(?<![^\W_])(?:{names})(?![^\W_])|{_EAST_ASIAN_DAY})"
    lead = rf"(?:(?<![^\W_])(?:{_LEAD})[\s']{{1,2}})?"
    return (
        re.compile(rf"{lead}(?:\(?{named}\)?\.?\s?[,،/]?\s?)?{lead}\Z"),
        re.compile(rf"\s?[,،/]?\s?\(?\s?{named}\.?\s?\)?"),
    )


def _weekday_before(text: str, start: int, language: str) -> tuple[int, int | None]:
    first = max(0, start - _WINDOW)
    found = _weekdays(language)[0].search(text[first:start])
    if found is None or found.start() == found.end():
        return start, None
    return first + found.start(), _weekday(found["name"], language)


def _weekday_after(text: str, end: int, language: str) -> tuple[int, int | None]:
    found = _weekdays(language)[1].match(text, end)
    if found is None:
        return end, None
    return found.end(), _weekday(found["name"], language)


def _weekday(name: str | None, language: str) -> int | None:
    if name is None or name in weekday_numbers(language):
        return weekday_numbers(language).get(name or "")
    sign = name.removesuffix("曜日").removesuffix("曜")[-1]
    signs = _EAST_ASIAN_DAYS[sign in _EAST_ASIAN_DAYS[1] and len(name) > 1]
    return min(signs.index(sign), 6)
