"""Addresses of stories: no two have the same, and the configuration's come first."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain, count

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import StoryId
from swifeeds.store.sql.schema import story


async def free_slug(
    connection: AsyncConnection, wanted: str, story_id: StoryId, *, kept: Collection[str] = ()
) -> str:
    """The wanted slug, else the story's id, else the slug with a number: what no other story has.

    Args:
        connection: within a changing transaction.
        wanted: the slug it should have.
        story_id: whose slug it will be.
        kept: slugs that are kept free for others.
    """
    for slug in chain((wanted, story_id), (f"{wanted}-{number}" for number in count(2))):
        others = select(story.c.id).where(story.c.slug == slug, story.c.id != story_id)
        if slug not in kept and (await connection.execute(others)).first() is None:
            return slug
    raise AssertionError("numbers never end")


async def make_way(connection: AsyncConnection, wanted: Mapping[str, StoryId]) -> None:
    """Move stories off slugs that the configuration gives to others.

    Args:
        connection: within a changing transaction.
        wanted: slug to the id of the story that gets it.
    """
    rows = await connection.execute(
        select(story.c.id, story.c.slug).where(story.c.slug.in_(wanted)).order_by(story.c.id)
    )
    for row in rows.all():
        if wanted[row.slug] != row.id:
            slug = await free_slug(connection, row.slug, row.id, kept=wanted.keys())
            await connection.execute(update(story).where(story.c.id == row.id).values(slug=slug))
