"""What editors do to stories: kept with what was before, logged, and undone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import (
    Action,
    ArticleId,
    Decision,
    FeedKey,
    Membership,
    Rung,
    Scope,
    StoryAct,
    StoryEvent,
    StoryId,
    Topic,
)
from swifeeds.model.codec import load
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.decided import decisions_with_events, read_decision
from swifeeds.store.sql.events import add_event, read_event, refuse_if_built_upon, undoable_row
from swifeeds.store.sql.journal import (
    Before,
    Written,
    changed_fields,
    read_members,
    read_stood,
    restore,
    write_story,
)
from swifeeds.store.sql.lives import mark_members, mark_parts
from swifeeds.store.sql.marks import mark_articles, mark_feeds
from swifeeds.store.sql.nesting import refuse_lost_parents
from swifeeds.store.sql.parents import forget_rings
from swifeeds.store.sql.rows import read_membership
from swifeeds.store.sql.schema import membership, story_decision, story_event
from swifeeds.store.sql.statements import portions, upsert


class Steering(Connected):
    """Editors' actions, the standing decisions, the log."""

    async def act(self, act: StoryAct) -> int:
        """Carry out an action; see `Store.act`."""
        async with self._changing() as connection:
            fields: list[Written] = []
            made: list[StoryId] = []
            for one in act.stories:
                before = await write_story(connection, one)
                fields += changed_fields(before, one) if before else ()
                made += () if before else (one.id,)
            await refuse_lost_parents(connection, fields)
            stood = await read_stood(connection, (*act.decisions, *act.withdrawn))
            places = _places(act, fields)
            event = await add_event(
                connection, act,
                Before(
                    decisions=stood, fields=tuple(fields), made=tuple(made),
                    made_from=act.story_id if made else None,
                    members=await read_members(connection, places), articles=act.articles,
                ),
            )  # fmt: skip
            await _decide(connection, act, event)
            spoken = {one.story_id for one in act.decisions if one.topic is Topic.PARENT}
            await forget_rings(connection, spoken)
            await _mark(connection, act.articles, {one.story for one in fields} | set(made))
            await _mark_moved(connection, fields)
            return event

    async def undo(self, number: int | None, *, by: str, at: datetime) -> StoryEvent:
        """Take an action back; see `Store.undo`."""
        async with self._changing() as connection:
            row = await undoable_row(connection, number)
            before = load(Before, row["before"])
            await refuse_if_built_upon(connection, row["id"], before)
            await restore(connection, before)
            await refuse_lost_parents(connection, before.fields)
            event = await add_event(
                connection,
                StoryAct(
                    action=Action.UNDO, story_id=row["story_id"], by=by, at=at,
                    details={"event": row["id"], "action": row["action"].value},
                ),
            )  # fmt: skip
            await connection.execute(
                update(story_event).where(story_event.c.id == row["id"]).values(undone_by=event)
            )
            touched = {one.story for one in before.fields} | set(before.made)
            await _mark(connection, before.articles, touched)
            await _mark_moved(connection, before.fields)
            return read_event(row)

    async def events(
        self, story_id: StoryId | None = None, *, limit: int = 100
    ) -> tuple[StoryEvent, ...]:
        """The log, newest first; see `Store.events`."""
        statement = select(story_event).order_by(story_event.c.id.desc()).limit(limit)
        if story_id is not None:
            statement = statement.where(story_event.c.story_id == story_id)
        async with self._reading() as connection:
            return tuple(map(read_event, (await connection.execute(statement)).mappings()))

    async def decisions(self, story_id: StoryId | None = None) -> tuple[Decision, ...]:
        """The standing decisions, in the order they were made."""
        statement = decisions_with_events()
        if story_id is not None:
            statement = statement.where(story_decision.c.story_id == story_id)
        async with self._reading() as connection:
            return tuple(map(read_decision, (await connection.execute(statement)).mappings()))

    async def members(self, story_id: StoryId) -> tuple[Membership, ...]:
        """Every membership of a story, suggestions included, by article."""
        statement = select(membership).where(membership.c.story_id == story_id)
        async with self._reading() as connection:
            rows = await connection.execute(statement.order_by(membership.c.article_id))
            return tuple(map(read_membership, rows.mappings()))

    async def suggestions(self) -> tuple[Membership, ...]:
        """What waits for an editor, best score first."""
        async with self._reading() as connection:
            rows = await connection.execute(
                select(membership)
                .where(membership.c.rung == Rung.SUGGESTION.value)
                .order_by(membership.c.score.desc(), membership.c.story_id, membership.c.article_id)
            )
            return tuple(map(read_membership, rows.mappings()))


def _places(act: StoryAct, fields: Collection[Written]) -> set[tuple[StoryId, ArticleId]]:
    """Where memberships may go by this: what is decided, and in stories whose state changes."""
    decided = {
        (one.story_id, one.article_id)
        for one in (*act.decisions, *act.withdrawn)
        if one.topic is Topic.PLACE
    }
    ending = {one.story for one in fields if one.field == "state"}
    return decided | {(one, article) for one in ending for article in act.articles}


async def _decide(connection: AsyncConnection, act: StoryAct, event: int) -> None:
    table = story_decision
    place = tuple_(table.c.story_id, table.c.topic, table.c.subject)
    for some in portions((one.story_id, one.topic, one.subject) for one in act.withdrawn):
        await connection.execute(table.delete().where(place.in_(some)))
    rows = [
        {
            "story_id": one.story_id,
            "topic": one.topic,
            "subject": one.subject,
            "value": one.value,
            "event_id": event,
        }
        for one in act.decisions
    ]
    await upsert(
        connection, table, rows, key=["story_id", "topic", "subject"], update=["value", "event_id"]
    )


async def _mark_moved(connection: AsyncConnection, fields: Collection[Written]) -> None:
    """A story names the one that it is within."""
    for one in sorted({one.story for one in fields if one.field == "parent"}):
        await mark_members(connection, one)


async def _mark(
    connection: AsyncConnection, articles: Collection[ArticleId], stories: Collection[StoryId]
) -> None:
    """What must be grouped anew, and a feed of each story that changed: one round is due."""
    await mark_articles(connection, articles)
    await mark_parts(connection, stories)
    await mark_feeds(connection, [FeedKey(scope=Scope.STORY, key=one) for one in sorted(stories)])
