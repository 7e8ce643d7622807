"""What the written ways of a day mean: which number is the month, and whose calendar the year is.

The region decides whether 05/06/2009 is in May or in June; nothing is swapped that could be read
both ways. The end of a range is no day: its beginning is the day that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from swifeeds.localise.folding import fold_date
from swifeeds.localise.reading.calendars import gregorian, shortens_other_years, solar_hijri
from swifeeds.localise.reading.forms import day_patterns
from swifeeds.localise.reading.month_names import month_forms, solar_months
from swifeeds.localise.reading.words import marks_after_year, month_comes_first


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day as written, not yet known to exist, and where it stands.

    `other`: the same numbers with day and month in the other order, where both would do.
    """

    year: int
    month: int
    day: int
    start: int
    end: int
    other: tuple[int, int] | None = None


_DECEMBER = 12
_SHORT_YEAR = 2
_PIVOT = 70
"""Two-digit years from here on are of the last century, as POSIX has it."""

_TO = (
    "to", "to the", "until", "through", "till", "bis", "bis zum", "au", "al", "a", "ao", "ate",
    "hasta el", "по", "до", "الى", "حتى", "do", "tot", "t/m", "til",
)  # fmt: skip
_BEGINNING = re.compile(
    r"(?<![\d:.])\d{1,2}\.?(?:\s?\d{1,2}\.|\s(?:de\s)?(?P<month>[^\W\d_]{3,})\.?)?"
    rf"(?:\s?[-–—/]\s?|\s(?:{'|'.join(map(re.escape, map(fold_date, _TO)))})\s)$"
)
"""The first day of a range, before its last: "28 mai au", "14.5.–", "с 3 по"; "5 min –" is none."""

_LONGEST_BEGINNING = 32
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9,
          "x": 10, "xi": 11, "xii": 12}  # fmt: skip
_ERAS = {"m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}


def written_days(text: str, language: str, *, in_words: bool = False) -> Iterator[WrittenDay]:
    """Every day that stands in folded `text` as readers of `language` write it, in their order.

    The forms that one place has come one after another, the longest first.

    Args:
        text: folded by `fold_date`.
        language: BCP 47 tag.
        in_words: leave out days in three numbers.
    """
    found = [
        day
        for pattern in day_patterns(language)
        if not (in_words and _is_numeric(pattern))
        for day in _read(pattern, text, language)
    ]
    return iter(sorted(found, key=lambda day: (day.start, -day.end)))


def _is_numeric(pattern: re.Pattern[str]) -> bool:
    return "a" in pattern.groupindex


def _read(pattern: re.Pattern[str], text: str, language: str) -> Iterator[WrittenDay]:
    read = _numeric if _is_numeric(pattern) else _named
    for found in pattern.finditer(text):
        day = read(found, language)
        if day and not _is_end_of_range(text, day.start, language):
            yield day


def _is_end_of_range(text: str, start: int, language: str) -> bool:
    """True for the 20th in "14. - 20. Januar 2022", whose first day has no year beside it."""
    found = _BEGINNING.search(text[max(0, start - _LONGEST_BEGINNING) : start])
    return found is not None and (not found["month"] or found["month"] in month_forms(language))


def _named(found: re.Match[str], language: str) -> WrittenDay | None:
    parts: Mapping[str, str | None] = found.groupdict()
    month, also, year = parts["month"] or "", parts.get("also"), _year(parts["year"] or "")
    names, solar = month_forms(language), solar_months(language)
    day = int(parts["day"] or 0)
    if also and names.get(also) != names.get(month):
        return None
    if month in solar:
        return _placed(solar_hijri(year, solar[month], day), found)
    if "era" in parts:
        return _placed((year % 100 + _ERAS[parts["era"] or ""], int(month), day), found)
    number = names.get(month) or _ROMAN.get(month) or int(month)
    return _placed(gregorian(year, number, day, language), found)


def _placed(
    numbers: tuple[int, int, int] | None,
    found: re.Match[str],
    *,
    other: tuple[int, int] | None = None,
) -> WrittenDay | None:
    if numbers is None:
        return None
    year, month, day = numbers
    return WrittenDay(
        year=year, month=month, day=day, start=found.start(), end=found.end(), other=other
    )


def _numeric(found: re.Match[str], language: str) -> WrittenDay | None:
    """A day in three numbers."""
    a, b, c = (found[name] for name in "abc")
    match len(a), len(c):
        case 4, (1 | 2):
            return _placed(gregorian(int(a), int(b), int(c), language), found)
        case ((1 | 2), 4):
            return _year_last(found, int(c), language)
        case ((1 | 2), (1 | 2)) if not shortens_other_years(language):
            return _short_year(found, language)
        case _:
            return None


def _short_year(found: re.Match[str], language: str) -> WrittenDay | None:
    """A day whose year has two digits: the last number, or by the mark of the language the first.
    With another mark either could be meant, and nothing is read."""
    a, b, c = (found[name] for name in "abc")
    marks = marks_after_year(language)
    if marks and found["mark"] in marks and len(a) == _SHORT_YEAR:
        return _placed((_year(a), int(b), int(c)), found)
    return _year_last(found, _year(c), language) if not marks and len(c) == _SHORT_YEAR else None


def _year_last(found: re.Match[str], year: int, language: str) -> WrittenDay | None:
    """A dot is written between day and month, never between month and day."""
    a, b, has_dot = int(found["a"]), int(found["b"]), found["mark"] == "."
    month, day = (a, b) if month_comes_first(language) and not has_dot else (b, a)
    if month > _DECEMBER >= day:
        # One order alone makes a date, so nothing was guessed.
        month, day = day, month
    other = (day, month) if day <= _DECEMBER and not has_dot else None
    return _placed(gregorian(year, month, day, language), found, other=other)


def _year(digits: str) -> int:
    bare = digits.lstrip("'’‘")
    year = int(bare)
    if len(bare) != _SHORT_YEAR:
        return year
    return year + (1900 if year >= _PIVOT else 2000)
