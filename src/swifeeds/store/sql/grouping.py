"""Marks, neighbourhoods and memberships."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.markup import url_key
from swifeeds.model import (
    Article,
    ArticleId,
    FeedKey,
    Grouping,
    Membership,
    Neighbourhood,
    Status,
    Story,
    StoryId,
    StoryState,
)
from swifeeds.store import StoryCount
from swifeeds.store.sql.codec import to_json
from swifeeds.store.sql.database import Database, upsert
from swifeeds.store.sql.rows import article_of, in_chunks, membership_of, story_of
from swifeeds.store.sql.schema import article, mark, membership, reference, stale, story

_EARLIER = 5
_HOPS = 6
"""A block lists a page that lists a page …: what is six links away is another story."""


class Groups:
    """What ties articles together.

    Marks that are written while a batch is being grouped must survive it, so only those up to
    the newest one that `marked` saw are cleared; the named lease lets one process group at a time.
    """

    _db: Database
    _mark_horizon: int = 0

    async def marked(self, limit: int) -> tuple[ArticleId, ...]:
        """See `Store.marked`."""
        query = select(mark.c.article_id).group_by(mark.c.article_id).order_by(func.min(mark.c.seq))
        async with self._db.read() as connection:
            self._mark_horizon = (
                await connection.execute(select(func.coalesce(func.max(mark.c.seq), 0)))
            ).scalar_one()
            return tuple(map(ArticleId, (await connection.execute(query.limit(limit))).scalars()))

    async def neighbourhood(
        self, ids: Collection[ArticleId], *, limit: int = 5000
    ) -> Neighbourhood:
        """See `Store.neighbourhood`."""
        async with self._db.read() as connection:
            articles: dict[str, Article] = {}
            frontier: set[str] = set(ids)
            for _ in range(_HOPS):
                found = await _load(connection, frontier - articles.keys(), limit - len(articles))
                articles |= found
                if not found or len(articles) >= limit:
                    break
                frontier = await _linked(connection, found)
            memberships = await _memberships(connection, articles)
            stories = [story_of(row) for row in await connection.execute(select(story))]
            sources = {str(one.source_id) for one in articles.values() if one.stories}
            backlinks, pages = await _declared_counts(connection, sources)
        return Neighbourhood(
            articles=tuple(articles.values()),
            memberships=memberships,
            stories=tuple(stories),
            backlinks=backlinks,
            pages=pages,
        )

    async def keep_grouping(
        self, grouping: Grouping, *, marked: Collection[ArticleId], stale: Collection[FeedKey]
    ) -> None:
        """See `Store.keep_grouping`."""
        async with self._db.write() as connection:
            for one in grouping.stories:
                await _keep_story(connection, one)
            for article_id, work in grouping.works.items():
                await connection.execute(
                    update(article).where(article.c.id == article_id).values(work_id=work)
                )
            await _keep_memberships(connection, grouping)
            await mark_stale(connection, stale)
            for some in in_chunks(marked):
                await connection.execute(
                    delete(mark).where(
                        mark.c.seq <= self._mark_horizon, mark.c.article_id.in_(some)
                    )
                )

    async def stories(self) -> tuple[StoryCount, ...]:
        """See `Store.stories`."""
        by_language = (
            select(membership.c.story_id, article.c.language, membership.c.rung, func.count())
            .join(article, article.c.id == membership.c.article_id)
            .where(article.c.status == Status.USABLE.value)
            .group_by(membership.c.story_id, article.c.language, membership.c.rung)
        )
        shown = select(story).where(story.c.state != StoryState.REMOVED.value).order_by(story.c.id)
        async with self._db.read() as connection:
            counts = (await connection.execute(by_language)).all()
            rows = (await connection.execute(shown)).all()
        return tuple(
            StoryCount(
                story=story_of(row),
                languages=_totals((c[1], c[3]) for c in counts if c[0] == row.id),
                rungs=_totals((str(c[2]), c[3]) for c in counts if c[0] == row.id),
            )
            for row in rows
        )

    async def story(self, story_id: StoryId) -> Story | None:
        """See `Store.story`."""
        async with self._db.read() as connection:
            row = (await connection.execute(select(story).where(story.c.id == story_id))).first()
            return story_of(row) if row else None


def _totals(pairs: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    totals: dict[str, int] = {}
    for name, count in pairs:
        totals[name] = totals.get(name, 0) + count
    return totals


async def _load(connection: AsyncConnection, ids: Iterable[str], limit: int) -> dict[str, Article]:
    found: dict[str, Article] = {}
    for some in in_chunks(sorted(ids)[: max(limit, 0)]):
        rows = await connection.execute(select(article).where(article.c.id.in_(some)))
        found |= {row.id: article_of(row) for row in rows}
    return found


async def _linked(connection: AsyncConnection, found: Mapping[str, Article]) -> set[str]:
    """Articles that these name, that name these, or that name the same story."""
    linked: set[str] = set()
    mine: list[Any] = []
    for some in in_chunks(found):
        mine += await connection.execute(
            select(reference.c.rel, reference.c.url_key).where(reference.c.article_id.in_(some))
        )
    targets = {row.url_key for row in mine if row.rel in {"translation", "member"}}
    series = {row.url_key for row in mine if row.rel in {"series", "title"}}
    for some in in_chunks(targets):
        linked |= set(
            (
                await connection.execute(select(article.c.id).where(article.c.url_key.in_(some)))
            ).scalars()
        )
    own = {url_key(one.url) for one in found.values() if one.url}
    for some in in_chunks(own | series):
        named = select(reference.c.article_id).where(reference.c.url_key.in_(some))
        linked |= set((await connection.execute(named)).scalars())
    return linked


async def _memberships(connection: AsyncConnection, ids: Iterable[str]) -> tuple[Membership, ...]:
    found: list[Membership] = []
    for some in in_chunks(ids):
        rows = await connection.execute(select(membership).where(membership.c.article_id.in_(some)))
        found += [membership_of(row) for row in rows]
    return tuple(found)


async def _declared_counts(
    connection: AsyncConnection, sources: Collection[str]
) -> tuple[Mapping[tuple[str, str], int], Mapping[str, int]]:
    """How often each address stands in the blocks of a source, and how many pages have a block."""
    is_member = and_(reference.c.rel == "member", reference.c.source_id.in_(sources))
    per_link = (
        select(reference.c.source_id, reference.c.url_key, func.count())
        .where(is_member)
        .group_by(reference.c.source_id, reference.c.url_key)
    )
    per_source = (
        select(reference.c.source_id, func.count(reference.c.article_id.distinct()))
        .where(is_member)
        .group_by(reference.c.source_id)
    )
    links = {(row[0], row[1]): row[2] for row in await connection.execute(per_link)}
    pages = {row[0]: row[1] for row in await connection.execute(per_source)}
    return links, pages


async def _keep_story(connection: AsyncConnection, one: Story) -> None:
    await connection.execute(
        upsert(connection, story)
        .values(
            id=one.id,
            slug=one.slug,
            state=one.state.value,
            parent=one.parent,
            titles=to_json(one.titles),
            configured=False,
        )
        .on_conflict_do_update(index_elements=["id"], set_={"titles": to_json(one.titles)})
    )


async def _keep_memberships(connection: AsyncConnection, grouping: Grouping) -> None:
    """The grouping's memberships in the place of what these articles had."""
    before = {
        (one.story_id, one.article_id): one
        for one in await _memberships(connection, grouping.articles)
    }
    after = {(one.story_id, one.article_id): one for one in grouping.memberships}
    for story_id, article_id in before.keys() - after.keys():
        await connection.execute(
            delete(membership).where(
                membership.c.story_id == story_id, membership.c.article_id == article_id
            )
        )
    for key, one in after.items():
        await _keep_membership(connection, one, is_new=key not in before)
    for key in after.keys() - before.keys():
        await _freeze_earlier(connection, after[key])


