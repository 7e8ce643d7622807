"""Reading what `Locale` writes: every style, heading and range, in every language.

The patterns that write are turned round, so nothing has to be listed twice. Whatever the desk
chose of clock, spaces, digits and zone is understood without being told. What other people write
is read by `parse_date`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from swifeeds.localise.folding import fold
from swifeeds.localise.reading.mirror import PLACE, Mirror, Numbers, mirror
from swifeeds.localise.writing.fields import Part, take_apart, with_place
from swifeeds.localise.writing.styles import style_of
from swifeeds.localise.writing.zone_names import named_zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date in one of our styles. `hour` and `minute` None: a day alone; `zone` None: not named.

    `day` None: there is no such day, or it is not on the weekday that is named.
    """

    day: date | None
    hour: int | None
    minute: int | None
    zone: str | None


def read_back(text: str, *, language: str, zone: str) -> Written | None:
    """A day, a heading of a day, or a day with its time; None when it is in no style of ours.

    Args:
        text: the date alone.
        language: BCP 47 tag of the style.
        zone: IANA name of the zone that a city's name means where several share it.
    """
    folded = fold(text)
    for one in _days(language):
        found = one.read(folded)
        if found is None:
            continue
        (numbers,), city = found
        named = named_zone(city, language, nearest=zone) if city else None
        if city and named is None:
            return None
        return Written(
            day=_day(numbers),
            hour=numbers.get("hour"),
            minute=numbers.get("minute"),
            zone=named,
        )
    return None


def parse_month(text: str, *, language: str) -> tuple[int, int] | None:
    """Year and month of a heading that `Locale.month_heading` wrote; None when it is none.

    Args:
        text: the heading alone.
        language: BCP 47 tag of the style.
    """
    found = _month(language).read(fold(text))
    if found is None:
        return None
    (numbers,), _ = found
    return numbers["year"], numbers["month"]


def parse_year(text: str, *, language: str) -> int | None:
    """The year of a heading that `Locale.year_heading` wrote; None when it is none.

    Args:
        text: the heading alone.
        language: BCP 47 tag of the style.
    """
    found = _year(language).read(fold(text))
    return found[0][0]["year"] if found else None


def parse_range(text: str, *, language: str) -> tuple[date, date] | None:
    """First and last day of what `Locale.range` wrote; None when it is no range.

    One day alone is a range of one day. A range that ends before it begins is none.

    Args:
        text: the range alone.
        language: BCP 47 tag of the style.
    """
    folded = fold(text)
    for one in _ranges(language):
        found = one.read(folded)
        if found is None:
            continue
        (*heads, tail), _ = found
        head = heads[0] if heads else tail
        first, last = _day({**tail, **head}), _day({**head, **tail})
        return (first, last) if first and last and first <= last else None
    return None


def _day(numbers: Numbers) -> date | None:
    try:
        day = date(numbers["year"], numbers["month"], numbers["day"])
    except ValueError:
        return None
    return day if numbers.get("weekday", day.weekday()) == day.weekday() else None


@lru_cache(maxsize=64)
def _days(tag: str) -> tuple[Mirror, ...]:
    style = style_of(tag)
    clocks = (style.time_of(24), style.time_of(12))
    times = (*clocks, *(with_place(clock, PLACE, tag) for clock in clocks))
    patterns = (style.date_time.format(date=style.date, time=time) for time in times)
    return tuple(mirror(_parts(one, tag)) for one in (style.date, style.day_heading, *patterns))


@lru_cache(maxsize=64)
def _month(tag: str) -> Mirror:
    return mirror(_parts(style_of(tag).month_heading, tag))


@lru_cache(maxsize=64)
def _year(tag: str) -> Mirror:
    return mirror(_parts(style_of(tag).year_heading, tag))


@lru_cache(maxsize=64)
def _ranges(tag: str) -> tuple[Mirror, ...]:
    style = style_of(tag)
    date = _parts(style.date, tag)
    shortened = (style.same_month, style.same_year)
    halves = (mirror(_parts(head, tag), _parts(tail, tag)) for head, tail in shortened)
    return (mirror(date), *halves, mirror((*date, style.between), date))


def _parts(pattern: str, tag: str) -> tuple[Part, ...]:
    return take_apart(pattern, tag, style_of(tag).first_day)
