"""Reading the dates that people write: the mirror of what `locale` writes.

What we write ourselves comes first (`read_back`), then our own grammar over CLDR's words for what
others write: both are exact and quick. dateparser is asked last, about absolute dates alone, with
the language named and nothing left for it to fill in. A date that cannot be read is None; no part
of one is ever invented (no 1 January for a bare year).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timezone, tzinfo
from zoneinfo import ZoneInfo

from swifeeds.localise.date_grammar import Reading, read_written
from swifeeds.localise.date_words import month_comes_first
from swifeeds.localise.folding import fold, fold_east_asian
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.read_back import Written, read_back
from swifeeds.localise.time_grammar import Clock
from swifeeds.model import Precision

_LONGEST = 120
"""Characters. A date with its weekday, time and zone needs fewer; a sentence is not a date."""

_SHOWS_TIME = re.compile(r"\d\s?[:.h時时点點]\s?\d\d(?!\d)|\d\s?[ap]\.?m")
_OFFSET = re.compile(r"[+-]\d\d:?\d\d$")
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


def parse_date(text: str, *, language: str, zone: str | None) -> ParsedDate | None:
    """Read a date that was cut out of its sentence; None when it is not wholly understood.

    ISO 8601, RFC 822 and what readers of `language` write: names of months, numbers in the order
    of the region (`en` 5/6 is May, `en-GB` June), digits of any script, Japanese eras, Han
    numerals. A date in English is understood in every language. A date in our own style on a
    wrong weekday is none. Whether a date lies in the future is not judged.

    Args:
        text: the date alone, plain text.
        language: BCP 47 tag, with its region where one is known.
        zone: IANA zone of a time that names none, by its city or otherwise; None: UTC.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: `zone` is no zone.
    """
    if len(text) > _LONGEST:
        return None
    assumed = zone or "UTC"
    own = read_back(text, language=language, zone=assumed)
    if own is not None:
        return _of_our_own(own, assumed)
    folded = fold_east_asian(fold(text))
    reading = read_written(folded, language) or read_written(folded, "en")
    return _parsed(reading, assumed) if reading else _last_resort(text, language, assumed)


def _of_our_own(written: Written, assumed: str) -> ParsedDate | None:
    if written.day is None:
        return None
    clock = None
    if written.hour is not None:
        clock = Clock(hour=written.hour, minute=written.minute or 0)
    day = written.day
    reading = Reading(year=day.year, month=day.month, day=day.day, clock=clock)
    parsed = _parsed(reading, written.zone or assumed)
    return replace(parsed, zone=None) if parsed and written.zone else parsed


def _parsed(reading: Reading, assumed: str) -> ParsedDate | None:
    clock = reading.clock or _NOON
    try:
        where: tzinfo = ZoneInfo(assumed) if clock.offset is None else timezone(clock.offset)
        local = datetime(
            reading.year,
            reading.month,
            reading.day,
            clock.hour,
            clock.minute,
            clock.second or 0,
            tzinfo=where,
        )
        moment = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return ParsedDate(
        moment=moment,
        precision=_precision(reading.clock),
        zone=assumed if clock.offset is None else None,
    )


def _precision(clock: Clock | None) -> Precision:
    if clock is None:
        return Precision.DAY
    return Precision.MINUTE if clock.second is None else Precision.SECOND


def _last_resort(text: str, language: str, assumed: str) -> ParsedDate | None:
    """What dateparser makes of it. Imported here: it costs a tenth of a second to load."""
    from dateparser import parse  # noqa: PLC0415

    settings = {
        "PARSERS": ["absolute-time"],  # a relative time would need a clock
        "STRICT_PARSING": True,
        "DATE_ORDER": "MDY" if month_comes_first(language) else "DMY",
    }
    try:
        found = parse(text, languages=[primary_subtag(language)], settings=settings)
    except (ValueError, TypeError, OverflowError):
        return None
    if found is None or not _is_supported(found, text):
        return None
    return _parsed(_as_reading(found, text), assumed)


def _is_supported(found: datetime, text: str) -> bool:
    """Year and day both stand in the text: dateparser has been seen to fill in either."""
    numbers = set(map(int, re.findall(r"\d+", fold(text))))
    return found.day in numbers and not numbers.isdisjoint({found.year, found.year % 100})


def _as_reading(found: datetime, text: str) -> Reading:
    """It says midnight where no time stands: the text must show the digits of one."""
    shown = _SHOWS_TIME.search(_OFFSET.sub("", fold(text)))
    clock = Clock(
        hour=found.hour,
        minute=found.minute,
        second=found.second or None,
        offset=found.utcoffset(),
    )
    return Reading(
        year=found.year, month=found.month, day=found.day, clock=clock if shown else None
    )
