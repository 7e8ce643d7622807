"""What a way of writing dates consists of."""

from __future__ import annotations

from dataclasses import dataclass

from swifeeds.localise.writing.choices import Hours

Halves = tuple[str, str]
"""Pattern of the first day of a range, with what joins it to the last, and of that one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateStyle:
    """One locale's way of writing, in patterns of CLDR (UTS 35 part 4).

    - `date_time` joins the patterns of a date and a time (`{date}`, `{time}`).
    - Headings stand alone above a list.
    - `same_month` and `same_year` are ranges of days that share those; `between` stands between
      two whole dates.
    - `first_day` is how the first of a month is written where it is no plain number.
    """

    date: str
    hours: Hours = 24
    time_24: str = "HH:mm"
    time_12: str = "h:mm\u202fa"
    date_time: str = "{date}, {time}"
    day_heading: str
    month_heading: str
    year_heading: str = "y"
    same_month: Halves
    same_year: Halves
    between: str = "\u2009–\u2009"
    first_day: str | None = None

    def time_of(self, hours: Hours | None) -> str:
        """The pattern of a time of day on a clock of 12 or 24 hours; None: the style's own."""
        return self.time_12 if (hours or self.hours) == 12 else self.time_24  # noqa: PLR2004
