"""Stale feeds, what they are made of, and the shelf of published bytes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, assert_never

from sqlalchemy import ColumnElement, and_, delete, func, literal, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import (
    Article,
    ArticleId,
    Dossier,
    Encoding,
    FeedKey,
    FeedSummary,
    Membership,
    Redirect,
    Scope,
    Shelf,
    ShelfItem,
    Status,
    StoryId,
    StoryState,
)
from swifeeds.store.sql.codec import to_json
from swifeeds.store.sql.database import Database, upsert
from swifeeds.store.sql.grouping import mark_stale
from swifeeds.store.sql.rows import article_of, in_chunks, membership_of, shelf_item_of
from swifeeds.store.sql.schema import (
    article,
    membership,
    meta,
    redirect,
    shelf,
    sighting,
    stale,
    story,
)

_GENERATION = "generation"


class Publishing:
    """From stale marks to the shelf. Like `Groups`, it clears only the marks that it saw."""

    _db: Database
    _stale_horizon: int = 0

    async def stale(self, limit: int) -> tuple[FeedKey, ...]:
        """See `Store.stale`."""
        columns = (stale.c.scope, stale.c.key, stale.c.language)
        query = select(*columns).group_by(*columns).order_by(func.min(stale.c.seq)).limit(limit)
        async with self._db.read() as connection:
            self._stale_horizon = (
                await connection.execute(select(func.coalesce(func.max(stale.c.seq), 0)))
            ).scalar_one()
            return tuple(
                FeedKey(scope=Scope(row.scope), key=row.key, language=row.language)
                for row in await connection.execute(query)
            )

    async def mark_stale(self, keys: Collection[FeedKey]) -> None:
        """See `Store.mark_stale`."""
        async with self._db.write() as connection:
            await mark_stale(connection, keys)

    async def dossiers(
        self, key: FeedKey, *, languages: Sequence[str], limit: int, now: datetime
    ) -> tuple[Dossier, ...]:
        """See `Store.dossiers`."""
        query = select(article).where(_is_public(now), _is_in(key))
        if languages:
            query = query.where(article.c.language.in_(languages))
        query = query.order_by(article.c.published.desc(), article.c.id.desc()).limit(limit)
        async with self._db.read() as connection:
            articles = [article_of(row) for row in await connection.execute(query)]
            return await _dossiers(connection, articles, now)

    async def dossier(self, article_id: ArticleId, now: datetime) -> Dossier | None:
        """See `Store.dossier`."""
        query = select(article).where(_is_public(now), article.c.id == article_id)
        async with self._db.read() as connection:
            row = (await connection.execute(query)).first()
            if row is None:
                return None
            return (await _dossiers(connection, [article_of(row)], now))[0]

    async def summaries(self, now: datetime) -> Mapping[FeedKey, FeedSummary]:
        """See `Store.summaries`."""
        found: dict[FeedKey, FeedSummary] = {}
        async with self._db.read() as connection:
            for scope, column, joined in _SCOPES:
                for by_language in (True, False):
                    found |= await _summarise(connection, scope, column, joined, now, by_language)
        return found

    async def publish(
        self,
        items: Sequence[ShelfItem],
        *,
        gone: Collection[Redirect] = (),
        done: Collection[FeedKey] = (),
    ) -> int:
        """See `Store.publish`."""
        async with self._db.write() as connection:
            generation = await _generation(connection)
            if items or gone:
                generation += 1
                await _set_generation(connection, generation)
            for item in items:
                await _put(connection, item)
            for one in gone:
                await _remove(connection, one)
            for key in done:
                await connection.execute(
                    delete(stale).where(
                        stale.c.seq <= self._stale_horizon,
                        stale.c.scope == key.scope.value,
                        stale.c.key == key.key,
                        stale.c.language == key.language,
                    )
                )
            return generation

    async def shelf(self) -> Shelf:
        """See `Store.shelf`."""
        async with self._db.read() as connection:
            items = [shelf_item_of(row) for row in await connection.execute(select(shelf))]
            moved = [
                Redirect(path=row.path, location=row.location)
                for row in await connection.execute(select(redirect))
            ]
            generation = await _generation(connection)
        return Shelf(
            items=MappingProxyType({item.path: item for item in items}),
            redirects=MappingProxyType({one.path: one for one in moved}),
            generation=generation,
        )

    async def shelf_generation(self) -> int:
        """See `Store.shelf_generation`."""
        async with self._db.read() as connection:
            return await _generation(connection)


def _is_public(now: datetime, table: Any = article) -> ColumnElement[bool]:
    embargo = or_(table.c.embargoed_until.is_(None), table.c.embargoed_until <= now)
    return and_(table.c.status == Status.USABLE.value, embargo)


def _is_in(key: FeedKey) -> ColumnElement[bool]:
    match key.scope:
        case Scope.ALL:
            return true()
        case Scope.SECTION:
            return article.c.section == key.key
        case Scope.SOURCE:
            sighted = select(sighting.c.article_id).where(sighting.c.source_id == key.key)
            return or_(article.c.source_id == key.key, article.c.id.in_(sighted))
        case Scope.STORY:
            return article.c.id.in_(
                select(membership.c.article_id).where(membership.c.story_id == key.key)
            )
        case Scope.ARTICLE:
            return article.c.id == key.key
        case _:
            assert_never(key.scope)


async def _dossiers(
    connection: AsyncConnection, articles: Sequence[Article], now: datetime
) -> tuple[Dossier, ...]:
    """Each article with its memberships, translations and earlier articles, in few queries."""
    ids = [one.id for one in articles]
    memberships = await _living(connection, ids)
    works = await _works(connection, ids)
    siblings = await _siblings(connection, set(works.values()), now)
    earlier_ids = {one for some in memberships.values() for m in some for one in m.earlier}
    earlier = await _public(connection, earlier_ids, now)
    return tuple(
        Dossier(
            article=one,
            memberships=tuple(memberships.get(one.id, ())),
            translations=tuple(
                other for other in siblings.get(works.get(one.id, ""), ()) if other.id != one.id
            ),
            earlier=_earlier(memberships.get(one.id, ()), earlier),
        )
        for one in articles
    )


def _earlier(
    memberships: Sequence[Membership], articles: Mapping[str, Article]
) -> Mapping[StoryId, tuple[Article, ...]]:
    return {
        one.story_id: tuple(articles[each] for each in one.earlier if each in articles)
        for one in memberships
    }


async def _living(
    connection: AsyncConnection, ids: Sequence[str]
) -> Mapping[str, list[Membership]]:
    """Memberships in stories that were not removed, highest rung first."""
    found: dict[str, list[Membership]] = {}
    for some in in_chunks(ids):
        query = (
            select(membership)
            .join(story, story.c.id == membership.c.story_id)
            .where(membership.c.article_id.in_(some), story.c.state != StoryState.REMOVED.value)
            .order_by(membership.c.rung, membership.c.story_id)
        )
        for row in await connection.execute(query):
            found.setdefault(row.article_id, []).append(membership_of(row))
    return found


async def _works(connection: AsyncConnection, ids: Sequence[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for some in in_chunks(ids):
        query = select(article.c.id, article.c.work_id).where(
            article.c.id.in_(some), article.c.work_id.is_not(None)
        )
        found |= {row.id: row.work_id for row in await connection.execute(query)}
    return found


async def _siblings(
    connection: AsyncConnection, works: Collection[str], now: datetime
) -> Mapping[str, list[Article]]:
    found: dict[str, list[Article]] = {}
    for some in in_chunks(works):
        query = select(article).where(_is_public(now), article.c.work_id.in_(some))
        for row in await connection.execute(query.order_by(article.c.id)):
            found.setdefault(row.work_id, []).append(article_of(row))
    return found


async def _public(
    connection: AsyncConnection, ids: Collection[str], now: datetime
) -> Mapping[str, Article]:
    found: dict[str, Article] = {}
    for some in in_chunks(ids):
        query = select(article).where(_is_public(now), article.c.id.in_(some))
        found |= {row.id: article_of(row) for row in await connection.execute(query)}
    return found


_SCOPES: tuple[tuple[Scope, Any, Any], ...] = (
    (Scope.ALL, None, article),
    (Scope.SECTION, article.c.section, article),
    (Scope.SOURCE, article.c.source_id, article),
    (
        Scope.STORY,
        membership.c.story_id,
        article.join(membership, membership.c.article_id == article.c.id),
    ),
)


async def _summarise(
    connection: AsyncConnection,
    scope: Scope,
    column: Any,
    joined: Any,
    now: datetime,
    by_language: bool,  # noqa: FBT001 - a column more or less of one query
) -> dict[FeedKey, FeedSummary]:
    """Counts of one scope, and the headline of its newest article."""
    groups = [
        part for part in (column, article.c.language if by_language else None) if part is not None
    ]
    newest = func.row_number().over(
        partition_by=groups or None, order_by=(article.c.published.desc(), article.c.id.desc())
    )
    ranked = (
        select(
            article.c.title,
            article.c.updated,
            (column if column is not None else literal("")).label("key"),
            (article.c.language if by_language else literal("")).label("language"),
            newest.label("rank"),
        )
        .select_from(joined)
        .where(_is_public(now))
    )
    if column is not None:
        ranked = ranked.where(column.is_not(None))
    rows = ranked.subquery()
    names = (rows.c.key, rows.c.language)
    query = select(
        *names,
        func.max(rows.c.updated).label("updated"),
        func.count().label("entries"),
        func.max(rows.c.title).filter(rows.c.rank == 1).label("newest_title"),
    ).group_by(*names)
    return {
        FeedKey(scope=scope, key=row.key, language=row.language): FeedSummary(
            updated=row.updated, entries=row.entries, newest_title=row.newest_title
        )
        for row in await connection.execute(query)
    }


async def _generation(connection: AsyncConnection) -> int:
    query = select(meta.c.value).where(meta.c.key == _GENERATION)
    return int((await connection.execute(query)).scalar_one_or_none() or 0)


async def _set_generation(connection: AsyncConnection, generation: int) -> None:
    await connection.execute(
        upsert(connection, meta)
        .values(key=_GENERATION, value=str(generation))
        .on_conflict_do_update(index_elements=["key"], set_={"value": str(generation)})
    )


async def _put(connection: AsyncConnection, item: ShelfItem) -> None:
    """What is on the shelf again is gone no more."""
    await connection.execute(delete(redirect).where(redirect.c.path == item.path))
    values = {
        "media_type": item.media_type,
        "etag": item.etag,
        "last_modified": item.last_modified,
        "generation": item.generation,
        "language": item.language,
        "links": to_json(item.links),
        "max_age": item.max_age,
        "identity": item.encodings[Encoding.IDENTITY],
        "gzip": item.encodings.get(Encoding.GZIP),
        "br": item.encodings.get(Encoding.BROTLI),
        "zstd": item.encodings.get(Encoding.ZSTD),
    }
    await connection.execute(
        upsert(connection, shelf)
        .values(path=item.path, **values)
        .on_conflict_do_update(index_elements=["path"], set_=values)
    )


async def _remove(connection: AsyncConnection, one: Redirect) -> None:
    await connection.execute(delete(shelf).where(shelf.c.path == one.path))
    await connection.execute(
        upsert(connection, redirect)
        .values(path=one.path, location=one.location)
        .on_conflict_do_update(index_elements=["path"], set_={"location": one.location})
    )
