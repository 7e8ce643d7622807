"""The third journey: feeds that are stale become bytes on the shelf.

Only marked feeds are rendered. Rendering and compression run in the children, pages in between;
what comes out equal to what is on the shelf is not published again, so a feed that was marked
in vain keeps its ETag. Everything goes on the shelf in one transaction with the marks it answers.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from swifeeds.emit import (
    NEWS_AGE,
    Company,
    FeedListing,
    Pages,
    article_path,
    compose_entry,
    compose_feed,
    feed_path,
    has_page,
    render_and_shelve,
    render_article,
    render_feed,
    render_list,
)
from swifeeds.errors import Killed, UsageError
from swifeeds.isolate import Isolation
from swifeeds.localise import Locale, lookup
from swifeeds.model import (
    Article,
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
)
from swifeeds.pipeline.listing import Site, render_directories, site_listings
from swifeeds.pipeline.moving import redirects_of_renamed
from swifeeds.pipeline.sitemaps import render_for_engines
from swifeeds.store import Store

_log = logging.getLogger(__name__)

BATCH = 300
"""Feeds rendered in one go: bounds the memory of one transaction, and the time that others wait
for the first of many."""

_SPARE = 3
"""Articles asked for per entry shown: translations and copies are left out after the query."""

_MOST_NEWS = 5000
"""Articles of two days that are looked at for the news sitemaps of all languages."""

_AT_ONCE = 4
"""Feeds on their way through the children: enough to keep two of them busy."""


@dataclass(slots=True, kw_only=True)
class PublishReport:
    """How many marks were answered, how many representations rendered for it, how many of those
    were really new, and what is on the shelf since."""

    answered: int = 0
    rendered: int = 0
    changed: int = 0
    generation: int = 0


@dataclass(slots=True)
class _Round:
    """One run: what it works with, and what it has made so far.

    The shelf is without its bytes: the tags are enough to tell whether anything changed.
    """

    shelf: Shelf
    company: Company
    site: Site
    tags: Sequence[str]
    gate: asyncio.Semaphore
    report: PublishReport = field(default_factory=PublishReport)
    items: list[ShelfItem] = field(default_factory=list)
    gone: list[Redirect] = field(default_factory=list)
    failed: set[FeedKey] = field(default_factory=set)

    def is_published(self, key: FeedKey) -> bool:
        """True when the feed is on the shelf already."""
        return feed_path(key, "atom", self.company.slug(key)) in self.shelf.items

    def editions(self, key: FeedKey) -> Collection[str]:
        """The languages that the feed's scope has articles in, or once had: a feed stays."""
        return {
            language
            for language in self.company.publication.languages
            if (one := replace(key, language=language)) in self.site.summaries
            or self.is_published(one)
        }


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
        """Publish up to `BATCH` stale feeds. Call again until the report says 0 answered.

        Returns at once when none is stale: no render, no transaction. A feed that could not be
        rendered stays as it was published, and stale; the rest goes on.
        """
        keys = await self.store.stale(BATCH)
        if not keys:
            return PublishReport()
        work = await self._begin()
        async with asyncio.TaskGroup() as group:
            for key in _with_siblings(keys, work):
                group.create_task(self._one(work, key), name=f"render {key.scope} {key.key}")
        await self._shelve(
            work, None, tuple(render_directories(work.site, self.pages, work.shelf.items.keys()))
        )
        await self._redirect_renamed(work)
        await self._shelve(work, None, await self._for_engines(work))
        work.report.changed = len(work.items) + len(work.gone)
        await self.store.mark_stale(work.failed - set(keys))
        done = [key for key in keys if key not in work.failed]
        work.report.answered = len(done)
        work.report.generation = await self.store.publish(
            sorted(work.items, key=lambda item: item.path), gone=tuple(work.gone), done=done
        )
        return work.report

    async def listings(self) -> tuple[FeedListing, ...]:
        """Every feed that holds articles, as the directories name them."""
        return site_listings((await self._begin()).site)

    async def preview(self, key: FeedKey, suffix: str) -> Representation:
        """One feed's representation as it would be published now. Stores nothing.

        Raises:
            UsageError: nothing is in that feed.
        """
        work = await self._begin()
        dossiers = await self._dossiers(work, key)
        if not dossiers:
            raise UsageError("that feed holds no article; `swifeeds feed list` names those that do")
        feed = compose_feed(key, dossiers, work.company, editions=work.editions(key))
        path = feed_path(key, suffix, feed.slug)
        return next(one for one in render_feed(feed) if one.path == path)

    async def _begin(self) -> _Round:
        now = self.now()
        stories = {count.story.id: count.story for count in await self.store.stories()}
        company = Company(
            publication=self.publication,
            locales=self.locales,
            stories=stories,
            sources=self.sources,
            at=now,
        )
        summaries = await self.store.summaries(now)
        return _Round(
            shelf=await self.store.shelf_index(),
            company=company,
            site=Site.of(company, summaries),
            tags=await self.store.article_languages(),
            gate=asyncio.Semaphore(_AT_ONCE),
        )

    async def _one(self, work: _Round, key: FeedKey) -> None:
        async with work.gate:
            try:
                if key.scope is Scope.ARTICLE:
                    await self._article(work, key)
                else:
                    await self._feed(work, key)
            except Killed as error:
                work.failed.add(key)
                _log.error("not published, the earlier one stays: %s", error)

    async def _feed(self, work: _Round, key: FeedKey) -> None:
        """A feed in its three formats, and its page. A feed that never held anything is none."""
        dossiers = await self._dossiers(work, key)
        if not dossiers and not work.is_published(key):
            return
        feed = compose_feed(key, dossiers, work.company, editions=work.editions(key))
        pages = (self._page(feed, dossiers),) if _has_page(key) else ()
        await self._shelve(work, feed, pages)

    def _page(self, feed: Feed, dossiers: Sequence[Dossier]) -> Representation:
        return render_list(
            self.pages,
            feed,
            publication=self.publication,
            locale=self.locales[feed.key.language],
            memberships={one.article.id: one.memberships for one in dossiers},
        )

    async def _article(self, work: _Round, key: FeedKey) -> None:
        """An article's own page. One that is public no more answers 410 where it had a page, and
        one that has its page elsewhere by now leads there."""
        path = article_path(key.language, key.key)
        dossier = await self.store.dossier(ArticleId(key.key), self.now())
        article = dossier.article if dossier else None
        if article is None or not has_page(article, self.sources.get(article.source_id)):
            if path in work.shelf.items:
                work.gone.append(Redirect(path=path, location=article.url if article else None))
            return
        assert dossier is not None
        bare = replace(self.publication, metadata_line=False)
        entry = compose_entry(dossier, replace(work.company, publication=bare))
        locale = self.locales[key.language]
        page = render_article(self.pages, entry, publication=self.publication, locale=locale)
        await self._shelve(work, None, (page,))

    async def _for_engines(self, work: _Round) -> tuple[Representation, ...]:
        """Sitemaps and their like, from what will stand when this round is published."""
        now = self.now()
        gone = {one.path for one in work.gone}
        standing = {**work.shelf.items, **{item.path: item for item in work.items}}
        items = [item for path, item in standing.items() if path not in gone]
        news: tuple[Article, ...] = ()
        if any(one.own for one in self.sources.values()):
            news = await self.store.articles_since(now - NEWS_AGE, now, limit=_MOST_NEWS)
        return tuple(render_for_engines(work.site, items, news, now))

    async def _redirect_renamed(self, work: _Round) -> None:
        standing = work.shelf.items
        filled = {*standing, *(item.path for item in work.items)}
        stories = tuple(work.company.stories.values())
        work.gone += await redirects_of_renamed(self.store, stories, standing, filled)

    async def _dossiers(self, work: _Round, key: FeedKey) -> tuple[Dossier, ...]:
        tags = self._tags(key.language, work.tags)
        if key.language and not tags:
            return ()
        limit = self.publication.feed_size * _SPARE
        return await self.store.dossiers(key, languages=tags, limit=limit, now=self.now())

    def _tags(self, language: str, tags: Iterable[str]) -> tuple[str, ...]:
        """The articles' own tags that a feed of this language draws from (RFC 4647 lookup)."""
        if not language:
            return ()
        drawn = {language, *self.publication.fallback_languages}
        return tuple(tag for tag in tags if lookup(tag, self.publication.languages) in drawn)

    async def _shelve(
        self, work: _Round, feed: Feed | None, pages: Sequence[Representation]
    ) -> None:
        """Render and compress in a child, and keep what is new for the transaction."""
        published = work.shelf.items
        paths = [page.path for page in pages]
        if feed is not None:
            paths += [feed_path(feed.key, suffix, feed.slug) for suffix, _ in feed.urls]
        previous = {path: published[path] for path in paths if path in published}
        items, made = await self.isolation.run(
            render_and_shelve, feed, pages, previous, self.now(), self.max_age,
            subject=feed.id if feed else paths[0],
        )  # fmt: skip
        work.report.rendered += made
        work.items += items


def _with_siblings(keys: Sequence[FeedKey], work: _Round) -> list[FeedKey]:
    """The keys, and for a feed that is new its other languages, which link to it from now on."""
    found = dict.fromkeys(keys)
    for key in keys:
        if key.scope is not Scope.ARTICLE and key.language and not work.is_published(key):
            for language in (*work.editions(key), ""):
                found[FeedKey(scope=key.scope, key=key.key, language=language)] = None
    return list(found)


def _has_page(key: FeedKey) -> bool:
    """The page of everything in a language is its catalogue, which the directories render."""
    return bool(key.language) and key.scope is not Scope.ALL
