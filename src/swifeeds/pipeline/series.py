"""What a publication makes of a feed that is kept whole: its current document and its archive.

New pages, their bytes and the bytes of the current document that leads to them go out in one
transaction. An archive that grows by more pages than one round has room for grows over several;
the current document waits until every page behind it stands, so that no link leads nowhere and
nothing is missing meanwhile: what left it is still in the one that is published.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from swifeeds.emit import (
    NewPages,
    has_archive,
    left_out,
    new_pages,
    select_entries,
    without_archived_copies,
)
from swifeeds.model import ArticleId, Dossier, FeedKey, Listed, Publication
from swifeeds.store import Store

PAGES_AT_ONCE = 40
"""Archive pages rendered in one round: bounds its memory (each is a full feed, in three formats
and four codings), and the time that other feeds wait for a large import."""

_OF_ONE_FEED = 10
"""Of these, pages of one feed: several grow side by side. At least 2: a new page and the one before
it, which gets its `next-archive`."""

_LOOKED_AT = 1000
"""Articles looked at in one query; their texts are not read for it."""


@dataclass(slots=True)
class Room:
    """How many archive pages this round can still render."""

    left: int = PAGES_AT_ONCE

    def take(self) -> int:
        """A feed's share, until it gives back what it does not need."""
        share = min(self.left, _OF_ONE_FEED)
        self.left -= share
        return share

    def give_back(self, unused: int) -> None:
        """So that other feeds can have it."""
        self.left += unused


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The documents of one feed that a round renders.

    `candidates` are what the current document is chosen from, `due` the pages to render, of which
    `fresh` are made now, `newest` is the number of the last of all. `complete`: the current
    document is the whole. `has_current`: it goes out in this round; `more`: it must be looked at
    again in the next.
    """

    candidates: tuple[Dossier, ...] = ()
    newest: int = 0
    due: tuple[FeedKey, ...] = ()
    fresh: Mapping[FeedKey, tuple[ArticleId, ...]] = field(default_factory=dict)
    complete: bool = False
    has_current: bool = True
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Planner:
    """Plans feeds, one at a time.

    `is_standing` tells whether a document is on the shelf.
    """

    store: Store
    publication: Publication
    now: datetime
    is_standing: Callable[[FeedKey], bool]

    async def plan(
        self,
        key: FeedKey,
        dossiers: Sequence[Dossier],
        *,
        documents: Collection[int],
        languages: Sequence[str],
        limit: int,
    ) -> Plan:
        """What to render of a feed.

        Args:
            key: the feed.
            dossiers: what its current document may show.
            documents: those that are stale, by page; 0 for the current one.
            languages: the article tags that the feed draws from; empty for all.
            limit: archive pages rendered at most.
        """
        if not has_archive(key):
            return Plan(candidates=tuple(dossiers))
        newest = await self.store.archive_size(key)
        pages = [replace(key, page=number) for number in range(1, newest + 1)]
        missing = {page for page in pages if not self.is_standing(page)}
        due = [page for page in pages if page in missing or page.page in documents][:limit]
        if 0 not in documents:
            return Plan(newest=newest, due=tuple(due), has_current=False)
        candidates = await self._without_copies(key, dossiers)
        grown = await self._new_pages(
            key, candidates, languages, newest=newest, limit=max(0, limit - len(due) - 1)
        )
        if grown.pages and newest:
            due = list(dict.fromkeys([*due, replace(key, page=newest)]))
        more = grown.more or bool(missing - set(due))
        return Plan(
            candidates=candidates,
            newest=newest + len(grown.pages),
            due=(*due, *grown.pages),
            fresh=grown.pages,
            complete=not (newest or grown.pages or more),
            has_current=not more or not (missing - set(due) or self.is_standing(key)),
            more=more,
        )

    async def _without_copies(
        self, key: FeedKey, dossiers: Sequence[Dossier]
    ) -> tuple[Dossier, ...]:
        texts = {one.article.fingerprint for one in dossiers}
        archived = await self.store.archived_texts(key, texts, self.now)
        return without_archived_copies(dossiers, archived)

    async def _new_pages(
        self,
        key: FeedKey,
        candidates: Sequence[Dossier],
        languages: Sequence[str],
        *,
        newest: int,
        limit: int,
    ) -> NewPages:
        """Read through all that is on no page, oldest first, until there is enough to do."""
        size = self.publication.feed_size
        current = select_entries(candidates, key.language, self.publication)
        ids = {one.article.id for one in current}
        waiting: list[Listed] = []
        free: list[ArticleId] = []
        after = None
        while len(waiting) <= limit * size:
            listed = await self.store.unarchived(
                key, languages=languages, limit=_LOOKED_AT, now=self.now, after=after,
                notices=self.publication.withdrawn_notice,
            )  # fmt: skip
            free += (one.article_id for one in listed if one.article_id in ids)
            waiting += await self._left_out(key, listed, current, waiting)
            if len(listed) < _LOOKED_AT:
                break
            after = listed[-1].published, listed[-1].article_id
        return new_pages(key, waiting, free, newest=newest, size=size, limit=limit)

    async def _left_out(
        self,
        key: FeedKey,
        listed: Sequence[Listed],
        current: Sequence[Dossier],
        waiting: Sequence[Listed],
    ) -> list[Listed]:
        texts = {one.fingerprint for one in listed}
        archived = {*await self.store.archived_texts(key, texts, self.now)}
        archived.update(one.fingerprint for one in waiting if not one.withdrawn)
        found = left_out(
            listed, current, archived, language=key.language, publication=self.publication
        )
        return list(found)
