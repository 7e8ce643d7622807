"""What the directories say of each feed: how many articles, and the newest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import RowMapping, Select, case, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ENDED, FeedKey, FeedSummary, Scope
from swifeeds.store.sql.articles import is_public
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.schema import article, membership, sighting, story
from swifeeds.store.sql.scopes import IS_SHOWN


class Summaries(Connected):
    """One query for each scope, whatever the number of feeds."""

    async def article_languages(self) -> tuple[str, ...]:
        """Every language tag that occurs on a stored article, sorted."""
        async with self._reading() as connection:
            rows = await connection.execute(select(article.c.language).distinct())
            return tuple(sorted(rows.scalars()))

    async def summaries(self, now: datetime) -> Mapping[FeedKey, FeedSummary]:
        """For each scope and article language; see `Store.summaries`.

        `newest_title` is of the latest published.
        """
        found: dict[FeedKey, FeedSummary] = {}
        async with self._reading() as connection:
            for scope, members in _scopes():
                found |= await _summarise(connection, scope, members, now)
        return found


def _scopes() -> Iterator[tuple[Scope, Select[str, str]]]:
    """For each scope, its keys and the articles under them."""
    yield Scope.ALL, select(literal("").label("key"), article.c.id)
    yield (
        Scope.SECTION,
        select(article.c.section.label("key"), article.c.id).where(article.c.section.is_not(None)),
    )
    yield (
        Scope.SOURCE,
        select(sighting.c.source_id.label("key"), sighting.c.article_id.label("id")).distinct(),
    )
    yield (
        Scope.STORY,
        select(membership.c.story_id.label("key"), membership.c.article_id.label("id"))
        .join(story, story.c.id == membership.c.story_id)
        .where(story.c.state.not_in(ENDED), IS_SHOWN),
    )


async def _summarise(
    connection: AsyncConnection, scope: Scope, members: Select[str, str], now: datetime
) -> Mapping[FeedKey, FeedSummary]:
    by_language = (await connection.execute(_newest_of_each(members, now))).mappings().all()
    over_all: dict[str, list[RowMapping]] = {}
    for row in by_language:
        over_all.setdefault(row["key"], []).append(row)
    found = {
        FeedKey(scope=scope, key=row["key"], language=row["language"]): _joined([row])
        for row in by_language
    } | {FeedKey(scope=scope, key=key): _joined(rows) for key, rows in over_all.items()}
    return {key: summary for key, summary in found.items() if summary.entries}


def _newest_of_each(members: Select[str, str], now: datetime) -> Select[*tuple[object, ...]]:
    """The latest published article of each key and language, with the figures of all of them.

    What was public once counts for the date alone: who follows the feeds must hear that it left.
    """
    member, public = members.subquery(), is_public(now)
    group = (member.c.key, article.c.language)
    latest_first = (public.desc(), article.c.published.desc(), article.c.id.desc())
    changed = case((public, article.c.updated), else_=article.c.unpublished)
    ranked = (
        select(
            member.c.key,
            article.c.language,
            article.c.title,
            article.c.published,
            article.c.id,
            func.count(case((public, 1))).over(partition_by=group).label("entries"),
            func.max(changed).over(partition_by=group).label("updated"),
            func.row_number().over(partition_by=group, order_by=latest_first).label("place"),
        )
        .join(article, article.c.id == member.c.id)
        .where(or_(public, article.c.unpublished.is_not(None)))
        .subquery()
    )
    return select(ranked).where(ranked.c.place == 1)


def _joined(rows: list[RowMapping]) -> FeedSummary:
    """Each article has one language, so figures of languages add up."""
    newest = max(rows, key=lambda row: (row["entries"] > 0, row["published"], row["id"]))
    return FeedSummary(
        updated=max(row["updated"] for row in rows),
        published=newest["published"],
        entries=sum(row["entries"] for row in rows),
        newest_title=newest["title"],
    )
