"""The last resort for a date: htmldate's guess, where the page supports it.

It has been seen to answer 1 January for a page that only names a year, and the day of an event for
a page that tells of it. So its answer must stand in the address, in the markup, or in a line that
is no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from datetime import date

from swifeeds.extract.page import Page
from swifeeds.extract.phrases import ends_a_sentence
from swifeeds.localise.reading.parse import dates_in

_ELSEWHERE = re.compile(
    rb"<meta\b[^>]*>|\b(?:href|src|srcset|action)\s{0,3}=\s{0,3}(?:\"[^\">]*\"|'[^'>]*')",
    re.IGNORECASE,
)
"""Keywords and descriptions hold dates of the subject, links those of other articles; what states
a date was read before."""

_CHANGES = re.compile(
    rb"[\"']\w{0,40}(?:mod|updat|chang|revis)\w{0,40}[\"']\s{0,3}:\s{0,3}[\"'][^\"']{0,60}[\"']",
    re.IGNORECASE,
)
"""In the data of scripts: when something was changed, not published."""

_LONGEST_LINE = 160


def guess_day(page: Page, *, lines: Sequence[str], language: str, latest: date) -> str | None:
    """The day as ISO 8601, or None.

    Imported here, htmldate costs its tenth of a second only where nothing else was found.

    Args:
        page: the page.
        lines: its blocks as text.
        language: BCP 47 tag of the text.
        latest: no later day is believed.
    """
    from htmldate import find_date  # noqa: PLC0415

    try:
        answer: str | None = find_date(
            deepcopy(page.root), original_date=True, max_date=latest.isoformat(), url=page.url
        )
    except (ValueError, TypeError, RecursionError):
        return None
    if answer is None:
        return None
    day = date.fromisoformat(answer)
    is_supported = _is_in_markup(day, page) or _is_in_lines(day, lines, language)
    return answer if is_supported else None


def _is_in_markup(day: date, page: Page) -> bool:
    numbers = rf"(?<!\d){day.year}(?P<mark>[-/._ ]?){day.month:02}(?P=mark){day.day:02}(?!\d)"
    if re.search(numbers, page.url):
        return True
    stated = _CHANGES.sub(b"", _ELSEWHERE.sub(b"", page.document.body))
    return re.search(numbers.encode(), stated) is not None


def _is_in_lines(day: date, lines: Sequence[str], language: str) -> bool:
    short = (line for line in lines if len(line) <= _LONGEST_LINE and not ends_a_sentence(line))
    return any(
        found.date.moment.date() == day
        for line in short
        if any(map(str.isdigit, line))
        for found in dates_in(line, language=language, zone=None)
    )
