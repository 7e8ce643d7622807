"""Declared links between articles, by address: what grouping walks along."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.markup import url_key
from swifeeds.model import Article, ArticleId
from swifeeds.store.sql.columns import index_key
from swifeeds.store.sql.schema import article, link
from swifeeds.store.sql.statements import portions

TRANSLATION = "translation"
MEMBER = "member"
STORY = "story"
"""The story's own page: articles that name the same one belong together."""


async def replace_links(connection: AsyncConnection, kept: Article) -> None:
    """Write the declared links of an article in the place of its former ones."""
    await connection.execute(delete(link).where(link.c.article_id == kept.id))
    await add_links(connection, kept)


async def add_links(connection: AsyncConnection, kept: Article) -> None:
    """Write the declared links of an article that has none stored."""
    if rows := link_rows(kept):
        await connection.execute(insert(link), rows)


def link_rows(kept: Article) -> list[dict[str, object]]:
    """The rows of an article's declared links."""
    return [
        {"article_id": kept.id, "rel": rel, "url_key": key}
        for rel, key in dict.fromkeys(declared_links(kept))
    ]


def declared_links(kept: Article) -> Iterator[tuple[str, str]]:
    """Relation and key of each address that the article declares."""
    for translation in kept.translations:
        yield TRANSLATION, index_key(url_key(translation.url))
    for story in kept.stories:
        if story.url:
            yield STORY, index_key(url_key(story.url))
        for member in story.members:
            yield MEMBER, index_key(url_key(member.url))


async def targets(connection: AsyncConnection, keys: Collection[str]) -> set[ArticleId]:
    """The articles at these addresses."""
    found: set[ArticleId] = set()
    for some in portions(keys):
        rows = await connection.execute(select(article.c.id).where(article.c.url_key.in_(some)))
        found.update(rows.scalars())
    return found


async def pointing_at(connection: AsyncConnection, keys: Collection[str]) -> set[ArticleId]:
    """The articles that declare a link to these addresses."""
    found: set[ArticleId] = set()
    for some in portions(keys):
        rows = await connection.execute(
            select(link.c.article_id).where(link.c.url_key.in_(some)).distinct()
        )
        found.update(rows.scalars())
    return found
