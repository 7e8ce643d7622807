"""One round of publishing: what it works with, what is due in it, and what it has made so far."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from swifeeds.emit import SUFFIXES, Company, feed_path, page_path
from swifeeds.model import ArticleId, FeedKey, Redirect, Scope, Shelf, ShelfItem
from swifeeds.pipeline.listing import Site
from swifeeds.pipeline.moving import End
from swifeeds.pipeline.series import Plan, Room

BATCH = 300
"""Feeds rendered in one go: bounds the memory of one transaction, and the time that others wait
for the first of many."""

AT_ONCE = 4
"""Feeds on their way through the children: enough to keep two of them busy."""


@dataclass(slots=True, kw_only=True)
class PublishReport:
    """How many marks were answered and archive pages made, how many representations rendered for
    it, how many of those were really new, and what is on the shelf since."""

    answered: int = 0
    rendered: int = 0
    changed: int = 0
    generation: int = 0


@dataclass(slots=True)
class Round:
    """One run: what it works with, and what it has made so far.

    The shelf is without its bytes: the tags are enough to tell whether anything changed.
    """

    shelf: Shelf
    company: Company
    site: Site
    tags: Sequence[str]
    ends: Mapping[str, End]
    former: Sequence[str]
    awaited: Collection[FeedKey]
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    report: PublishReport = field(default_factory=PublishReport)
    items: list[ShelfItem] = field(default_factory=list)
    gone: list[Redirect] = field(default_factory=list)
    archived: dict[FeedKey, tuple[ArticleId, ...]] = field(default_factory=dict)
    waiting: set[FeedKey] = field(default_factory=set)
    failed: set[FeedKey] = field(default_factory=set)
    room: Room = field(default_factory=Room)
    topics: set[str] = field(default_factory=set)

    def is_published(self, key: FeedKey) -> bool:
        """True when the document is on the shelf already."""
        return feed_path(key, "atom", self.company.slug(key)) in self.shelf.items

    def has_ended(self, key: FeedKey) -> bool:
        """True for a feed of a story that was removed or merged: nothing is rendered for it."""
        return key.scope is Scope.STORY and self.company.story(key) is None

    def editions(self, key: FeedKey) -> Collection[str]:
        """The languages that the feed's scope has articles in, or once had: a feed stays."""
        return {
            language
            for language in self.company.publication.languages
            if (one := replace(key, language=language)) in self.site.summaries or self.stays(one)
        }

    def wider(self, key: FeedKey) -> FeedKey | None:
        """The feed of the story that this feed's story is part of, where there is one to open."""
        found = self.company.wider(key)
        is_there = found is not None and (found in self.site.summaries or self.stays(found))
        return found if is_there else None

    def stays(self, key: FeedKey) -> bool:
        """True when subscribers have the feed, be it under a former name of its story."""
        return self.is_published(key) or key in self.awaited

    def expected(self) -> Collection[str]:
        """The paths of stories' documents that have articles, whether they stand or not."""
        slug = self.company.slug
        keys = [key for key in self.site.summaries if key.scope is Scope.STORY]
        feeds = (feed_path(key, suffix, slug(key)) for key in keys for suffix in SUFFIXES)
        return {*feeds, *(page_path(key, slug(key)) for key in keys)}


def due_documents(keys: Sequence[FeedKey], work: Round) -> dict[FeedKey, set[int]]:
    """Which documents of which feeds are due: those of the keys; for a feed that is new the current
    ones of its other languages, which link to it from now on; and those that former names wait for.
    """
    found: dict[FeedKey, set[int]] = {}
    for key in keys:
        found.setdefault(replace(key, page=0), set()).add(key.page)
    for key in [key for key in found if _is_new(key, work)]:
        for language in (*work.editions(key), ""):
            found.setdefault(replace(key, language=language), set()).add(0)
    awaited = sorted(key for key in work.awaited if not work.is_published(key))
    for key in awaited[:BATCH]:
        found.setdefault(key, set()).add(0)
    work.waiting.update(awaited[BATCH:])
    return found


def _is_new(key: FeedKey, work: Round) -> bool:
    return key.scope is not Scope.ARTICLE and bool(key.language) and not work.is_published(key)


def still_waiting(key: FeedKey, documents: Collection[int], plan: Plan) -> set[FeedKey]:
    """Documents that are still stale after this round."""
    pages = {replace(key, page=page) for page in documents if 0 < page <= plan.newest}
    return (pages - set(plan.due)) | ({key} if plan.more else set())
