"""How often a story was written about: articles per week, month or year, as bars. Pure.

The bars are geometry for an inline SVG, the same figures a table for whoever cannot see them. In a
language written from right to left time runs that way too, so the bars are mirrored here: no style
sheet turns an SVG round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from swifeeds.localise.locale import Locale
from swifeeds.model import Direction

HEIGHT = 36
"""Of the tallest bar; this and all that follows in CSS pixels, where there is room for them."""

_LEAST_WIDTH = 240
"""The two dates below the chart need as much."""

_LEAST_SLOT, _GAP, _WIDEST_BAR = 12, 4, 24
_LEAST_HEIGHT = 3
"""One article among hundreds must still be seen."""

_LEAST_SCALE = 3
"""What the full height stands for at least: single articles are no peaks."""

_FEWEST_ARTICLES = 3
_FEWEST_BARS = 4
"""Two or three bars say less than the dates beside them."""

_MOST_BARS = 60
"""More bars than this run into each other on a telephone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One span of time: its name, its articles, and the rectangle that stands for them."""

    label: str
    count: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What is drawn above a timeline. `bars` are the spans with articles, the oldest first.

    `caption` says what a bar is; `width` and `height` are of the drawing; `first` and `last` are
    the days that it begins and ends with; `most` is the tallest bar, None when several are.
    """

    caption: str
    bars: tuple[Bar, ...]
    width: int
    height: int
    first: str
    last: str
    most: Bar | None


class _Step(Enum):
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def chart(moments: Sequence[datetime], locale: Locale) -> Chart | None:
    """The chart of articles published at these moments (UTC, any order).

    Weeks begin on Monday, in the site's zone. Spans grow from weeks to months to years until at
    most sixty fill the time between the first article and the last.

    Returns:
        None where there is too little to draw.
    """
    if len(moments) < _FEWEST_ARTICLES:
        return None
    zone = ZoneInfo(locale.time_zone)
    days = sorted(moment.astimezone(zone).date() for moment in moments)
    step, starts = _spans(days[0], days[-1])
    if len(starts) < _FEWEST_BARS:
        return None
    counts = Counter(_start(day, step) for day in days)
    bars = tuple(_bars(starts, counts, _naming(step, locale), locale.direction))
    tallest = max(bars, key=lambda bar: bar.count)
    return Chart(
        caption=_caption(step, locale),
        bars=bars,
        width=len(starts) * _slot(len(starts)),
        height=tallest.height,
        first=locale.date(min(moments)),
        last=locale.date(max(moments)),
        most=tallest if [bar.count for bar in bars].count(tallest.count) == 1 else None,
    )


def _spans(first: date, last: date) -> tuple[_Step, list[date]]:
    for step in (_Step.WEEK, _Step.MONTH):
        starts = list(_starts(first, last, step))
        if len(starts) <= _MOST_BARS:
            return step, starts
    return _Step.YEAR, list(_starts(first, last, _Step.YEAR))


def _starts(first: date, last: date, step: _Step) -> Iterator[date]:
    start = _start(first, step)
    while start <= last:
        yield start
        start = _next(start, step)


def _start(day: date, step: _Step) -> date:
    match step:
        case _Step.WEEK:
            return day - timedelta(days=day.weekday())
        case _Step.MONTH:
            return day.replace(day=1)
        case _Step.YEAR:
            return day.replace(month=1, day=1)


def _next(start: date, step: _Step) -> date:
    """Any day of the next span, brought back to its start."""
    return _start(start + timedelta(days={"week": 7, "month": 31, "year": 366}[step.value]), step)


def _slot(count: int) -> int:
    """A bar's share of the width, where there are so many."""
    return max(_LEAST_SLOT, _LEAST_WIDTH // count)


def _bars(
    starts: Sequence[date], counts: Counter[date], name: Callable[[date], str], runs: Direction
) -> Iterator[Bar]:
    scale = HEIGHT / max(*counts.values(), _LEAST_SCALE)
    tallest = round(max(counts.values()) * scale)
    slot = _slot(len(starts))
    width = min(slot - _GAP, _WIDEST_BAR)
    for place, start in enumerate(starts):
        if count := counts[start]:
            height = max(_LEAST_HEIGHT, round(count * scale))
            column = place if runs is Direction.LTR else len(starts) - 1 - place
            yield Bar(
                label=name(start),
                count=count,
                x=column * slot + (slot - width) // 2,
                y=tallest - height,
                width=width,
                height=height,
            )


def _naming(step: _Step, locale: Locale) -> Callable[[date], str]:
    zone = ZoneInfo(locale.time_zone)

    def noon(day: date) -> datetime:
        return datetime.combine(day, time(12), zone)

    match step:
        case _Step.WEEK:
            return lambda day: locale.range(noon(day), noon(day + timedelta(days=6)))
        case _Step.MONTH:
            return lambda day: locale.month_heading(noon(day))
        case _Step.YEAR:
            return lambda day: locale.year_heading(noon(day))


def _caption(step: _Step, locale: Locale) -> str:
    match step:
        case _Step.WEEK:
            # Translators: what a bar of the chart stands for.
            return locale.text("Articles per week")
        case _Step.MONTH:
            # Translators: what a bar of the chart stands for.
            return locale.text("Articles per month")
        case _Step.YEAR:
            # Translators: what a bar of the chart stands for.
            return locale.text("Articles per year")
