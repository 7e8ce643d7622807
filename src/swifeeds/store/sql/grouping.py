"""What changed, what is tied to it, and what grouping decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.errors import LeaseLost
from swifeeds.model import (
    Article,
    ArticleId,
    FeedKey,
    Grouping,
    Membership,
    Neighbourhood,
    Rung,
    Status,
    StoryId,
    StoryState,
)
from swifeeds.store import GROUPER
from swifeeds.store.sql.archives import mark_pages_of
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.earlier import freeze_earlier
from swifeeds.store.sql.marks import clear_articles, mark_feeds, take_articles
from swifeeds.store.sql.memories import recall
from swifeeds.store.sql.neighbourhoods import read_neighbourhood
from swifeeds.store.sql.rows import membership_row, read_article
from swifeeds.store.sql.schema import article, mark, membership, story
from swifeeds.store.sql.scopes import IS_SHOWN
from swifeeds.store.sql.statements import portions, upsert
from swifeeds.store.sql.stories import keep_stories

_Place = tuple[StoryId, ArticleId]

_GOING_ON = (StoryState.ACTIVE, StoryState.DORMANT, StoryState.ARCHIVED)
"""Stories that a further event may continue."""


class Groupings(Connected):
    """The regrouping's side of the store. Its callers hold a named lease: see `marks`."""

    async def marked(
        self, limit: int, *, news_since: datetime | None = None
    ) -> tuple[ArticleId, ...]:
        """Articles that changed since they were grouped; see `Store.marked`.

        Takes their marks: a change that comes before `keep_grouping` marks its article again, and
        that mark stays. Marks that were taken and not answered are given out again.
        """
        async with self._reading() as connection:
            if (await connection.execute(select(mark.c.seq).limit(1))).first() is None:
                return ()
        async with self._changing() as connection:
            return await take_articles(connection, limit, news_since)

    async def neighbourhood(
        self, ids: Collection[ArticleId], *, limit: int = 5000
    ) -> Neighbourhood:
        """Those articles and all that declared links tie to them; see `Store.neighbourhood`."""
        async with self._reading() as connection:
            return await read_neighbourhood(connection, ids, limit)

    async def newest_members(
        self, stories: Collection[StoryId], *, limit: int
    ) -> Mapping[StoryId, tuple[Article, ...]]:
        """The newest articles of stories, without texts; see `Store.newest_members`."""
        found: dict[StoryId, list[Article]] = {}
        async with self._reading() as connection:
            for some in portions(stories):
                for story_id, one in await _newest(connection, some, limit):
                    found.setdefault(story_id, []).append(one)
        return {story_id: tuple(articles) for story_id, articles in found.items()}

    async def stories_going_on(self) -> tuple[StoryId, ...]:
        """Those that take more; see `Store.stories_going_on`."""
        async with self._reading() as connection:
            rows = await connection.execute(
                select(story.c.id).where(story.c.state.in_(_GOING_ON)).order_by(story.c.id)
            )
            return tuple(rows.scalars())

    async def keep_grouping(
        self,
        grouping: Grouping,
        *,
        marked: Collection[ArticleId],
        stale: Collection[FeedKey],
        shown: Collection[ArticleId] = (),
        grouper: str | None = None,
    ) -> None:
        """Store a grouping; see `Store.keep_grouping`.

        A membership that goes on keeps `added` and `earlier`. Only marks that `marked` took are
        cleared: an article that changed since then is still marked.
        """
        async with self._changing() as connection:
            await _must_be_last(connection, grouper)
            await keep_stories(connection, grouping.stories)
            before = await _places(connection, grouping.articles)
            await _keep_memberships(connection, grouping, before)
            await freeze_earlier(
                connection,
                [
                    one
                    for one in grouping.memberships
                    if one.rung is not Rung.SUGGESTION and not before.get(_place(one), False)
                ],
            )
            await _keep_works(connection, grouping)
            await clear_articles(connection, marked)
            await mark_feeds(connection, stale)
            await mark_pages_of(connection, shown)


async def _must_be_last(connection: AsyncConnection, grouper: str | None) -> None:
    """Raises `LeaseLost` where another process has grouped since this one signed."""
    if grouper is not None and await recall(connection, GROUPER) != grouper:
        raise LeaseLost(
            "another process took grouping over while this one stood still; nothing of this round"
            " was written, and what it was to answer is grouped again"
        )


async def _newest(
    connection: AsyncConnection, stories: Collection[StoryId], limit: int
) -> Sequence[tuple[StoryId, Article]]:
    """Newest first; only the rows that are wanted have their bodies read."""
    order = (article.c.published.desc(), article.c.id.desc())
    place = func.row_number().over(partition_by=membership.c.story_id, order_by=order)
    ranked = (
        select(membership.c.story_id, article.c.id, place.label("place"))
        .join(article, article.c.id == membership.c.article_id)
        .join(story, story.c.id == membership.c.story_id)
        .where(
            membership.c.story_id.in_(stories),
            story.c.state.in_(_GOING_ON),
            article.c.status == Status.USABLE,
            IS_SHOWN,
        )
        .subquery()
    )
    rows = await connection.execute(
        select(ranked.c.story_id, article)
        .join(article, article.c.id == ranked.c.id)
        .where(ranked.c.place <= limit)
        .order_by(ranked.c.story_id, ranked.c.place)
    )
    return [(row["story_id"], replace(read_article(row), content=None)) for row in rows.mappings()]


def _place(member: Membership) -> _Place:
    return member.story_id, member.article_id


async def _places(connection: AsyncConnection, ids: Sequence[ArticleId]) -> dict[_Place, bool]:
    """Where these articles are, and whether readers see them there."""
    found: dict[_Place, bool] = {}
    for some in portions(ids):
        rows = await connection.execute(
            select(membership.c.story_id, membership.c.article_id, IS_SHOWN.label("shown")).where(
                membership.c.article_id.in_(some)
            )
        )
        found |= {(row.story_id, row.article_id): bool(row.shown) for row in rows}
    return found


async def _keep_memberships(
    connection: AsyncConnection, grouping: Grouping, before: Collection[_Place]
) -> None:
    after = {_place(one) for one in grouping.memberships}
    for some in portions(set(before) - after):
        place = tuple_(membership.c.story_id, membership.c.article_id)
        await connection.execute(delete(membership).where(place.in_(some)))
    rows = [membership_row(one) for one in grouping.memberships]
    key, update_columns = ["story_id", "article_id"], ["rung", "score", "evidence", "by"]
    await upsert(connection, membership, rows, key=key, update=update_columns)


async def _keep_works(connection: AsyncConnection, grouping: Grouping) -> None:
    rows = [{"one": one, "work": work} for one, work in grouping.works.items()]
    statement = (
        update(article)
        .where(
            article.c.id == bindparam("one"), article.c.work_id.is_distinct_from(bindparam("work"))
        )
        .values(work_id=bindparam("work"))
    )
    if rows:
        await connection.execute(statement, rows)
