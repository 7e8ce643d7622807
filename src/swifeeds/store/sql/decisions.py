"""What the desk and the clock do to articles: hold, release, withdraw, lift embargoes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import ArticleId, Status
from swifeeds.store.sql.articles import read_held
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.marks import mark_articles
from swifeeds.store.sql.revisions import drop_held, locked_article, put_in_place
from swifeeds.store.sql.schema import article, sighting, validator


class Decisions(Connected):
    """Changes of an article that no document asked for."""

    async def set_status(
        self, article_id: ArticleId, status: Status, *, reason: str | None, now: datetime
    ) -> bool:
        """Hold, release or withdraw; see `Store.set_status`.

        A withdrawn article's held revision is forgotten: it must not come back by a release.
        """
        async with self._changing() as connection:
            before = await locked_article(connection, article_id)
            if before is None:
                return False
            after = replace(before, status=status, status_reason=reason)
            if after != before:
                await put_in_place(connection, before, after, changed=("status",), now=now)
            if status is Status.WITHDRAWN:
                await drop_held(connection, article_id)
            else:
                await _forget_bodies(connection, article_id)
            return True

    async def release_revision(self, article_id: ArticleId, now: datetime) -> bool:
        """Put the held revision in the article's place, usable; see `Store.release_revision`."""
        async with self._changing() as connection:
            revision = await read_held(connection, article_id)
            before = await locked_article(connection, article_id)
            if revision is None or before is None:
                return False
            after = replace(
                revision,
                status=Status.USABLE,
                status_reason=None,
                updated=max(revision.updated, before.updated),
                revision=before.revision + 1,
            )
            await put_in_place(connection, before, after, changed=("held",), now=now)
            await drop_held(connection, article_id)
            return True

    async def lift_embargoes(self, now: datetime) -> int:
        """Mark articles whose embargo has passed; see `Store.lift_embargoes`."""
        async with self._changing() as connection:
            lifted = await connection.execute(
                update(article)
                .where(article.c.embargoed_until <= now, article.c.embargo_lifted.is_(False))
                .values(embargo_lifted=True)
                .returning(article.c.id)
            )
            ids = lifted.scalars().all()
            await mark_articles(connection, ids)
            return len(ids)


async def _forget_bodies(connection: AsyncConnection, article_id: ArticleId) -> None:
    """What was passed over while the article was withdrawn is read when it is there again: the
    bodies that its sources showed last count as new."""
    shown = select(sighting.c.source_id).where(sighting.c.article_id == article_id)
    await connection.execute(
        update(validator).where(validator.c.source_id.in_(shown)).values(digest=None)
    )
