"""The second journey: articles that changed are placed in their stories, and feeds marked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from swifeeds.emit import affected_feeds, article_path, articles_at
from swifeeds.group import Found, group_articles, is_chained
from swifeeds.model import (
    Article,
    ArticleId,
    Grouping,
    Membership,
    Neighbourhood,
    Publication,
    Rung,
    Source,
    SourceId,
    StoryId,
    StoryRule,
)
from swifeeds.pipeline.happenings import Finder
from swifeeds.store import Store

BATCH = 500
"""Changed articles looked at in one go: bounds the memory of an import."""

_NEWS = timedelta(days=2)
"""Age up to which articles come first: readers wait for them, and for no archive."""

_COMPANIONS = 200
"""Members of stories looked at because one of them changed, the latest to come first."""


_NOTHING = Grouping(articles=(), memberships=(), works={}, stories=())

Follow = Callable[[Collection[StoryId]], Awaitable[None]]
"""What is done for stories after their articles changed: names, states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegroupReport:
    """How many articles were looked at, how many feeds must be rendered for it, and the stories
    that the articles are or were in."""

    articles: int = 0
    stale: int = 0
    stories: frozenset[StoryId] = frozenset()


async def regroup(
    store: Store,
    *,
    rules: Sequence[StoryRule],
    publication: Publication,
    sources: Mapping[SourceId, Source],
    now: datetime,
    finder: Finder | None = None,
    follow: Follow | None = None,
) -> RegroupReport:
    """Group up to `BATCH` marked articles. Call again until the report says 0 articles.

    `finder` looks for what nothing declares; None: it is left as it was found before. `follow` does
    what follows for the stories; whoever is cut off in it does all of it again, since marks are
    answered after it.

    Raises:
        LeaseLost: another process has grouped since the round began; nothing more is written.
    """
    marked = await store.marked(BATCH, news_since=now - _NEWS)
    if not marked:
        return RegroupReport()
    grouper = None if finder is None else await finder.begin()
    neighbourhood, found = await _surveyed(store, marked, finder, now)
    neighbourhood, grouping = await _grouped(store, neighbourhood, rules, now, found)
    touched = _touched(neighbourhood, grouping, set(marked))
    stories = _stories_of(neighbourhood.memberships, grouping.memberships)
    stale = affected_feeds(
        touched,
        stories,
        publication=publication,
        sources=sources,
        sighted_by=neighbourhood.sighted_by,
        paged=await _paged(store, touched, publication),
    )
    shown = {article.id for article in touched}
    await store.keep_grouping(grouping, marked=(), stale=stale, shown=shown, grouper=grouper)
    concerned = frozenset(story for some in stories.values() for story in some)
    if finder is not None:
        finder.chaining.forget(concerned)
    if follow is not None:
        await follow(concerned)
    await store.keep_grouping(_NOTHING, marked=marked, stale=(), grouper=grouper)
    return RegroupReport(articles=len(marked), stale=len(stale), stories=concerned)


async def _grouped(
    store: Store,
    neighbourhood: Neighbourhood,
    rules: Sequence[StoryRule],
    now: datetime,
    found: Found,
) -> tuple[Neighbourhood, Grouping]:
    """The grouping, with the neighbourhood that it was made in: one that knows the stories which
    began with the same articles as new ones would, and went on without them."""
    while True:
        grouping = await asyncio.to_thread(
            group_articles, neighbourhood, rules=rules, now=now, found=found
        )
        begun = {one.id for one in grouping.stories} - {one.id for one in neighbourhood.stories}
        known = [one.story for one in await store.pulses(begun)] if begun else []
        if not known:
            return neighbourhood, grouping
        members = [one for story in known for one in await store.members(story.id)]
        neighbourhood = replace(
            neighbourhood,
            stories=(*neighbourhood.stories, *known),
            memberships=(*neighbourhood.memberships, *members),
        )


async def _surveyed(
    store: Store, marked: Sequence[ArticleId], finder: Finder | None, now: datetime
) -> tuple[Neighbourhood, Found]:
    """The neighbourhood of the marked articles, and what the machine finds in it and beside it."""
    neighbourhood = await store.neighbourhood(marked)
    if finder is None:
        return neighbourhood, Found()
    ids = {*marked, *await _companions(store, neighbourhood, marked)}
    if len(ids) > len(marked):
        neighbourhood = await store.neighbourhood(sorted(ids))
    found = await finder.around(ids, neighbourhood.articles, now)
    further = {article for one in found.happenings for article in one.articles}
    if not further <= {one.id for one in neighbourhood.articles}:
        neighbourhood = await store.neighbourhood(sorted(ids | further))
    return neighbourhood, await finder.chaining.look(found, neighbourhood, now)


async def _companions(
    store: Store, neighbourhood: Neighbourhood, marked: Collection[ArticleId]
) -> Collection[ArticleId]:
    """Members of the stories that the machine put changed articles in: should one have left, they
    may be no story any more, and it must not take the story along. What continued a story is found
    anew by itself."""
    stories = {
        one.story_id
        for one in neighbourhood.memberships
        if one.rung is Rung.AUTOMATIC and one.article_id in marked and not is_chained(one)
    }
    found = [one for story in sorted(stories) for one in await store.members(story)]
    members = [one for one in found if not is_chained(one)]
    members.sort(key=lambda one: (one.added, one.article_id), reverse=True)
    return [one.article_id for one in members[:_COMPANIONS]]


async def _paged(
    store: Store, articles: Sequence[Article], publication: Publication
) -> frozenset[ArticleId]:
    """Those that have a published page, in whatever language."""
    paths = {article_path(tag, one.id) for one in articles for tag in publication.languages}
    return frozenset(map(ArticleId, articles_at(await store.on_shelf(paths))))


def _touched(
    neighbourhood: Neighbourhood, grouping: Grouping, marked: Collection[ArticleId]
) -> list[Article]:
    """Articles whose entries may read differently now: changed ones and what they were before,
    their translations ("Also in"), those that list them ("Articles in this story"), and those whose
    stories changed, in members or in name."""
    works = {grouping.works[article_id] for article_id in marked if article_id in grouping.works}
    before = {(m.story_id, m.article_id) for m in neighbourhood.memberships if m.rung.is_shown}
    after = {(m.story_id, m.article_id) for m in grouping.memberships if m.rung.is_shown}
    grouped = set(grouping.articles)
    renamed = {story.id for story in grouping.stories}
    retitled = {one.article_id for one in grouping.memberships if one.story_id in renamed}
    moved = {
        article
        for story, article in before ^ after
        if article in grouped
    }  # fmt: skip
    shown = [
        article
        for article in neighbourhood.articles
        if article.id in marked
        or article.id in moved | retitled
        or grouping.works.get(article.id) in works
    ]
    former = [article for article in neighbourhood.former if article.id in marked]
    return [*shown, *former, *neighbourhood.mentioning]


def _stories_of(*memberships: Sequence[Membership]) -> Mapping[ArticleId, Collection[StoryId]]:
    """The stories of each article, before and after."""
    stories: dict[ArticleId, set[StoryId]] = {}
    for some in memberships:
        for membership in some:
            if not membership.rung.is_shown:
                continue
            stories.setdefault(membership.article_id, set()).add(membership.story_id)
    return stories
