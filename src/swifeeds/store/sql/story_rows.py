"""Addresses of stories: no two have the same, and the configuration's come first."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.store.sql.schema import story


async def free_slugs(connection: AsyncConnection, wanted: Mapping[str, str]) -> None:
    """Move stories off slugs that the configuration gives to others; their id is their slug then.

    Args:
        connection: within a changing transaction.
        wanted: slug to the id of the story that gets it.
    """
    rows = await connection.execute(
        select(story.c.id, story.c.slug).where(story.c.slug.in_(wanted))
    )
    for row in rows.all():
        if wanted[row.slug] != row.id:
            await connection.execute(update(story).where(story.c.id == row.id).values(slug=row.id))
