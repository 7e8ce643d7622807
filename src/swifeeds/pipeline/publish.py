"""The third journey: feeds that are stale become bytes on the shelf.

Only marked feeds are rendered. Rendering and compression run in the children, pages in between;
what comes out equal to what is on the shelf is not published again, so a feed that was marked
in vain keeps its ETag. Everything goes on the shelf in one transaction with the marks it answers.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from swifeeds.deliver import WebSubSettings
from swifeeds.emit import (
    NEWS_AGE,
    SUFFIXES,
    Company,
    Earlier,
    FeedListing,
    Pages,
    article_path,
    chain_of,
    compose_entry,
    compose_feed,
    feed_path,
    has_page,
    last_sheet,
    page_path,
    render_and_shelve,
    render_article,
    render_feed,
    render_list,
    sheet_url,
)
from swifeeds.errors import Killed, UsageError
from swifeeds.isolate import Isolation
from swifeeds.localise import Locale, lookup
from swifeeds.model import (
    Announcement,
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
    Version,
)
from swifeeds.pipeline.listing import Site, render_directories, site_listings
from swifeeds.pipeline.moving import (
    End,
    awaited_feeds,
    former_paths,
    note_slugs,
    read_ends,
    redirects_of_stories,
    shortened,
)
from swifeeds.pipeline.series import Plan, Planner, Room
from swifeeds.pipeline.sitemaps import render_for_engines
from swifeeds.store import Store

_log = logging.getLogger(__name__)

BATCH = 300
"""Feeds rendered in one go: bounds the memory of one transaction, and the time that others wait
for the first of many."""

_SPARE = 3
"""Articles asked for per entry shown: translations and copies are left out after the query."""

_NO_LIMIT = 1_000_000
"""More than any archive has pages, or a page entries."""
_MOST_NEWS = 5000
"""Articles of two days that are looked at for the news sitemaps of all languages."""

_AT_ONCE = 4
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
class _Round:
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
    gate: asyncio.Semaphore
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

    def stays(self, key: FeedKey) -> bool:
        """True when subscribers have the feed, be it under a former name of its story."""
        return self.is_published(key) or key in self.awaited

    def expected(self) -> Collection[str]:
        """The paths of stories' documents that have articles, whether they stand or not."""
        slug = self.company.slug
        keys = [key for key in self.site.summaries if key.scope is Scope.STORY]
        feeds = (feed_path(key, suffix, slug(key)) for key in keys for suffix in SUFFIXES)
        return {*feeds, *(page_path(key, slug(key)) for key in keys)}


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
    archive_max_age: int
    websub: WebSubSettings
    deltas: bool = False

    async def run(self) -> PublishReport:
        """Publish up to `BATCH` stale feeds. Call again until the report says 0 answered.

        Returns at once when none is stale: no render, no transaction. A feed that could not be
        rendered stays as it was published, and stale; the rest goes on. So does one whose archive
        grows by more pages than there is room for in one round.
        """
        keys = await self.store.stale(BATCH)
        if not keys:
            return PublishReport()
        work = await self._begin()
        async with asyncio.TaskGroup() as group:
            for key, documents in _with_siblings(keys, work).items():
                group.create_task(
                    self._one(work, key, documents), name=f"render {key.scope} {key.key}"
                )
        directories = render_directories(work.site, self.pages, work.shelf.items.keys())
        work.items += await self._shelved(work, None, await _one_by_one(directories))
        await self._redirect_stories(work)
        work.items += await self._shelved(work, None, await self._for_engines(work))
        work.report.changed = len(work.items) + len(work.gone)
        left = work.failed | work.waiting
        await self.store.mark_stale(left - set(keys))
        done = [key for key in keys if key not in left]
        work.report.answered += len(done)
        work.report.generation = await self.store.publish(
            sorted(work.items, key=lambda item: item.path),
            gone=tuple(work.gone), done=done, pages=work.archived,
            announcement=self._announcement(work),
        )  # fmt: skip
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
        dossiers = () if work.has_ended(key) else await self._dossiers(work, key)
        if not dossiers:
            raise UsageError("that feed holds no article; `swifeeds feed list` names those that do")
        plan = await self._planner(lambda _: True).plan(
            key, dossiers, documents={0}, languages=self._tags(key.language, work.tags),
            limit=_NO_LIMIT,
        )  # fmt: skip
        feed = self._current(work, key, plan)
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
        shelf = await self.store.shelf_index()
        ends = await read_ends(self.store, tuple(stories.values()))
        former = former_paths(shelf.items, ends)
        return _Round(
            shelf=shelf,
            company=company,
            site=Site.of(company, summaries),
            tags=await self.store.article_languages(),
            ends=ends,
            former=former,
            awaited=_awaited(former, ends, self.publication),
            gate=asyncio.Semaphore(_AT_ONCE),
        )

    async def _one(self, work: _Round, key: FeedKey, documents: Collection[int]) -> None:
        async with work.gate:
            try:
                if key.scope is Scope.ARTICLE:
                    await self._article(work, key)
                elif not work.has_ended(key):
                    await self._feed(work, key, documents)
            except Killed as error:
                work.failed.update(replace(key, page=page) for page in documents)
                _log.error("not published, the earlier one stays: %s", error)

    async def _feed(self, work: _Round, key: FeedKey, documents: Collection[int]) -> None:
        """A feed's current document with its page for people, and its archive pages: what is due of
        them, all or nothing. A feed that never held anything is none: it begins with no notice."""
        dossiers = await self._dossiers(work, key) if 0 in documents else ()
        share = work.room.take()
        plan = await self._planner(work.is_published).plan(
            key, dossiers, documents=documents, languages=self._tags(key.language, work.tags),
            limit=share,
        )  # fmt: skip
        work.room.give_back(share - len(plan.due))
        items: list[ShelfItem] = []
        for page in plan.due:
            items += await self._archive_page(work, page, plan)
        is_begun = any(not one.article.leaves_notice for one in dossiers)
        if plan.has_current and (is_begun or plan.newest or work.stays(key)):
            feed = self._current(work, key, plan)
            items += await self._shelved(work, feed, await self._sheets(work, feed, dossiers))
        work.items += items
        work.archived |= plan.fresh
        work.report.answered += sum(page.page not in documents for page in plan.due)
        work.waiting |= _waiting(key, documents, plan)

    def _announcement(self, work: _Round) -> Announcement:
        """Who is told of this round: what has a hub has subscribers."""
        return Announcement(
            at=self.now(),
            topics=frozenset(work.topics),
            hubs=self.websub.others,
            own=self.websub.own,
        )

    def _planner(self, is_standing: Callable[[FeedKey], bool]) -> Planner:
        return Planner(
            store=self.store,
            publication=self.publication,
            now=self.now(),
            is_standing=is_standing,
        )

    def _current(self, work: _Round, key: FeedKey, plan: Plan) -> Feed:
        chain = chain_of(key, work.company, newest=plan.newest, complete=plan.complete)
        return compose_feed(
            key, plan.candidates, work.company, editions=work.editions(key), chain=chain
        )

    async def _archive_page(self, work: _Round, key: FeedKey, plan: Plan) -> tuple[ShelfItem, ...]:
        """One page in its three formats. Of its set is shown what may be by now."""
        dossiers = await self._dossiers(work, key, among=plan.fresh.get(key))
        chain = chain_of(key, work.company, newest=plan.newest)
        feed = compose_feed(key, dossiers, work.company, chain=chain)
        sheets = await self._sheets(work, feed, dossiers)
        return await self._shelved(work, feed, sheets, max_age=self.archive_max_age)

    async def _sheets(
        self, work: _Round, feed: Feed, dossiers: Sequence[Dossier]
    ) -> tuple[Representation, ...]:
        """The document's page for people, on its sheets."""
        if not _has_page(feed.key):
            return ()
        sheets = render_list(
            self.pages,
            feed,
            publication=self.publication,
            locale=self.locales[feed.key.language],
            memberships={one.article.id: one.memberships for one in dossiers},
            published=await self._published(work, feed),
        )
        work.gone += _redirects(feed, sheets, self.publication.feed_size, work.shelf)
        return sheets

    async def _published(self, work: _Round, feed: Feed) -> tuple[datetime, ...]:
        """When each article of the feed's scope appeared, where there are more than it shows."""
        is_whole = len(feed.entries) < self.publication.feed_size and not feed.chain.older
        if feed.key.page or is_whole:
            return ()
        language = feed.key.language
        tags = [tag for tag in work.tags if lookup(tag, self.publication.languages) == language]
        return await self.store.published(feed.key, languages=tags, now=self.now())

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
        work.items += await self._shelved(work, None, (page,))

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

    async def _redirect_stories(self, work: _Round) -> None:
        """What stood under slugs that stories have no more, and redirects to what went."""
        standing, fresh = work.shelf.items, {item.path for item in work.items}
        if work.former:
            filled, expected = {*standing, *fresh}, work.expected()
            languages = self.publication.languages
            work.gone += redirects_of_stories(work.ends, work.former, filled, expected, languages)
        await note_slugs(self.store, tuple(work.company.stories.values()))
        gone = {one.path for one in work.gone}
        work.gone += shortened(work.shelf, work.gone, {*standing.keys() - gone, *fresh})

    async def _dossiers(
        self, work: _Round, key: FeedKey, *, among: Sequence[ArticleId] | None = None
    ) -> tuple[Dossier, ...]:
        """What a document may show; of a page that is not stored yet, from its articles."""
        tags = self._tags(key.language, work.tags)
        if key.language and not tags:
            return ()
        limit = _NO_LIMIT if key.page else self.publication.feed_size * _SPARE
        return await self.store.dossiers(
            key, languages=tags, limit=limit, now=self.now(), among=among,
            notices=self.publication.withdrawn_notice,
        )  # fmt: skip

    def _tags(self, language: str, tags: Iterable[str]) -> tuple[str, ...]:
        """The articles' own tags that a feed of this language draws from (RFC 4647 lookup)."""
        if not language:
            return ()
        drawn = {language, *self.publication.fallback_languages}
        return tuple(tag for tag in tags if lookup(tag, self.publication.languages) in drawn)

    async def _shelved(
        self,
        work: _Round,
        feed: Feed | None,
        pages: Sequence[Representation],
        *,
        max_age: int | None = None,
    ) -> tuple[ShelfItem, ...]:
        """Render and compress in a child: what is new, for the transaction."""
        published = work.shelf.items
        paths = [page.path for page in pages]
        if feed is not None:
            own = [feed_path(feed.key, suffix, feed.slug) for suffix, _ in feed.urls]
            paths += own
            work.topics.update(own if feed.hubs else ())
        earlier = Earlier(
            items={path: published[path] for path in paths if path in published},
            now=self.now(),
            max_age=max_age or self.max_age,
            versions=await self._versions(feed, paths),
        )
        items, made = await self.isolation.run(
            render_and_shelve, feed, pages, earlier, subject=feed.id if feed else paths[0],
        )  # fmt: skip
        work.report.rendered += made
        return items

    async def _versions(
        self, feed: Feed | None, paths: Sequence[str]
    ) -> Mapping[str, Sequence[Version]] | None:
        """What subscribers may hold of a current document, where deltas are wanted."""
        if not self.deltas or feed is None or feed.key.page:
            return None
        return await self.store.versions(paths)


