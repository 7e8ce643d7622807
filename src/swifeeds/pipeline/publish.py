"""The third journey: feeds that are stale become bytes on the shelf.

Only marked feeds are rendered. Rendering and compression run in the children, pages in between;
what comes out equal to what is on the shelf is not published again, so a feed that was marked
in vain keeps its ETag. Everything goes on the shelf in one transaction with the marks it answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from swifeeds.emit import (
    FeedListing,
    Pages,
    article_path,
    compose_entry,
    compose_feed,
    feed_path,
    render_article,
    render_feed,
    render_list,
    shelve,
)
from swifeeds.errors import UsageError
from swifeeds.isolate import Isolation
from swifeeds.localise import Locale, lookup
from swifeeds.model import (
    ArticleId,
    Dossier,
    Feed,
    FeedKey,
    Publication,
    Redirect,
    Representation,
    Scope,
    Shelf,
    ShelfItem,
    Source,
    SourceId,
    Story,
    StoryId,
)
from swifeeds.pipeline.listing import Site, render_directories, site_listings
from swifeeds.store import Store

BATCH = 2000
"""Feeds rendered in one go. More than any newsroom has; bounds the memory of one transaction."""

_SPARE = 3
"""Articles asked for per entry shown: translations and copies are left out after the query."""


@dataclass(slots=True, kw_only=True)
class PublishReport:
    """How much was rendered, and how much of it was really new."""

    rendered: int = 0
    changed: int = 0
    generation: int = 0


@dataclass(slots=True)
class _Round:
    """What one run has made so far."""

    shelf: Shelf
    report: PublishReport
    items: dict[str, ShelfItem] = field(default_factory=dict)
    gone: list[Redirect] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """Renders what is stale. Its collaborators are built by the composition root."""

    store: Store
    isolation: Isolation
    publication: Publication
    sources: Mapping[SourceId, Source]
    locales: Mapping[str, Locale]
    pages: Pages
    now: Callable[[], datetime]
    max_age: int

    async def run(self) -> PublishReport:
        """Publish every stale feed. Returns at once when none is: no render, no transaction."""
        keys = await self.store.stale(BATCH)
        report = PublishReport()
        if not keys:
            return report
        work = _Round(shelf=await self.store.shelf(), report=report)
        tags = await self.store.article_languages()
        stories = {count.story.id: count.story for count in await self.store.stories()}
        for key in keys:
            if key.scope is Scope.ARTICLE:
                await self._article(work, key, stories)
            else:
                await self._feed(work, key, tags, stories)
        site = await self._site(stories)
        for representation in render_directories(site, self.pages):
            await self._shelve(work, representation)
        report.changed = len(work.items) + len(work.gone)
        report.generation = await self.store.publish(
            tuple(work.items.values()), gone=tuple(work.gone), done=keys
        )
        return report

    async def listings(self) -> tuple[FeedListing, ...]:
        """Every feed that holds articles, as the directories name them."""
        stories = {count.story.id: count.story for count in await self.store.stories()}
        return site_listings(await self._site(stories))

    async def preview(self, key: FeedKey, suffix: str) -> Representation:
        """One feed's representation as it would be published now. Stores nothing.

        Raises:
            UsageError: nothing is in that feed.
        """
        tags = await self.store.article_languages()
        stories = {count.story.id: count.story for count in await self.store.stories()}
        dossiers = await self._dossiers(key, tags)
        if not dossiers:
            raise UsageError("that feed holds no article; `swifeeds feed list` names those that do")
        feed = self._compose(key, dossiers, stories, None)
        return dict(render_feed(feed))[suffix]

    async def _feed(
        self,
        work: _Round,
        key: FeedKey,
        tags: Sequence[str],
        stories: Mapping[StoryId, Story],
    ) -> None:
        """A feed in its three formats, and its page. A feed that never held anything is none."""
        dossiers = await self._dossiers(key, tags)
        previous = work.shelf.items.get(feed_path(key, "atom", self._slug(key, stories)))
        if not dossiers and previous is None:
            return
        feed = self._compose(key, dossiers, stories, previous)
        rendered = await self.isolation.run(render_feed, feed, subject=feed.id)
        for _, representation in rendered:
            await self._shelve(work, representation)
        if key.language and key.scope is not Scope.ALL:
            page = render_list(
                self.pages,
                feed,
                publication=self.publication,
                locale=self.locales[key.language],
                memberships={d.article.id: d.memberships for d in dossiers},
            )
            await self._shelve(work, page)

    async def _article(self, work: _Round, key: FeedKey, stories: Mapping[StoryId, Story]) -> None:
        """An article's own page; one that is public no more answers 410 where it had a page."""
        path = article_path(key.language, key.key)
        dossier = await self.store.dossier(ArticleId(key.key), self.now())
        if dossier is None:
            if path in work.shelf.items:
                work.gone.append(Redirect(path=path))
            return
        locale = self.locales[key.language]
        entry = compose_entry(
            dossier,
            publication=self.publication,
            locale=locale,
            stories=stories,
            sources=self.sources,
            at=self.now(),
        )
        page = render_article(self.pages, entry, publication=self.publication, locale=locale)
        await self._shelve(work, page)

    async def _dossiers(self, key: FeedKey, tags: Sequence[str]) -> tuple[Dossier, ...]:
        wanted = self._tags(key.language, tags)
        if key.language and not wanted:
            return ()
        return await self.store.dossiers(
            key, languages=wanted, limit=self.publication.feed_size * _SPARE, now=self.now()
        )

    def _tags(self, language: str, tags: Iterable[str]) -> tuple[str, ...]:
        """The articles' own tags that a feed of this language draws from (RFC 4647 lookup)."""
        if not language:
            return ()
        drawn = {language, *self.publication.fallback_languages}
        return tuple(tag for tag in tags if lookup(tag, self.publication.languages) in drawn)

    def _compose(
        self,
        key: FeedKey,
        dossiers: Sequence[Dossier],
        stories: Mapping[StoryId, Story],
        previous: ShelfItem | None,
    ) -> Feed:
        return compose_feed(
            key,
            dossiers,
            publication=self.publication,
            locales=self.locales,
            stories=stories,
            sources=self.sources,
            stored_updated=previous.last_modified if previous else self.now(),
            at=self.now(),
        )

    def _slug(self, key: FeedKey, stories: Mapping[StoryId, Story]) -> str:
        story = stories.get(StoryId(key.key)) if key.scope is Scope.STORY else None
        return story.slug if story else key.key

    async def _site(self, stories: Mapping[StoryId, Story]) -> Site:
        return Site(
            publication=self.publication,
            locales=self.locales,
            sources=self.sources,
            stories=stories,
            summaries=await self.store.summaries(self.now()),
        )

    async def _shelve(self, work: _Round, representation: Representation) -> None:
        """Compress in a child what changed, and keep it for the transaction."""
        work.report.rendered += 1
        previous = work.shelf.items.get(representation.path)
        item = await self.isolation.run(
            shelve,
            representation,
            previous,
            now=self.now(),
            max_age=self.max_age,
            subject=representation.path,
        )
        if item is not None:
            work.items[item.path] = item
