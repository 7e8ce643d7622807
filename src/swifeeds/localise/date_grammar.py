"""The ways in which days are written, as patterns over folded text.

A date is read whole or not at all: what a pattern does not account for is never skipped, because
a skipped word turns "since January 2009" into a day in January that nobody named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from swifeeds.localise.date_words import month_comes_first, month_numbers, weekday_names
from swifeeds.localise.folding import fold
from swifeeds.localise.time_grammar import Clock, clock_after, clock_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The numbers of a date as written, not yet known to exist. `clock` None: a day alone."""

    year: int
    month: int
    day: int
    clock: Clock | None = None


_WHOLE_YEAR = 4
_DECEMBER = 12
_PIVOT = 70
"""Two-digit years from here on are of the last century, as POSIX has it."""

_LEAD = fold("on|the|am|den|le|du|el|il|del|em|no dia|в|يوم|في")
_OF = "de|del|do|of|di"
_YEAR_MARK = fold("г|года|م")
_WEEKDAY = r"\(?(?:[月火水木金土日](?:曜日?)?|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天])\)?"
_EAST_ASIAN = re.compile(
    rf"""(?:{_WEEKDAY}\s*)?
    (?P<year>\d{{4}})\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*[日號号]
    (?:\s*{_WEEKDAY})?""",
    re.VERBOSE,
)
_ISO = re.compile(r"(?P<year>\d{4})(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)")
_COMPACT_ISO = re.compile(r"(\d{8})t(\d\d)(\d\d)(\d\d)?(?![\d:])")
_NUMBERS = r"""(?<!\d)(?P<a>\d{4}|\d{1,2})\s?(?P<mark>[-./])\s?(?P<b>\d{1,2})\s?(?P=mark)
    \s?(?P<c>\d{4}|\d{2})(?!\d)\.?"""


def read_written(text: str, language: str) -> Reading | None:
    """The date in folded `text` as readers of `language` write it; None when it is none."""
    for reading, before, after in _days(_COMPACT_ISO.sub(_spread, text), language):
        if not before and not after:
            return reading
        if before and after:
            continue
        clock = clock_before(before) if before else clock_after(after)
        if clock:
            return replace(reading, clock=clock)
    return None


def _spread(found: re.Match[str]) -> str:
    day, *clock = found.groups()
    return f"{day}t{':'.join(part for part in clock if part)}"


def _days(text: str, language: str) -> Iterator[tuple[Reading, str, str]]:
    """Each possible day in `text`, with what stands before and after it."""
    for pattern in _patterns(language):
        found = pattern.search(text)
        reading = _reading(found.groupdict(), language) if found else None
        if found and reading:
            yield reading, text[: found.start()], text[found.end() :]


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    months, weekdays = _one_of(month_numbers(language)), _one_of(weekday_names(language))
    lead = rf"(?:\b(?:{_LEAD})\s+)?(?:\b(?:{weekdays})\.?\s*[,،]?\s*(?:(?:{_LEAD})\s+)?)?"
    month = rf"(?P<month>{months})\b\.?(?:\s*[/(]\s*(?P<also>{months})\b\.?\s*\)?)?"
    day = r"(?<!\d)(?P<day>\d{1,2})(?:\.|er|o|st|nd|rd|th)?"
    of = rf"\s*[-,./،]?\s*(?:(?:{_OF})\s+)?"
    year = rf"(?P<year>\d{{4}})(?!\d)(?:\s*(?:{_YEAR_MARK})(?!\w)\.?)?"
    named = (lead + day + of + month + of + year, lead + month + r"\s*" + day + r"\s*,?\s*" + year)
    return (
        _ISO,
        _EAST_ASIAN,
        *(re.compile(pattern) for pattern in named if months),
        re.compile(lead + _NUMBERS, re.VERBOSE),
    )


def _one_of(names: Mapping[str, int] | frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _reading(groups: Mapping[str, str | None], language: str) -> Reading | None:
    if "mark" in groups:
        return _numeric({name: text or "" for name, text in groups.items()}, language)
    names, month, also = month_numbers(language), groups["month"] or "", groups.get("also")
    number = names.get(month) or int(month)
    if also and names[also] != number:
        return None
    return Reading(year=int(groups["year"] or 0), month=number, day=int(groups["day"] or 0))


def _numeric(groups: Mapping[str, str], language: str) -> Reading:
    a, b, c = (int(groups[name]) for name in "abc")
    if len(groups["a"]) == _WHOLE_YEAR:
        return Reading(year=a, month=b, day=c)
    # A dot is written between day and month, never between month and day.
    month_first = groups["mark"] != "." and month_comes_first(language)
    month, day = (a, b) if month_first else (b, a)
    if month > _DECEMBER >= day:
        # One order alone makes a date, so nothing was guessed.
        month, day = day, month
    return Reading(year=_year(groups["c"]), month=month, day=day)


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == _WHOLE_YEAR:
        return year
    return year + (1900 if year >= _PIVOT else 2000)
