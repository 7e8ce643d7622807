"""The dates of feeds: RFC 3339 and RFC 822 exactly, all else by the language of the feed.

A bare time is of the source's zone, which is noted. A day without a time is noon there. 24:00 is
the midnight that ends the day (ISO 8601). Ten or thirteen digits are what programs count in:
seconds or milliseconds since 1970.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from swifeeds.localise.reading.parse import parse_date
from swifeeds.model import Dating, Precision

_ISO = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt ]\s*(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*"
    r"(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
_RFC822 = re.compile(
    r"(?:[^\W\d_]+\.?,?\s+)?(\d\d?)[\s-]+([^\W\d_]{3})[^\W\d_]*+\.?[\s-]+(\d{4}|\d\d)"
    r"(?:,?\s+(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([+-]\d\d:?\d\d|[A-Za-z]{1,5})?(?:\s*\([^()]*\))?)?"
)
_MONTHS = {
    name: month
    for month, names in enumerate(
        ("jan gen ene янв", "feb fév fev фев", "mar mär мар", "apr avr abr апр",
         "may mai mag мая май",
         "jun giu июн", "jul lug июл", "aug aoû ago авг", "sep set сен", "oct okt out ott окт",
         "nov ноя", "dec dez déc dic дек"), 1)
    for name in names.split()
}  # fmt: skip
"""By their first three letters, which no two of our languages give to different months: programs
write RFC 822 in their own language. What begins two months (`jui`) is left to slower readers."""

_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1,
    "mez": 1, "cest": 2, "mest": 2, "mesz": 2, "eet": 2, "sast": 2, "eest": 3, "msk": 3,
    "hkt": 8, "jst": 9, "kst": 9, "ast": -4, "adt": -3, "est": -5, "edt": -4, "cst": -6,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
"""Hours from UTC: the names of RFC 822, and those of Europe and Asia that mean one thing only."""

_EPOCH = re.compile(r"(?:(\d{10})|(\d{10})\d{3})(?:\.\d+)?", re.ASCII)
_FIRST_SECOND = 1_000_000_000
_LAST_SECOND = 4_102_444_800
"""From September 2001, when they got their tenth digit, to the end of 2099."""

_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-4])")
"""Ten digits that may as well be a day and its hour."""

_NOON = time(12)
_END_OF_DAY = 24
_CENTURY_PIVOT = 50
_ZERO = re.compile(
    r"0|(?:0001-01-01|0000-00-00|1970-01-01T00:00:00)(?:\D.*)?"
    r"|(?:\w+, )?0?1 Jan (?:0001|1970 00:00:00)\b.*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When (UTC), and how it was read."""

    at: datetime
    dating: Dating


def is_zero_date(text: str) -> bool:
    """True for what programs write when they know no date."""
    return _ZERO.fullmatch(text.strip()) is not None


def read_moment(text: str, *, language: str, zone: str) -> Moment | None:
    """The date that a feed's element holds, or None when it cannot be read.

    Args:
        text: the element's text.
        language: BCP 47 tag, for dates in words.
        zone: IANA zone of times that name none.
    """
    written = " ".join(text.split())
    if (moment := _exact(written, zone) or _counted(written)) is not None:
        return moment
    parsed = parse_date(written, language=language, zone=zone)
    if parsed is None:
        return None
    dating = Dating(read_from="feed", precision=parsed.precision, zone=parsed.zone)
    return Moment(at=parsed.moment, dating=dating)


def _exact(written: str, zone: str) -> Moment | None:
    try:
        if match := _ISO.fullmatch(written):
            year, month, day = map(int, match.group(1, 2, 3))
        elif match := _RFC822.fullmatch(written):
            year, month = _full_year(match[3]), _MONTHS.get(match[2].lower(), 0)
            day = int(match[1])
        else:
            return None
        return _moment(datetime(year, month, day, tzinfo=UTC), match, zone)
    except (ValueError, OverflowError):
        return None


def _counted(written: str) -> Moment | None:
    """Seconds or milliseconds since 1970, to the second."""
    match = _EPOCH.fullmatch(written)
    if match is None or (match[1] and _COMPACT.fullmatch(match[1])):
        return None
    seconds = int(match[1] or match[2])
    if not _FIRST_SECOND <= seconds < _LAST_SECOND:
        return None
    dating = Dating(read_from="feed", precision=Precision.SECOND, zone=None)
    return Moment(at=datetime.fromtimestamp(seconds, UTC), dating=dating)


def _moment(day: datetime, match: re.Match[str], zone: str) -> Moment | None:
    """Groups 4 to 7 of both patterns are hour, minute, second and zone."""
    hour, minute, second, named = match.group(4, 5, 6, 7)
    offset = _offset(named)
    if named and offset is None:
        return None
    if hour and (int(hour), int(minute), int(second or 0)) == (_END_OF_DAY, 0, 0):
        day, hour = day + timedelta(days=1), "0"
    clock = time(int(hour), int(minute), min(int(second or 0), 59)) if hour else _NOON
    local = datetime.combine(day, clock, offset or ZoneInfo(zone))
    precision = _precision(hour, second)
    assumed = zone if offset is None else None
    dating = Dating(read_from="feed", precision=precision, zone=assumed)
    return Moment(at=local.astimezone(UTC), dating=dating)


def _precision(hour: str | None, second: str | None) -> Precision:
    if hour is None:
        return Precision.DAY
    return Precision.MINUTE if second is None else Precision.SECOND


def _full_year(written: str) -> int:
    """Two digits as RFC 2822, 4.3, reads them."""
    year = int(written)
    if len(written) > 2:  # noqa: PLR2004 - two digits or four
        return year
    return year + (2000 if year < _CENTURY_PIVOT else 1900)


@lru_cache(maxsize=256)
def _offset(named: str | None) -> tzinfo | None:
    if named is None:
        return None
    if named[0] in "+-":
        digits = named[1:].replace(":", "").ljust(4, "0")
        distance = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-distance if named[0] == "-" else distance)
    hours = _ZONES.get(named.lower())
    return None if hours is None else timezone(timedelta(hours=hours))
