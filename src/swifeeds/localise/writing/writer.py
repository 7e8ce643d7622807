"""Dates written quickly: each pattern of a style is made ready once and then only filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import repeat
from operator import attrgetter, getitem
from zoneinfo import ZoneInfo

from swifeeds.localise.writing.choices import Writing
from swifeeds.localise.writing.fields import Field, Part, Unit, take_apart, with_place
from swifeeds.localise.writing.styles import style_of
from swifeeds.localise.writing.zone_names import zone_city

Write = Callable[[datetime], str]
"""From an aware moment to its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWriter:
    """One style under one desk's choices, ready. Moments are written in the site's zone.

    In another process it is made again of what it was made of.
    """

    tag: str
    writing: Writing
    zone: ZoneInfo
    between: str
    date: Write
    time: Write
    date_time: Write
    day_heading: Write
    month_heading: Write
    year_heading: Write
    same_month: tuple[Write, Write]
    same_year: tuple[Write, Write]

    def __reduce__(self) -> tuple[object, ...]:
        return date_writer, (self.tag, self.writing, self.zone.key)

    def range(self, first: datetime, last: datetime) -> str:
        """From day to day, without saying twice what the two share."""
        start, end = first.astimezone(self.zone), last.astimezone(self.zone)
        if start.date() == end.date():
            return self.date(start)
        if start.year != end.year:
            return f"{self.date(start)}{self.between}{self.date(end)}"
        head, tail = self.same_month if start.month == end.month else self.same_year
        return head(start) + tail(end)


@lru_cache(maxsize=256)
def date_writer(tag: str, writing: Writing, time_zone: str) -> DateWriter:
    """The writer of a style.

    Args:
        tag: whose style and words are used.
        writing: what the desk chose.
        time_zone: IANA name.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: there is no such zone.
    """
    style, zone, digits = style_of(tag), ZoneInfo(time_zone), writing.digits_of(tag)

    def say(text: str) -> str:
        return writing.spaced(text.translate(digits))

    def ready(pattern: str) -> Write:
        return _ready(take_apart(pattern, tag, style.first_day), zone, say)

    time = style.time_of(writing.hours)
    if writing.zone == "city":
        time = with_place(time, zone_city(time_zone, tag), tag)
    return DateWriter(
        tag=tag,
        writing=writing,
        zone=zone,
        between=writing.spaced(style.between),
        date=ready(style.date),
        time=ready(time),
        date_time=ready(style.date_time.format(date=style.date, time=time)),
        day_heading=_capitalised(ready(style.day_heading)),
        month_heading=_capitalised(ready(style.month_heading)),
        year_heading=_capitalised(ready(style.year_heading)),
        same_month=(ready(style.same_month[0]), ready(style.same_month[1])),
        same_year=(ready(style.same_year[0]), ready(style.same_year[1])),
    )


def _ready(parts: Sequence[Part], zone: ZoneInfo, say: Callable[[str], str]) -> Write:
    """The pattern as one template to be filled, and where each value of it is looked up.

    Where all values are written as plain numbers there is nothing to look up.
    """
    fields = [part for part in parts if isinstance(part, Field)]
    tables = [_Said(one, say) for one in fields]
    values = _values([one.unit for one in fields])
    forms = [table.form for table in tables]
    if None not in forms:
        numbers = _template(parts, map(str, forms), say)
        return lambda moment: numbers % values(moment.astimezone(zone))
    words = _template(parts, repeat("%s"), say)
    return lambda moment: words % tuple(map(getitem, tables, values(moment.astimezone(zone))))


def _template(parts: Sequence[Part], slots: Iterator[str], say: Callable[[str], str]) -> str:
    return "".join(
        say(part).replace("%", "%%") if isinstance(part, str) else next(slots) for part in parts
    )


def _values(units: Sequence[Unit]) -> Callable[[datetime], tuple[int, ...]]:
    """How to get the numbers that a pattern says: in one call where that can be."""
    if len(units) > 1 and "weekday" not in units:
        return attrgetter(*units)
    each = [datetime.weekday if unit == "weekday" else attrgetter(unit) for unit in units]
    return lambda local: tuple([value(local) for value in each])


class _Said(dict[int, str]):
    """What a field says, by value. A year is put into digits when it is first met."""

    def __init__(self, field: Field, say: Callable[[str], str]) -> None:
        super().__init__((value, say(word)) for value, word in field.words.items())
        self._say = say

    @property
    def form(self) -> str | None:
        """How `%` writes every value as this table does; None where the values have names."""
        said = dict(self) or {2009: self[2009]}
        forms = ("%d", "%02d")
        return next((one for one in forms if all(one % n == said[n] for n in said)), None)

    def __missing__(self, year: int) -> str:
        said = self[year] = self._say(str(year))
        return said


def _capitalised(write: Write) -> Write:
    def written(moment: datetime) -> str:
        text = write(moment)
        # Title case: Georgian has capitals that no sentence begins with.
        return text[:1].title() + text[1:]

    return written
