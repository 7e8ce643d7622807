"""When a message was sent, and until when it must not be shown, as wires write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from swifeeds.extract.archives.dates import read_date
from swifeeds.extract.archives.entry import Reading
from swifeeds.extract.embargoes import Embargo, noted_embargo
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


def embargo_in(
    lines: Iterable[str], sent: Moment | None, reading: Reading
) -> tuple[Moment | None, Embargo | None]:
    """The embargo that notes to editors declare, and its end where it can be read; a clock alone
    is that of the day it was sent."""
    near = sent.at if sent else reading.retrieved
    first: Embargo | None = None
    for line in lines:
        source = reading.source
        found = noted_embargo(line, language=source.language, zone=source.time_zone, near=near)
        if found is None:
            continue
        if until := found.until or _by_clock(found.when, sent, reading):
            return until, found
        first = first or found
    return None, first


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
