"""Articles, their copies and revisions, and what is known of a batch of drafts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.markup import url_key
from swifeeds.model import (
    Article,
    ArticleId,
    Intent,
    Known,
    Lease,
    Membership,
    Notice,
    SourceId,
    Status,
    Validators,
)
from swifeeds.store.sql.database import Database, upsert
from swifeeds.store.sql.keeping import keep_intent, store_article
from swifeeds.store.sql.notices import keep_notices
from swifeeds.store.sql.rows import article_of, in_chunks, membership_of, revision_of
from swifeeds.store.sql.schema import article, held_revision, mark, membership, sighting, validator
from swifeeds.store.sql.sources import check_fence


class Articles:
    """What is kept of articles."""

    _db: Database

    async def validators(self, urls: Collection[str]) -> Mapping[str, Validators]:
        """See `Store.validators`."""
        return await self._validators(validator.c.url.in_(list(urls)))

    async def validators_of(self, source_id: SourceId) -> Mapping[str, Validators]:
        """See `Store.validators_of`."""
        return await self._validators(validator.c.source_id == source_id)

    async def _validators(self, condition: object) -> Mapping[str, Validators]:
        async with self._db.read() as connection:
            rows = await connection.execute(select(validator).where(condition))  # type: ignore[arg-type]
            return {
                row.url: Validators(etag=row.etag, last_modified=row.last_modified) for row in rows
            }

    async def addresses(self, source_id: SourceId, *, limit: int) -> tuple[str, ...]:
        """See `Store.addresses`."""
        query = (
            select(article)
            .where(article.c.source_id == source_id, article.c.status == Status.USABLE.value)
            .order_by(article.c.published.desc(), article.c.id.desc())
            .limit(limit)
        )
        async with self._db.read() as connection:
            found = (article_of(row) for row in await connection.execute(query))
            return tuple(one.url for one in found if one.url)

    async def known(
        self, source_id: SourceId, *, url_keys: Collection[str], guids: Collection[str]
    ) -> Known:
        """See `Store.known`. An address counts under which any source ever showed the article."""
        async with self._db.read() as connection:
            rows: list[Any] = []
            for keys in in_chunks(url_keys):
                rows += await connection.execute(
                    select(sighting).where(sighting.c.url_key.in_(keys))
                )
                rows += await connection.execute(
                    select(article.c.id.label("article_id"), article.c.url_key)
                    .where(article.c.url_key.in_(keys))
                )  # fmt: skip
            by_guid: list[Any] = []
            for some in in_chunks(guids):
                by_guid += await connection.execute(
                    select(sighting).where(
                        sighting.c.source_id == source_id, sighting.c.guid.in_(some)
                    )
                )
            ids = {row.article_id for row in (*rows, *by_guid)}
            articles = {one.id: one for one in await _articles(connection, ids)}
        return Known(
            by_url={row.url_key: articles[row.article_id] for row in rows},
            by_guid={row.guid: articles[row.article_id] for row in by_guid},
        )

    async def keep(
        self,
        lease: Lease,
        intents: Sequence[Intent],
        validators: Mapping[str, Validators],
        notices: Sequence[Notice] = (),
    ) -> None:
        """See `Store.keep`."""
        async with self._db.write() as connection:
            await check_fence(connection, lease)
            for intent in intents:
                await keep_intent(connection, intent)
            for url, stated in validators.items():
                await _keep_validators(connection, lease.source_id, url, stated)
            await keep_notices(connection, notices)

    async def article(self, reference: str) -> Article | None:
        """See `Store.article`."""
        bare = reference.rpartition(":article/")[2]
        by_address = article.c.url_key == url_key(reference)
        query = select(article).where(or_(article.c.id == bare, by_address))
        async with self._db.read() as connection:
            row = (await connection.execute(query)).first()
            return article_of(row) if row else None

    async def articles(self, ids: Collection[ArticleId]) -> tuple[Article, ...]:
        """See `Store.articles`."""
        async with self._db.read() as connection:
            return tuple(await _articles(connection, ids))

    async def memberships(self, article_id: ArticleId) -> tuple[Membership, ...]:
        """See `Store.memberships`."""
        query = select(membership).where(membership.c.article_id == article_id)
        async with self._db.read() as connection:
            rows = await connection.execute(
                query.order_by(membership.c.rung, membership.c.story_id)
            )
            return tuple(membership_of(row) for row in rows)

    async def set_status(
        self, article_id: ArticleId, status: Status, *, reason: str | None, now: datetime
    ) -> bool:
        """See `Store.set_status`. `now` is no part of the article: its text did not change."""
        del now
        async with self._db.write() as connection:
            return await _replace(connection, article_id, status=status, status_reason=reason)

    async def held_revision(self, article_id: ArticleId) -> Article | None:
        """See `Store.held_revision`."""
        async with self._db.read() as connection:
            return await _held(connection, article_id)

    async def release_revision(self, article_id: ArticleId, now: datetime) -> bool:
        """See `Store.release_revision`."""
        async with self._db.write() as connection:
            held = await _held(connection, article_id)
            if held is None:
                return False
            await store_article(connection, replace(held, updated=max(held.updated, now)))
            await connection.execute(
                delete(held_revision).where(held_revision.c.article_id == article_id)
            )
            return True

    async def lift_embargoes(self, now: datetime) -> int:
        """See `Store.lift_embargoes`."""
        due = article.c.embargo_lifted.is_(False) & (article.c.embargoed_until <= now)
        async with self._db.write() as connection:
            lifted = await connection.execute(
                update(article).where(due).values(embargo_lifted=True).returning(article.c.id)
            )
            ids = [row.id for row in lifted]
            for article_id in ids:
                await connection.execute(insert(mark).values(article_id=article_id))
            return len(ids)

    async def article_languages(self) -> tuple[str, ...]:
        """See `Store.article_languages`."""
        query = select(article.c.language).distinct().order_by(article.c.language)
        async with self._db.read() as connection:
            return tuple((await connection.execute(query)).scalars())


async def _articles(connection: AsyncConnection, ids: Iterable[str]) -> list[Article]:
    found: list[Article] = []
    for some in in_chunks(ids):
        rows = await connection.execute(select(article).where(article.c.id.in_(some)))
        found += [article_of(row) for row in rows]
    return sorted(found, key=lambda one: (one.first_seen, one.id))


async def _held(connection: AsyncConnection, article_id: ArticleId) -> Article | None:
    query = select(held_revision).where(held_revision.c.article_id == article_id)
    row = (await connection.execute(query)).first()
    return revision_of(row.body) if row else None


async def _replace(connection: AsyncConnection, article_id: ArticleId, **fields: object) -> bool:
    query = select(article).where(article.c.id == article_id).with_for_update()
    row = (await connection.execute(query)).first()
    if row is None:
        return False
    await store_article(connection, replace(article_of(row), **fields))  # type: ignore[arg-type]
    return True


async def _keep_validators(
    connection: AsyncConnection, source_id: SourceId, url: str, stated: Validators
) -> None:
    values = {
        "source_id": source_id,
        "etag": stated.etag,
        "last_modified": stated.last_modified,
    }
    await connection.execute(
        upsert(connection, validator)
        .values(url=url, **values)
        .on_conflict_do_update(index_elements=["url"], set_=values)
    )
