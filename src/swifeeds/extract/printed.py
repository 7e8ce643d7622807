"""Dates as pages print them for people, in their lines.

Two ways: a frame that names the date ("This content was published on … - 15:45", in ten
languages), or a date inside a line that is known to hold one. How a date is written is known to
the tongue; what a line says of it is known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from swifeeds.extract.phrases import ends_a_sentence
from swifeeds.extract.wording import PUBLISHED, UPDATED
from swifeeds.localise.reading.parse import ParsedDate, dates_in
from swifeeds.model import Precision

_LONGEST = 200
_DATE_LINE = 60
_BESIDE_DATE, _BESIDE_IN_SENTENCE = 28, 12
"""Characters of a line beside its date: a place, an agency, the words of a frame. A short sentence
("The strike began on 19 May.") has room for fewer."""

_NUMBERED = re.compile(r"\d|[〇零一二三四五六七八九]{2,4}年")
"""What every date has: digits, or a year in Han numerals."""

_FRAME_AFTER = re.compile(
    r"(?:(?:公開|掲載|配信|投稿)(?:され(?:た|ました)|日時?)?|发布|發布|發佈|发表|發表|刊登|veröffentlicht|опубликовано|نُشر|نشر)\W*$",
    re.IGNORECASE,
)
_FRAME = r"(?:^|(?<=[\s|•·(（]))(?:{})\s*[:：、,،]?\s*(?P<rest>.*)$"


def published_in(line: str, language: str, zone: str) -> ParsedDate | None:
    """The date of a line such as "This content was published on …"; None for any other line."""
    framed = _framed(_frame(PUBLISHED), line, language, zone)
    return framed or _followed(line, language, zone)


def unchanged_first(lines: Iterable[str]) -> list[str]:
    """The lines, those that tell of a change ("Updated on …") and of nothing else last."""
    return sorted(lines, key=_tells_of_change)


def _tells_of_change(line: str) -> bool:
    """A short line alone can, and one that names the publication as well does not."""
    if len(line) > _LONGEST or not _frame(UPDATED).search(line):
        return False
    return _frame(PUBLISHED).search(line) is None


def is_date_line(line: str, language: str, zone: str) -> bool:
    """True for a short line that is a date and hardly anything else ("Updated on …")."""
    return _alone(line, language, zone) is not None


def first_with_time(lines: Iterable[str], language: str, zone: str) -> ParsedDate | None:
    """The first line that is a date with a time and nothing else: the dateline of old pages."""
    return next((found for found in alone(lines, language, zone) if _has_time(found)), None)


def alone(lines: Iterable[str], language: str, zone: str) -> Iterator[ParsedDate]:
    """The dates of the lines that are a date and hardly anything else."""
    return filter(None, (_alone(line, language, zone) for line in _short(lines)))


@lru_cache(maxsize=2048)
def _alone(line: str, language: str, zone: str) -> ParsedDate | None:
    if len(line) > _DATE_LINE or not _NUMBERED.search(line):
        return None
    found = next(dates_in(line, language=language, zone=zone), None)
    if found is None:
        return None
    most = _BESIDE_IN_SENTENCE if ends_a_sentence(line) else _BESIDE_DATE
    return found.date if len(found.line) - (found.end - found.start) <= most else None


def _has_time(found: ParsedDate) -> bool:
    return found.precision is not Precision.DAY


def date_in(line: str, language: str, zone: str) -> ParsedDate | None:
    """The first date that stands somewhere in a line."""
    return next((found.date for found in dates_in(line, language=language, zone=zone)), None)


def find_published(lines: Iterable[str], language: str, zone: str) -> ParsedDate | None:
    """The first date that a "published on" names."""
    for line in _short(lines):
        if found := published_in(line, language, zone):
            return found
    return None


def find_updated(lines: Iterable[str], language: str, zone: str) -> ParsedDate | None:
    """The first date that an "updated on" names."""
    for line in _short(lines):
        if found := _framed(_frame(UPDATED), line, language, zone):
            return found
    return None


_DATELINE = re.compile(
    r"\s*(?:[)\]]|(?:\([^()]{2,30}\)|/[^/]{2,20}/)?\s*(?:[–—/]|--|-(?=\s)))\s*(?=\D)"
)
_PARAGRAPH = 120
_DATELINE_START, _DATELINE_WINDOW = 50, 100
_FIRST_PARAGRAPHS = 2


def find_dateline(lines: Iterable[str], language: str, zone: str) -> ParsedDate | None:
    """The date that opens one of the first paragraphs: "GENEVA, May 19, 2009 – …"."""
    paragraphs = (line for line in lines if len(line) >= _PARAGRAPH)
    for paragraph in islice(paragraphs, _FIRST_PARAGRAPHS):
        opening = paragraph[:_DATELINE_WINDOW]
        dates = list(dates_in(opening, language=language, zone=zone))
        # Two dates are the span of a life or of an event.
        if len(dates) == 1 and dates[0].start <= _DATELINE_START:
            found = dates[0]
            if _DATELINE.match(found.line, found.end):
                return found.date
    return None


def is_date_label(text: str) -> bool:
    """True for what stands before a date of publication in a table: "Published", "Datum"."""
    label = text.strip(" :：")
    return label.casefold() in _DATE_LABELS or _label().fullmatch(label) is not None


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    return re.compile("|".join(PUBLISHED), re.IGNORECASE)


_DATE_LABELS = frozenset(
    {"date", "datum", "data", "fecha", "日付", "日時", "日期", "时间", "時間", "التاريخ", "дата"}
)


def _short(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if len(line) <= _LONGEST and _NUMBERED.search(line))


@lru_cache(maxsize=4)
def _frame(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(_FRAME.format("|".join(phrases)), re.IGNORECASE)


def _framed(frame: re.Pattern[str], line: str, language: str, zone: str) -> ParsedDate | None:
    """The date right after the frame, or right before it where the frame ends the line."""
    text = " ".join(line.split())
    for match in frame.finditer(text):
        if found := _leading(match["rest"], language, zone):
            return found
    return None


def _followed(line: str, language: str, zone: str) -> ParsedDate | None:
    """The date of a line that ends in the frame ("2009年5月19日 公開")."""
    if len(line) <= _DATE_LINE and _FRAME_AFTER.search(line):
        return date_in(line, language, zone)
    return None


_LEAD = 24
"""Characters after the frame within which its date begins: a weekday may stand before it."""

_REST = 100


def _leading(rest: str, language: str, zone: str) -> ParsedDate | None:
    """The date that begins within the first words of `rest`."""
    found = next(dates_in(rest[:_REST], language=language, zone=zone), None)
    return found.date if found and found.start <= _LEAD else None
