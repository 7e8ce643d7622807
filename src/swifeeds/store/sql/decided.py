"""What editors decided, as grouping and registration need it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import RowMapping, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ENDED, ArticleId, Decision, Story, StoryId, StoryState, Topic
from swifeeds.model.codec import dump
from swifeeds.store.sql.parents import closes_ring
from swifeeds.store.sql.schema import story, story_decision, story_event
from swifeeds.store.sql.statements import portions


def decisions_with_events() -> Select[*tuple[object, ...]]:
    """All standing decisions, with who made each and when, in the order they were made."""
    return (
        select(story_decision, story_event.c.action, story_event.c.by, story_event.c.at)
        .join(story_event, story_event.c.id == story_decision.c.event_id)
        .order_by(story_decision.c.event_id, story_decision.c.story_id, story_decision.c.subject)
    )


def read_decision(row: RowMapping) -> Decision:
    """A standing decision."""
    return Decision(
        story_id=row["story_id"],
        topic=row["topic"],
        subject=row["subject"],
        value=row["value"],
        action=row["action"],
        by=row["by"],
        at=row["at"],
        event=row["event_id"],
    )


async def read_places(
    connection: AsyncConnection, ids: Iterable[ArticleId]
) -> tuple[Decision, ...]:
    """Pins and exclusions of these articles, in the order they were made."""
    found: list[Decision] = []
    for some in portions(ids):
        rows = await connection.execute(
            decisions_with_events().where(
                story_decision.c.topic == Topic.PLACE, story_decision.c.subject.in_(some)
            )
        )
        found += map(read_decision, rows.mappings())
    return tuple(sorted(found, key=lambda one: (one.event, one.story_id, one.subject)))


async def read_merged(connection: AsyncConnection) -> Mapping[StoryId, StoryId]:
    """For each story that was merged, the living one at the end of the way."""
    merged = select(story.c.id, story.c.parent).where(story.c.state == StoryState.MERGED)
    ways = {row.id: row.parent for row in await connection.execute(merged)}
    ends = {one: _end(one, ways) for one in ways}
    living: set[StoryId] = set()
    for some in portions(end for end in ends.values() if end is not None):
        rows = await connection.execute(
            select(story.c.id).where(story.c.id.in_(some), story.c.state.not_in(ENDED))
        )
        living.update(rows.scalars())
    return {one: end for one, end in ends.items() if end in living}


def _end(start: StoryId, ways: Mapping[StoryId, StoryId]) -> StoryId | None:
    """Where merging after merging ends; None where it turns in a ring."""
    seen, here = {start}, ways[start]
    while here in ways:
        if here in seen:
            return None
        seen.add(here)
        here = ways[here]
    return here


async def decided_columns(connection: AsyncConnection, one: Story) -> dict[str, object]:
    """The columns of a story in which the editors' word stands above what grouping made of it."""
    found = await _of_stories(connection, [one.id])
    columns: dict[str, object] = {}
    if titles := editor_titles(found, one.id):
        columns["titles"] = dump(tuple((dict(one.titles) | titles).items()))
    for decision in found:
        if decision.topic is Topic.SLUG:
            columns["slug"] = decision.value
        if decision.topic is Topic.STATE:
            columns["state"] = StoryState(decision.value)
        # Of a merged story this column says what it was merged into.
        if decision.topic is Topic.PARENT and one.state is not StoryState.MERGED:
            within = StoryId(decision.value) if decision.value else None
            is_ring = within is not None and await closes_ring(connection, one.id, within)
            columns["parent"] = None if is_ring else within
    return columns


async def _of_stories(
    connection: AsyncConnection, ids: Collection[StoryId]
) -> tuple[Decision, ...]:
    found: list[Decision] = []
    for some in portions(ids):
        statement = decisions_with_events().where(
            story_decision.c.story_id.in_(some), story_decision.c.topic != Topic.PLACE
        )
        rows = (await connection.execute(statement)).mappings()
        found += map(read_decision, rows)
    return tuple(found)


async def read_titles(
    connection: AsyncConnection, ids: Collection[StoryId]
) -> Mapping[StoryId, dict[str, str]]:
    """What editors named these stories, by language."""
    found = await _of_stories(connection, ids)
    return {one: titles for one in ids if (titles := editor_titles(found, one))}


def editor_titles(decisions: Iterable[Decision], story_id: StoryId) -> dict[str, str]:
    """The titles that stand among these decisions for a story, by language."""
    return {
        one.subject: one.value
        for one in decisions
        if one.topic is Topic.TITLE and one.story_id == story_id
    }
