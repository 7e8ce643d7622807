"""Changed articles with all that declared links tie to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ENDED, Article, ArticleId, Neighbourhood, Story, StoryId, StoryState
from swifeeds.store.sql.articles import read_articles, read_memberships
from swifeeds.store.sql.decided import read_merged, read_places
from swifeeds.store.sql.links import MEMBER, STORY, pointing_at, targets
from swifeeds.store.sql.rows import read_story
from swifeeds.store.sql.schema import article, link, story
from swifeeds.store.sql.showing import read_former, read_mentioning, read_sighted_by
from swifeeds.store.sql.statements import portions


async def read_neighbourhood(
    connection: AsyncConnection, ids: Collection[ArticleId], limit: int
) -> Neighbourhood:
    """Walk along links in both directions until nothing new comes, or `limit` is reached."""
    reached = await _reach(connection, ids, limit)
    articles = await read_articles(connection, reached)
    mentioning = await read_mentioning(connection, ids)
    shown = [one.id for one in (*articles, *mentioning)]
    memberships = await read_memberships(connection, shown, hidden=True)
    decisions = await read_places(connection, [one.id for one in articles])
    backlinks = await _backlinks(connection, articles)
    named = {one.story_id for some in memberships.values() for one in some}
    return Neighbourhood(
        articles=articles,
        memberships=tuple(member for one in shown for member in memberships.get(one, ())),
        stories=await _read_stories(connection, named | {one.story_id for one in decisions}),
        backlinks=backlinks,
        pages=await _pages(connection, {source for source, _ in backlinks}),
        former=await read_former(connection, ids),
        mentioning=mentioning,
        sighted_by=await read_sighted_by(connection, shown),
        decisions=decisions,
        merged=await read_merged(connection),
    )


async def _reach(
    connection: AsyncConnection, ids: Collection[ArticleId], limit: int
) -> list[ArticleId]:
    """Nearest first, so that a limit cuts what is farthest from the change."""
    reached = dict.fromkeys(ids)
    frontier = list(reached)
    while frontier and len(reached) < limit:
        forward = await targets(connection, await _declared(connection, frontier))
        named = await _addresses(connection, frontier) | await _stories(connection, frontier)
        back = await pointing_at(connection, named)
        frontier = sorted((forward | back) - reached.keys())
        reached |= dict.fromkeys(frontier)
    return list(reached)[: max(limit, len(ids))]


async def _declared(connection: AsyncConnection, ids: Sequence[ArticleId]) -> set[str]:
    found: set[str] = set()
    for some in portions(ids):
        rows = await connection.execute(
            select(link.c.url_key).where(link.c.article_id.in_(some)).distinct()
        )
        found.update(rows.scalars())
    return found


async def _stories(connection: AsyncConnection, ids: Sequence[ArticleId]) -> set[str]:
    """The pages of the stories that these articles name."""
    found: set[str] = set()
    for some in portions(ids):
        rows = await connection.execute(
            select(link.c.url_key)
            .where(link.c.article_id.in_(some), link.c.rel == STORY)
            .distinct()
        )
        found.update(rows.scalars())
    return found


async def _addresses(connection: AsyncConnection, ids: Sequence[ArticleId]) -> set[str]:
    found: set[str] = set()
    for some in portions(ids):
        rows = await connection.execute(
            select(article.c.url_key).where(article.c.id.in_(some), article.c.url_key.is_not(None))
        )
        found.update(rows.scalars())
    return found


async def _read_stories(
    connection: AsyncConnection, named: Collection[StoryId]
) -> tuple[Story, ...]:
    """These, and all that are closed: nothing may be put in them, whoever proposes it."""
    rows = await connection.execute(select(story).where(story.c.state == StoryState.CLOSED))
    found = {row["id"]: read_story(row) for row in rows.mappings()}
    for some in portions(named):
        rows = await connection.execute(
            select(story).where(story.c.id.in_(some), story.c.state.not_in(ENDED))
        )
        found |= {row["id"]: read_story(row) for row in rows.mappings()}
    return tuple(found[story_id] for story_id in sorted(found))


async def _backlinks(
    connection: AsyncConnection, articles: Sequence[Article]
) -> Mapping[tuple[str, str], int]:
    """How many pages of each source list each of these articles."""
    keys = await _addresses(connection, [one.id for one in articles])
    found: dict[tuple[str, str], int] = {}
    for some in portions(keys):
        rows = await connection.execute(
            select(article.c.source_id, link.c.url_key, func.count().label("pages"))
            .join(article, article.c.id == link.c.article_id)
            .where(link.c.rel == MEMBER, link.c.url_key.in_(some))
            .group_by(article.c.source_id, link.c.url_key)
        )
        found |= {(row.source_id, row.url_key): row.pages for row in rows}
    return found


async def _pages(connection: AsyncConnection, sources: Collection[str]) -> Mapping[str, int]:
    """How many pages of each of these sources have a block. It takes a look at all articles of a
    source: nothing to be asked of one that lists none of those that are looked at."""
    if not sources:
        return {}
    rows = await connection.execute(
        select(article.c.source_id, func.count(link.c.article_id.distinct()).label("pages"))
        .join(article, article.c.id == link.c.article_id)
        .where(
            link.c.rel == MEMBER,
            article.c.source_id.in_(sources),
        )
        .group_by(article.c.source_id)
    )
    return {row.source_id: row.pages for row in rows}
