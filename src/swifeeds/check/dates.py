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
    rf"(?:(?P<day>{_DAYS}), )?(?P<date>\d\d?) (?P<month>{_MONTHS}) (?P<year>\d{{4}})"
    rf" \d\d:\d\d(?::\d\d)? (?:[+-]?\d\d[03]0|{_ZONES}|Z)"
)
"""What every reader understands: RFC 2822 with the zones of RFC 822, four digits of the year."""

_RFC822 = re.compile(
    rf"(?:(?:{_DAYS})\s*,\s*)?\d\d?\s+(?:{_MONTHS})\s+\d\d(?:\d\d)?\s+\d\d:\d\d(?::\d\d)?"
    rf"\s+(?:[+-]\d{{4}}|{_ZONES}|[A-IK-Z])?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"([()])")
_QUOTED = re.compile(r"\\(.)")

_TIME = r"T(?P<hour>\d\d):(?P<minute>\d\d)"
_SECONDS = r":(?P<second>\d\d(?:\.\d*)?)"
_ZONE = r"(?:Z|[+-]\d\d:\d\d)"
_DATE = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_RFC3339 = re.compile(_DATE + _TIME + _SECONDS + _ZONE)
_W3C = re.compile(
    rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:{_TIME}(?:{_SECONDS})?{_ZONE})?)?)?"
)
_ISO_DATE = re.compile(_DATE)

_EARLIEST = 1990
_SOON = timedelta(days=1)
"""Clocks differ, and publishers write in zones: a date of tomorrow is no mistake."""


def rss_date(node: Node, notes: Notes) -> None:
    """RSS 2.0: "conforms to the Date and Time Specification of RFC 822, except that the year may
    be expressed with two or four characters"; the profile wants four."""
    text = node.text.strip()
    found = _RFC2822.fullmatch(text)
    if found is None:
        plain = _without_comments(text)
        rule = "problematical-rfc822-date" if _RFC822.fullmatch(plain) else "invalid-rfc2822-date"
        notes.note(rule, node, value=text)
        return
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        notes.note("invalid-rfc2822-date", node, value=text)
        return
    if found["day"] and moment.strftime("%a") != found["day"]:
        notes.note("incorrect-dow", node, value=found["day"])
    elif moment.year < _EARLIEST or _aware(moment) > notes.now + timedelta(minutes=10):
        notes.note("implausible-date", node, value=text)


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
    hour, minute = int(parts.get("hour") or 0), int(parts.get("minute") or 0)
    # A leap second is a second.
    return hour <= 23 and minute <= 59 and float(parts.get("second") or 0) <= 60  # noqa: PLR2004


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
    return "".join(kept).strip()


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
