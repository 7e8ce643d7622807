"""Conditional requests (RFC 9110 section 13), decided without I/O.

Every coding of a representation has a strong tag of its own (`"abc"` as it is, `"abc-gzip"`
compressed), because strong tags promise equal bytes (RFC 9110 8.8.3.3). A condition is held
against the coding that this very request would get. Brotli bytes may be pressed later, to fewer
that say the same: those have another tag, and who holds either one has what there is. A condition
that cannot be read is ignored, so that a broken client gets a body and never a wrong 304.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from swifeeds.model import Encoding, ShelfItem
from swifeeds.serve.httpdate import parse_http_date

_TAG = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\U0010ffff]*")')


class Decision(StrEnum):
    """What the conditions of a request ask for: the body, 304 or 412."""

    SEND = "send"
    NOT_MODIFIED = "not modified"
    FAILED = "failed"


def variant_tags(item: ShelfItem, encoding: Encoding) -> tuple[str, ...]:
    """The tag of an item in one coding, and after it those of other bytes that decode to it."""
    etag = item.etag
    if encoding is Encoding.IDENTITY:
        return (etag,)
    tag = f'{etag[:-1]}-{encoding}"'
    if encoding is not Encoding.BROTLI:
        return (tag,)
    pressed = f'{etag[:-1]}-{encoding}11"'
    return (pressed, tag) if item.is_pressed else (tag, pressed)


def held_tag(headers: Mapping[str, str], tags: Sequence[str]) -> str:
    """Of an item's tags the one that the client named; 304 repeats it, because a cache freshens
    nothing but what it keeps under the very tag (RFC 9111 4.3.4). The first where it named none."""
    named = {tag for _, tag in _tags(headers.get("If-None-Match") or "")}
    return next((tag for tag in tags if tag in named), tags[0])


def evaluate(
    method: str,
    headers: Mapping[str, str],
    *,
    tags: Collection[str],
    last_modified: datetime,
    now: datetime,
) -> Decision:
    """Judge the conditions in the order of RFC 9110 13.2.2.

    Args:
        method: conditions count for GET and HEAD alone here; nothing else selects a body.
        headers: field values by name, looked up as `If-None-Match` (so: any case-insensitive
            mapping), repeated fields joined by commas.
        tags: the quoted strong tags of what would be sent (see `variant_tags`).
        last_modified: in whole seconds, UTC.
        now: tells the century of a two-digit year.
    """
    if method not in {"GET", "HEAD"}:
        return Decision.SEND
    if not _preconditions_hold(headers, tags, last_modified, now):
        return Decision.FAILED
    if _is_known(headers, tags, last_modified, now):
        return Decision.NOT_MODIFIED
    return Decision.SEND


def _preconditions_hold(
    headers: Mapping[str, str], tags: Collection[str], last_modified: datetime, now: datetime
) -> bool:
    """If-Match by strong comparison; only without it If-Unmodified-Since (13.1.1, 13.1.4)."""
    wanted = headers.get("If-Match")
    if wanted is not None:
        return wanted.strip() == "*" or any(
            not weakness and tag in tags for weakness, tag in _tags(wanted)
        )
    limit = _date(headers, "If-Unmodified-Since", now)
    return limit is None or last_modified <= limit


def _is_known(
    headers: Mapping[str, str], tags: Collection[str], last_modified: datetime, now: datetime
) -> bool:
    """If-None-Match by weak comparison; only without it If-Modified-Since (13.1.2, 13.1.3)."""
    held = headers.get("If-None-Match")
    if held is not None:
        return held.strip() == "*" or any(tag in tags for _, tag in _tags(held))
    since = _date(headers, "If-Modified-Since", now)
    return since is not None and last_modified <= since


def _tags(field: str) -> list[tuple[str | None, str]]:
    """The entity tags of a list as (weakness, quoted tag). Commas inside quotes are the tag's."""
    return [(match[1], match[2]) for match in _TAG.finditer(field)]


def _date(headers: Mapping[str, str], name: str, now: datetime) -> datetime | None:
    text = headers.get(name)
    return None if text is None else parse_http_date(text, now)
