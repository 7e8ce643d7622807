"""Days and numbers that a text mentions, made comparable across languages.

Unlike `parse_date`, which reads one date that was cut out, this looks for days anywhere in a text
and takes only what cannot be anything else: a number beside the name of a month, or a date in
digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from swifeeds.localise.folding import fold, fold_date
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.reading.month_names import month_numbers
from swifeeds.localise.reading.words import month_comes_first

Day = tuple[int | None, int, int]
"""Year (None where the text does not say), month, day."""

_DIGITS = re.compile(r"\d")
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b")
_HAN = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_DIGITS_ONLY = re.compile(
    r"\b(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4})\b"
)
_LETTER = "[^\\W\u3040-\u30ff\u4e00-\u9fff]"
"""Part of a word that a number may be in (F16); a number stands alone among Han and kana."""

_GROUP = "[.,  \u202f'’]"
_NUMBER = re.compile(
    rf"(?<!{_LETTER})(?<![\d.,:])"
    rf"\d+(?:{_GROUP}\d{{3}})*(?:[.,]\d+)?"
    rf"(?!{_LETTER}|[\d:年月日時时分])"
)
_GROUPED = re.compile(rf"{_GROUP}(?=\d{{3}}(?:\D|$))")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAP_YEAR = 2000


def mentioned_days(text: str, language: str) -> frozenset[Day]:
    """The days that `text` names, such as `(2009, 5, 19)` or `(None, 5, 19)`.

    Args:
        text: plain text of any length.
        language: BCP 47 tag; decides the names of months, and whether 05/06/2009 is in May.
    """
    folded = fold_date(text)
    if not _DIGITS.search(folded):
        return frozenset()
    return frozenset(day for day in _days(folded, language) if _exists(day))


def _days(folded: str, language: str) -> Iterator[Day]:
    for pattern in (_ISO, _HAN, *_written(language)):
        for found in pattern.finditer(folded):
            month = found["month"]
            number = int(month) if month.isdigit() else month_numbers(language)[month]
            yield int(found["year"]) if found["year"] else None, number, int(found["day"])
    for found in _DIGITS_ONLY.finditer(folded):
        one, two = int(found["one"]), int(found["two"])
        is_month_first = month_comes_first(language) and found["sign"] == "/"
        yield int(found["year"]), *((one, two) if is_month_first else (two, one))


def _exists(day: Day) -> bool:
    year, month, number = day
    try:
        date(year or _LEAP_YEAR, month, number)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=64)
def _written(language: str) -> tuple[re.Pattern[str], ...]:
    names = sorted(month_numbers(language), key=len, reverse=True)
    if not names:
        return ()
    month = rf"(?P<month>{'|'.join(map(re.escape, names))})\b\.?"
    day = r"\b(?P<day>\d{1,2})(?:\.|er|st|nd|rd|th|[oa]|°)?"
    year = r"(?P<year>\d{4})\b"
    before = re.compile(rf"{day} ?(?:de |of |-?е |-?го )?\b{month}(?:,? (?:de |del |of )?{year})?")
    if primary_subtag(language) != "en":
        return (before,)
    return (before, re.compile(rf"\b{month} {day}(?!\d|[.,]\d|%)\b(?:,? {year})?"))


def mentioned_numbers(text: str) -> frozenset[str]:
    """The numbers of a text in digits, with a point before decimals and no other sign.

    Years and the words for numbers are left out.
    """
    if not _DIGITS.search(text):
        return frozenset()
    found = (_plain(number[0]) for number in _NUMBER.finditer(fold(text)))
    return frozenset(number for number in found if not _YEAR.fullmatch(number))


def _plain(number: str) -> str:
    return re.sub(r"^0+(?=\d)", "", _GROUPED.sub("", number)).replace(",", ".")