def _with_siblings(keys: Sequence[FeedKey], work: _Round) -> dict[FeedKey, set[int]]:
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


def _awaited(
    former: Sequence[str], ends: Mapping[str, End], publication: Publication
) -> Collection[FeedKey]:
    """A language that the site has no more stays as it was published last."""
    spoken = {*publication.languages, ""}
    return {key for key in awaited_feeds(former, ends) if key.language in spoken}


def _is_new(key: FeedKey, work: _Round) -> bool:
    return key.scope is not Scope.ARTICLE and bool(key.language) and not work.is_published(key)


def _waiting(key: FeedKey, documents: Collection[int], plan: Plan) -> set[FeedKey]:
    """Documents that are still stale after this round."""
    pages = {replace(key, page=page) for page in documents if 0 < page <= plan.newest}
    return (pages - set(plan.due)) | ({key} if plan.more else set())


def _redirects(
    feed: Feed, sheets: Sequence[Representation], feed_size: int, shelf: Shelf
) -> list[Redirect]:
    """From sheets that others may lead to, or that stood, and that have no articles: to the last
    that has some."""
    first, last = sheets[0].path, sheets[-1].path
    due = range(len(sheets) + 1, last_sheet(feed, feed_size) + 1)
    further = (sheet_url(first, number) for number in itertools.count(len(sheets) + 1))
    standing = itertools.takewhile(shelf.items.__contains__, further)
    paths = dict.fromkeys([*(sheet_url(first, number) for number in due), *standing])
    redirects = [Redirect(path=path, location=last) for path in paths]
    return [one for one in redirects if shelf.redirects.get(one.path) != one]


def _has_page(key: FeedKey) -> bool:
    """The page of everything in a language is its catalogue, which the directories render."""
    return bool(key.language) and key.scope is not Scope.ALL


async def _one_by_one(made: Iterable[Representation]) -> tuple[Representation, ...]:
    """Pages that are rendered in this process: between two of them readers get their turn."""
    pages = []
    for page in made:
        pages.append(page)
        await asyncio.sleep(0)
    return tuple(pages)
