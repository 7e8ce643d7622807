"""What stood in a story when an article joined it: the list under "Articles in this story"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ArticleId, Membership, Status, StoryId
from swifeeds.model.codec import dump
from swifeeds.store.sql.schema import article, membership
from swifeeds.store.sql.scopes import IS_SHOWN
from swifeeds.store.sql.statements import portions

_LONGEST = 5
"""Articles listed: what fits under an entry without being longer than it."""

_Group = tuple[StoryId, str]
_Line = tuple[datetime, ArticleId]


async def freeze_earlier(connection: AsyncConnection, fresh: Sequence[Membership]) -> None:
    """Fill `earlier` of memberships that were just stored, for good.

    The five latest usable members of the same story and language that were published before,
    latest first.
    """
    timelines = await _timelines(connection, {one.story_id for one in fresh})
    places = await _places(connection, [one.article_id for one in fresh])
    rows = []
    for one in fresh:
        language, line = places[one.article_id]
        timeline = timelines.get((one.story_id, language), [])
        before = timeline[: bisect_left(timeline, line)][-_LONGEST:]
        earlier = tuple(article_id for _, article_id in reversed(before))
        rows.append({"s": one.story_id, "a": one.article_id, "list": dump(earlier)})
    statement = (
        update(membership)
        .where(membership.c.story_id == bindparam("s"), membership.c.article_id == bindparam("a"))
        .values(earlier=bindparam("list"))
    )
    if rows:
        await connection.execute(statement, rows)


async def _timelines(
    connection: AsyncConnection, stories: Collection[StoryId]
) -> Mapping[_Group, list[_Line]]:
    """The usable members of each story and language in the order of (published, id)."""
    found: dict[_Group, list[_Line]] = {}
    for some in portions(stories):
        rows = await connection.execute(
            select(membership.c.story_id, article.c.language, article.c.published, article.c.id)
            .join(article, article.c.id == membership.c.article_id)
            .where(membership.c.story_id.in_(some), article.c.status == Status.USABLE, IS_SHOWN)
        )
        for row in rows:
            found.setdefault((row.story_id, row.language), []).append((row.published, row.id))
    return {group: sorted(lines) for group, lines in found.items()}


async def _places(
    connection: AsyncConnection, ids: Sequence[ArticleId]
) -> Mapping[ArticleId, tuple[str, _Line]]:
    found: dict[ArticleId, tuple[str, _Line]] = {}
    for some in portions(ids):
        rows = await connection.execute(
            select(article.c.id, article.c.language, article.c.published).where(
                article.c.id.in_(some)
            )
        )
        found |= {row.id: (row.language, (row.published, row.id)) for row in rows}
    return found
