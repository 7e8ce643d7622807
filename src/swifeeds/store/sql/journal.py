"""What an editor's action changes, written down before it does, so that it can be undone.

A `Before` names every row that the action touched by a key: the decisions, the stories by single
fields, and the memberships that would be lost. Two actions stand on each other where they share a
key; a story that an action made is touched by whatever touches that story at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ArticleId, Decision, Membership, Story, StoryId, StoryState, Topic
from swifeeds.store.sql.rows import membership_row, read_membership, read_story, story_row
from swifeeds.store.sql.schema import membership, story, story_decision
from swifeeds.store.sql.statements import insert_into, portions, upsert
from swifeeds.store.sql.story_rows import free_slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """A decision's row before an action; `value` and `event` are None where there was none."""

    story: StoryId
    topic: Topic
    subject: str
    value: str | None = None
    event: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A story's field before an action; `value` None where it was empty."""

    story: StoryId
    field: str
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """All that an action changed, as it was."""

    decisions: tuple[Stood, ...] = ()
    fields: tuple[Written, ...] = ()
    made: tuple[StoryId, ...] = ()
    made_from: StoryId | None = None
    members: tuple[Membership, ...] = ()
    articles: tuple[ArticleId, ...] = ()

    @property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """What the action touched."""
        decided = {(one.story, one.topic, one.subject) for one in self.decisions}
        return frozenset({*decided, *((one.story, one.field) for one in self.fields)})

    def carries(self, later: Before) -> bool:
        """True when the later action stands on this one."""
        touched = {key[0] for key in later.keys} | set(later.made)
        return bool(self.keys & later.keys or touched & set(self.made))


def story_fields(one: Story) -> dict[str, str | None]:
    """A story as single fields: each title is one of its own."""
    titles = {f"title:{language}": title for language, title in one.titles}
    return {
        **titles,
        "slug": one.slug,
        "state": one.state.value,
        "parent": one.parent,
        "merged_into": one.merged_into,
    }


async def read_stood(
    connection: AsyncConnection, decisions: Collection[Decision]
) -> tuple[Stood, ...]:
    """The rows in whose place these decisions come."""
    place = tuple_(story_decision.c.story_id, story_decision.c.topic, story_decision.c.subject)
    keys = {(one.story_id, one.topic, one.subject) for one in decisions}
    found: dict[tuple[StoryId, Topic, str], Stood] = {
        key: Stood(story=key[0], topic=key[1], subject=key[2]) for key in keys
    }
    for some in portions(sorted(keys)):
        for row in await connection.execute(select(story_decision).where(place.in_(some))):
            found[row.story_id, row.topic, row.subject] = Stood(
                story=row.story_id, topic=row.topic, subject=row.subject,
                value=row.value, event=row.event_id,
            )  # fmt: skip
    return tuple(found[key] for key in sorted(found))


async def read_members(
    connection: AsyncConnection, places: Collection[tuple[StoryId, ArticleId]]
) -> tuple[Membership, ...]:
    """The memberships in these places, suggestions included."""
    found: list[Membership] = []
    place = tuple_(membership.c.story_id, membership.c.article_id)
    for some in portions(sorted(places)):
        rows = await connection.execute(select(membership).where(place.in_(some)))
        found += map(read_membership, rows.mappings())
    return tuple(found)


async def write_story(connection: AsyncConnection, one: Story) -> Story | None:
    """Write a story over what is there, its slug free of others; what was there, None if new."""
    rows = await connection.execute(select(story).where(story.c.id == one.id))
    row = rows.mappings().one_or_none()
    values = story_row(one) | {"slug": await free_slug(connection, one.slug, one.id)}
    if row is None:
        await connection.execute(insert_into(connection, story).values(values | {"ruled": False}))
        return None
    await connection.execute(update(story).where(story.c.id == one.id).values(values))
    return read_story(row)


def changed_fields(before: Story, after: Story) -> Iterator[Written]:
    """The fields in which a story differs, as they were."""
    old, new = story_fields(before), story_fields(after)
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield Written(story=before.id, field=name, value=old.get(name))


async def restore(connection: AsyncConnection, before: Before) -> None:
    """Bring everything back as it was. A story that was made leads to the one it came from."""
    await _restore_decisions(connection, before)
    for story_id in dict.fromkeys(one.story for one in before.fields):
        changes = {one.field: one.value for one in before.fields if one.story == story_id}
        await _restore_story(connection, story_id, changes)
    for story_id in before.made:
        state = StoryState.MERGED if before.made_from else StoryState.REMOVED
        values = {"state": state, "parent": before.made_from}
        await connection.execute(update(story).where(story.c.id == story_id).values(values))
    for one in before.members:
        row = insert_into(connection, membership).values(membership_row(one))
        await connection.execute(row.on_conflict_do_nothing())


async def _restore_decisions(connection: AsyncConnection, before: Before) -> None:
    table, rows = story_decision, []
    for one in before.decisions:
        key: dict[str, object] = {"story_id": one.story, "topic": one.topic, "subject": one.subject}
        if one.value is not None:
            rows.append(key | {"value": one.value, "event_id": one.event})
            continue
        await connection.execute(
            delete(table).where(
                table.c.story_id == one.story,
                table.c.topic == one.topic,
                table.c.subject == one.subject,
            )
        )
    key_columns = ["story_id", "topic", "subject"]
    await upsert(connection, table, rows, key=key_columns, update=["value", "event_id"])


async def _restore_story(
    connection: AsyncConnection, story_id: StoryId, changes: dict[str, str | None]
) -> None:
    rows = await connection.execute(select(story).where(story.c.id == story_id))
    found = read_story(rows.mappings().one())
    now = story_fields(found) | changes
    titles = tuple(
        (name.removeprefix("title:"), value)
        for name, value in now.items()
        if name.startswith("title:") and value is not None
    )
    again = replace(
        found,
        slug=now["slug"] or story_id,
        titles=titles,
        state=StoryState(now["state"] or found.state),
        parent=StoryId(now["parent"]) if now["parent"] else None,
        merged_into=StoryId(now["merged_into"]) if now["merged_into"] else None,
    )
    await write_story(connection, again)
