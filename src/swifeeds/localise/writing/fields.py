"""CLDR's date patterns (UTS 35 part 4) taken apart once, to be written or read many times.

Each field of a pattern becomes the table of everything that it can say: twelve names of months,
24 hours. Writing looks a value up, reading looks a word up in the same table, so that what is
written can be read in every language that CLDR knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal

from babel.dates import parse_pattern, tokenize_pattern

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.typography import typography_of

Unit = Literal["year", "month", "day", "weekday", "hour", "minute"]

_UNITS: Mapping[str, Unit] = {
    "M": "month", "L": "month", "d": "day", "E": "weekday", "e": "weekday", "c": "weekday",
    "H": "hour", "h": "hour", "K": "hour", "k": "hour", "a": "hour", "B": "hour", "m": "minute",
}  # fmt: skip
_RANGES: Mapping[Unit, range] = {
    "month": range(1, 13),
    "day": range(1, 32),
    "weekday": range(7),
    "hour": range(24),
    "minute": range(60),
}
_ERA = "G"
_MONDAY = datetime(2001, 1, 1, 0, 30)  # noqa: DTZ001 - nowhere
"""Half past: CLDR has names of their own for the very moments of noon and midnight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a pattern: what it says of `unit`.

    `words` are by value, Monday being 0; empty for a year, which is written in digits.
    """

    unit: Unit
    words: Mapping[int, str]


Part = str | Field


@lru_cache(maxsize=1024)
def take_apart(pattern: str, tag: str, first_day: str | None = None) -> tuple[Part, ...]:
    """The fields of a pattern, and the text between them.

    Args:
        pattern: of dates and times to the minute.
        tag: whose words it is written in.
        first_day: what stands for the first of a month in place of its number.

    Raises:
        ValueError: a letter of the pattern stands for what no style writes (a week, a zone).
    """
    parts: list[Part] = []
    for kind, token in tokenize_pattern(pattern):
        part = _field(token, tag, first_day) if kind == "field" else str(token)
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    return tuple(parts)


def with_place(time: str, place: str, tag: str) -> str:
    """The pattern of a time, and the city whose time it is in the brackets of the language."""
    before, after = typography_of(tag).brackets
    said = f"{before}{place}{after}".replace("'", "''")
    return f"{time}'{said}'"


def _field(token: str | tuple[str, int], tag: str, first_day: str | None) -> Part:
    """A letter and how often it stands there."""
    letter, width = token[0], int(token[1])
    if letter == "y" and width in {1, 4}:
        return Field(unit="year", words={})
    written, locale = parse_pattern(letter * width), cldr_locale(tag)
    if letter == _ERA:
        # Every date of ours is in one era.
        return written.apply(_MONDAY, locale)
    unit = _UNITS.get(letter)
    if unit is None:
        message = f"{letter!r} stands for nothing in a date or a time to the minute"
        raise ValueError(message)
    words = {value: written.apply(_having(unit, value), locale) for value in _RANGES[unit]}
    if first_day and (letter, width) == ("d", 1):
        words[1] = first_day
    return Field(unit=unit, words=words)


def _having(unit: Unit, value: int) -> datetime:
    if unit == "weekday":
        return _MONDAY.replace(day=1 + value)
    return _MONDAY.replace(**{str(unit): value})  # type: ignore[arg-type]
