"""Whether what is written is read back as the same moment, day, month or range.

Instants are drawn evenly from 1970 to 2034 (dateparser knows no summer time some years later), to
the minute, with a seed. Each is written in every style, headings and ranges among them, under
every choice that a desk has, and read again without being told the choice. An hour that comes
twice in an autumn night is right when the earlier one is read.

dateparser is asked the same strings of those styles that say one day (date, date and time, heading
of a day): of the first 100 instants as the style has them, of the first 10 under each other choice
(it takes a millisecond for a string). It is told the language, the zone and that nothing is
relative.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from zoneinfo import ZoneInfo

from dateparser import parse as dateparser_parse
from tests.tongues import ZURICH, locale

from swifeeds.localise import (
    Locale,
    native_digits,
    parse_date,
    parse_month,
    parse_range,
    parse_year,
)
from swifeeds.localise.negotiation import primary_subtag

INSTANTS = 500
AS_STYLED, AS_CHOSEN = 100, 10
"""Instants for which dateparser is asked."""

ONE_DAY = ("date", "date time", "day")
RANGES = ("same month", "same year", "years")
_FIRST, _LAST = datetime(1970, 1, 2, tzinfo=UTC), datetime(2034, 12, 30, tzinfo=UTC)
_ZONE = ZoneInfo(ZURICH)


@dataclass(slots=True, kw_only=True)
class Trip:
    """Of one locale: how many strings were written and read rightly, by style.

    `asked` are dateparser's strings, by whether they are as the style has them.
    """

    written: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    asked: Counter[bool] = field(default_factory=Counter)
    by_dateparser: Counter[bool] = field(default_factory=Counter)


def instants(seed: int) -> list[datetime]:
    """Aware UTC moments of whole minutes."""
    numbers = Random(seed)
    minutes = int((_LAST - _FIRST) / timedelta(minutes=1))
    return [_FIRST + timedelta(minutes=numbers.randrange(minutes)) for _ in range(INSTANTS)]


def choices(tag: str) -> Iterator[dict[str, object]]:
    """Every way a desk may choose, the first of them to choose nothing."""
    digits = ("latin", "arabic") if native_digits(tag) else ("latin",)
    for hours, spaces, script, zone in product(
        (None, 12, 24), ("no-break", "cldr", "plain"), digits, ("none", "city")
    ):
        yield {"hours": hours, "spaces": spaces, "digits": script, "zone": zone}


def round_trip(tag: str) -> Trip:
    """Write and read everything of one locale."""
    trip, moments = Trip(), instants(2009)
    for number, chosen in enumerate(choices(tag)):
        say = locale(tag, **chosen)
        for place, moment in enumerate(moments):
            for style, text, right in _written(say, moment):
                trip.written[style] += 1
                if _read(style, text, tag) == right:
                    trip.read[style] += 1
                else:
                    trip.wrong.append(text)
                if style in ONE_DAY and place < (AS_CHOSEN if number else AS_STYLED):
                    trip.asked[number == 0] += 1
                    trip.by_dateparser[number == 0] += _by_dateparser(style, text, tag) == right
    return trip


def _written(say: Locale, moment: datetime) -> Iterator[tuple[str, str, object]]:
    """Style, text, and what a reader must make of it."""
    there = moment.astimezone(_ZONE)
    yield "date time", say.date_time(moment), there.replace(fold=0).astimezone(UTC)
    yield "date", say.date(moment), there.date()
    yield "day", say.day_heading(moment), there.date()
    yield "month", say.month_heading(moment), (there.year, there.month)
    yield "year", say.year_heading(moment), there.year
    for style, last in _lasts(there).items():
        yield style, say.range(moment, last), (there.date(), last.date())


def _lasts(first: datetime) -> Mapping[str, datetime]:
    """A later day in the same month, year, and another one, where there is one."""
    named = {
        "same month": (first + timedelta(days=1 + first.minute % 9)),
        "same year": (first + timedelta(days=32 + first.minute)),
        "years": (first + timedelta(days=366 + first.minute)),
    }
    fitting = {
        "same month": lambda last: (last.year, last.month) == (first.year, first.month),
        "same year": lambda last: last.year == first.year,
        "years": lambda last: last.year != first.year,
    }
    return {style: last for style, last in named.items() if fitting[style](last)}


def _read(style: str, text: str, tag: str) -> object:
    if style == "month":
        return parse_month(text, language=tag)
    if style == "year":
        return parse_year(text, language=tag)
    if style in RANGES:
        return parse_range(text, language=tag)
    found = parse_date(text, language=tag, zone=ZURICH)
    if found is None:
        return None
    return found.moment if style == "date time" else found.moment.astimezone(_ZONE).date()


def _by_dateparser(style: str, text: str, tag: str) -> object:
    settings = {
        "TIMEZONE": ZURICH,
        "RETURN_AS_TIMEZONE_AWARE": True,
        "PARSERS": ["absolute-time"],
    }
    language = "zh-Hant" if tag == "zh-Hant" else primary_subtag(tag)
    found = dateparser_parse(text, languages=[language], settings=settings)  # type: ignore[arg-type]
    if found is None:
        return None
    return found.astimezone(UTC) if style == "date time" else found.astimezone(_ZONE).date()
