"""What HTTP headers say of a document. Pure; every header is a stranger's text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime

from swifeeds.markup import absolute_url
from swifeeds.model import MiningTerms, SourceKind, Validators, mining_terms

_FEEDS = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1"
)
_REST = "application/json, text/html;q=0.5, */*;q=0.1"
_SITEMAPS = (
    "text/html, application/xhtml+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
)
_PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_FOLLOWED = frozenset({"hub", "self", "next", "https://api.w.org/"})
_LINK = re.compile(r"<([^<>]*)>((?:[^,\"<>]|\"[^\"]*\")*)")
_REL = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))", re.IGNORECASE)
_LONGEST_LINKS = 16_384

_LONGEST_VALIDATOR = 1000
"""No entity tag that was thought of is longer; it is stored and sent back with every poll."""

_WEB_BEGINS = datetime(1995, 1, 1, tzinfo=UTC)
"""A Last-Modified before this is a clock that was never set (1970, 1980)."""

_SKEW = timedelta(days=1)
"""A server's clock may be wrong by so much and its dates still do for its own comparison."""


def accept_for(kind: SourceKind, *, main: bool) -> str:
    """The Accept header: feeds for a feed's own address, pages for all that is linked."""
    if kind is SourceKind.WORDPRESS:
        return _REST
    if kind is SourceKind.SITEMAP:
        return _SITEMAPS
    return _FEEDS if kind is SourceKind.FEED and main else _PAGES


def conditions(validators: Validators | None) -> dict[str, str]:
    """The headers that make a request conditional, verbatim (RFC 9110 13.1)."""
    if validators is None:
        return {}
    pairs = (("If-None-Match", validators.etag), ("If-Modified-Since", validators.last_modified))
    return {name: value for name, value in pairs if value}


def validators_from(headers: Mapping[str, str], now: datetime) -> Validators:
    """The validators worth keeping, exactly as they were written."""
    modified = headers.get("last-modified")
    return Validators(
        etag=_sendable(headers.get("etag")),
        last_modified=_sendable(modified) if _is_plausible(modified, now) else None,
    )


def media_type(headers: Mapping[str, str]) -> str | None:
    """`text/html` of `Text/HTML; charset=x`; None when there is none."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind if "/" in kind else None


def charset(headers: Mapping[str, str]) -> str | None:
    """The charset parameter of the content type, in lower case."""
    message = Message()
    message["Content-Type"] = headers.get("content-type", "")
    return message.get_content_charset() or None


def language(headers: Mapping[str, str]) -> str | None:
    """The content language when there is exactly one (RFC 9110 8.5: a list names the readers)."""
    text = headers.get("content-language", "").strip()
    return text if _TAG.fullmatch(text) else None


def mining(headers: Mapping[str, str]) -> MiningTerms | None:
    """What is said of text and data mining (W3C TDM Reservation Protocol)."""
    return mining_terms(headers.get("tdm-reservation"), headers.get("tdm-policy"))


def relations(headers: Mapping[str, str], url: str) -> tuple[tuple[str, str], ...]:
    """Relation and absolute address of what `Link` fields name (RFC 8288), as far as we follow it.

    Args:
        headers: by lower-case name, several fields of one name joined.
        url: what answered; relative addresses are resolved against it.
    """
    named = _LINK.finditer(headers.get("link", "")[:_LONGEST_LINKS])
    return tuple(
        (relation, absolute)
        for link in named
        if (absolute := absolute_url(link[1], url))
        for relation in _rels(link[2])
        if relation in _FOLLOWED
    )


def _rels(parameters: str) -> list[str]:
    match = _REL.search(parameters)
    return (match[1] or match[2] or "").lower().split() if match else []


def _sendable(value: str | None) -> str | None:
    # Bytes that are no text would break the store, and a line break the next request.
    good = value and value.isascii() and value.isprintable() and len(value) <= _LONGEST_VALIDATOR
    return value if good else None


def _is_plausible(modified: str | None, now: datetime) -> bool:
    try:
        moment = parsedate_to_datetime(modified or "")
    except (ValueError, OverflowError):
        return False
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return _WEB_BEGINS <= aware <= now + _SKEW
