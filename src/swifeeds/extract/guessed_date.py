"""The last resort for a date: htmldate's guess, where the page supports it.

It has been seen to answer 1 January for a page that only names a year, so its answer must stand
in the address, in the markup, or in the text as a day beside its year.
"""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date

from swifeeds.extract.page import Page
from swifeeds.markup import text_of

_ELSEWHERE = re.compile(
    rb"<meta\b[^>]*>|\b(?:href|src|srcset|action)\s{0,3}=\s{0,3}(?:\"[^\">]*\"|'[^'>]*')",
    re.IGNORECASE,
)
"""Keywords and descriptions hold dates of the subject, links those of other articles; what states
a date was read before."""

_FIRST_OF_JANUARY = re.compile(
    r"0?1[./-]0?1\b|\b(?:jan|gen|ene|janv|янв)|1月1日|يناير|كانون", re.IGNORECASE
)
_BEFORE, _AFTER = 24, 12
"""Characters around a year within which its day must stand."""

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹০১২৩৪৫৬৭৮৯०१२३४५६७८९", "0123456789" * 4)


def guess_day(page: Page, *, latest: date) -> str | None:
    """The day as ISO 8601, or None.

    Imported here, htmldate costs its tenth of a second only where nothing else was found.

    Args:
        page: the page.
        latest: no later day is believed.
    """
    from htmldate import find_date  # noqa: PLC0415

    try:
        answer: str | None = find_date(
            deepcopy(page.root), original_date=True, max_date=latest.isoformat(), url=page.url
        )
    except (ValueError, TypeError, RecursionError):
        return None
    return answer if answer and _is_supported(date.fromisoformat(answer), page) else None


def _is_supported(day: date, page: Page) -> bool:
    """The address or the markup names the day, or the text has its number beside its year."""
    numbers = f"{day.year}[-/._ ]?{day.month:02}[-/._ ]?{day.day:02}"
    markup = _ELSEWHERE.sub(b"", page.document.body)
    if re.search(numbers, page.url) or re.search(numbers.encode(), markup):
        return True
    text = (text_of(page.root) or "").translate(_DIGITS)
    beside = re.compile(rf"(?<!\d)0?{day.day}(?!\d)")
    years = re.finditer(f"{day.year}|[./]{day.year % 100:02}(?!\\d)", text)
    windows = (text[max(0, year.start() - _BEFORE) : year.end() + _AFTER] for year in years)
    is_default = (day.month, day.day) == (1, 1)
    return any(
        beside.search(window) and (not is_default or _FIRST_OF_JANUARY.search(window))
        for window in windows
    )
