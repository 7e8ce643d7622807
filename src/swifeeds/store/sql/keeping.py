"""Carrying out a batch of intents, under a lease, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from sqlalchemy import and_, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.markup import url_key
from swifeeds.model import (
    Article,
    ArticleId,
    Duplicate,
    Held,
    Intent,
    Lease,
    New,
    Notice,
    Revised,
    Seen,
    Status,
    Validators,
)
from swifeeds.model.codec import dump
from swifeeds.store.sql.adopting import claim_id
from swifeeds.store.sql.bulk import keep_plain_ones
from swifeeds.store.sql.connected import Connected
from swifeeds.store.sql.links import add_links
from swifeeds.store.sql.marks import mark_articles
from swifeeds.store.sql.notices import tell
from swifeeds.store.sql.revisions import drop_held, locked_article, put_in_place
from swifeeds.store.sql.rows import article_row
from swifeeds.store.sql.schema import article, held, sighting, source, validator
from swifeeds.store.sql.sightings import keep_sighting, see_again
from swifeeds.store.sql.sources import lease_lost, owned
from swifeeds.store.sql.statements import insert_into, upsert


class Keeping(Connected):
    """What a poll brought."""

    async def keep(
        self,
        lease: Lease,
        intents: Sequence[Intent],
        validators: Mapping[str, Validators],
        notices: Sequence[Notice] = (),
        *,
        seen: Seen | None = None,
    ) -> None:
        """Carry out a batch; see `Store.keep`."""
        async with self._changing() as connection:
            await _check_fence(connection, lease)
            await carry_out(connection, intents)
            if seen is not None:
                await see_again(connection, lease.source_id, seen)
            await _keep_validators(connection, lease, validators)
            await tell(connection, notices)


async def carry_out(connection: AsyncConnection, intents: Sequence[Intent]) -> None:
    """A batch, within a changing transaction: what is plain in it together, then the rest."""
    for intent in await keep_plain_ones(connection, intents):
        await _carry_out(connection, intent)


async def _check_fence(connection: AsyncConnection, lease: Lease) -> None:
    """The row stays locked until the end, so nobody takes over between check and commit."""
    mine = await connection.execute(select(source.c.id).where(owned(lease)).with_for_update())
    if mine.first() is None:
        raise lease_lost(lease)


async def _carry_out(connection: AsyncConnection, intent: Intent) -> None:
    match intent:
        case New():
            await _keep_new(connection, intent)
        case Revised():
            await _keep_revised(connection, intent)
        case Duplicate(sighting=seen):
            await drop_held(connection, seen.article_id)
            await keep_sighting(connection, seen, seen.article_id)
        case Held():
            await _put_aside(connection, intent)
        case _:
            assert_never(intent)


async def _keep_new(connection: AsyncConnection, intent: New) -> None:
    """Store the article, unless somebody stored it since it was identified: then it was sighted."""
    new, seen = intent.article, intent.sighting
    known = await _known_id(connection, intent)
    if known is None:
        new = await claim_id(connection, new, seen.first_seen)
        row = article_row(new) | {"embargo_lifted": False, "work_id": new.id}
        await connection.execute(insert_into(connection, article).values(row))
        await add_links(connection, new)
        await mark_articles(connection, [new.id])
    if known is not None:
        # Whoever stored it meanwhile may have stored another text.
        seen = replace(seen, digest=None)
    await keep_sighting(connection, seen, known or new.id)


async def _known_id(connection: AsyncConnection, intent: New) -> ArticleId | None:
    """The article that is stored under this id, address or guid, in that order of trust."""
    new, seen = intent.article, intent.sighting
    places = [select(article.c.id, literal(1).label("trust")).where(article.c.id == new.id)]
    if new.url:
        key = url_key(new.url)
        places += [
            select(article.c.id, literal(2)).where(article.c.url_key == key),
            select(sighting.c.article_id, literal(3)).where(sighting.c.url_key == key),
        ]
    if seen.guid:
        own = and_(sighting.c.source_id == seen.source_id, sighting.c.guid == seen.guid)
        places.append(select(sighting.c.article_id, literal(4)).where(own))
    found = (await connection.execute(union_all(*places).order_by("trust").limit(1))).first()
    return None if found is None else found.id


async def _keep_revised(connection: AsyncConnection, intent: Revised) -> None:
    """Store the revision over the article as it stands now.

    It was made from the article as it stood a moment ago. What the desk withdrew meanwhile stays
    withdrawn, `updated` never falls, and the same revision a second time is no change.
    """
    seen = intent.sighting
    before = await locked_article(connection, intent.article.id)
    if before is not None and before.status is not Status.WITHDRAWN:
        after = _following(intent, before)
        if replace(after, revision=before.revision) != before:
            await put_in_place(
                connection, before, after, changed=intent.changed, now=seen.last_seen
            )
    await drop_held(connection, seen.article_id)
    if before is not None:
        if _leaves_address(before, intent):
            former = replace(seen, url=before.url, guid=None)
            await keep_sighting(connection, former, seen.article_id)
        await keep_sighting(connection, seen, seen.article_id)


def _leaves_address(before: Article, intent: Revised) -> bool:
    """True where the former address was the page's own word: nothing else would remember it."""
    after, seen = intent.article, intent.sighting
    if not (before.url and after.url and seen.url):
        return False
    return url_key(after.url) not in {url_key(before.url), url_key(seen.url)}


def _following(intent: Revised, before: Article) -> Article:
    is_text = intent.changed != ("status",)
    # What is dated later than now waits for its embargo, and nobody saw when it was updated.
    is_awaited = before.published > intent.sighting.last_seen
    return replace(
        intent.article,
        updated=intent.article.updated
        if is_awaited
        else max(intent.article.updated, before.updated),
        first_seen=before.first_seen,
        adopted_id=before.adopted_id,
        unpublished=before.unpublished,
        revision=before.revision + 1 if is_text else before.revision,
    )


async def _put_aside(connection: AsyncConnection, intent: Held) -> None:
    row = {
        "article_id": intent.article.id,
        "reason": intent.reason,
        "at": intent.sighting.last_seen,
        "body": dump(intent.article),
    }
    await upsert(connection, held, [row], key=["article_id"], update=["reason", "at", "body"])
    # What is held is looked at again each time, until it is what it was or somebody decides.
    await keep_sighting(connection, replace(intent.sighting, digest=None), intent.article.id)


async def _keep_validators(
    connection: AsyncConnection, lease: Lease, validators: Mapping[str, Validators]
) -> None:
    rows = [
        {
            "url": url,
            "source_id": lease.source_id,
            "etag": one.etag,
            "last_modified": one.last_modified,
            "lastmod": one.lastmod,
            "digest": one.digest,
            "taken": one.taken,
        }
        for url, one in validators.items()
    ]
    update = ["source_id", "etag", "last_modified", "lastmod", "digest", "taken"]
    await upsert(connection, validator, rows, key=["url"], update=update)
