"""Dates as formats write them: RFC 2822 in RSS, RFC 3339 in Atom, W3C-DTF in Dublin Core."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from swifeeds.check.notes import Notes
from swifeeds.markup.outline import Node

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_ZONES = "UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT"
_RFC2822 = re.compile(
    rf"(?:(?P<day>{_DAYS}), )?\d\d? (?:{_MONTHS}) \d{{4}}"
    rf" \d\d:\d\d(?::\d\d)? (?:[+-]\d\d(?:00|15|30|45)|{_ZONES}|Z)",
    re.ASCII,
)
"""What every reader understands: RFC 2822 with the zones of RFC 822, four digits of the year."""

_RFC822 = re.compile(
    rf"(?:(?:{_DAYS})\s*,\s*)?\d\d?\s+(?:{_MONTHS})\s+\d\d(?:\d\d)?\s+\d\d:\d\d(?::\d\d)?"
    rf"\s+(?:[+-]?\d{{4}}|{_ZONES}|[A-IK-Z])?",
    re.IGNORECASE | re.ASCII,
)
_BRACKET = re.compile(r"([()])")
_QUOTED = re.compile(r"\\(.)")
_LEAP_SECOND = re.compile(r"(\d\d:\d\d):60\b")

_TIME = r"T(?:[01]\d|2[0-3]):[0-5]\d"
_SECONDS = r":(?:[0-5]\d|60)(?:\.\d+)?"  # a leap second is a second
_ZONE = r"(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
_DATE = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_RFC3339 = re.compile(_DATE + _TIME + _SECONDS + _ZONE, re.ASCII)
_W3C = re.compile(
    rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:{_TIME}(?:{_SECONDS})?{_ZONE})?)?)?",
    re.ASCII,
)

_EARLIEST = 1990
_SOON = timedelta(days=1)
"""Clocks differ, and publishers write in zones: a date of tomorrow is no mistake."""


def rss_date(node: Node, notes: Notes) -> None:
    """RSS 2.0: "conforms to the Date and Time Specification of RFC 822, except that the year may
    be expressed with two or four characters"; the profile wants four."""
    text = node.text.strip()
    found = _RFC2822.fullmatch(text)
    plain = text if found else _without_comments(text)
    moment = _moment(plain) if found or _RFC822.fullmatch(plain) else None
    if moment is None:
        notes.note("invalid-rfc2822-date", node, value=text)
    elif found is None:
        notes.note("problematical-rfc822-date", node, value=text)
    elif found["day"] not in {None, _DAYS.split("|")[moment.weekday()]}:
        notes.note("incorrect-dow", node, value=found["day"])
    elif moment.year < _EARLIEST or moment > notes.now + timedelta(minutes=10):
        notes.note("implausible-date", node, value=text)


def _moment(text: str) -> datetime | None:
    """None for a day or an hour that there is not. A leap second is the one before it."""
    try:
        moment = parsedate_to_datetime(_LEAP_SECOND.sub(r"\1:59", text))
    except (ValueError, TypeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def rfc3339_date(node: Node, notes: Notes) -> None:
    """Atom (RFC 4287 3.3)."""
    _iso(node, node.text.strip(), _RFC3339, "invalid-rfc3339-date", notes)


def w3c_date(node: Node, notes: Notes) -> None:
    """Dublin Core: a year, a month, a day, or a moment with its zone."""
    _iso(node, node.text.strip(), _W3C, "invalid-w3cdtf-date", notes)


def is_rfc3339(text: str) -> bool:
    """True for a moment that exists, whenever it lies."""
    found = _RFC3339.fullmatch(text)
    return found is not None and _exists(found.groupdict())


def is_implausible(text: str, now: datetime) -> bool:
    """True for an ISO date in the future, or before there were feeds."""
    tomorrow = (now.astimezone(UTC) + _SOON).strftime("%Y-%m-%dT%H:%M:%SZ")
    return text < str(_EARLIEST) or text > tomorrow


def _iso(node: Node, text: str, form: re.Pattern[str], rule: str, notes: Notes) -> None:
    found = form.fullmatch(text)
    if found is None or not _exists(found.groupdict()):
        notes.note(rule, node, value=text)
    elif is_implausible(text, notes.now):
        notes.note("implausible-date", node, value=text)


def _exists(parts: dict[str, str | None]) -> bool:
    try:
        datetime(
            int(parts["year"] or 0), int(parts.get("month") or 1), int(parts.get("day") or 1),
            tzinfo=UTC,
        )  # fmt: skip
    except ValueError:
        return False
    return True


def _without_comments(text: str) -> str:
    """RFC 822 allows comments in brackets, inside one another, and quoted characters."""
    kept: list[str] = []
    depth = 0
    for piece in _BRACKET.split(_QUOTED.sub("", text)):
        if piece == "(":
            depth += 1
        elif piece == ")" and depth:
            depth -= 1
            kept.append(" ")
        elif not depth:
            kept.append(piece)
    return " ".join("".join(kept).replace(",", ", ").split()).replace(" ,", ",")
