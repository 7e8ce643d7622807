"""Durations and times of day as an operator writes them: `90s`, `10m`, `6h`, `14d`, `01:00-05:00`.

Seconds are never written as bare numbers: `every = 10` does not say ten of what.
"""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from swifeeds.model import QuietHours
from swifeeds.plan import spelt

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DURATION = re.compile(r"(?:\d+[smhdw])+")
_QUIET = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")


def read_duration(text: Any) -> timedelta:
    """`"1h30m"` -> one and a half hours.

    Raises:
        ValueError: with what would be right, ready to show.
    """
    if isinstance(text, timedelta):
        return text
    if not isinstance(text, str) or not _DURATION.fullmatch(text):
        raise ValueError(f"{text!r} is no duration; write a number with s, m, h, d or w, like 10m")
    parts = re.findall(r"(\d+)([smhdw])", text)
    total = sum((timedelta(**{_UNITS[unit]: int(number)}) for number, unit in parts), timedelta())
    if not total:
        raise ValueError(f"{text!r} is no time at all; write at least 1s")
    return total


def read_quiet(text: Any) -> QuietHours:
    """`"22:00-05:30"` -> the span; it may cross midnight.

    Raises:
        ValueError: with what would be right.
    """
    if isinstance(text, QuietHours):
        return text
    match = _QUIET.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f"{text!r} is no span of hours; write it like 01:00-05:00")
    span = QuietHours(start=_time(match[1], text), end=_time(match[2], text))
    if span.start == span.end:
        raise ValueError(f"{text!r} is empty; start and end must differ")
    return span


def _time(text: str, span: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{span!r} has no such time as {text}; write 01:00-05:00") from error


def write_quiet(quiet: QuietHours) -> str:
    """The text that `read_quiet` reads as the same span."""
    return f"{quiet.start:%H:%M}-{quiet.end:%H:%M}"


Duration = Annotated[
    timedelta,
    BeforeValidator(read_duration),
    PlainSerializer(spelt, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_DURATION.pattern}$", "examples": ["10m"]}),
]
"""A pydantic field that reads `10m` as a timedelta."""

Quiet = Annotated[
    QuietHours,
    BeforeValidator(read_quiet),
    PlainSerializer(write_quiet, return_type=str),
    WithJsonSchema(
        {"type": "string", "pattern": f"^{_QUIET.pattern}$", "examples": ["01:00-05:00"]}
    ),
]
"""A pydantic field that reads `01:00-05:00`."""
