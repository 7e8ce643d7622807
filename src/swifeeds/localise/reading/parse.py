"""Reading the dates that people write: the mirror of what `locale` writes.

What we write ourselves comes first (`read_back`), then our own grammar over CLDR's words for what
others write: both are exact and quick. dateparser is asked last, about absolute dates alone, with
the language named and nothing left for it to fill in. A date that cannot be read is None; no part
of one is ever invented (no 1 January for a bare year).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from swifeeds.localise.folding import fold_date
from swifeeds.localise.reading.by_dateparser import dateparser_reading
from swifeeds.localise.reading.clock import Clock
from swifeeds.localise.reading.finding import Reading, find_readings, whole_reading
from swifeeds.localise.reading.month_names import ANY
from swifeeds.localise.reading.read_back import Written, read_back
from swifeeds.model import Precision

_LONGEST = 120
"""Characters. A date with its weekday, time and zone needs fewer; a sentence is not a date."""

_LONGEST_LINE = 400

_TWICE = re.compile(r"(?<!\d)(\d[^\n]{6,38}?\d)\1(?!\d)")
"""A date that a template prints twice, once for machines, with nothing between the two."""

_IN_WORDS = re.compile(
    r"(?<!\d)\d{1,2}(?!\d)\D{0,4}[^\W\d_]\D{0,24}(?:\d{4}|['’‘-]\d\d)"
    r"|[^\W\d_]\D{0,3}\d{1,2}(?!\d)\D{1,8}(?:\d{4}|['’‘]\d\d)"
    r"|\d{4}\D{0,6}[^\W\d_]\D{0,24}\d"
)
"""What a day with the name of its month looks like: most lines with numbers do not."""

_STAMP = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-](?:0\d|1[0-2]):[0-5]\d)", re.ASCII
)
_NOON = Clock(hour=12, minute=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedDate:
    """A date that was read.

    `moment` is UTC; `zone` the IANA zone that was assumed, None where the text names its own. A
    day without a time is noon in that zone, with precision `DAY`.
    """

    moment: datetime
    precision: Precision
    zone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedDate:
    """A date in a line. `start` and `end` are places in `line`, the line as it was read."""

    date: ParsedDate
    start: int
    end: int
    line: str


def parse_date(text: str, *, language: str, zone: str | None) -> ParsedDate | None:
    """Read a date that was cut out of its sentence; None when it is not wholly understood.

    ISO 8601, RFC 822 and what readers of `language` write: names of months, numbers in the order
    of the region (`en` 5/6 is May, `en-GB` June), digits of any script, Japanese eras, Han
    numerals. English words are understood in every language, and so are the names in full that no
    two languages give to different months. A date in our own style on a wrong weekday is none.
    Whether a date lies in the future is not judged.

    Args:
        text: the date alone, plain text.
        language: BCP 47 tag, with its region where one is known.
        zone: IANA zone of a time that names none, by its city or otherwise; None: UTC.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: `zone` is no zone.
    """
    if len(text) > _LONGEST:
        return None
    if _STAMP.fullmatch(text) and (stamped := _stamped(text)):
        return stamped
    assumed = zone or "UTC"
    own = read_back(text, language=language, zone=assumed)
    if own is not None:
        return _of_our_own(own, assumed)
    folded = fold_date(text)
    reading = (
        whole_reading(folded, language)
        or _other_words(folded)
        or dateparser_reading(text, language)
    )
    return _parsed(reading, assumed) if reading else None


def _stamped(text: str) -> ParsedDate | None:
    """A moment as machines write it; most dates that pages declare are so, and nothing in them is
    left to be understood."""
    try:
        moment = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return ParsedDate(moment=moment, precision=Precision.SECOND, zone=None)


def dates_in(text: str, *, language: str, zone: str | None) -> Iterator[PlacedDate]:
    """The dates that stand in a line among other words, in their order.

    The same grammar as `parse_date`, and as strict about each date: what is around it may be
    anything. Nothing is found in more than 400 characters; such a text is no line.

    Args:
        text: one line, plain text.
        language: BCP 47 tag, with its region where one is known.
        zone: IANA zone of a time that names none; None: UTC.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: `zone` is no zone.
    """
    if len(text) > _LONGEST_LINE:
        return
    folded = _TWICE.sub(r"\1", fold_date(text))
    readings = tuple(find_readings(folded, language))
    for other in ("en", ANY) if _IN_WORDS.search(folded) else ():
        readings = readings or tuple(find_readings(folded, other, in_words=True))
    for reading in readings:
        if found := _parsed(reading, zone or "UTC"):
            yield PlacedDate(date=found, start=reading.start, end=reading.end, line=folded)


def _other_words(folded: str) -> Reading | None:
    """A date in the words of another language; its numbers are left to the language itself."""
    if not _IN_WORDS.search(folded):
        return None
    return whole_reading(folded, "en", in_words=True) or whole_reading(folded, ANY, in_words=True)


def _of_our_own(written: Written, assumed: str) -> ParsedDate | None:
    if written.day is None:
        return None
    clock = None
    if written.hour is not None:
        clock = Clock(hour=written.hour, minute=written.minute or 0)
    day = written.day
    reading = Reading(year=day.year, month=day.month, day=day.day, clock=clock, start=0, end=0)
    parsed = _parsed(reading, written.zone or assumed)
    return replace(parsed, zone=None) if parsed and written.zone else parsed


def _parsed(reading: Reading, assumed: str) -> ParsedDate | None:
    clock = reading.clock
    try:
        home = ZoneInfo(assumed)
        if clock and clock.shared_zone and not _goes_by(home, clock.shared_zone, reading, clock):
            # Whose 15:45 it is cannot be known; the day can.
            clock = None
        moment = _local(reading, clock or _NOON, home).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    is_assumed = clock is None or clock.zone is None
    return ParsedDate(
        moment=moment, precision=_precision(clock), zone=assumed if is_assumed else None
    )


def _local(reading: Reading, clock: Clock, home: tzinfo) -> datetime:
    return datetime(
        reading.year,
        reading.month,
        reading.day,
        clock.hour,
        clock.minute,
        clock.second or 0,
        tzinfo=clock.zone or home,
    )


def _goes_by(home: ZoneInfo, word: str, reading: Reading, clock: Clock) -> bool:
    """True where the source's own zone has that name on that day."""
    return (_local(reading, clock, home).tzname() or "").casefold() == word


def _precision(clock: Clock | None) -> Precision:
    if clock is None:
        return Precision.DAY
    return Precision.MINUTE if clock.second is None else Precision.SECOND
