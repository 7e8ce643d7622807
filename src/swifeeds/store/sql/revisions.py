"""An article's row is replaced by a later one, and the former is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.markup import url_key
from swifeeds.model import Article, ArticleId
from swifeeds.model.codec import dump
from swifeeds.store.sql.links import declared_links, pointing_at, replace_links, targets
from swifeeds.store.sql.marks import mark_articles
from swifeeds.store.sql.rows import article_row, read_article
from swifeeds.store.sql.schema import article, held, revision
from swifeeds.store.sql.statements import insert_into

_LATER = timedelta(seconds=1)
"""Feeds state times in whole seconds: a smaller step would be none to a reader."""


async def locked_article(connection: AsyncConnection, article_id: ArticleId) -> Article | None:
    """The article as it stands, held until the transaction ends."""
    rows = await connection.execute(
        select(article).where(article.c.id == article_id).with_for_update()
    )
    row = rows.mappings().one_or_none()
    return None if row is None else read_article(row)


async def put_in_place(
    connection: AsyncConnection,
    before: Article,
    after: Article,
    *,
    changed: tuple[str, ...],
    now: datetime,
) -> None:
    """Write `after` over `before`, keep `before`, and mark all whose grouping it may change.

    That is the article, what it linked to and no longer does, and what links to an address that
    it no longer has. An address that another article has by now stays with that one, and the id
    that readers know the article by stays what it is.
    """
    after = replace(after, adopted_id=before.adopted_id)
    after = _told(before, after, now)
    if await _address_is_taken(connection, after):
        after = replace(after, url=before.url)
    await _remember(connection, before, changed, now)
    values = article_row(after)
    if await _address_is_taken(connection, after):
        # Two articles came to one key when keys were made anew: the other has it.
        values |= {"url_key": None}
    if after.embargoed_until != before.embargoed_until:
        values |= {"embargo_lifted": False}
    await connection.execute(update(article).where(article.c.id == after.id).values(values))
    await replace_links(connection, after)
    await mark_articles(connection, [after.id, *await _left_behind(connection, before, after)])


def _told(before: Article, after: Article, now: datetime) -> Article:
    """With what readers must be told of: since when it is not public, and a later `updated` when
    a notice takes the text's place, or the text the notice's."""
    since = before.unpublished or (now if before.is_public(now) else None)
    known = replace(after, unpublished=None if after.is_public(now) else since)
    if known.leaves_notice == before.leaves_notice:
        return known
    return replace(known, updated=max(known.updated, now, before.updated + _LATER))


async def drop_held(connection: AsyncConnection, article_id: ArticleId) -> None:
    """Forget the revision that was put aside."""
    await connection.execute(delete(held).where(held.c.article_id == article_id))


async def _address_is_taken(connection: AsyncConnection, after: Article) -> bool:
    if after.url is None:
        return False
    others = select(article.c.id).where(
        article.c.url_key == url_key(after.url), article.c.id != after.id
    )
    return (await connection.execute(others)).first() is not None


async def _remember(
    connection: AsyncConnection, before: Article, changed: tuple[str, ...], now: datetime
) -> None:
    """Keep the former revision. A change of status alone has the same number: the first stays."""
    row = {
        "article_id": before.id,
        "revision": before.revision,
        "replaced_at": now,
        "changed": dump(changed),
        "body": dump(before),
    }
    await connection.execute(insert_into(connection, revision).values(row).on_conflict_do_nothing())


async def _left_behind(
    connection: AsyncConnection, before: Article, after: Article
) -> set[ArticleId]:
    gone = {key for _, key in declared_links(before)} - {key for _, key in declared_links(after)}
    found = await targets(connection, gone) if gone else set()
    if before.url and (not after.url or url_key(before.url) != url_key(after.url)):
        found |= await pointing_at(connection, [url_key(before.url)])
    return found
