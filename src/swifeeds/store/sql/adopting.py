"""Ids that articles brought from the feeds that ours replace: each is one article's, for good.

The fact itself lies with the article. Here is who has which: a row of `memory` for each, so that
its primary key lets no second article have it, whatever two processes do at a time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from urllib.parse import unquote

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Article, ArticleId, Notice
from swifeeds.store.sql.memories import recall
from swifeeds.store.sql.notices import tell
from swifeeds.store.sql.schema import article, memory
from swifeeds.store.sql.statements import insert_into

_TAG = re.compile(r"tag:[^:]+:article/([^/]+)")
"""The ids that articles have which brought none."""


async def claim_id(connection: AsyncConnection, new: Article, now: datetime) -> Article:
    """The article with the id that it wants, or without it where another has that; then it is
    told. Within the transaction that stores the article."""
    wanted = new.adopted_id
    if wanted is None:
        return new
    owner = await _tagged(connection, wanted) or await _claimed(connection, wanted, new.id)
    if owner is None:
        return new
    message = f"article {owner} has this id already, so “{new.title}” ({new.id}) gets one of ours"
    await tell(connection, [Notice(kind="id-not-adopted", subject=wanted, message=message, at=now)])
    return replace(new, adopted_id=None)


async def owner_of(connection: AsyncConnection, adopted_id: str) -> ArticleId | None:
    """The article that has an adopted id."""
    found = await recall(connection, _key(adopted_id))
    return None if found is None else ArticleId(found)


async def _claimed(
    connection: AsyncConnection, wanted: str, article_id: ArticleId
) -> ArticleId | None:
    """Take the id; who has it, where that is another."""
    row = {"key": _key(wanted), "value": article_id}
    await connection.execute(insert_into(connection, memory).values(row).on_conflict_do_nothing())
    owner = await owner_of(connection, wanted)
    return None if owner == article_id else owner


async def _tagged(connection: AsyncConnection, wanted: str) -> ArticleId | None:
    """The article whose own tag URI this is."""
    found = _TAG.fullmatch(wanted)
    if found is None:
        return None
    query = select(article.c.id).where(article.c.id == unquote(found[1]))
    known: ArticleId | None = (await connection.execute(query)).scalar_one_or_none()
    return known


def _key(adopted_id: str) -> str:
    return f"store: adopted {adopted_id}"
