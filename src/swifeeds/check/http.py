"""How a feed is served: RFC 9110 and 9111, and what readers need to poll it cheaply."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from swifeeds.check.caching import check_caching
from swifeeds.check.exchange import Conversation, Served
from swifeeds.check.notes import Notes

_OK, _NOT_MODIFIED = 200, 304
_FOR_GOOD = frozenset({301, 308})
_WANTED: Mapping[str | None, tuple[str, frozenset[str]]] = {
    "rss": (
        "application/rss+xml",
        frozenset({"application/xml", "text/xml", "application/rdf+xml"}),
    ),
    "atom": ("application/atom+xml", frozenset({"application/xml", "text/xml"})),
    "json": ("application/feed+json", frozenset({"application/json"})),
}
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)
_ETAG = re.compile(r"(?:W/)?\"[\x21\x23-\x7e\x80-\xff]*\"")
_CLOCKS = timedelta(minutes=5)
"""How far apart two honest clocks may be."""


def charset_of(headers: Mapping[str, str]) -> str | None:
    """The charset that Content-Type names, None when it names none."""
    match = _CHARSET.search(headers.get("content-type", ""))
    return match[1] if match else None


def check_http(conversation: Conversation, kind: str | None, notes: Notes) -> None:
    """Check how a feed was served.

    Args:
        conversation: a plain request with `Accept-Encoding: gzip`, and the same again with
            conditions.
        kind: the format of the document, `rss`, `atom` or `json`; None for anything else.
        notes: takes what is wrong.
    """
    answer = conversation.answer
    if conversation.redirect is not None:
        _check_redirect(conversation.redirect, notes)
    if not conversation.is_answered:
        notes.note("http-error", value=answer.status)
        return
    _check_type(answer, kind, notes)
    _check_validators(answer, notes)
    _check_repetitions(conversation, notes)
    check_caching(answer, notes)
    if answer.header("x-content-type-options").lower() != "nosniff":
        notes.note("missing-nosniff")
    if answer.header("access-control-allow-origin") != "*":
        notes.note("missing-cors")
    if "set-cookie" in answer.headers:
        notes.note("sets-cookie")


def _check_redirect(redirect: Served, notes: Notes) -> None:
    rule = "moved-for-good" if redirect.status in _FOR_GOOD else "temp-redirect"
    notes.note(rule, value=redirect.header("location"))


def _check_type(answer: Served, kind: str | None, notes: Notes) -> None:
    if kind is None:
        return
    wanted, general = _WANTED[kind]
    content_type = answer.header("content-type")
    stated = content_type.partition(";")[0].strip().lower()
    if not stated:
        notes.note("missing-content-type", wanted=wanted)
        return
    if stated in general:
        notes.note("general-content-type", value=stated, wanted=wanted)
    elif stated != wanted:
        notes.note("unexpected-content-type", value=stated, wanted=wanted)
    charset = charset_of(answer.headers)
    # JSON has no such parameter (RFC 8259, 11), so that only a wrong one is a fault there.
    if charset is None and kind != "json":
        notes.note("missing-charset")
    elif charset and kind == "json" and charset.lower() not in {"utf-8", "utf8"}:
        notes.note("encoding-mismatch", charset=charset, encoding="UTF-8")


def _check_validators(answer: Served, notes: Notes) -> None:
    etag, changed = answer.header("etag"), answer.header("last-modified")
    if not etag:
        notes.note("missing-etag")
    elif not _ETAG.fullmatch(etag):
        notes.note("invalid-etag", value=etag)
    if not changed:
        notes.note("missing-last-modified")
        return
    moment = _http_date(changed)
    if moment is None:
        notes.note("invalid-last-modified", value=changed)
    elif moment > notes.now + _CLOCKS:
        notes.note("last-modified-in-future", value=changed)


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _check_repetitions(conversation: Conversation, notes: Notes) -> None:
    """Each condition was true when it was sent: nothing may have come back but 304."""
    changes = False
    for condition, again in (
        ("If-None-Match", conversation.by_etag),
        ("If-Modified-Since", conversation.by_date),
    ):
        if again is None:
            continue
        if again.status == _NOT_MODIFIED:
            _check_not_modified(conversation.answer, again, notes)
        elif again.status != _OK:
            status = again.status or "nothing"
            notes.note("conditional-get-failed", value=condition, status=status)
        elif again.body == conversation.answer.body:
            notes.note("conditional-get-ignored", value=condition)
        else:
            changes = True
    if changes:
        notes.note("changes-each-time")


def _check_not_modified(answer: Served, again: Served, notes: Notes) -> None:
    """A 304 refreshes what caches hold, with what the 200 would have said (RFC 9110, 15.4.5)."""
    missing = [
        name
        for name in ("ETag", "Cache-Control", "Expires", "Vary", "Content-Location")
        if name.lower() in answer.headers and name.lower() not in again.headers
    ]
    if missing and not notes.has("not-modified-incomplete"):
        notes.note("not-modified-incomplete", value=", ".join(missing))
