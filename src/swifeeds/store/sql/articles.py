"""Reading articles, and what is known of drafts before they are identified."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    and_,
    func,
    literal,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.markup import url_key
from swifeeds.model import (
    ENDED,
    Article,
    ArticleId,
    Known,
    Membership,
    Sighting,
    SourceId,
    Status,
    Validators,
)
from swifeeds.store.sql.adopting import owner_of
from swifeeds.store.sql.columns import Moment, index_key
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.rows import read_article, read_membership, read_revision
from swifeeds.store.sql.schema import article, held, membership, sighting, story
from swifeeds.store.sql.scopes import HAS_ADDRESS, IS_SHOWN
from swifeeds.store.sql.sighted import ids_alike, read_sightings
from swifeeds.store.sql.statements import portions
from swifeeds.store.sql.validators import read_validators, read_validators_of


class Articles(Connected):
    """Articles by id, address and guid."""

    async def validators(self, urls: Collection[str]) -> Mapping[str, Validators]:
        """The validators last stored for these addresses; see `Store.validators`."""
        async with self._reading() as connection:
            return await read_validators(connection, urls)

    async def validators_of(self, source_id: SourceId) -> Mapping[str, Validators]:
        """All validators of one source; an address too long for a key is left out."""
        async with self._reading() as connection:
            return await read_validators_of(connection, source_id)

    async def addresses(self, source_id: SourceId, *, limit: int) -> tuple[str, ...]:
        """Where this source showed its usable articles, newest published first.

        Articles that another source brought first count too: this one lists them as well.
        """
        async with self._reading() as connection:
            rows = await connection.execute(
                select(sighting.c.url)
                .join(article, article.c.id == sighting.c.article_id)
                .where(
                    sighting.c.source_id == source_id,
                    sighting.c.url.is_not(None),
                    article.c.status == Status.USABLE,
                )
                .order_by(article.c.published.desc(), article.c.id.desc(), sighting.c.id.desc())
                .limit(limit)
            )
            return tuple(rows.scalars())

    async def digests(self, source_id: SourceId, *, limit: int) -> frozenset[str]:
        """By what its entries are known again; see `Store.digests`."""
        async with self._reading() as connection:
            rows = await connection.execute(
                select(sighting.c.digest)
                .where(sighting.c.source_id == source_id, sighting.c.digest.is_not(None))
                .order_by(sighting.c.last_seen.desc())
                .limit(limit)
            )
            return frozenset(rows.scalars())

    async def shown(self, source_id: SourceId, digests: Collection[str]) -> frozenset[ArticleId]:
        """Whose copies the entries are; see `Store.shown`."""
        found: set[ArticleId] = set()
        async with self._reading() as connection:
            for some in portions(digests):
                query = select(sighting.c.article_id).where(
                    sighting.c.source_id == source_id, sighting.c.digest.in_(some)
                )
                found.update((await connection.execute(query)).scalars())
        return frozenset(found)

    async def known(
        self, source_id: SourceId, *, url_keys: Collection[str], guids: Collection[str]
    ) -> Known:
        """What is kept under these keys; see `Store.known`.

        An address under which an article was ever sighted finds it too, after a move.
        """
        async with self._reading() as connection:
            by_url = await ids_by_url(connection, url_keys)
            by_guid = await ids_by_guid(connection, source_id, guids)
            ids = {*by_url.values(), *by_guid.values()}
            articles = {one.id: one for one in await read_articles(connection, ids)}
            return Known(
                by_url={key: articles[one] for key, one in by_url.items()},
                by_guid={guid: articles[one] for guid, one in by_guid.items()},
                sightings=await read_sightings(connection, source_id, ids),
            )

    async def alike(
        self, source_id: SourceId, *, fingerprints: Collection[str], moments: Collection[datetime]
    ) -> tuple[tuple[Article, tuple[Sighting, ...]], ...]:
        """Articles of the source that may be meant; see `Store.alike`."""
        async with self._reading() as connection:
            ids = await ids_alike(connection, source_id, fingerprints, moments)
            articles = await read_articles(connection, ids)
            shown = await read_sightings(connection, source_id, ids)
            return tuple((one, shown.get(one.id, ())) for one in articles)

    async def article(self, reference: str) -> Article | None:
        """By adopted id, id, tag URI's last part, or public address; see `Store.article`."""
        last_part = reference.rstrip("/").rpartition("/")[2]
        key = url_key(reference)
        async with self._reading() as connection:
            if owner := await owner_of(connection, reference):
                return next(iter(await read_articles(connection, [owner])), None)
            ids = [reference, last_part, *(await ids_by_url(connection, [key])).values()]
            found = await read_articles(connection, ids)
        return found[0] if found else None

    async def articles(self, ids: Collection[ArticleId]) -> tuple[Article, ...]:
        """Those that exist, in the order of (first_seen, id)."""
        async with self._reading() as connection:
            return await read_articles(connection, ids)

    async def articles_since(
        self, since: datetime, now: datetime, *, limit: int
    ) -> tuple[Article, ...]:
        """Public articles from `since` on, newest first; see `Store.articles_since`."""
        newest = (
            select(article)
            .where(article.c.published >= since, is_public(now))
            .order_by(article.c.published.desc(), article.c.id.desc())
            .limit(limit)
        )
        async with self._reading() as connection:
            rows = await connection.execute(newest)
            return tuple(read_article(row) for row in rows.mappings())

    async def articles_between(
        self, first: datetime, last: datetime, now: datetime, *, limit: int
    ) -> tuple[Article, ...]:
        """Public articles of a stretch of time; see `Store.articles_between`."""
        middle = literal(first + (last - first) / 2, Moment())
        apart = func.abs(article.c.published.op("-", return_type=BigInteger())(middle))
        nearest = (
            select(article)
            .where(article.c.published.between(first, last), is_public(now))
            .order_by(apart, article.c.id)
            .limit(limit)
        )
        async with self._reading() as connection:
            rows = await connection.execute(nearest)
            return tuple(read_article(row) for row in rows.mappings())

    async def articles_before(
        self, place: tuple[datetime, ArticleId] | None, now: datetime, *, limit: int
    ) -> tuple[Article, ...]:
        """A page of the archive, backwards in time; see `Store.articles_before`."""
        newest = (
            select(article)
            .where(is_public(now))
            .order_by(article.c.published.desc(), article.c.id.desc())
            .limit(limit)
        )
        if place is not None:
            newest = newest.where(tuple_(article.c.published, article.c.id) < place)
        async with self._reading() as connection:
            rows = await connection.execute(newest)
            return tuple(read_article(row) for row in rows.mappings())

    async def memberships(self, article_id: ArticleId) -> tuple[Membership, ...]:
        """The memberships of one article in stories that are still there, highest rung first."""
        async with self._reading() as connection:
            found = await read_memberships(connection, [article_id])
            return found.get(article_id, ())

    async def held_revision(self, article_id: ArticleId) -> Article | None:
        """The revision that was put aside, if any."""
        async with self._reading() as connection:
            return await read_held(connection, article_id)


