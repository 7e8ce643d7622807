"""Dates as archives write them: with and without signs between, with and without a zone."""

from __future__ import annotations

import re
from dataclasses import replace

from swifeeds.extract.archives.entry import Reading
from swifeeds.extract.embargo_ends import ending, opening
from swifeeds.extract.moments import Moment, is_zero_date, read_moment

_COMPACT = re.compile(
    r"(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?"
)
_PARTED = re.compile(r"(\d{4})[./](\d\d?)[./](\d\d?)(?=\D|$)")
_DAY_FIRST = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})(?=\D|$)")
_ZERO = re.compile(r"^0000|(?:^|\s)-0001\b")
_LONGEST = 80


def read_date(
    written: str | None, reading: Reading, *, language: str | None = None
) -> Moment | None:
    """A date of an archive; None for none, for zeros, and for what cannot be read.

    A time without a zone is of the source's zone; a day alone is noon there, of that precision.
    """
    text = " ".join((written or "").split())
    if not text or len(text) > _LONGEST or is_zero(text):
        return None
    source = reading.source
    moment = read_moment(
        _spelled(text), language=language or source.language, zone=source.time_zone
    )
    if moment is None:
        return None
    return replace(moment, dating=replace(moment.dating, read_from="archive"))


def read_opening(written: str | None, reading: Reading) -> Moment | None:
    """When something may be shown from, as `embargo_ends.opening` has it."""
    moment = read_date(written, reading)
    return opening(moment, reading.source.time_zone) if moment else None


def read_end(written: str | None, reading: Reading) -> Moment | None:
    """Until when something must not be shown, as `embargo_ends.ending` has it."""
    moment = read_date(written, reading)
    return ending(moment, reading.source.time_zone) if moment else None


def is_zero(written: str) -> bool:
    """True for what programs write when they know no date."""
    return _ZERO.search(written) is not None or is_zero_date(written)


def _spelled(text: str) -> str:
    """ISO 8601 with all its signs, where it is written without, or with others."""
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        clock = f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
        return f"{year}-{month}-{day}{clock}{zone or ''}" if clock else f"{year}-{month}-{day}"
    text = _PARTED.sub(r"\1-\2-\3", text)
    return _DAY_FIRST.sub(r"\3-\2-\1", text)
