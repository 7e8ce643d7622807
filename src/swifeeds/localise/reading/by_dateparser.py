"""The last resort for a date: what dateparser makes of it, where the text supports its answer."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from swifeeds.localise.folding import fold_date
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.reading.clock import Clock
from swifeeds.localise.reading.day_halves import half_pattern
from swifeeds.localise.reading.finding import Reading
from swifeeds.localise.reading.words import month_comes_first

_SHOWS_TIME = re.compile(r"\d\s?[:.h時时点點]\s?\d\d(?!\d)|\d\s?[ap]\.?m")
_ROW = re.compile(r"\d\s?[-./]\s?\d{1,2}\s?[-./]\s?\d")
_SEVERAL_DAYS = re.compile(r"(?<![\d:.])\d{1,2}\.?\s?[-–—]\s?\d{1,2}(?![\d:])")
_OFFSET = re.compile(r"[+-]\d\d:?\d\d$")


def dateparser_reading(text: str, language: str) -> Reading | None:
    """An absolute date, with the language named and nothing left for dateparser to fill in.

    What our grammar refuses in a row of three numbers is ambiguous, and in an hour with a word for
    its half of the day (晚上12:00) a contradiction: neither is asked about, nor several days.
    Imported here: it costs a tenth of a second to load.
    """
    folded = fold_date(text)
    if (
        _ROW.search(folded)
        or _SEVERAL_DAYS.search(folded)
        or _hour_in_words(language).search(folded)
    ):
        return None

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
    return _as_reading(found, text)


@lru_cache(maxsize=64)
def _hour_in_words(language: str) -> re.Pattern[str]:
    halves = half_pattern(language)
    return re.compile(rf"(?:{halves})\s?\d{{1,2}}(?!\d)|\d{{1,2}}\s?(?:{halves})(?![^\W\d_])")


def _is_supported(found: datetime, text: str) -> bool:
    """Day and whole year stand in the text: dateparser has been seen to fill in either, and to
    take the 21 of 21年5月19日 for the day."""
    numbers = set(map(int, re.findall(r"\d+", fold_date(text))))
    return {found.day, found.year} <= numbers


def _as_reading(found: datetime, text: str) -> Reading:
    """It says midnight where no time stands: the text must show the digits of one."""
    shown = _SHOWS_TIME.search(_OFFSET.sub("", fold_date(text)))
    clock = Clock(
        hour=found.hour,
        minute=found.minute,
        second=found.second or None,
        zone=found.tzinfo,
    )
    return Reading(
        year=found.year,
        month=found.month,
        day=found.day,
        clock=clock if shown else None,
        start=0,
        end=len(text),
    )
