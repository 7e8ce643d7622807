"""Published bytes: what a request gets, made once per change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from swifeeds.model.mining import MiningTerms

RESTING = (6 * 3600, 24 * 3600)
"""Seconds that caches may keep a document of a dormant and of an archived story: the one `max_age`
that no setting for living ones caps."""


class Encoding(StrEnum):
    """The content codings we publish (RFC 9110 8.4.1, RFC 7932, RFC 8878)."""

    IDENTITY = "identity"
    GZIP = "gzip"
    BROTLI = "br"
    ZSTD = "zstd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """Rendered bytes and what HTTP says of them, before they are published.

    `path` is the absolute path they will be served at; `media_type` has its charset; `links` are
    finished values of `Link` header fields, in order; `mining` is None where the site's own word on
    text and data mining holds. The same composed input gives equal bytes.
    """

    path: str
    media_type: str
    body: bytes
    language: str | None = None
    links: tuple[str, ...] = ()
    mining: MiningTerms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a feed held under one entity tag: (entry id, digest of the entry's bytes) pairs."""

    etag: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfItem:
    """A published representation.

    `etag` is the strong tag of the identity bytes, quoted; `last_modified` is UTC in whole
    seconds and rises with every `generation`. `encodings` holds the bytes in each coding.

    `versions` are those of the feed that are still known, the current one first; `deltas` holds,
    by the tag of each earlier one, the feed with nothing but what changed since, in each coding
    (RFC 3229). Both are empty unless the operator wants them.

    `is_pressed` tells that the brotli bytes are as few as brotli can make them.
    """

    path: str
    media_type: str
    etag: str
    last_modified: datetime
    generation: int
    encodings: Mapping[Encoding, bytes]
    language: str | None = None
    links: tuple[str, ...] = ()
    mining: MiningTerms | None = None
    max_age: int = 300
    versions: tuple[Version, ...] = ()
    deltas: Mapping[str, Mapping[Encoding, bytes]] = field(default_factory=dict)
    is_pressed: bool = False

    @property
    def body(self) -> bytes:
        """The bytes without a content coding."""
        return self.encodings[Encoding.IDENTITY]

    @property
    def edition(self) -> str:
        """Names the bytes in every coding: other bytes, or better pressed ones, have another."""
        return f"{self.etag} pressed" if self.is_pressed else self.etag


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """A path that answers something else for ever: 301 with `location`, or 410 without."""

    path: str
    location: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All that is published, immutable and swapped whole. `generation` rises with each swap."""

    items: Mapping[str, ShelfItem] = field(default_factory=lambda: MappingProxyType({}))
    redirects: Mapping[str, Redirect] = field(default_factory=lambda: MappingProxyType({}))
    generation: int = 0
