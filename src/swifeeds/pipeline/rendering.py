"""From a key to bytes: a feed with its pages, its archive, an article's own page.

Feeds are rendered and compressed in the children, pages are worded here; what comes out equal to
what is on the shelf is left out.
"""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from swifeeds.emit import (
    Earlier,
    Pages,
    article_path,
    chain_of,
    compose_entry,
    compose_feed,
    feed_path,
    has_page,
    last_sheet,
    least_age,
    render_and_shelve,
    render_article,
    render_list,
    sheet_url,
)
from swifeeds.errors import Killed
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
    Version,
)
from swifeeds.pipeline.round import Round, still_waiting
from swifeeds.pipeline.series import Plan, Planner
from swifeeds.store import Store

_log = logging.getLogger(__name__)

_SPARE = 3
"""Articles asked for per entry shown: translations and copies are left out after the query."""

NO_LIMIT = 1_000_000
"""More than any archive has pages, or a page entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """Renders single documents. `max_age` and `archive_max_age` are seconds that caches may keep a
    feed and an archive page; `deltas`: what changed since earlier versions is rendered too."""

    store: Store
    isolation: Isolation
    publication: Publication
    sources: Mapping[SourceId, Source]
    locales: Mapping[str, Locale]
    pages: Pages
    now: Callable[[], datetime]
    max_age: int
    archive_max_age: int
    deltas: bool = False

    async def render(self, work: Round, key: FeedKey, documents: Collection[int]) -> None:
        """What is due of a feed, or an article's page. What takes too long stays as it was."""
        async with work.gate:
            try:
                if key.scope is Scope.ARTICLE:
                    await self._article(work, key)
                elif not work.has_ended(key):
                    await self._feed(work, key, documents)
            except Killed as error:
                work.failed.update(replace(key, page=page) for page in documents)
                _log.error("not published, the earlier one stays: %s", error)

    async def _feed(self, work: Round, key: FeedKey, documents: Collection[int]) -> None:
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
            items += await self._shelved_current(
                work, feed, await self._sheets(work, feed, dossiers)
            )
        work.items += items
        work.archived |= plan.fresh
        work.report.answered += sum(page.page not in documents for page in plan.due)
        work.waiting |= still_waiting(key, documents, plan)

    async def _shelved_current(
        self, work: Round, feed: Feed, sheets: Sequence[Representation]
    ) -> tuple[ShelfItem, ...]:
        """A feed at the pace of its story; pages for people are always as fresh as any."""
        least = least_age(feed.key, work.company)
        if least <= self.max_age:
            return await self.shelved(work, feed, sheets)
        items = await self.shelved(work, feed, (), max_age=least)
        return (*items, *(await self.shelved(work, None, sheets) if sheets else ()))

    async def feed_now(self, work: Round, key: FeedKey) -> Feed | None:
        """A current document as it would be published now; None where it holds nothing."""
        dossiers = () if work.has_ended(key) else await self._dossiers(work, key)
        if not dossiers:
            return None
        plan = await self._planner(lambda _: True).plan(
            key, dossiers, documents={0}, languages=self._tags(key.language, work.tags),
            limit=NO_LIMIT,
        )  # fmt: skip
        return self._current(work, key, plan)

    def _current(self, work: Round, key: FeedKey, plan: Plan) -> Feed:
        chain = chain_of(key, work.company, newest=plan.newest, complete=plan.complete)
        return compose_feed(
            key,
            plan.candidates,
            work.company,
            editions=work.editions(key),
            wider=work.wider(key),
            chain=chain,
        )

    def _planner(self, is_standing: Callable[[FeedKey], bool]) -> Planner:
        return Planner(
            store=self.store,
            publication=self.publication,
            now=self.now(),
            is_standing=is_standing,
        )

    async def _archive_page(self, work: Round, key: FeedKey, plan: Plan) -> tuple[ShelfItem, ...]:
        """One page in its three formats. Of its set is shown what may be by now."""
        dossiers = await self._dossiers(work, key, among=plan.fresh.get(key))
        chain = chain_of(key, work.company, newest=plan.newest)
        feed = compose_feed(key, dossiers, work.company, chain=chain)
        sheets = await self._sheets(work, feed, dossiers)
        return await self.shelved(work, feed, sheets, max_age=self.archive_max_age)

    async def _sheets(
        self, work: Round, feed: Feed, dossiers: Sequence[Dossier]
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

    async def _published(self, work: Round, feed: Feed) -> tuple[datetime, ...]:
        """When each article of the feed's scope appeared, where there are more than it shows."""
        is_whole = len(feed.entries) < self.publication.feed_size and not feed.chain.older
        if feed.key.page or is_whole:
            return ()
        language = feed.key.language
        tags = [tag for tag in work.tags if lookup(tag, self.publication.languages) == language]
        return await self.store.published(feed.key, languages=tags, now=self.now())

    async def _article(self, work: Round, key: FeedKey) -> None:
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
        work.items += await self.shelved(work, None, (page,))

    async def _dossiers(
        self, work: Round, key: FeedKey, *, among: Sequence[ArticleId] | None = None
    ) -> tuple[Dossier, ...]:
        """What a document may show; of a page that is not stored yet, from its articles."""
        tags = self._tags(key.language, work.tags)
        if key.language and not tags:
            return ()
        limit = NO_LIMIT if key.page else self.publication.feed_size * _SPARE
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

    async def shelved(
        self,
        work: Round,
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
