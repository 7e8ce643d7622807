"""Dates as pages print them for people, cut out of their sentences.

Two ways: a frame that names the date ("This content was published on … - 15:45", in ten
languages), or the shape of a date inside a line that is known to hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from swifeeds.extract.wording import PUBLISHED, UPDATED
from swifeeds.localise.dates import ParsedDate, parse_date
from swifeeds.model import Precision

_CLOCK = (
    r"(?:[^\w\d]{0,4}(?:\w{1,6}\.?[^\w\d]{0,3}){0,3}?[\d٠-٩]{1,2}\s?[:.hH時时点：][\s]?[\d٠-٩]{2}"
    r"(?:[:.][\d]{2})?(?:\s?[apAP]\.?\s?[mM]\b\.?|\s?[صم]\b)?"
    r"(?:\s?(?:GMT|UTC|CES?T|MES?Z|[+-]\d\d:?\d\d)\b)?)?"
)
"""The time that may follow a day, with the few words that join the two."""

_WORD = r"[^\W\d_]{3,14}"
_ORDINAL = r"(?:\.|st|nd|rd|th|er|º|ª|°|-го|-е)?"
_SHAPES = (
    r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?",
    rf"(?:\d{{4}}|(?:令和|平成|昭和)(?:\d{{1,2}}|元))\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日?{_CLOCK}",
    r"[二〇零一九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日",
    rf"\d{{4}}[./]\d{{1,2}}[./]\d{{1,2}}{_CLOCK}",
    rf"\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{4}}{_CLOCK}",
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{2}}(?!\d){_CLOCK}",
    (
        rf"[\d٠-٩]{{1,2}}{_ORDINAL}[\s-]{{1,2}}(?:de |of )?{_WORD}\.?,?(?:\s?/\s?{_WORD})?[\s-]"
        rf"(?:de |del )?[\d٠-٩]{{4}}(?:\s?г\.|\s?года)?{_CLOCK}"
    ),
    rf"{_WORD}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}{_CLOCK}",
)
_SHAPE = tuple(re.compile(shape) for shape in _SHAPES)
_END_OF_DAY = re.compile(_CLOCK + "$")
_LONGEST = 200
_DATE_LINE = 48

_FRAME_AFTER = re.compile(
    r"(?:(?:公開|掲載|配信|投稿)(?:され(?:た|ました)|日時?)?|发布|發布|發佈|发表|發表|刊登|veröffentlicht|опубликовано|نُشر|نشر)\W*$",
    re.IGNORECASE,
)
_FRAME = r"(?:^|(?<=[\s|•·(（]))(?:{})\s*[:：、,،]?\s*(?P<rest>.*)$"


def published_in(line: str, language: str, zone: str) -> ParsedDate | None:
    """The date of a line such as "This content was published on …"; None for any other line."""
    framed = _framed(_frame(PUBLISHED), line, language, zone)
    return framed or _followed(line, language, zone)


def is_date_line(line: str, language: str, zone: str) -> bool:
    """True for a short line that is a date and hardly anything else ("Updated on …")."""
    if len(line) > _DATE_LINE or not any(letter.isdigit() for letter in line):
        return False
    return date_in(line, language, zone) is not None


def first_with_time(lines: Iterable[str], language: str, zone: str) -> ParsedDate | None:
    """The first line that is a date with a time and nothing else: the dateline of old pages."""
    for line in _short(lines):
        if is_date_line(line, language, zone):
            found = date_in(line, language, zone)
            if found and found.precision is not Precision.DAY:
                return found
    return None


def date_in(line: str, language: str, zone: str) -> ParsedDate | None:
    """The first date that stands somewhere in a line."""
    text = " ".join(line.split())
    if len(text) > 2 * _LONGEST:
        return None
    for candidate in _candidates(text):
        if found := parse_date(candidate, language=language, zone=zone):
            return found
    return None


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


def _short(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if len(line) <= _LONGEST and any(map(str.isdigit, line)))


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


def _leading(rest: str, language: str, zone: str) -> ParsedDate | None:
    """A date that begins within the first words of `rest` (a weekday may stand before it)."""
    for candidate in _candidates(rest[: _LEAD + 60]):
        is_near = rest.find(candidate.split()[0]) <= _LEAD
        if is_near and (found := parse_date(candidate, language=language, zone=zone)):
            return found
    return None


def _candidates(text: str) -> Iterator[str]:
    """Substrings with the shape of a date, earliest first; each with its time, then without."""
    found = sorted(
        (match.start(), -len(match[0]), match[0])
        for shape in _SHAPE
        for match in shape.finditer(text)
    )
    for _, _, candidate in found[:12]:
        yield _one_month(candidate)
        day = _END_OF_DAY.sub("", _one_month(candidate))
        if day and day != candidate:
            yield day


def _one_month(candidate: str) -> str:
    """Arabic papers name a month twice, in the Levantine way and in the Egyptian: one will do."""
    return re.sub(rf"(?<=\s)({_WORD})\s?/\s?({_WORD})", r"\2", candidate)
