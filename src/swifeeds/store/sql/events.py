"""The log of what happened to stories."""

from __future__ import annotations

import json

from sqlalchemy import RowMapping, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import UsageError
from swifeeds.model import StoryAct, StoryEvent
from swifeeds.model.codec import dump, load
from swifeeds.store.sql.journal import Before
from swifeeds.store.sql.schema import story_event


async def add_event(
    connection: AsyncConnection, act: StoryAct, before: Before | None = None
) -> int:
    """Log an action, with what it changes if it can be undone. The event's number."""
    written = await connection.execute(
        insert(story_event)
        .values(
            at=act.at,
            by=act.by,
            action=act.action,
            story_id=act.story_id,
            details=dump(act.details),
            before=None if before is None else dump(before),
        )
        .returning(story_event.c.id)
    )
    return int(written.scalar_one())


def read_event(row: RowMapping) -> StoryEvent:
    """One line of the log."""
    return StoryEvent(
        id=row["id"],
        at=row["at"],
        by=row["by"],
        action=row["action"],
        story_id=row["story_id"],
        details=json.loads(row["details"]),
        undone_by=row["undone_by"],
    )


async def undoable_row(connection: AsyncConnection, number: int | None) -> RowMapping:
    """The row of an action that stands: the one of that number, else the last.

    Raises:
        UsageError: there is none.
    """
    statement = select(story_event).order_by(story_event.c.id.desc()).limit(1)
    if number is not None:
        statement = statement.where(story_event.c.id == number)
    else:
        statement = statement.where(
            story_event.c.before.is_not(None), story_event.c.undone_by.is_(None)
        )
    row = (await connection.execute(statement)).mappings().one_or_none()
    if row is None:
        named = "no action that stands" if number is None else f"no event {number}"
        raise UsageError(f"there is {named} to undo; `swifeeds story show` has the log of a story")
    if row["undone_by"] is not None:
        raise UsageError(f"event {number} was undone already, by event {row['undone_by']}")
    if row["before"] is None:
        raise UsageError(f"event {number} ({row['action']}) is no action of an editor; repeat or "
                         "correct it by a new one")  # fmt: skip
    return row


async def refuse_if_built_upon(connection: AsyncConnection, number: int, before: Before) -> None:
    """Nothing may be taken away from under a later action.

    Raises:
        UsageError: a later action that still stands touched the same.
    """
    rows = await connection.execute(
        select(story_event)
        .where(
            story_event.c.id > number,
            story_event.c.before.is_not(None),
            story_event.c.undone_by.is_(None),
        )
        .order_by(story_event.c.id.desc())
    )
    for row in rows.mappings():
        if before.carries(load(Before, row["before"])):
            raise UsageError(
                f"event {number} cannot be undone while event {row['id']} ({row['action']} of "
                f"{row['story_id']}) stands on it; undo {row['id']} first"
            )
