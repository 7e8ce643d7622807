"""The three readers of a printed line that are compared: ours, dateparser and htmldate.

Each is given the line as it stands and the language of its page, and says which day it names, or
None. Ours is what extraction asks of a printed line: `published_in`, then `date_in`. dateparser is
asked with that language (or with its region, where the page declares one) and must not answer with
parts of a date missing: for the whole line and, by `search_dates`, for the first date in it; the
better of its two answers counts. htmldate is given a page that holds the line and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from html import escape
from typing import Any, TypeAlias

from swifeeds.extract.printed import date_in, published_in

Reader: TypeAlias = Callable[[str, str], Iterable[date]]
"""From a line and a BCP 47 tag to the days that are its answers; none: it says nothing."""

_DATEPARSER = {"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False}
_OFFSETS = tuple(timezone(timedelta(minutes=30 * half)) for half in range(-24, 29))


def read_ours(line: str, language: str) -> Iterable[date]:
    """The day on the line's own clock: a moment whose zone the line names is read at the offset at
    which its hour and minute stand in the line."""
    found = published_in(line, language, "UTC") or date_in(line, language, "UTC")
    if found is None:
        return ()
    local = [found.moment.astimezone(offset) for offset in _OFFSETS if found.zone is None]
    shown = (moment for hours in (24, 12) for moment in local if _shows_clock(line, moment, hours))
    return (next(shown, found.moment).date(),)


def _shows_clock(line: str, local: datetime, hours: int) -> bool:
    hour = local.hour if hours == 24 else local.hour % 12 or 12
    return re.search(rf"(?<!\d)0?{hour}[:.hH]{local.minute:02}(?!\d)", line) is not None


def read_dateparser(line: str, language: str) -> Iterable[date]:
    import dateparser
    from dateparser.search import search_dates

    answers: list[date] = []
    for named in _named(language):
        settings: dict[str, Any] = {"settings": dict(_DATEPARSER)}
        try:
            whole = dateparser.parse(line, **named, **settings)
            parts = search_dates(line, languages=[language.partition("-")[0]], **settings)
        except (ValueError, TypeError, OverflowError, RecursionError):
            continue
        answers = [
            moment.date() for moment in (whole, *(m for _, m in (parts or [])[:1])) if moment
        ]
        break
    return answers


def _named(language: str) -> Iterable[dict[str, list[str]]]:
    primary, _, region = language.partition("-")
    if region:
        yield {"locales": [language]}
    yield {"languages": [primary]}


def read_htmldate(line: str, language: str) -> Iterable[date]:
    import htmldate

    page = f'<html lang="{language}"><body><p>{escape(line)}</p></body></html>'
    try:
        answer = htmldate.find_date(page, original_date=True)
    except ValueError:
        return ()
    return (date.fromisoformat(answer),) if answer else ()


READERS: dict[str, Reader] = {
    "swifeeds": read_ours,
    "dateparser": read_dateparser,
    "htmldate": read_htmldate,
}
