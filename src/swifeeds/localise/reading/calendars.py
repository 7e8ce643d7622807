"""Years and days of other calendars, as pages print them, in ours.

A year says by itself which calendar it is of, where the language leaves two: 1399 is Iran's for
readers of Persian, 2563 Thailand's for readers of Thai, 109 the Republic of China's for readers of
Chinese. A year that fits no calendar of the language is no year: Islamic months drift through
the seasons, so 11/10/1441 cannot be read as if it were ours.
"""

from __future__ import annotations

from datetime import date, timedelta

from swifeeds.localise.negotiation import primary_subtag

_FIRST_GREGORIAN = 1583
_LAST_GREGORIAN = 2399
_SOLAR_YEARS = range(1300, 1500)
_BUDDHIST_YEARS = range(2400, 2700)
_REPUBLICAN_YEARS = range(100, 200)
_BUDDHIST_AHEAD = 543
_BEFORE_REPUBLIC = 1911

_SOLAR_LANGUAGES = frozenset({"fa", "ps", "mzn", "lrc"})
_YEAR_1400 = date(2021, 3, 21)
_LEAPS_IN_33 = 8
_LONG_MONTHS, _LONG_MONTH, _SHORT_MONTH, _LAST_MONTH = 6, 31, 30, 12


def counts_solar_years(language: str) -> bool:
    """True where Iran's calendar is in use."""
    return primary_subtag(language) in _SOLAR_LANGUAGES


def shortens_other_years(language: str) -> bool:
    """True where a year in two digits would most often be of another calendar."""
    return counts_solar_years(language) or primary_subtag(language) == "th"


def gregorian(year: int, month: int, day: int, language: str) -> tuple[int, int, int] | None:
    """Year, month and day in our calendar; None for a year that is of none that we read.

    Whether the day exists is only judged for the Solar Hijri calendar.

    Args:
        year: as written, without an era.
        month: its number in the calendar that the year is of.
        day: its number.
        language: BCP 47 tag of the text.
    """
    primary = primary_subtag(language)
    if counts_solar_years(language) and year in _SOLAR_YEARS:
        return solar_hijri(year, month, day)
    if primary == "th" and year in _BUDDHIST_YEARS:
        return year - _BUDDHIST_AHEAD, month, day
    if primary == "zh" and year in _REPUBLICAN_YEARS:
        return year + _BEFORE_REPUBLIC, month, day
    return (year, month, day) if _FIRST_GREGORIAN <= year <= _LAST_GREGORIAN else None


def solar_hijri(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    """A day of Iran's calendar in ours; None for one that does not exist, or is far from today.

    Its leap years follow a cycle of 33 years, which holds for all of 1178 to 1633.
    """
    if year not in _SOLAR_YEARS or not 1 <= month <= _LAST_MONTH:
        return None
    if not 1 <= day <= _length(year, month):
        return None
    first, last = sorted((1400, year))
    years = 365 * (year - 1400)
    leaps = sum(map(_is_leap, range(first, last)))
    days = years + (leaps if year > first else -leaps)
    days += sum(_length(year, before) for before in range(1, month)) + day - 1
    found = _YEAR_1400 + timedelta(days=days)
    return found.year, found.month, found.day


def _length(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return _LONG_MONTH
    return _SHORT_MONTH if month < _LAST_MONTH or _is_leap(year) else _SHORT_MONTH - 1


def _is_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < _LEAPS_IN_33
