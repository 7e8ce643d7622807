"""How stories stand, and the states of their lives."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BigInteger, Subquery, case, func, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import (
    ENDED,
    Action,
    FeedKey,
    Pulse,
    Rung,
    Status,
    StoryAct,
    StoryId,
    StoryState,
    Transition,
)
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.events import add_event
from swifeeds.store.sql.marks import mark_articles, mark_feeds
from swifeeds.store.sql.rows import read_story
from swifeeds.store.sql.schema import article, membership, story
from swifeeds.store.sql.scopes import IS_SHOWN
from swifeeds.store.sql.statements import portions

_DAY = 86_400_000_000
"""Microseconds, as moments are kept."""

_OVER = (*ENDED, StoryState.CLOSED)


class Lives(Connected):
    """Pulses and transitions."""

    async def pulses(self, only: Collection[StoryId] | None = None) -> tuple[Pulse, ...]:
        """How each living story stands; see `Store.pulses`."""
        found: list[Pulse] = []
        async with self._reading() as connection:
            for some in [None] if only is None else portions(sorted(only)):
                counted = _counted(some)
                rows = await connection.execute(
                    select(story, counted)
                    .outerjoin(counted, counted.c.story_id == story.c.id)
                    .where(story.c.state.not_in(_OVER), *([story.c.id.in_(some)] if some else ()))
                    .order_by(story.c.id)
                )
                found += (
                    Pulse(
                        story=read_story(row),
                        articles=row["articles"] or 0,
                        sources=row["sources"] or 0,
                        days=row["days"] or 0,
                        newest=row["newest"],
                        newest_certain=row["newest_certain"],
                    )
                    for row in rows.mappings()
                )
        return tuple(found)

    async def transit(
        self, transitions: Collection[Transition], *, stale: Collection[FeedKey], at: datetime
    ) -> None:
        """Write states of life and log them; see `Store.transit`."""
        async with self._changing() as connection:
            for one in transitions:
                after = one.story.state
                written = await connection.execute(
                    update(story)
                    .where(story.c.id == one.story.id, story.c.state == one.before)
                    .values(state=after)
                )
                if written.rowcount:
                    if one.before is StoryState.EMERGING and one.story.automatic:
                        await mark_members(connection, one.story.id)
                    details = {"from": one.before.value, "to": after.value, "reason": one.reason}
                    await add_event(
                        connection,
                        StoryAct(
                            action=Action.STATE, story_id=one.story.id, by="swifeeds", at=at,
                            details=details,
                        ),
                    )  # fmt: skip
            await mark_feeds(connection, stale)


async def mark_members(connection: AsyncConnection, story_id: StoryId) -> None:
    """Entries name the story from now on: it has an address."""
    members = await connection.execute(
        select(membership.c.article_id).where(membership.c.story_id == story_id, IS_SHOWN)
    )
    await mark_articles(connection, members.scalars().all())


async def mark_parts(connection: AsyncConnection, stories: Collection[StoryId]) -> None:
    """Stories within these name them on their pages and in their feeds."""
    for some in portions(sorted(stories)):
        parts = await connection.execute(select(story.c.id).where(story.c.parent.in_(some)))
        for one in parts.scalars().all():
            await mark_members(connection, one)


def _counted(some: Collection[StoryId] | None) -> Subquery:
    """The figures of each story."""
    published = article.c.published
    statement = (
        select(
            membership.c.story_id.label("story_id"),
            func.count(func.coalesce(article.c.work_id, article.c.id).distinct()).label("articles"),
            func.count(article.c.source_id.distinct()).label("sources"),
            func.count((type_coerce(published, BigInteger) // _DAY).distinct()).label("days"),
            func.max(published).label("newest"),
            func.max(case((membership.c.rung <= Rung.SAME.value, published))).label(
                "newest_certain"
            ),
        )
        .join(article, article.c.id == membership.c.article_id)
        .where(IS_SHOWN, article.c.status == Status.USABLE)
        .group_by(membership.c.story_id)
    )
    if some is not None:
        statement = statement.where(membership.c.story_id.in_(some))
    return statement.subquery()
