"""Where else a changed article shows: in feeds it was in before, and inside other entries."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Article, ArticleId, SourceId
from swifeeds.model.codec import load
from swifeeds.store.sql.articles import read_articles
from swifeeds.store.sql.schema import membership, revision, sighting
from swifeeds.store.sql.scopes import IS_SHOWN
from swifeeds.store.sql.statements import portions


async def read_former(
    connection: AsyncConnection, ids: Collection[ArticleId]
) -> tuple[Article, ...]:
    """The revisions that these articles were before: another section or source showed them."""
    found: list[Article] = []
    for some in portions(ids):
        rows = await connection.execute(
            select(revision.c.body)
            .where(revision.c.article_id.in_(some))
            .order_by(revision.c.article_id, revision.c.revision)
        )
        found += (load(Article, body) for body in rows.scalars())
    return tuple(found)


async def read_mentioning(
    connection: AsyncConnection, ids: Collection[ArticleId]
) -> tuple[Article, ...]:
    """Articles that list one of these under "Articles in this story".

    The list is looked for as text within the stories of these articles alone: a handful of rows.
    """
    found: set[ArticleId] = set()
    for some in portions(ids):
        placed = membership.c.article_id.in_(some)
        stories = select(membership.c.story_id).where(placed, IS_SHOWN)
        rows = await connection.execute(
            select(membership.c.article_id, membership.c.earlier).where(
                membership.c.story_id.in_(stories), membership.c.earlier != "[]", IS_SHOWN
            )
        )
        wanted = set(some)
        found |= {
            row.article_id for row in rows if wanted & set(load(tuple[str, ...], row.earlier))
        }
    return await read_articles(connection, found - set(ids))


async def read_sighted_by(
    connection: AsyncConnection, ids: Collection[ArticleId]
) -> Mapping[ArticleId, tuple[SourceId, ...]]:
    """Every source that ever showed each of these."""
    found: dict[ArticleId, set[SourceId]] = {}
    for some in portions(ids):
        rows = await connection.execute(
            select(sighting.c.article_id, sighting.c.source_id)
            .where(sighting.c.article_id.in_(some))
            .distinct()
        )
        for row in rows:
            found.setdefault(row.article_id, set()).add(row.source_id)
    return {article_id: tuple(sorted(sources)) for article_id, sources in found.items()}
