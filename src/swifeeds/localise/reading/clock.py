"""The time of day and its zone, as they are written beside a date, over folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache

from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.folding import fold_date
from swifeeds.localise.reading.day_halves import half_of, half_pattern, hour_of_day
from swifeeds.localise.reading.zone_words import ALSO_WORDS, SHARED, zone_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day.

    `second` None: known to the minute. `zone` None: none was written, or `shared_zone` is a word
    that several zones go by.
    """

    hour: int
    minute: int
    second: int | None = None
    zone: tzinfo | None = None
    shared_zone: str | None = None


_WINDOW = 64
"""Characters before a day within which its time may stand."""

_FARTHEST = 14
"""Hours from UTC of the last zones on earth."""

_UNIT = (
    "uhr", "h", "hs", "hrs", "horas", "hora", "heures", "ore", "uur", "godz", "ч", "час", "часа",
    "часов", "時", "时", "点", "點", "시", "น", "ora", "o'clock",
)  # fmt: skip
_AT = (
    "um", "ab", "at", "kl", "klo", "alle ore", "alle h", "alle", "ore", "all'", "h", "a las",
    "a la", "las", "a", "as", "das", "в", "во", "об", "о", "у", "на", "t", "الساعة", "على الساعة",
    "om", "te", "o", "o godz", "godz", "w", "v", "ve", "u", "ob", "saat", "pukul", "jam", "luc",
    "στις", "ساعت", "la", "la ora", "ora", "klukkan", "kell", "plkst", "time", "@", "hora",
)  # fmt: skip
_SIGN = r"[-–—,،、|/·•;:(~]"


def _one_of(words: tuple[str, ...]) -> str:
    folded = {fold_date(word) for word in words}
    return "|".join(sorted(map(re.escape, folded), key=len, reverse=True))


_JOIN = rf"(?P<join>\.?(?:\s?(?:{_SIGN}|(?:{_one_of(_AT)})\.?(?=[\s\d:]))){{0,4}}\s{{0,2}})"
_POINT = rf"[:.hu時时点點]|{fold_date('시')}"
_MINUTES = rf"(?:分|{fold_date('분')})"
_SECONDS = rf"(?:秒|{fold_date('초')})"


def clock_after(text: str, start: int, language: str) -> tuple[Clock, int] | None:
    """The time in folded `text` that follows a day that ends at `start`, and where it ends."""
    found = _after(language).match(text, start)
    if found is None or not _is_time(found, text, language):
        return None
    return _clock(found, language)


def clock_before(text: str, end: int, language: str) -> tuple[Clock, int] | None:
    """The time in folded `text` that stands before a day that begins at `end`, and its start."""
    first = max(0, end - _WINDOW)
    found = _before(language).search(text[first:end])
    if found is None:
        return None
    clock = _clock(found, language)
    return (clock[0], first + found.start()) if clock and clock[1] == end - first else None


@lru_cache(maxsize=64)
def _after(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_JOIN}{_time(language)}(?!\d|[.,:]\d|\s?[%€$£])", re.VERBOSE)


@lru_cache(maxsize=64)
def _before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,:/+-]){_time(language)}{_JOIN}\Z", re.VERBOSE)


def _time(language: str) -> str:
    half, unit = _verbatim(half_pattern(language)), _verbatim(_one_of(_UNIT))
    sure = tuple(word for word in (*zone_words(language), *SHARED) if word not in ALSO_WORDS)
    zone = (
        rf"(?:{_verbatim(_one_of(sure))})(?![^\W_]) | (?<=\d)z(?![^\W_])"
        rf" | (?:{_one_of(tuple(ALSO_WORDS))})(?=[)\]]|\s*(?:\Z|[^\w\s]|\d))"
    )
    return rf"""
    (?:(?P<before>{half})\s?)?
    (?P<hour>\d{{1,2}})(?!\d)
    (?: \s?(?P<point>{_POINT})\s?(?P<minute>\d{{2}}|\d(?={_MINUTES}))(?!\d)
        (?:\s?(?:[:.]|{_MINUTES})\s?(?P<second>\d{{2}})(?!\d)(?:[.,]\d{{1,9}})?)?
        (?:\s?(?:{_MINUTES}|{_SECONDS}|min\b))?
      | (?=\s?(?:{unit}|{half})(?![^\W\d_]))
    )
    (?:\s?(?P<unit>{unit})(?![^\W\d_])\.?)?
    (?:\s?(?P<after>{half})(?![^\W\d_]))?
    (?:\s?[(\[]?(?P<zone>{zone}))?
    (?:\s?(?P<offset>(?P<sign>[-+−])(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d{{2}}))?)(?!\d|:\d))?
    (?:\s?[)\]])?(?:\s?\([a-z]{{2,5}}\))?
    """


def _verbatim(pattern: str) -> str:
    """A pattern whose spaces are meant, inside a verbose one."""
    return re.sub(r"(?<!\\) ", r"\\ ", pattern)


def _is_time(found: re.Match[str], text: str, language: str) -> bool:
    """Whether numbers with a dot between them are a time and no price: "19 May, 12.50 dollars".

    They are where a word says so, where the language writes times so, and where no word follows.
    """
    if found["point"] != "." or any(found[name] for name in ("unit", "after", "before", "zone")):
        return True
    is_said = any(letter.isalpha() for letter in found["join"])
    if is_said or not re.match(r"\s?\w", text[found.end() :]):
        return True
    return "." in cldr_locale(language).time_formats["short"].pattern


def _clock(found: re.Match[str], language: str) -> tuple[Clock, int] | None:
    """The time, and where in the text it ends."""
    half = found["before"] or found["after"]
    hour = hour_of_day(int(found["hour"]), half_of(half, language) if half else None)
    minute, second = int(found["minute"] or 0), found["second"]
    if hour is None or hour not in range(24) or minute not in range(60):
        return None
    clock = Clock(hour=hour, minute=minute, second=None if second is None else int(second))
    if found["offset"]:
        return _with_offset(found, clock)
    word = found["zone"]
    if word in SHARED:
        return replace(clock, shared_zone=word), found.end()
    return replace(clock, zone=zone_words(language)[word] if word else None), found.end()


def _with_offset(found: re.Match[str], clock: Clock) -> tuple[Clock, int]:
    """What was written east of UTC: `+0200`, `GMT+2`. CEST+1 is nobody's zone.

    "10:30-11:30" and "15:45 -12 comments" have no zone: a distance alone needs its four digits,
    and a negative one a second or an ISO date before it.
    """
    minutes = int(found["minutes"] or 0)
    span = timedelta(hours=int(found["hours"]), minutes=minutes)
    is_iso = found["sign"] == "+" or found["second"] or found["join"].strip().endswith("t")
    is_whole = found["zone"] or (found["minutes"] and is_iso)
    is_zone = minutes in range(60) and span <= timedelta(hours=_FARTHEST)
    if not is_zone or not (is_whole or (is_iso and _is_glued(found))):
        return clock, found.start("offset")
    zone = timezone(span if found["sign"] == "+" else -span)
    return replace(clock, zone=zone), found.end()


def _is_glued(found: re.Match[str]) -> bool:
    return found.string[found.start("offset") - 1].isdigit()
