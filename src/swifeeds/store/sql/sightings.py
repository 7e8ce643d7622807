"""Sightings: one row per source and guid, and per source and address."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, and_, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.markup import url_key
from swifeeds.model import ArticleId, Seen, Sighting, SourceId
from swifeeds.store.sql.columns import index_key
from swifeeds.store.sql.marks import mark_articles
from swifeeds.store.sql.schema import sighting
from swifeeds.store.sql.statements import portions


async def keep_sighting(connection: AsyncConnection, seen: Sighting, article_id: ArticleId) -> None:
    """Note that the source shows the article, under this guid and address.

    A new address under a known guid gets a row of its own, without the guid: the old address
    stays known, and so do links to it. A new guid at a known address, or of an article that the
    source shows without one, takes the place of the old: sources that change guids at every poll
    leave no more rows than they have articles.

    Args:
        connection: within a changing transaction.
        seen: what the source shows now.
        article_id: whose copy it is; another than the sighting's where a race was lost.
    """
    key = index_key(url_key(seen.url)) if seen.url else None
    guid = index_key(seen.guid) if seen.guid else None
    rows = (await connection.execute(_rows_of(seen, key, guid, article_id))).all()
    by_guid = next((row for row in rows if guid and row.guid == guid), None)
    by_url = next((row for row in rows if key and row.url_key == key), None)
    fresh = {
        "article_id": article_id,
        "fingerprint": seen.fingerprint,
        "last_seen": seen.last_seen,
        "digest": seen.digest,
    }
    place = {"url": seen.url, "url_key": key}
    if not await _is_shown_by(connection, seen, article_id):
        await mark_articles(connection, [article_id])
    row = by_url or (by_guid if by_guid and (key is None or by_guid.url_key is None) else None)
    if row is None and key is None:
        row = next(
            (one for one in rows if one.url_key is None and one.article_id == article_id), None
        )
    if row is None:
        values = fresh | place | {"source_id": seen.source_id, "first_seen": seen.first_seen}
        values |= {"guid": None if by_guid else guid}
        await connection.execute(insert(sighting).values(values))
        return
    if key is not None:
        fresh |= place
    if guid is not None and by_guid is None:
        fresh |= {"guid": guid}
    await connection.execute(update(sighting).where(sighting.c.id == row.id).values(fresh))


async def see_again(connection: AsyncConnection, source_id: SourceId, seen: Seen) -> None:
    """Note that the source still shows what it showed, unchanged."""
    for some in portions(set(seen.digests)):
        of_these = and_(sighting.c.source_id == source_id, sighting.c.digest.in_(some))
        await connection.execute(update(sighting).where(of_these).values(last_seen=seen.at))


async def _is_shown_by(connection: AsyncConnection, seen: Sighting, article_id: ArticleId) -> bool:
    """False when the source shows the article for the first time: it enters the source's feed."""
    known = select(sighting.c.id).where(
        sighting.c.source_id == seen.source_id, sighting.c.article_id == article_id
    )
    return (await connection.execute(known.limit(1))).first() is not None


def _rows_of(
    seen: Sighting, key: str | None, guid: str | None, article_id: ArticleId
) -> Select[*tuple[Any, ...]]:
    """The source's rows under this guid or address; without one, also its row of the article."""
    columns = select(sighting.c.id, sighting.c.guid, sighting.c.url_key, sighting.c.article_id)
    names = [sighting.c.guid == guid, sighting.c.url_key == key]
    if key is None:
        homeless = and_(sighting.c.article_id == article_id, sighting.c.url_key.is_(None))
        names = [sighting.c.guid == guid, homeless] if guid is not None else [homeless]
    return columns.where(sighting.c.source_id == seen.source_id, or_(*names))
