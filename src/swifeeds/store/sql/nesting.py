"""Stories within stories: whatever was written, no story is within itself or one that ended."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import UsageError
from swifeeds.model import ENDED, StoryId
from swifeeds.store.sql.journal import Written
from swifeeds.store.sql.schema import story


async def refuse_lost_parents(connection: AsyncConnection, fields: Collection[Written]) -> None:
    """Look at the stories whose wider story was just written, within the same transaction.

    Raises:
        UsageError: one is within itself, or within a story that was merged or removed.
    """
    changed = {one.story for one in fields if one.field == "parent"}
    for story_id in sorted(changed):
        if await _is_ended(connection, story_id):
            continue
        way = [story_id]
        while (wider := await _parent(connection, way[-1])) is not None:
            if wider in way:
                raise UsageError(
                    f"that is a ring: {' within '.join([*way, wider])}; take one of them out "
                    "first (`swifeeds story nest --out`)"
                )
            if await _is_ended(connection, wider):
                raise UsageError(
                    f"the story {way[-1]} would be within {wider}, which was merged or removed; "
                    "take that back first"
                )
            way.append(wider)


async def _parent(connection: AsyncConnection, story_id: StoryId) -> StoryId | None:
    found = await connection.execute(select(story.c.parent).where(story.c.id == story_id))
    return found.scalar_one_or_none()


async def _is_ended(connection: AsyncConnection, story_id: StoryId) -> bool:
    found = await connection.execute(
        select(story.c.id).where(story.c.id == story_id, story.c.state.in_(ENDED))
    )
    return found.first() is not None
