"""The third journey: feeds that are stale become bytes on the shelf.

Only marked feeds are rendered. Rendering and compression run in the children, pages in between;
what comes out equal to what is on the shelf is not published again, so a feed that was marked
in vain keeps its ETag. Everything goes on the shelf in one transaction with the marks it answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from swifeeds.deliver import WebSubSettings
from swifeeds.emit import NEWS_AGE, Company, FeedListing, render_feed
from swifeeds.errors import UsageError
from swifeeds.model import Announcement, Article, FeedKey, Publication, Representation
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
from swifeeds.pipeline.rendering import Renderer
from swifeeds.pipeline.round import BATCH, PublishReport, Round, due_documents
from swifeeds.pipeline.sitemaps import render_for_engines
from swifeeds.store import Store

_MOST_NEWS = 5000
"""Articles of two days that are looked at for the news sitemaps of all languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """Publishes what is stale. Its collaborators are built by the composition root."""

    store: Store
    renderer: Renderer
    websub: WebSubSettings

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
            for key, documents in due_documents(keys, work).items():
                group.create_task(
                    self.renderer.render(work, key, documents), name=f"render {key.scope} {key.key}"
                )
        standing = {*work.shelf.items, *(item.path for item in work.items)}
        directories = render_directories(work.site, self.renderer.pages, standing)
        work.items += await self.renderer.shelved(work, None, await _one_by_one(directories))
        await self._redirect_stories(work)
        work.items += await self.renderer.shelved(work, None, await self._for_engines(work))
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
        feed = await self.renderer.feed_now(work, key)
        if feed is None:
            raise UsageError("that feed holds no article; `swifeeds feed list` names those that do")
        return next(one for one in render_feed(feed) if one.path.endswith(f".{suffix}"))

    async def _begin(self) -> Round:
        now = self.renderer.now()
        known = [count.story for count in await self.store.stories()]
        stories = {story.id: story for story in known if story.has_address}
        company = Company(
            publication=self.renderer.publication,
            locales=self.renderer.locales,
            stories=stories,
            sources=self.renderer.sources,
            at=now,
        )
        summaries = await self.store.summaries(now)
        shelf = await self.store.shelf_index()
        ends = await read_ends(self.store, tuple(stories.values()))
        former = former_paths(shelf.items, ends)
        return Round(
            shelf=shelf,
            company=company,
            site=Site.of(company, summaries),
            tags=await self.store.article_languages(),
            ends=ends,
            former=former,
            awaited=_awaited(former, ends, self.renderer.publication),
        )

    def _announcement(self, work: Round) -> Announcement:
        """Who is told of this round: what has a hub has subscribers."""
        return Announcement(
            at=self.renderer.now(),
            topics=frozenset(work.topics),
            hubs=self.websub.others,
            own=self.websub.own,
        )

    async def _for_engines(self, work: Round) -> tuple[Representation, ...]:
        """Sitemaps and their like, from what will stand when this round is published."""
        now = self.renderer.now()
        gone = {one.path for one in work.gone}
        standing = {**work.shelf.items, **{item.path: item for item in work.items}}
        items = [item for path, item in standing.items() if path not in gone]
        news: tuple[Article, ...] = ()
        if any(one.own for one in self.renderer.sources.values()):
            news = await self.store.articles_since(now - NEWS_AGE, now, limit=_MOST_NEWS)
        return tuple(render_for_engines(work.site, items, news, now))

    async def _redirect_stories(self, work: Round) -> None:
        """What stood under slugs that stories have no more, and redirects to what went."""
        standing, fresh = work.shelf.items, {item.path for item in work.items}
        if work.former:
            filled, expected = {*standing, *fresh}, work.expected()
            languages = self.renderer.publication.languages
            work.gone += redirects_of_stories(work.ends, work.former, filled, expected, languages)
        await note_slugs(self.store, tuple(work.company.stories.values()))
        gone = {one.path for one in work.gone}
        work.gone += shortened(work.shelf, work.gone, {*standing.keys() - gone, *fresh})


def _awaited(
    former: Sequence[str], ends: Mapping[str, End], publication: Publication
) -> Collection[FeedKey]:
    """A language that the site has no more stays as it was published last."""
    spoken = {*publication.languages, ""}
    return {key for key in awaited_feeds(former, ends) if key.language in spoken}


async def _one_by_one(made: Iterable[Representation]) -> tuple[Representation, ...]:
    """Pages that are rendered in this process: between two of them readers get their turn."""
    pages = []
    for page in made:
        pages.append(page)
        await asyncio.sleep(0)
    return tuple(pages)
