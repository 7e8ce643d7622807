"""When a message was sent, and until when it must not be shown, as wires write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from swifeeds.extract.archives.dates import read_date, read_end, read_opening
from swifeeds.extract.archives.entry import Reading
from swifeeds.extract.moments import Moment

_MONTH_NAMES = (
    "jan ene gen", "feb fev fév fèv", "mar mär mae mrz", "apr abr avr", "may mai mag",
    "jun juin giu", "jul juil lug", "aug ago aoû", "sep set", "oct okt ott out", "nov",
    "dec dez dic déc",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_SENT = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s*(?P<zone>GMT|UTC|Z|CET|CEST|MEZ|MESZ)?\s*"
    r"(?P<month>[^\W\d_]{3,})\W*(?P<year>\d\d(?:\d\d)?)"
)
_SENT_BY_AP = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>\d\d)(?P<minute>\d\d)"
    r"\s*(?P<zone>GMT|EST|EDT)?"
)
_EMBARGO = re.compile(
    r"\b(?:embargo(?:ed)?|sperrfrist|not (?:to be (?:used|published) )?before|hold for release"
    r"|frei ab)\b[^\d]{0,30}(?P<when>.{4,60})",
    re.IGNORECASE,
)
_EMBARGO_WORD = re.compile(
    r"^\W*(?:embargo|sperrfrist|not (?:to be (?:used|published) )?before|hold for release"
    r"|frei ab)\b"
    r"|\bembargoed\b|\bunder embargo\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\bbefore\b|\bhold for release\b|\bfrei ab\b", re.IGNORECASE)
_CLOCK_AND_DAY = re.compile(
    r"(?P<clock>\d{1,2}[:.]?\d\d)\s*(?:uhr|h)?\s*(?P<zone>GMT|UTC|CET|CEST|MEZ|MESZ)?[,\s]*"
    r"(?P<day>.*)",
    re.IGNORECASE,
)
_CENTURY = 2000


def sent_at(text: str, reading: Reading) -> Moment | None:
    """`131137 GMT Nov 13` (day, hour, minute, month, year) or AP's `11-13-13 1509GMT`."""
    match = _SENT.search(text) or _SENT_BY_AP.search(text)
    if match is None:
        return None
    month = _month(match["month"])
    if month is None:
        return None
    year = int(match["year"]) % 100 + _CENTURY
    stated = f"{year}-{month:02}-{match['day']} {match['hour']}:{match['minute']}"
    return read_date(_with_zone(stated, match["zone"]), reading)


def is_embargo(line: str) -> bool:
    """True for a line that says that a text must wait, whether or not its time can be read."""
    return _EMBARGO_WORD.search(line) is not None


def hold_of(lines: Iterable[str], until: Moment | None) -> str | None:
    """Why a message is held: an embargo was declared whose end cannot be read. As `Draft.held`."""
    line = next(filter(is_embargo, lines), None)
    if until is not None or line is None:
        return None
    return f"the end of its embargo cannot be read in “{line.strip()[:80]}”"


def embargo_in(lines: Iterable[str], sent: Moment | None, reading: Reading) -> Moment | None:
    """Until when, where a line says so with a time that can be read; a clock alone is that of the
    day it was sent."""
    for line in filter(is_embargo, lines):
        match = _EMBARGO.search(line)
        if match is None:
            continue
        written = match["when"].strip(" .)=")
        read = read_opening if _OPENS.search(match[0]) else read_end
        found = read(written, reading) or _by_clock(written, sent, reading)
        if found is not None:
            return found
    return None


def _by_clock(written: str, sent: Moment | None, reading: Reading) -> Moment | None:
    match = _CLOCK_AND_DAY.match(written)
    if match is None:
        return None
    clock = match["clock"].replace(".", "").replace(":", "").rjust(4, "0")
    day = read_date(match["day"].strip(" .,)="), reading) or sent
    if day is None:
        return None
    stated = f"{day.at:%Y-%m-%d} {clock[:2]}:{clock[2:]}"
    return read_date(_with_zone(stated, match["zone"]), reading)


def _with_zone(stated: str, zone: str | None) -> str:
    offsets = {"EST": "-0500", "EDT": "-0400", "CET": "+0100", "MEZ": "+0100", "CEST": "+0200",
               "MESZ": "+0200"}  # fmt: skip
    if zone is None:
        return stated
    return f"{stated}{offsets.get(zone.upper(), 'Z')}"


def _month(written: str) -> int | None:
    if written.isdecimal():
        number = int(written)
        return number if 1 <= number <= len(_MONTH_NAMES) else None
    name = written.lower()
    return _MONTHS.get(name[:4]) or _MONTHS.get(name[:3])
