"""The header fields of an answer (CONTRACT 5), without I/O.

What a page may load is our own style and script and the publisher's pictures: nothing inline, no
script of anybody else, no frame, no form.
Feeds and directories may be read by scripts of any site, because browser readers fail without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Self

from multidict import CIMultiDict

from swifeeds.model import RESTING, Encoding, MiningTerms, ShelfItem
from swifeeds.serve.conditional import variant_tags
from swifeeds.serve.httpdate import http_date
from swifeeds.serve.settings import ServeSettings

ALLOW = "GET, HEAD, OPTIONS"

_PAGE_POLICY = (
    "default-src 'self'; img-src * data:; media-src *; script-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_SHARED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/json",
        "text/x-opml",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms an item is given: to caches, and to those who mine texts.

    `max_age` (seconds) caps a published item's own unless its story rests; `archive_max_age` does
    where the item is an archive page. `fixed` are the program's own items by path: they change with
    the program alone.
    `site` is the site's own word on text and data mining, which holds where an item has no other;
    None says nothing.
    """

    max_age: int
    archive_max_age: int
    stale_while_revalidate: int
    stale_if_error: int
    fixed: Mapping[str, ShelfItem] = field(default_factory=lambda: MappingProxyType({}))
    site: MiningTerms | None = None

    @classmethod
    def of(cls, settings: ServeSettings, fixed: Mapping[str, ShelfItem]) -> Self:
        """As the operator wants it."""
        return cls(
            max_age=settings.max_age,
            archive_max_age=settings.archive_max_age,
            stale_while_revalidate=settings.stale_while_revalidate,
            stale_if_error=settings.stale_if_error,
            fixed=fixed,
            site=settings.mining,
        )

    def control(self, item: ShelfItem) -> str:
        """The value of Cache-Control (RFC 9111, RFC 5861)."""
        if self.fixed.get(item.path) is item:
            return f"public, max-age={item.max_age}"
        most = self.archive_max_age if _is_archive_page(item) else self.max_age
        if item.max_age in RESTING:
            most = item.max_age
        return (
            f"public, max-age={min(item.max_age, most)}, "
            f"stale-while-revalidate={self.stale_while_revalidate}, "
            f"stale-if-error={self.stale_if_error}"
        )

    def mining(self, item: ShelfItem) -> Mapping[str, str]:
        """The fields of the TDM Reservation Protocol, on what holds the publisher's texts."""
        if self.fixed.get(item.path) is item:
            return {}
        stated = item.mining or self.site
        return stated.fields if stated else {}


def base_headers(media_type: str, language: str | None = None) -> CIMultiDict[str]:
    """What every answer with a body says, errors included."""
    headers = CIMultiDict({"Content-Type": media_type, "X-Content-Type-Options": "nosniff"})
    headers["Server"] = "swifeeds"
    if language is not None:
        headers["Content-Language"] = language
    if _bare(media_type) == "text/html":
        headers["Content-Security-Policy"] = _PAGE_POLICY
    return headers


def item_headers(
    item: ShelfItem, encoding: Encoding, *, terms: Terms, now: datetime
) -> CIMultiDict[str]:
    """All header fields of an item in one coding, but for Content-Length and Date.

    The one place where they are written: whoever answers, from prepared blocks or live, and
    whoever exports the site takes them from here.

    Last-Modified is left out while it lies after `now`, which happens only when the machine's
    clock was set back: RFC 9110 8.8.2.1 forbids a date in the future.
    """
    headers = base_headers(item.media_type, item.language)
    headers["Cache-Control"] = terms.control(item)
    headers["ETag"] = variant_tags(item, encoding)[0]
    headers["Vary"] = "Accept-Encoding"
    if item.last_modified <= now:
        headers["Last-Modified"] = http_date(item.last_modified)
    if encoding is not Encoding.IDENTITY:
        headers["Content-Encoding"] = encoding
    if is_shared(item):
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Expose-Headers"] = "ETag, Link, Last-Modified"
    headers.update(terms.mining(item))
    if item.links:
        # One line, as a web server with a map of paths can say it too.
        headers["Link"] = ", ".join(item.links)
    return headers


def without_body(headers: CIMultiDict[str]) -> CIMultiDict[str]:
    """Those of 304 and 412: the fields that speak of the body stay away (RFC 9110 15.4.5)."""
    kept = headers.copy()
    for name in ("Content-Type", "Content-Encoding", "Content-Language"):
        kept.popall(name, None)
    return kept


def preflight_headers(item: ShelfItem | None) -> CIMultiDict[str]:
    """The answer to OPTIONS; for a shared item also what CORS asks before a conditional GET."""
    headers = CIMultiDict({"Allow": ALLOW, "Server": "swifeeds"})
    if item is not None and is_shared(item):
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Allow-Methods"] = ALLOW
        headers["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
        headers["Access-Control-Max-Age"] = "86400"
    return headers


def is_shared(item: ShelfItem) -> bool:
    """True for feeds and directories: scripts of other sites may read them."""
    return _bare(item.media_type) in _SHARED_TYPES


def _is_archive_page(item: ShelfItem) -> bool:
    """An archive page is what names the current document of its feed (RFC 5005 section 4)."""
    return any('; rel="current"' in link for link in item.links)


def _bare(media_type: str) -> str:
    return media_type.partition(";")[0].strip()
