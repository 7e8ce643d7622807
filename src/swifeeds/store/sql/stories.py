"""Stories and how many public articles they have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ENDED, FeedKey, Rung, Scope, Status, Story, StoryId
from swifeeds.store import StoryCount
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.decided import decided_columns
from swifeeds.store.sql.marks import mark_articles, mark_feeds
from swifeeds.store.sql.rows import read_story, story_row
from swifeeds.store.sql.schema import article, membership, story
from swifeeds.store.sql.scopes import IS_SHOWN
from swifeeds.store.sql.statements import insert_into
from swifeeds.store.sql.story_rows import free_slug

_CHANGING = ("slug", "titles", "named_after", "state", "parent")

_Counts = Mapping[StoryId, Mapping[str, int]]


class Stories(Connected):
    """Reading stories."""

    async def stories(self) -> tuple[StoryCount, ...]:
        """Every story that is still there; see `Store.stories`.

        An article under embargo counts from the moment `lift_embargoes` has seen it pass.
        """
        async with self._reading() as connection:
            rows = await connection.execute(
                select(story).where(story.c.state.not_in(ENDED)).order_by(story.c.id)
            )
            languages = await _count(connection, article.c.language)
            rungs = await _count(connection, membership.c.rung)
            return tuple(
                StoryCount(
                    story=read_story(row),
                    languages=languages.get(row["id"], {}),
                    rungs={
                        Rung(int(rung)).label: n for rung, n in rungs.get(row["id"], {}).items()
                    },
                )
                for row in rows.mappings()
            )

    async def ended_stories(self) -> tuple[Story, ...]:
        """Stories that were removed or merged, by id."""
        async with self._reading() as connection:
            ended = select(story).where(story.c.state.in_(ENDED)).order_by(story.c.id)
            return tuple(map(read_story, (await connection.execute(ended)).mappings()))

    async def story(self, story_id: StoryId) -> Story | None:
        """One story."""
        async with self._reading() as connection:
            rows = await connection.execute(select(story).where(story.c.id == story_id))
            row = rows.mappings().one_or_none()
            return None if row is None else read_story(row)


async def keep_stories(connection: AsyncConnection, stories: Sequence[Story]) -> None:
    """Write the stories that grouping made or changed.

    What the configuration states is not overwritten, what an operator removed or merged does not
    come back, and an address that another story has stays with it.
    """
    for one in stories:
        row = story_row(one) | {"ruled": False}
        decided = await decided_columns(connection, one)
        # What an editor decided may have gone to a story of the configuration since.
        wanted = str(decided.pop("slug", one.slug))
        row["slug"] = await free_slug(connection, wanted, one.id)
        statement = insert_into(connection, story).values(row)
        changing = {name: row[name] for name in _CHANGING} | decided
        written = await connection.execute(
            statement.on_conflict_do_update(
                index_elements=["id"],
                set_=changing,
                where=story.c.ruled.is_(False) & story.c.state.not_in(ENDED),
            )
        )
        if one.state in ENDED and written.rowcount:
            await _end(connection, one.id)


async def _end(connection: AsyncConnection, story_id: StoryId) -> None:
    """Its addresses must lead on, and every feed that names it with an article is out of date."""
    members = await connection.execute(
        select(membership.c.article_id).where(membership.c.story_id == story_id)
    )
    await mark_articles(connection, members.scalars().all())
    await mark_feeds(connection, [FeedKey(scope=Scope.STORY, key=story_id)])


async def _count(connection: AsyncConnection, by: ColumnElement[object]) -> _Counts:
    """Public articles of each story, by a column."""
    embargo = article.c.embargoed_until
    rows = await connection.execute(
        select(membership.c.story_id, by.label("kind"), func.count().label("n"))
        .join(article, article.c.id == membership.c.article_id)
        .where(article.c.status == Status.USABLE, IS_SHOWN)
        .where(or_(embargo.is_(None), article.c.embargo_lifted))
        .group_by(membership.c.story_id, by)
        .order_by(membership.c.story_id, by)
    )
    found: dict[StoryId, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row.story_id, {})[str(row.kind)] = row.n
    return found
