"""The time of day and its zone, as they are written beside a date, over folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from swifeeds.localise.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day. `second` None: known to the minute; `offset` None: no zone was written."""

    hour: int
    minute: int
    second: int | None = None
    offset: timedelta | None = None


_NOON = 12
_BEFORE_NOON = ("a.m.", "a.m", "a. m.", "am", "ص", "صباحا", "午前", "上午", "凌晨", "早上")
_AFTER_NOON = tuple(
    map(fold, ("p.m.", "p.m", "p. m.", "pm", "م", "مساء", "مساءا", "ظهرا", "午後", "下午", "中午"))
)
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "mez": 1,
    "cest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "мск": 3, "jst": 9, "日本時間": 9,
    "北京时间": 8, "北京時間": 8, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7,
}  # fmt: skip
"""Hours east of UTC. CST is left out: it is China's time as well as Chicago's."""


def _one_of(*words: str) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_HALF = _one_of(*_BEFORE_NOON, *_AFTER_NOON)
_UNIT = _one_of("uhr", "h", "hs", "hrs", "ч", "時", "时", "点", "點")
_AT = _one_of("um", "at", "alle ore", "alle", "ore", "all'", "a las", "a", "as", "в", "t", "الساعة")
_JOIN = rf"(?:\s*(?:[-–—,،|/·•;]|(?:{_AT})(?=[\s\d])))*\s*"
_TIME = rf"""
    (?P<before>{_HALF})?\s*
    (?P<hour>\d{{1,2}})
    (?: \s?[:.h時时点點]\s?(?P<minute>\d{{2}}|\d(?=分))
        (?:\s?[:.分]\s?(?P<second>\d{{2}})(?:[.,]\d+)?)?
        (?:\s?(?:[分秒]|min))?
      | (?=\s*(?:{_UNIT}|{_HALF}))
    )
    \s*(?:{_UNIT})?\.?
    \s*(?P<after>{_HALF})?
    \s*(?:
        \(?(?P<zone>{_one_of(*_ZONES)})?
        (?P<offset>(?P<sign>[+-])(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d{{2}}))?)?\)?
        (?:\s*\([a-z]{{2,5}}\))?
    )
"""
_AFTER_DAY = re.compile(rf"{_JOIN}{_TIME}", re.VERBOSE)
_BEFORE_DAY = re.compile(rf"{_TIME}{_JOIN}", re.VERBOSE)


def clock_after(text: str) -> Clock | None:
    """The time in folded `text` that follows a day; None unless all of it is one."""
    return _clock(_AFTER_DAY.fullmatch(text))


def clock_before(text: str) -> Clock | None:
    """The time in folded `text` that stands before a day; None unless all of it is one."""
    return _clock(_BEFORE_DAY.fullmatch(text))


def _clock(found: re.Match[str] | None) -> Clock | None:
    if found is None:
        return None
    hour = _hour(int(found["hour"]), found["before"] or found["after"])
    minute, second = int(found["minute"] or 0), found["second"]
    if hour not in range(24) or minute not in range(60):
        return None
    return Clock(
        hour=hour,
        minute=minute,
        second=None if second is None else int(second),
        offset=_offset(found),
    )


def _hour(hour: int, half: str | None) -> int:
    if half in _AFTER_NOON and hour < _NOON:
        return hour + _NOON
    return 0 if half in _BEFORE_NOON and hour == _NOON else hour


def _offset(found: re.Match[str]) -> timedelta | None:
    """What was written east of UTC: `+0200`, `CEST`, `GMT+2`. CEST+1 is nobody's zone."""
    if found["offset"]:
        span = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        return -span if found["sign"] == "-" else span
    return timedelta(hours=_ZONES[found["zone"]]) if found["zone"] else None
