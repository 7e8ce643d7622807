"""Reading sightings: how a source showed its articles so far."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ArticleId, Sighting, SourceId
from swifeeds.store.sql.schema import article, sighting
from swifeeds.store.sql.statements import portions

_MOST = 1000
"""Articles that may be meant. Thousands with one date are an archive's, and no poll's."""


async def read_sightings(
    connection: AsyncConnection, source_id: SourceId, ids: Collection[ArticleId]
) -> dict[ArticleId, tuple[Sighting, ...]]:
    """How one source showed these articles, the latest last."""
    found: dict[ArticleId, tuple[Sighting, ...]] = {}
    for some in portions(ids):
        rows = await connection.execute(
            select(sighting)
            .where(sighting.c.source_id == source_id, sighting.c.article_id.in_(some))
            .order_by(sighting.c.last_seen, sighting.c.id)
        )
        for row in rows:
            shown = Sighting(
                article_id=row.article_id,
                source_id=row.source_id,
                guid=row.guid,
                url=row.url,
                fingerprint=row.fingerprint,
                first_seen=row.first_seen,
                last_seen=row.last_seen,
            )
            found[row.article_id] = (*found.get(row.article_id, ()), shown)
    return found


async def ids_alike(
    connection: AsyncConnection,
    source_id: SourceId,
    fingerprints: Collection[str],
    moments: Collection[datetime],
) -> set[ArticleId]:
    """Articles that the source showed with one of these texts, or published at these moments."""
    found: set[ArticleId] = set()
    for some in portions(fingerprints):
        rows = await connection.execute(
            select(sighting.c.article_id)
            .where(sighting.c.source_id == source_id, sighting.c.fingerprint.in_(some))
            .limit(_MOST)
        )
        found |= set(rows.scalars())
    for times in portions(moments):
        rows = await connection.execute(
            select(article.c.id)
            .where(article.c.source_id == source_id, article.c.published.in_(times))
            .limit(_MOST)
        )
        found |= set(rows.scalars())
    return set(sorted(found)[:_MOST])