async def read_articles(
    connection: AsyncConnection, ids: Collection[str], *where: ColumnElement[bool]
) -> tuple[Article, ...]:
    """Those of `ids` that exist and meet the conditions, in the order of (first_seen, id)."""
    found: list[Article] = []
    for some in portions(ids):
        rows = await connection.execute(select(article).where(article.c.id.in_(some), *where))
        found += (read_article(row) for row in rows.mappings())
    return tuple(sorted(found, key=lambda one: (one.first_seen, one.id)))


async def read_memberships(
    connection: AsyncConnection, ids: Collection[ArticleId], *, hidden: bool = False
) -> Mapping[ArticleId, tuple[Membership, ...]]:
    """The memberships of these articles in stories that are still there, highest rung first; with
    `hidden` suggestions too, and those in stories that have no address yet."""
    is_wanted = true() if hidden else and_(IS_SHOWN, HAS_ADDRESS)
    found: dict[ArticleId, list[Membership]] = {}
    for some in portions(ids):
        rows = await connection.execute(
            select(membership)
            .join(story, story.c.id == membership.c.story_id)
            .where(membership.c.article_id.in_(some), story.c.state.not_in(ENDED), is_wanted)
        )
        for row in rows.mappings():
            found.setdefault(row["article_id"], []).append(read_membership(row))
    return {
        one: tuple(sorted(some, key=lambda member: (member.rung, member.story_id)))
        for one, some in found.items()
    }


async def read_held(connection: AsyncConnection, article_id: ArticleId) -> Article | None:
    """The revision of an article that was put aside."""
    found = await connection.execute(select(held.c.body).where(held.c.article_id == article_id))
    body = found.scalar_one_or_none()
    return None if body is None else read_revision(article_id, body)


async def ids_by_url(
    connection: AsyncConnection, url_keys: Collection[str]
) -> dict[str, ArticleId]:
    """Articles whose address this is, else that were sighted there."""
    asked = {index_key(key): key for key in url_keys}
    found: dict[str, ArticleId] = {}
    for some in portions(asked):
        seen = await connection.execute(
            select(sighting.c.url_key, sighting.c.article_id)
            .where(sighting.c.url_key.in_(some))
            .order_by(sighting.c.id)
        )
        kept = await connection.execute(
            select(article.c.url_key, article.c.id).where(article.c.url_key.in_(some))
        )
        found |= {asked[key]: one for key, one in [*seen.all(), *kept.all()]}
    return found


async def ids_by_guid(
    connection: AsyncConnection, source_id: SourceId, guids: Collection[str]
) -> dict[str, ArticleId]:
    """Articles that the source showed under these guids."""
    asked = {index_key(guid): guid for guid in guids}
    found: dict[str, ArticleId] = {}
    for some in portions(asked):
        rows = await connection.execute(
            select(sighting.c.guid, sighting.c.article_id).where(
                sighting.c.source_id == source_id, sighting.c.guid.in_(some)
            )
        )
        found |= {asked[row.guid]: row.article_id for row in rows}
    return found


def is_public(now: datetime) -> ColumnElement[bool]:
    """The condition of `Article.is_public`, for queries."""
    embargo = article.c.embargoed_until
    return and_(article.c.status == Status.USABLE, or_(embargo.is_(None), embargo <= now))


def leaves_notice() -> ColumnElement[bool]:
    """The condition of `Article.leaves_notice`, for queries."""
    return and_(article.c.status == Status.WITHDRAWN, article.c.unpublished.is_not(None))


def is_in_feeds(now: datetime, *, notices: bool) -> ColumnElement[bool]:
    """What feeds show: public articles, and with `notices` the withdrawn ones that leave one."""
    return or_(is_public(now), leaves_notice()) if notices else is_public(now)
