"""What came off the wire, and what a reading of it yields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from swifeeds.model.draft import Draft
from swifeeds.model.mining import MiningTerms
from swifeeds.model.record import Record
from swifeeds.model.sentence import one_line
from swifeeds.model.source import SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """ETag and Last-Modified exactly as the server wrote them; sent back verbatim.

    `lastmod` is never sent: the last change that another document (a sitemap) stated of this one
    when it was read, UTC. `digest` tells how and which body was read last, or that a file could not
    be read and why, None where that is not known or forgotten; `taken` (UTC) is the time at which
    it was last had in full: a server that says "not modified" for ever is not believed for ever.
    """

    etag: str | None = None
    last_modified: str | None = None
    lastmod: datetime | None = None
    digest: str | None = None
    taken: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What an answer says of asking again: for how long it stays as it is, and the address to ask
    from now on."""

    fresh_for: timedelta | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A body and what was said about it (RFC 9110: a representation that was received).

    `url` is what was asked for, `final_url` what answered after redirects; `media_type` is lower
    case without parameters; `charset` is the transport's word only. `retrieved` is UTC. `mining` is
    what its header fields say of text and data mining, `relations` what its `Link` header fields
    name (RFC 8288), relation and absolute address, of the relations that we follow.
    """

    source_id: SourceId
    url: str
    final_url: str
    body: bytes
    retrieved: datetime
    media_type: str | None = None
    charset: str | None = None
    language: str | None = None
    mining: MiningTerms | None = None
    relations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A document worth collecting next. What the linking document knew travels along.

    A feed item without a body, a sitemap's entry, or an index page's headline, gives `draft`: its
    fields fill what the linked page leaves open (a title is empty where none is told). `lastmod`
    is when the linked document changed last (UTC), None where that is not told, or not exactly
    enough to tell a later change by it; `dated` is when it appeared or changed last, for an order.
    `is_index` is there for a document that is itself such a list (a sitemap of a sitemap index).
    """

    url: str
    draft: Draft | None = None
    lastmod: datetime | None = None
    dated: datetime | None = None
    is_index: bool = False

    @property
    def recency(self) -> datetime:
        """What links are sorted by: what has no date is the oldest."""
        return self.dated or datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A part of a document that could not be used; the rest went on. `subject` names the part.

    Both are one line each, whatever the document holds.
    """

    subject: str
    reason: str

    def __post_init__(self) -> None:
        """Keep either to its line."""
        object.__setattr__(self, "subject", one_line(self.subject))
        object.__setattr__(self, "reason", one_line(self.reason))


class RemarkKind(StrEnum):
    """What a remark is about, for whoever counts them."""

    PROFILE_MISSED = "profile-missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What an operator may want to know of a document that was read all the same.

    Subject and message are one line each.
    """

    kind: RemarkKind
    subject: str
    message: str

    def __post_init__(self) -> None:
        """Keep either to its line."""
        object.__setattr__(self, "subject", one_line(self.subject))
        object.__setattr__(self, "message", one_line(self.message))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one document yields: articles, where to look next, and what was set aside.

    `noted` is what is to be told though nothing is missing: of an article that was taken all the
    same, of what nobody would look for among articles.
    `records` are articles that keep the ids they bring, from an export of a swifeeds alone.
    `seen` are the digests of entries that are still there, unchanged since they were last read.
    `ttl` is the time between two polls that the document asks for.
    """

    drafts: tuple[Draft, ...] = ()
    links: tuple[Link, ...] = ()
    rejects: tuple[Reject, ...] = ()
    noted: tuple[Reject, ...] = ()
    records: tuple[Record, ...] = ()
    remarks: tuple[Remark, ...] = ()
    seen: tuple[str, ...] = ()
    ttl: timedelta | None = None

    @classmethod
    def joined(cls, parts: Iterable[Extraction]) -> Extraction:
        """What the parts of one document yield together, in order; none of them asks for a ttl."""
        some = tuple(parts)
        lists = [one.name for one in fields(cls) if one.name != "ttl"]
        values: dict[str, Any] = {
            name: tuple(one for part in some for one in getattr(part, name)) for name in lists
        }
        return cls(**values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """The entries of a source that need not be read again while they do not change.

    `digests` are those of its sightings; `circumstances` says all that a reading hangs on besides
    the document: the program, the source as it is configured, the sections of the site.
    """

    digests: frozenset[str]
    circumstances: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A document came. `validators` belong to `document.url` and are stored with its drafts."""

    document: Document
    validators: Validators
    advice: Advice = Advice()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """304, the same body as last time, or a file that did not change: what we have is current.

    `validators` are new ones for the same body, None where the old ones still hold.
    """

    url: str
    validators: Validators | None = None
    advice: Advice = Advice()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """410: the publisher says that the document will not come back."""

    url: str


FetchOutcome: TypeAlias = Fetched | NotModified | Gone
