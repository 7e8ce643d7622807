"""Addresses that go into feeds, pages and header fields letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from swifeeds.config.lines import Path
from swifeeds.config.site_shapes import SiteShape
from swifeeds.config.source_shapes import SourceShape

Finding = tuple[Path, str]

_URI = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
"""RFC 3986. Anything else could end the `<…>` of a `Link` field, or is refused by readers."""


def site_addresses(site: SiteShape) -> Iterator[Finding]:
    """Those of the site that readers could not take."""
    yield from _published(("site", "base_url"), site.base_url)
    if "?" in site.base_url or "#" in site.base_url:
        yield ("site", "base_url"), "may have a path and nothing behind it; leave out ? and #"
    if site.publisher is not None:
        yield from _published(("site", "publisher", "url"), site.publisher.url)
    yield from _published(("site", "icon"), site.icon)
    yield from _published(("site", "logo"), site.logo)


def source_addresses(path: Path, source: SourceShape) -> Iterator[Finding]:
    """Those of a source that readers could not take."""
    yield from _licence((*path, "licence"), source.licence)
    yield from _published((*path, "rsl"), source.rsl)
    yield from _published((*path, "tdm_policy"), source.tdm_policy)
    if source.trust is not None:
        yield from _published((*path, "trust", "certificate"), source.trust.certificate)


def address_findings(path: Path, address: str) -> Iterator[Finding]:
    """A finding where it is no web address."""
    try:
        parts = urlsplit(address)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        yield path, f"{address!r} is no web address; write it with https:// or http://"


def _licence(path: Path, licence: str | None) -> Iterator[Finding]:
    """An address, or a name (`CC BY 4.0`), which has no colon."""
    if licence is None:
        return
    if ":" in licence:
        yield from _published(path, licence)
    elif not licence.strip() or not licence.isprintable():
        yield path, "is no licence; write its address, or its name in one line"


def _published(path: Path, address: str | None) -> Iterator[Finding]:
    if address is None:
        return
    if found := tuple(address_findings(path, address)):
        yield from found
    elif not _URI.fullmatch(address):
        message = "holds what stands in no address as it is; encode it with % (a host: with xn--)"
        yield path, f"{address!r} {message}"