async def _keep_membership(connection: AsyncConnection, one: Membership, *, is_new: bool) -> None:
    """`added` and `earlier` belong to the day the article joined, and stay."""
    reasons = {
        "rung": one.rung.value,
        "score": one.score,
        "evidence": to_json(one.evidence),
        "by": one.by,
    }
    if is_new:
        await connection.execute(
            insert(membership).values(
                story_id=one.story_id, article_id=one.article_id, added=one.added, earlier="[]",
                **reasons,
            )
        )  # fmt: skip
        return
    await connection.execute(
        update(membership)
        .where(membership.c.story_id == one.story_id, membership.c.article_id == one.article_id)
        .values(**reasons)
    )


async def _freeze_earlier(connection: AsyncConnection, one: Membership) -> None:
    """The list under "Articles in this story", as it is on the day the article joins."""
    own = (
        select(article.c.language, article.c.published, article.c.work_id)
        .where(article.c.id == one.article_id)
        .subquery()
    )
    query = (
        select(article.c.id)
        .join(membership, membership.c.article_id == article.c.id)
        .join(own, own.c.language == article.c.language)
        .where(
            membership.c.story_id == one.story_id,
            article.c.id != one.article_id,
            article.c.status == Status.USABLE.value,
            article.c.published < own.c.published,
        )
        .order_by(article.c.published.desc(), article.c.id.desc())
        .limit(_EARLIER)
    )
    ids = tuple((await connection.execute(query)).scalars())
    await connection.execute(
        update(membership)
        .where(membership.c.story_id == one.story_id, membership.c.article_id == one.article_id)
        .values(earlier=to_json(ids))
    )


async def mark_stale(connection: AsyncConnection, keys: Collection[FeedKey]) -> None:
    """Mark feeds for rendering, inside the caller's transaction."""
    if keys:
        await connection.execute(
            insert(stale),
            [
                {"scope": key.scope.value, "key": key.key, "language": key.language}
                for key in sorted(keys)
            ],
        )
