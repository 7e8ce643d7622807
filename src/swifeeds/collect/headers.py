"""What HTTP headers say of a document. Pure; every header is a stranger's text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime
from hashlib import blake2b

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

_ANEW = timedelta(days=7)
"""How long "not modified" is believed. A stuck validator would hide what is new for ever."""

_NONE = timedelta()

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


def is_old(validators: Validators, url: str, now: datetime) -> bool:
    """True once the body was last had in full a week ago. Then it is asked for without conditions.

    The week is up to a day longer, by a hash of the address: what was first read together is not
    asked for together again.
    """
    if validators.taken is None:
        return False
    beyond = now - validators.taken - _ANEW
    return beyond >= _NONE and beyond >= _share(url) * timedelta(days=1)


def _share(url: str) -> float:
    """A number from 0 up to 1 that differs between addresses."""
    return int.from_bytes(blake2b(url.encode(), digest_size=2).digest()) / 2**16


def is_read_alike(validators: Validators, reading: str) -> bool:
    """True when the body that they belong to was read as it would be now. Else "not modified" is
    no answer: it speaks of the bytes alone."""
    return (validators.digest or "").startswith(f"{reading}:")


def reading_mark(*said: object) -> str:
    """A short name for all that a reading hangs on besides the document."""
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def validators_from(
    headers: Mapping[str, str], body: bytes, now: datetime, *, reading: str = ""
) -> Validators:
    """The validators worth keeping, exactly as they were written, and what tells the body.

    Args:
        headers: of the answer, by lower-case name.
        body: whole.
        now: when it came, UTC.
        reading: the mark of all else that its reading hangs on. The same body, to be read in
            another way, is another one.
    """
    modified = headers.get("last-modified")
    return Validators(
        etag=_sendable(headers.get("etag")),
        last_modified=_sendable(modified) if _is_plausible(modified, now) else None,
        digest=f"{reading}:{_digest(headers, body)}",
        taken=now,
    )


def _digest(headers: Mapping[str, str], body: bytes) -> str:
    """The same for the same bytes of the same type."""
    said = f"{headers.get('content-type', '')}\n"
    return blake2b(said.encode("utf-8", "surrogatepass") + body, digest_size=16).hexdigest()


def fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long the answer stays as it is, by its Cache-Control or Expires (RFC 9111 4.2.1), less
    the time that it lay in a cache. None when that is not said, or when it is none."""
    if "cache-control" not in headers and "expires" not in headers:
        return None
    said = _directives(headers.get("cache-control", ""))
    if not said.keys().isdisjoint(("no-store", "no-cache")):
        return None
    if "max-age" in said:
        life = timedelta(seconds=_seconds(said["max-age"]))
    elif (expires := _moment(headers.get("expires"))) is not None:
        life = expires - (_moment(headers.get("date")) or now)
    else:
        return None
    life -= timedelta(seconds=_seconds(headers.get("age", "")))
    return life if life > timedelta() else None


def _directives(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.lower().split(","))
    return {name.strip(): value.strip().strip('"') for name, _, value in pairs}


def _seconds(text: str) -> int:
    """Digits, as many as a duration bears; 0 for anything else."""
    text = text.strip()
    return int(text[:9]) if text.isascii() and text.isdigit() else 0


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
    moment = _moment(modified)
    return moment is not None and _WEB_BEGINS <= moment <= now + _SKEW


def _moment(text: str | None) -> datetime | None:
    """An HTTP date, aware; None for anything else."""
    try:
        moment = parsedate_to_datetime(text or "")
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
