"""The three date forms of HTTP (RFC 9110 5.6.7): all are read, the first alone is written.

Read strictly: a date that is not in one of the forms is no date. Python's `email.utils` would
accept nearly anything, and a wrong guess here means a reader that never sees an update.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TIME = r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_LONG_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MONTH = f"(?P<month>{'|'.join(_MONTHS)})"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_DAY}, (?P<day>\d\d) {_MONTH} (?P<year>\d{{4}}) {_TIME} GMT",
        rf"{_LONG_DAY}, (?P<day>\d\d)-{_MONTH}-(?P<year>\d\d) {_TIME} GMT",
        rf"{_DAY} {_MONTH} (?P<day>[ \d]\d) {_TIME} (?P<year>\d{{4}})",
    )
)
_SHORT_YEAR = 2
_FAR = 50


def http_date(moment: datetime) -> str:
    """`moment` (UTC) as IMF-fixdate: `Tue, 19 May 2009 13:45:00 GMT`."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def parse_http_date(text: str, now: datetime) -> datetime | None:
    """The moment (UTC), or None for anything that is no date of HTTP.

    `now` settles two-digit years: one more than fifty years ahead belongs to the past.
    """
    match = next((found for form in _FORMS if (found := form.fullmatch(text.strip()))), None)
    return None if match is None else _moment(match.groupdict(), now)


def _moment(parts: dict[str, str], now: datetime) -> datetime | None:
    # The grammar knows the leap second, `datetime` does not.
    second = "59" if parts["second"] == "60" else parts["second"]
    try:
        return datetime(
            _year(parts["year"], now),
            _MONTHS.index(parts["month"]) + 1,
            int(parts["day"]),
            int(parts["hour"]),
            int(parts["minute"]),
            int(second),
            tzinfo=UTC,
        )
    except ValueError:
        return None


def _year(text: str, now: datetime) -> int:
    if len(text) > _SHORT_YEAR:
        return int(text)
    year = now.year - now.year % 100 + int(text)
    return year - 100 if year > now.year + _FAR else year
