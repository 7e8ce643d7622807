"""One intent carried out, inside the caller's transaction."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.markup import url_key
from swifeeds.model import Article, Duplicate, Held, Intent, New, Revised, Sighting
from swifeeds.store.sql.codec import to_json
from swifeeds.store.sql.database import upsert
from swifeeds.store.sql.schema import (
    article,
    held_revision,
    mark,
    reference,
    revision,
    sighting,
)


async def keep_intent(connection: AsyncConnection, intent: Intent) -> None:
    """Store what was decided. A New that somebody stored meanwhile becomes a sighting."""
    match intent:
        case New(article=new):
            if await _is_kept(connection, intent):
                await _sight_existing(connection, intent)
                return
            await store_article(connection, new)
        case Revised(article=revised):
            await store_article(connection, revised)
            await _drop_held(connection, revised.id)
        case Duplicate(sighting=seen):
            await _drop_held(connection, seen.article_id)
        case Held(article=suspicious, reason=reason):
            await _put_aside(connection, suspicious, reason)
        case _:
            assert_never(intent)
    await _sight(connection, intent.sighting)


async def store_article(connection: AsyncConnection, one: Article) -> None:
    """The article, its revision, what it refers to, and the mark for regrouping."""
    values = {
        "source_id": one.source_id,
        "url_key": url_key(one.url) if one.url else None,
        "language": one.language,
        "section": one.section,
        "published": one.published,
        "updated": one.updated,
        "status": one.status.value,
        "embargoed_until": one.embargoed_until,
        "embargo_lifted": one.embargoed_until is None,
        "fingerprint": one.fingerprint,
        "title": one.title,
        "body": to_json(one),
    }
    await connection.execute(
        upsert(connection, article)
        .values(id=one.id, first_seen=one.first_seen, **values)
        .on_conflict_do_update(index_elements=["id"], set_=values)
    )
    await connection.execute(
        upsert(connection, revision)
        .values(article_id=one.id, revision=one.revision, body=values["body"])
        .on_conflict_do_update(
            index_elements=["article_id", "revision"], set_={"body": values["body"]}
        )
    )
    await _refer(connection, one)
    await connection.execute(insert(mark).values(article_id=one.id))


async def _refer(connection: AsyncConnection, one: Article) -> None:
    """Which addresses the article names as translations or as members of its story."""
    await connection.execute(delete(reference).where(reference.c.article_id == one.id))
    rels = {("translation", url_key(link.url)) for link in one.translations}
    rels |= {("member", url_key(member.url)) for story in one.stories for member in story.members}
    rels |= {("series", url_key(story.url)) for story in one.stories if story.url}
    rels |= {("title", story.title.casefold()) for story in one.stories if story.title}
    for rel, key in sorted(rels):
        await connection.execute(
            insert(reference).values(
                article_id=one.id, rel=rel, url_key=key, source_id=one.source_id
            )
        )


async def _is_kept(connection: AsyncConnection, new: New) -> bool:
    return await _existing(connection, new) is not None


async def _existing(connection: AsyncConnection, new: New) -> str | None:
    """The article that this New turns out to be, if another poll stored it meanwhile."""
    seen = new.sighting
    if new.article.url:
        query = select(article.c.id).where(article.c.url_key == url_key(new.article.url))
        if found := (await connection.execute(query)).scalar_one_or_none():
            return str(found)
    if seen.guid:
        query = select(sighting.c.article_id).where(
            sighting.c.source_id == seen.source_id, sighting.c.guid == seen.guid
        )
        return (await connection.execute(query)).scalar_one_or_none()
    return None


async def _sight_existing(connection: AsyncConnection, new: New) -> None:
    existing = await _existing(connection, new)
    await _sight(connection, new.sighting, article_id=existing)


async def _sight(
    connection: AsyncConnection, seen: Sighting, *, article_id: str | None = None
) -> None:
    """Note a source's copy: by its guid where it has one, else by its address, else by the
    article. A guid or address that another row of the source holds already moves to this one."""
    key = url_key(seen.url) if seen.url else None
    owner = article_id or seen.article_id
    same = [sighting.c.article_id == owner]
    if seen.guid:
        same.append(sighting.c.guid == seen.guid)
    if key:
        same.append(sighting.c.url_key == key)
    rows = (
        await connection.execute(
            select(sighting.c.row, sighting.c.first_seen, sighting.c.guid, sighting.c.url_key)
            .where(sighting.c.source_id == seen.source_id, or_(*same))
            .order_by(sighting.c.first_seen, sighting.c.row)
        )
    ).all()
    values = {
        "article_id": owner,
        "guid": seen.guid or next((row.guid for row in rows if row.guid), None),
        "url_key": key or next((row.url_key for row in rows if row.url_key), None),
        "fingerprint": seen.fingerprint,
        "last_seen": seen.last_seen,
    }
    if not rows:
        await connection.execute(
            insert(sighting).values(source_id=seen.source_id, first_seen=seen.first_seen, **values)
        )
        return
    for spare in rows[1:]:
        await connection.execute(delete(sighting).where(sighting.c.row == spare.row))
    await connection.execute(update(sighting).where(sighting.c.row == rows[0].row).values(**values))


async def _put_aside(connection: AsyncConnection, suspicious: Article, reason: str) -> None:
    values = {"reason": reason, "body": to_json(suspicious)}
    await connection.execute(
        upsert(connection, held_revision)
        .values(article_id=suspicious.id, **values)
        .on_conflict_do_update(index_elements=["article_id"], set_=values)
    )


async def _drop_held(connection: AsyncConnection, article_id: str) -> None:
    await connection.execute(delete(held_revision).where(held_revision.c.article_id == article_id))
