"""Single values of a JSON feed: texts, addresses, dates, languages, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

from swifeeds.check.json_outline import Kind, Value
from swifeeds.check.json_places import Places
from swifeeds.check.json_text import escaped_once_too_often, findings_of_html, markup_in

Check: TypeAlias = Callable[[Places, Value], None]

_DATE = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt]((?:[01]\d|2[0-3]):[0-5]\d:)([0-5]\d|60)(?:\.\d+)?"
    r"([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
)
_FIRST_YEAR = 1970
_AHEAD = timedelta(days=1)
"""What lies this far ahead is no mistake of a time zone or of a clock."""

_LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
    r"|x(?:-[a-z\d]{1,8})+|i-[a-z]{3,8}|(?:sgn|art|cel|en|no|zh)-[a-z-]{3,11})",
    re.IGNORECASE | re.ASCII,
)
_MEDIA_TYPE = re.compile(
    r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}(?:\s*;.*)?",
    re.IGNORECASE | re.ASCII,
)
_NOT_IN_ADDRESSES = re.compile(r"[\s\x00-\x20\x7f<>\"{}|\\^`]")


def is_of(places: Places, value: Value, kind: Kind) -> bool:
    """True when a value is of a kind; else it is noted."""
    if value.kind is kind:
        return True
    if value.kind is Kind.NULL:
        places.note("json-null", value)
    else:
        places.note("json-wrong-type", value, wanted=kind, value=value.kind)
    return False


def is_filled(places: Places, value: Value) -> bool:
    """True for a text that is not blank; else it is noted."""
    if not is_of(places, value, Kind.STRING):
        return False
    if not value.text.strip():
        places.note("json-empty", value)
    return bool(value.text.strip())


def any_text(places: Places, value: Value) -> None:
    """A text of any sort."""
    is_filled(places, value)


def plain_text(places: Places, value: Value) -> None:
    """A text without markup: HTML belongs into content_html alone."""
    if is_filled(places, value) and (found := markup_in(value.text)):
        places.note("json-html-in-text", value, value=found)


def html(places: Places, value: Value) -> None:
    """HTML that readers keep as it is."""
    if not is_filled(places, value):
        return
    for rule, found in findings_of_html(value.text):
        places.note(rule, value, value=found)
    if shown := escaped_once_too_often(value.text):
        places.note("json-escaped-html", value, value=shown)


def web_address(places: Places, value: Value) -> None:
    """An address that any reader can ask."""
    parts = _address(places, value)
    if parts is not None and parts.scheme.lower() not in {"http", "https"}:
        places.note("json-scheme", value, value=parts.scheme)


def address(places: Places, value: Value) -> None:
    """A whole address of any scheme."""
    _address(places, value)


def _address(places: Places, value: Value) -> SplitResult | None:
    if not is_filled(places, value):
        return None
    parts = split_address(value.text)
    if parts is None:
        places.note("json-invalid-url", value, value=value.text)
    elif not value.text.isascii():
        places.note("json-iri", value, value=value.text)
    return parts


def split_address(text: str) -> SplitResult | None:
    """The parts of a whole address; None for what is none."""
    try:
        parts = urlsplit(text)
        host = parts.hostname if parts.port != 0 else None
    except ValueError:
        return None
    is_web = parts.scheme.lower() in {"http", "https"}
    if _NOT_IN_ADDRESSES.search(text) or not parts.scheme or not (parts.netloc or parts.path):
        return None
    return None if is_web and not host else parts


def date(places: Places, value: Value) -> None:
    """A date of RFC 3339, neither in the future nor before there was a net."""
    if not is_filled(places, value):
        return
    moment = read_date(value.text)
    if moment is None:
        places.note("json-invalid-date", value, value=value.text)
    elif moment.year < _FIRST_YEAR or moment > places.notes.now + _AHEAD:
        places.note("json-implausible-date", value, value=value.text)


def read_date(text: str) -> datetime | None:
    """The moment that a date of RFC 3339 names, in UTC; None for what is none."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    day, minute, second, zone = match.groups()
    # A leap second is legal, and Python has none: the second before it is near enough.
    try:
        moment = datetime.fromisoformat(f"{day}T{minute}{min(second, '59')}{zone.upper()}")
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def language(places: Places, value: Value) -> None:
    """A language tag by the grammar of RFC 5646."""
    if is_filled(places, value) and not _LANGUAGE.fullmatch(value.text):
        places.note("json-invalid-language", value, value=value.text)


def media_type(places: Places, value: Value) -> None:
    """A media type by the grammar of RFC 6838."""
    if is_filled(places, value) and not _MEDIA_TYPE.fullmatch(value.text):
        places.note("json-invalid-media-type", value, value=value.text)


def boolean(places: Places, value: Value) -> None:
    """True or false."""
    is_of(places, value, Kind.BOOLEAN)


def amount(places: Places, value: Value) -> None:
    """A number of seconds: from 0 on."""
    if is_of(places, value, Kind.NUMBER) and value.text.startswith("-"):
        places.note("json-implausible-number", value, value=value.text)


def whole_amount(places: Places, value: Value) -> None:
    """A number of bytes: whole, from 0 on."""
    if is_of(places, value, Kind.NUMBER) and not value.text.isdecimal():
        places.note("json-implausible-number", value, value=value.text)
