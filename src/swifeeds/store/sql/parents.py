"""Who is within whom, by the ladder: the file above the editors, and no story within itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ENDED, Notice, StoryId, Topic
from swifeeds.store.sql.notices import tell
from swifeeds.store.sql.schema import notice, story, story_decision
from swifeeds.store.sql.statements import portions

RING = "story-ring"
"""The kind of the notice that an editor's word is passed over, for the file makes a ring of it."""

Parents = Mapping[StoryId, StoryId]


async def put_within(connection: AsyncConnection, stated: Parents, now: datetime) -> None:
    """Write the wider story of each living one, and tell whose word is passed over.

    Args:
        connection: within a changing transaction.
        stated: what the file states; it makes no ring by itself.
        now: UTC, for the notices.
    """
    editors = await _editors(connection)
    rows = await connection.execute(
        select(story.c.id, story.c.parent).where(story.c.state.not_in(ENDED))
    )
    before = {row.id: row.parent for row in rows}
    others = {one: within for one, within in before.items() if within and one not in editors}
    parents = dict(stated)
    passed_over: dict[StoryId, StoryId] = {}
    for one, within in (*editors.items(), *others.items()):
        if one in stated or not within:
            continue
        if one in way_up(within, parents):
            passed_over[one] = within
        else:
            parents[one] = within
    for one, was in before.items():
        if was != (within := parents.get(one)):
            await connection.execute(update(story).where(story.c.id == one).values(parent=within))
    said = {one: within for one, within in passed_over.items() if one in editors}
    await _tell(connection, said, parents, now)


async def closes_ring(connection: AsyncConnection, one: StoryId, within: StoryId) -> bool:
    """True where a story would be within itself, were it within that one."""
    way, here = [one], within
    while here not in way:
        way.append(here)
        found = await connection.execute(select(story.c.parent).where(story.c.id == here))
        if (wider := found.scalar_one_or_none()) is None:
            return False
        here = StoryId(wider)
    return here == one


async def forget_rings(connection: AsyncConnection, stories: set[StoryId]) -> None:
    """An editor has spoken again on these: what was told of them is over."""
    for some in portions(sorted(stories)):
        await connection.execute(
            delete(notice).where(notice.c.kind == RING, notice.c.subject.in_(some))
        )


def way_up(start: StoryId, parents: Parents) -> list[StoryId]:
    """The story and all that it is within, until there is no wider one or they come round."""
    way = [start]
    while (wider := parents.get(way[-1])) is not None and wider not in way:
        way.append(wider)
    return way


async def _editors(connection: AsyncConnection) -> Mapping[StoryId, StoryId | None]:
    """What editors said last of each story, in the order in which they did."""
    rows = await connection.execute(
        select(story_decision.c.story_id, story_decision.c.value)
        .where(story_decision.c.topic == Topic.PARENT)
        .order_by(story_decision.c.event_id, story_decision.c.story_id)
    )
    return {row.story_id: StoryId(row.value) if row.value else None for row in rows}


async def _tell(
    connection: AsyncConnection, passed_over: Parents, parents: Parents, now: datetime
) -> None:
    await connection.execute(
        delete(notice).where(notice.c.kind == RING, notice.c.subject.not_in(list(passed_over)))
    )
    told = (_ring(one, within, parents, now) for one, within in passed_over.items())
    await tell(connection, tuple(told))


def _ring(one: StoryId, within: StoryId, parents: Parents, now: datetime) -> Notice:
    """Names the ring, whose word is passed over, and the two ways out."""
    way = way_up(within, parents)
    ring = " within ".join([one, *way[: way.index(one) + 1]])
    message = (
        f"the configuration makes a ring of stories ({ring}); it stands above the editors, whose "
        f"word that {one} is within {within} is passed over: change `parent` in the file, or take "
        f"it back with `swifeeds story nest {one} --out`"
    )
    return Notice(kind=RING, subject=one, message=message, at=now)
