"""Articles: what is known of a draft, what is kept, what the desk decides."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from swifeeds.model import (
    Article,
    ArticleId,
    Intent,
    Known,
    Lease,
    Membership,
    Notice,
    Seen,
    Sighting,
    SourceId,
    Status,
    Validators,
)


class Articles(Protocol):
    """Articles: what is known of a draft, what is kept, what the desk decides."""

    async def validators(self, urls: Collection[str]) -> Mapping[str, Validators]:
        """The validators last stored for these addresses; unknown addresses are left out."""

    async def validators_of(self, source_id: SourceId) -> Mapping[str, Validators]:
        """All validators of one source's documents (a folder's files, say)."""

    async def addresses(self, source_id: SourceId, *, limit: int) -> tuple[str, ...]:
        """Public addresses of the source's usable articles, newest published first."""

    async def known(
        self, source_id: SourceId, *, url_keys: Collection[str], guids: Collection[str]
    ) -> Known:
        """What is kept under these canonical keys (any source) and guids (this source)."""

    async def alike(
        self, source_id: SourceId, *, fingerprints: Collection[str], moments: Collection[datetime]
    ) -> tuple[tuple[Article, tuple[Sighting, ...]], ...]:
        """Articles that this source showed with one of these fingerprints, or brought first and
        published at one of these moments, each with how the source showed it. At most 1000."""

    async def keep(
        self,
        lease: Lease,
        intents: Sequence[Intent],
        validators: Mapping[str, Validators],
        notices: Sequence[Notice] = (),
        *,
        seen: Seen | None = None,
    ) -> None:
        """Carry out a batch: articles, revisions, sightings, held revisions, validators, notices
        and the marks for regrouping. Idempotent: the same New twice (same source and guid, or
        same canonical key) is kept once. An `adopted_id` that another article has as its id is
        left out, and told (`id-not-adopted`); no revision changes one. A Revised or Duplicate of
        an article drops its held revision: what looked like damage is over. Of the sightings that
        are `seen` unchanged only the time rises. Raises `LeaseLost`."""

    async def digests(self, source_id: SourceId, *, limit: int) -> frozenset[str]:
        """The digests of the source's sightings, of those that were seen last."""

    async def shown(self, source_id: SourceId, digests: Collection[str]) -> frozenset[ArticleId]:
        """The articles that the source's sightings with these digests are of."""

    async def article(self, reference: str) -> Article | None:
        """By the id it brought from its former feed, id, tag URI's last part, or public address."""

    async def articles(self, ids: Collection[ArticleId]) -> tuple[Article, ...]:
        """Those of `ids` that exist, in the order of (first_seen, id)."""

    async def articles_since(
        self, since: datetime, now: datetime, *, limit: int
    ) -> tuple[Article, ...]:
        """Articles that are public at `now` and were published at `since` or later, newest
        first."""

    async def articles_between(
        self, first: datetime, last: datetime, now: datetime, *, limit: int
    ) -> tuple[Article, ...]:
        """Articles that are public at `now` and were published from `first` to `last`, those
        nearest to the middle first where there are more than `limit`."""

    async def articles_before(
        self, place: tuple[datetime, ArticleId] | None, now: datetime, *, limit: int
    ) -> tuple[Article, ...]:
        """Articles that are public at `now`, by (published, id) descending, from the first that
        comes before `place` on (None: from the newest): the archive page by page."""

    async def memberships(self, article_id: ArticleId) -> tuple[Membership, ...]:
        """The living memberships of one article."""

    async def set_status(
        self, article_id: ArticleId, status: Status, *, reason: str | None, now: datetime
    ) -> bool:
        """Hold, release or withdraw. Marks the article. False when there is no such article.

        `updated` rises when readers must be told: when a notice takes the place of a text that was
        public, and when the text comes back."""

    async def held_revision(self, article_id: ArticleId) -> Article | None:
        """The revision that was put aside, if any."""

    async def release_revision(self, article_id: ArticleId, now: datetime) -> bool:
        """Put the held revision in the article's place. False when none is held."""
