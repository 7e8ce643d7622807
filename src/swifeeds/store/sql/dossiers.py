"""Public articles with their company, as composing needs them: a handful of queries per feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Article, ArticleId, Dossier, FeedKey, Membership, Scope, StoryId
from swifeeds.store.sql.archives import of_feed
from swifeeds.store.sql.articles import (
    is_in_feeds,
    is_public,
    read_articles,
    read_memberships,
)
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.rows import read_article
from swifeeds.store.sql.schema import archived, article
from swifeeds.store.sql.scopes import in_scope
from swifeeds.store.sql.statements import portions


class Dossiers(Connected):
    """What feeds and pages are composed of. Nothing leaves that is not public, but notices."""

    async def dossiers(
        self,
        key: FeedKey,
        *,
        languages: Sequence[str],
        limit: int,
        now: datetime,
        among: Sequence[ArticleId] | None = None,
        notices: bool = False,
    ) -> tuple[Dossier, ...]:
        """The newest public articles of a feed's scope; see `Store.dossiers`."""
        newest = (
            select(article)
            .where(
                in_scope(key),
                _of_document(key, among),
                _in_language(languages),
                is_in_feeds(now, notices=notices),
            )
            .order_by(article.c.published.desc(), article.c.id.desc())
            .limit(limit)
        )
        async with self._reading() as connection:
            rows = await connection.execute(newest)
            articles = [read_article(row) for row in rows.mappings()]
            return await _with_company(connection, articles, now)

    async def published(
        self, key: FeedKey, *, languages: Sequence[str], now: datetime
    ) -> tuple[datetime, ...]:
        """When each article of a feed's scope was published; see `Store.published`."""
        moments = (
            select(article.c.published)
            .where(in_scope(key), _in_language(languages), is_public(now))
            .order_by(article.c.published)
        )
        async with self._reading() as connection:
            return tuple((await connection.execute(moments)).scalars())

    async def dossier(self, article_id: ArticleId, now: datetime) -> Dossier | None:
        """One public article's dossier, or None when it is not public."""
        key = FeedKey(scope=Scope.ARTICLE, key=article_id)
        found = await self.dossiers(key, languages=(), limit=1, now=now)
        return found[0] if found else None


def _in_language(languages: Sequence[str]) -> ColumnElement[bool]:
    return article.c.language.in_(languages) if languages else true()


def _of_document(key: FeedKey, among: Sequence[ArticleId] | None) -> ColumnElement[bool]:
    """Articles that may stand in a document: all for the current one, else the page's set."""
    if among is not None:
        return article.c.id.in_(among)
    if not key.page:
        return true()
    return article.c.id.in_(
        select(archived.c.article_id).where(of_feed(key), archived.c.page == key.page)
    )


async def _with_company(
    connection: AsyncConnection, articles: Sequence[Article], now: datetime
) -> tuple[Dossier, ...]:
    ids = [one.id for one in articles]
    memberships = await read_memberships(connection, ids)
    translations = await _translations(connection, ids, now)
    listed = {other for some in memberships.values() for member in some for other in member.earlier}
    earlier = {one.id: one for one in await read_articles(connection, listed, is_public(now))}
    return tuple(
        Dossier(
            article=one,
            memberships=memberships.get(one.id, ()),
            translations=tuple(
                other for other in translations.get(one.id, ()) if other.language != one.language
            ),
            earlier=_earlier(memberships.get(one.id, ()), earlier),
        )
        for one in articles
    )


async def _translations(
    connection: AsyncConnection, ids: Sequence[ArticleId], now: datetime
) -> dict[ArticleId, list[Article]]:
    """The public articles of the same work, by language and id; the article itself among them."""
    works: dict[ArticleId, str] = {}
    for some in portions(ids):
        rows = await connection.execute(
            select(article.c.id, article.c.work_id).where(
                article.c.id.in_(some), article.c.work_id.is_not(None)
            )
        )
        works |= {row.id: row.work_id for row in rows}
    siblings: dict[str, list[Article]] = {}
    for group in portions(works.values()):
        rows = await connection.execute(
            select(article)
            .where(article.c.work_id.in_(group), is_public(now))
            .order_by(article.c.language, article.c.id)
        )
        for row in rows.mappings():
            siblings.setdefault(row["work_id"], []).append(read_article(row))
    return {one: siblings.get(work, []) for one, work in works.items()}


def _earlier(
    memberships: Sequence[Membership], articles: Mapping[ArticleId, Article]
) -> dict[StoryId, tuple[Article, ...]]:
    """Each membership's frozen list, as far as it is still public."""
    return {
        member.story_id: found
        for member in memberships
        if (found := tuple(articles[one] for one in member.earlier if one in articles))
    }
