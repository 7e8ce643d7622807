"""An article as it is kept, how it was sighted, and what is to be done about a draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType, TypeAlias

from swifeeds.model.source import SourceId
from swifeeds.model.work import Work

ArticleId = NewType("ArticleId", str)


class Status(StrEnum):
    """ninjs `pubstatus`, in our words. Only usable articles ever reach a feed."""

    USABLE = "usable"
    HELD = "held"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Work):
    """A Work with the identity that never changes.

    `published` and `updated` are always set here (the first sighting stands in where the source
    gives no date), and `updated` never falls once it was shown. `source_id` is the source that
    first brought it. `revision` counts from 1. `first_seen` is when we first stored it (UTC).
    `adopted_id` is what readers know the article by where it came from a feed that ours replaces;
    it is settled when the article is first stored, and no two articles have the same. `unpublished`
    is when it ceased to be public; None for one that is public, or never was.
    """

    id: ArticleId
    source_id: SourceId
    published: datetime
    updated: datetime
    first_seen: datetime
    fingerprint: str
    status: Status = Status.USABLE
    revision: int = 1
    status_reason: str | None = None
    adopted_id: str | None = None
    unpublished: datetime | None = None

    @property
    def leaves_notice(self) -> bool:
        """True when it was withdrawn after it had been public: readers may have its text."""
        return self.status is Status.WITHDRAWN and self.unpublished is not None

    def is_public(self, now: datetime) -> bool:
        """True when the article may be shown at `now` (UTC): usable and not under embargo."""
        embargo = self.embargoed_until
        return self.status is Status.USABLE and (embargo is None or embargo <= now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One source's copy of an article.

    At most one per (source, guid) and per (source, url). `fingerprint` is of this copy's text.
    `digest` is that of the feed's entry where reading it again could bring nothing new while it
    does not change.
    """

    article_id: ArticleId
    source_id: SourceId
    guid: str | None
    url: str | None
    fingerprint: str
    first_seen: datetime
    last_seen: datetime
    digest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The digests of sightings that a source still shows, unchanged, at a time (UTC)."""

    digests: frozenset[str]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """Store this article and its first sighting."""

    article: Article
    sighting: Sighting


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """Store this revision over the one we have. The id stays, `updated` rises."""

    article: Article
    sighting: Sighting
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """Nothing new: note that the source still shows it."""

    sighting: Sighting


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Keep the good article; put the suspicious revision aside and tell the operator why.

    `article` is the suspicious revision, `reason` one plain sentence.
    """

    article: Article
    sighting: Sighting
    reason: str


Intent: TypeAlias = New | Revised | Duplicate | Held
