"""What stories are called: how their members are headed, and the names that follow from it."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ENDED, FeedKey, MemberTitle, Status, Story, StoryId, StoryState
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.decided import decided_columns
from swifeeds.store.sql.lives import mark_members, mark_parts
from swifeeds.store.sql.marks import mark_feeds
from swifeeds.store.sql.rows import read_story, story_row
from swifeeds.store.sql.schema import article, membership, story
from swifeeds.store.sql.scopes import IS_SHOWN
from swifeeds.store.sql.statements import portions
from swifeeds.store.sql.stories import keep_stories
from swifeeds.store.sql.story_names import name_after_articles, stated_titles


class Naming(Connected):
    """Reading how members are headed, and writing what stories are called."""

    async def nameable_stories(self, stories: Collection[StoryId]) -> tuple[Story, ...]:
        """Those of these that articles may name; see `Store.nameable_stories`."""
        found: list[Story] = []
        async with self._reading() as connection:
            for some in portions(sorted(stories)):
                is_living = story.c.state.not_in((*ENDED, StoryState.CLOSED))
                rows = await connection.execute(
                    select(story).where(story.c.id.in_(some), is_living).order_by(story.c.id)
                )
                found += map(read_story, rows.mappings())
        return tuple(found)

    async def member_titles(
        self, stories: Collection[StoryId], *, limit: int = 200
    ) -> tuple[MemberTitle, ...]:
        """How public members are headed; see `Store.member_titles`."""
        found: list[MemberTitle] = []
        async with self._reading() as connection:
            for some in portions(sorted(stories)):
                rows = await connection.execute(_first_titles(some, limit))
                found += (MemberTitle(**row) for row in rows.mappings())
        return tuple(found)

    async def name_stories(self, stories: Collection[Story], *, stale: Collection[FeedKey]) -> None:
        """Call these stories by their titles; see `Store.name_stories`."""
        async with self._changing() as connection:
            for one in stories:
                before = await _read(connection, one.id)
                if before is None:
                    continue
                await _call(connection, one, before)
                if one.has_address and one.titles != before.titles:
                    await mark_members(connection, one.id)
                    await mark_parts(connection, [one.id])
            await mark_feeds(connection, stale)


async def _read(connection: AsyncConnection, story_id: StoryId) -> Story | None:
    rows = await connection.execute(select(story).where(story.c.id == story_id))
    row = rows.mappings().one_or_none()
    return None if row is None else read_story(row)


async def _call(connection: AsyncConnection, one: Story, before: Story) -> None:
    """What the configuration states may have changed since this was thought of: that stands."""
    await keep_stories(connection, [one])
    called = name_after_articles(one, stated_titles(before))
    row = story_row(called)
    names = {key: row[key] for key in ("titles", "named_after")}
    decided = await decided_columns(connection, called)
    names |= {key: decided[key] for key in decided.keys() & names.keys()}
    await connection.execute(update(story).where(story.c.id == one.id, story.c.ruled).values(names))


def _first_titles(stories: Collection[StoryId], limit: int) -> Select[*tuple[object, ...]]:
    """Of each story and language those that joined first: they stay the first."""
    joined = (membership.c.added, article.c.published, article.c.id)
    place = func.row_number().over(
        partition_by=(membership.c.story_id, article.c.language), order_by=joined
    )
    embargo = article.c.embargoed_until
    numbered = (
        select(
            membership.c.story_id, membership.c.article_id, article.c.language, article.c.title,
            article.c.published, place.label("place"),
        )
        .join(article, article.c.id == membership.c.article_id)
        .where(membership.c.story_id.in_(stories), IS_SHOWN)
        .where(article.c.status == Status.USABLE, or_(embargo.is_(None), article.c.embargo_lifted))
        .subquery()
    )  # fmt: skip
    columns = [column for column in numbered.c if column.name != "place"]
    return (
        select(*columns)
        .where(numbered.c.place <= limit)
        .order_by(numbered.c.story_id, numbered.c.language, numbered.c.place)
    )
