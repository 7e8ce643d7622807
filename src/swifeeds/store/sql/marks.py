"""Marks: which articles changed since they were grouped, which feeds since they were rendered.

A mark is taken (`taken`) before it is answered, and only taken ones are cleared by the answer; a
change in between makes it untaken again, so the answer, which did not see that change, leaves it.
Taken marks are given out again until they are answered: a crash loses none. Sound as long as one
worker at a time takes and answers them: callers have the named lease for that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, delete, literal, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ArticleId, FeedKey, SourceId
from swifeeds.store.sql.schema import article, mark, stale
from swifeeds.store.sql.statements import insert_into, portions, upsert

_FEED = ("scope", "key", "language", "page")


async def mark_articles(connection: AsyncConnection, ids: Iterable[ArticleId]) -> None:
    """Mark articles for regrouping. A mark that is there keeps its place in the queue."""
    rows = [{"article_id": one, "taken": False} for one in dict.fromkeys(ids)]
    await upsert(connection, mark, rows, key=["article_id"], update=["taken"])


async def mark_everything(connection: AsyncConnection) -> None:
    """Mark every article for regrouping."""
    await _mark_where(connection, true())


async def mark_articles_of(connection: AsyncConnection, sources: Collection[SourceId]) -> None:
    """Mark the articles that these sources brought."""
    if sources:
        await _mark_where(connection, article.c.source_id.in_(sources))


async def _mark_where(connection: AsyncConnection, among: ColumnElement[bool]) -> None:
    every = select(article.c.id, literal(value=False)).where(among).order_by(article.c.first_seen)
    statement = insert_into(connection, mark).from_select(["article_id", "taken"], every)
    await connection.execute(
        statement.on_conflict_do_update(index_elements=["article_id"], set_={"taken": False})
    )


async def take_articles(
    connection: AsyncConnection, limit: int, news_since: datetime | None
) -> tuple[ArticleId, ...]:
    """The oldest marks, taken: of news first, where a time says from when on it is news."""
    news = [] if news_since is None else await _news(connection, limit, news_since)
    rows = await _take(connection, mark, mark.c.seq.in_(news))
    rows += await _oldest(connection, mark, limit - len(rows), mark.c.seq.not_in(news))
    return tuple(row.article_id for row in rows)


async def _news(connection: AsyncConnection, limit: int, since: datetime) -> Sequence[int]:
    # Found by time, which few are: a join would go through all marks of an archive first.
    news = select(article.c.id).where(article.c.published >= since)
    query = select(mark.c.seq).where(mark.c.article_id.in_(news)).order_by(mark.c.seq).limit(limit)
    return (await connection.execute(query)).scalars().all()


async def clear_articles(connection: AsyncConnection, ids: Collection[ArticleId]) -> None:
    """Drop the taken marks of these articles."""
    for some in portions(ids):
        await connection.execute(delete(mark).where(mark.c.article_id.in_(some), mark.c.taken))


async def mark_feeds(connection: AsyncConnection, keys: Iterable[FeedKey]) -> None:
    """Mark feeds for rendering."""
    rows = [
        {"scope": key.scope, "key": key.key, "language": key.language, "page": key.page}
        | {"taken": False}
        for key in dict.fromkeys(keys)
    ]
    await upsert(connection, stale, rows, key=_FEED, update=["taken"])


async def take_feeds(connection: AsyncConnection, limit: int) -> tuple[FeedKey, ...]:
    """The oldest stale documents, taken; current ones, which are polled, before archive pages."""
    rows = await _oldest(connection, stale, limit, true(), stale.c.page > 0)
    rows.sort(key=lambda row: row.page > 0)
    return tuple(
        FeedKey(scope=row.scope, key=row.key, language=row.language, page=row.page) for row in rows
    )


async def clear_feeds(connection: AsyncConnection, keys: Iterable[FeedKey]) -> None:
    """Drop the taken marks of these feeds."""
    for key in keys:
        await connection.execute(
            delete(stale).where(
                stale.c.scope == key.scope,
                stale.c.key == key.key,
                stale.c.language == key.language,
                stale.c.page == key.page,
                stale.c.taken,
            )
        )


async def _oldest(
    connection: AsyncConnection,
    table: Table,
    limit: int,
    among: ColumnElement[bool],
    *later: ColumnElement[bool],
) -> list[Row[*tuple[Any, ...]]]:
    oldest = select(table.c.seq).where(among).order_by(*later, table.c.seq).limit(limit)
    return await _take(connection, table, table.c.seq.in_(oldest))


async def _take(
    connection: AsyncConnection, table: Table, among: ColumnElement[bool]
) -> list[Row[*tuple[Any, ...]]]:
    taken = await connection.execute(
        update(table).where(among).values(taken=True).returning(*table.c)
    )
    return sorted(taken.all(), key=lambda row: row.seq)
